#include "actors/register.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(Register, TheOneInTheProgramIsSound) {
  auto loaded = Register::load();
  ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
  EXPECT_GT((*loaded)->size(), 300u);
}

}  // namespace
}  // namespace musnad
