// What talks are about, by small articles about documented states.
#include <gtest/gtest.h>

#include "statements/read_statements.h"
#include "talks/talks_testing.h"

namespace musnad {
namespace {

// The topics of an article's negotiations, each with a bar behind it.
std::string topics_of(std::string_view text) {
  return told_of_talks(text, [&](const Record&, const TalksRecord& talks) {
    std::string topics;
    for (const Span& topic : talks.topic) topics += words_of(std::string(text), topic) + "|";
    return topics;
  });
}

TEST(Topics, AStateThatIsNoPartyIsOne) {
  EXPECT_EQ(topics_of("تبدأ غدا محادثات بين روسيا والولايات المتحدة بشأن أوكرانيا."), "أوكرانيا|");
  EXPECT_EQ(topics_of("تبدأ غدا محادثات بين السودان وإثيوبيا حول الوضع في ليبيا."), "ليبيا|");
}

TEST(Topics, APartyIsNone) {
  EXPECT_EQ(topics_of("تبدأ غدا محادثات بين السودان وإثيوبيا بشأن السودان."), "");
}

}  // namespace
}  // namespace musnad
