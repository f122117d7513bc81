#include "morphology/segmentation_model.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

constexpr std::string_view kTable =
    "# counts\n"
    "kind\tform\tcount\n"
    "front\t\t900\n"
    "front\tو\t100\n"
    "back\t\t990\n"
    "back\tه\t10\n"
    "lemma\tقال\t50\n"
    "stem\tلندن\t20\n";

TEST(SegmentationModel, MoreFrequentIsCheaper) {
  const Expected<SegmentationModel> model = SegmentationModel::parse("test", kTable);
  ASSERT_TRUE(model.has_value());
  EXPECT_LT(model->lemma_cost("قال"), model->lemma_cost("نطق"));
  EXPECT_LT(model->stem_cost("لندن"), model->stem_cost("ندن"));
  const SegmentationCosts costs = model->costs();
  EXPECT_LT(costs.front[0], costs.front[kWa]);
  EXPECT_LT(costs.front[kWa], costs.front[kKa]);
  EXPECT_NEAR(nats(costs.front[kWa]), 2.3, 0.1);  // one word in ten
}

TEST(SegmentationModel, UnknownStemsAreJudgedByTheirLetters) {
  const Expected<SegmentationModel> model = SegmentationModel::parse("test", kTable);
  ASSERT_TRUE(model.has_value());
  const SegmentationCosts costs = model->costs();
  EXPECT_LT(costs.unknown_stem(U"لندن"), costs.unknown_stem(U"ظظظظ"));
  EXPECT_LT(costs.unknown_stem(U"لن"), costs.unknown_stem(U"لندن"));
}

TEST(SegmentationModel, IsWrittenAsItIsRead) {
  const Expected<SegmentationModel> model = SegmentationModel::parse("test", kTable);
  ASSERT_TRUE(model.has_value());
  EXPECT_EQ("# counts\n" + model->format(), kTable);
}

TEST(SegmentationModel, BadRowsAreErrors) {
  for (const char* row :
       {"stem\tلندن\tmany\n", "front\tقال\t3\n", "back\tقال\t3\n", "word\tقال\t3\n"}) {
    const Expected<SegmentationModel> model =
        SegmentationModel::parse("test", std::string("kind\tform\tcount\n") + row);
    ASSERT_FALSE(model.has_value()) << row;
    EXPECT_TRUE(model.error().message.starts_with("test:2:")) << model.error().message;
  }
}

}  // namespace
}  // namespace musnad
