// What the progress bar says.
#include "cli/progress.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

using std::chrono::seconds;

TEST(Progress, TellsShareRateAndTimeLeft) {
  EXPECT_EQ(progress_line(1200, 0.5, seconds(3)),
            "[###############...............]  50 %  1200 articles, 400 a second, 3 s left");
  EXPECT_EQ(progress_line(1000, 0.25, seconds(1000)),
            "[#######.......................]  25 %  1000 articles, 1 a second, 50 min left");
  EXPECT_EQ(progress_line(7200, 0.01, seconds(3600)),
            "[..............................]   1 %  7200 articles, 2 a second, 99.0 h left");
  EXPECT_EQ(progress_line(9, 1.5, seconds(1)),
            "[##############################] 100 %  9 articles, 9 a second, 0 s left");
}

TEST(Progress, WithoutAShareThereIsNoTimeLeft) {
  EXPECT_EQ(progress_line(2, 0, seconds(1)), "2 articles, 2 a second");
}

}  // namespace
}  // namespace musnad
