// Who speaks where the subject is left to the verb: each case is a text about invented people, with
// the speaker of each of its statements.
#include <gtest/gtest.h>

#include "statements/read_statements.h"

namespace musnad {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> speakers;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Speakers : public testing::TestWithParam<Case> {};

TEST_P(Speakers, AreFound) {
  const Case& c = GetParam();
  const std::vector<ReadStatement> read = read_statements("وصول الوفد\n" + c.text);
  ASSERT_EQ(read.size(), c.speakers.size());
  for (size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i].speaker, c.speakers[i]) << read[i].cue;
}

const Case kCases[] = {
    {"chain_of_participles",
     "قال السفير نديم الحداد إن الوفد وصل، مضيفا أن الطريق مفتوح، ومشيرا إلى أن الوزير سالم القرشي "
     "حضر.",
     {"نديم الحداد", "نديم الحداد", "نديم الحداد"}},
    {"next_sentence",
     "قال السفير نديم الحداد إن الوزير سالم القرشي وصل. وأضاف أن الطريق مفتوح.",
     {"نديم الحداد", "نديم الحداد"}},
    {"the_verb_is_of_a_woman",
     "قالت الوزيرة هالة الريحاني إن السفير نديم الحداد وصل.\nوأضافت أن الطريق مفتوح.",
     {"هالة الريحاني", "هالة الريحاني"}},
    {"back_to_the_woman",
     "قالت الوزيرة هالة الريحاني إن الوفد وصل.\nوقال السفير نديم الحداد إن الطريق مفتوح.\nوأكدت "
     "أن المحادثات تبدأ غدا.",
     {"هالة الريحاني", "نديم الحداد", "هالة الريحاني"}},
    {"subject_of_another_verb",
     "قال السفير نديم الحداد إن الوفد وصل.\nووصل الوزير سالم القرشي إلى المدينة، مؤكدا أن الطريق "
     "مفتوح.",
     {"نديم الحداد", "سالم القرشي"}},
    {"inside_the_words_of_another",
     "قال السفير نديم الحداد إن الوزير سالم القرشي أكد أن الوفد وصل.\nوأضاف أن الطريق مفتوح.",
     {"نديم الحداد", "سالم القرشي", "نديم الحداد"}},
    {"whose_words_they_were",
     "وحضر الوزير سالم القرشي محاضرة للسفير نديم الحداد أكد فيها أن الطريق مفتوح.",
     {"نديم الحداد"}},
    {"goes_on_by_a_pronoun",
     "قال السفير نديم الحداد إن الوزير سالم القرشي زار الميناء لكنه رفض التعليق على الخبر.",
     {"نديم الحداد", "نديم الحداد"}},
    {"surname_behind_a_title",
     "أكد نائب رئيس الميناء أن الطريق مفتوح.\nوقال وستمان إن الوفد وصل.",
     {"وستمان", "وستمان"}},
    {"stranger_behind_a_conjunction",
     "قال السفير نديم الحداد إن الوفد وصل. لكن وستمان قال إن الطريق مغلق.",
     {"نديم الحداد", "وستمان"}},
    {"told_it", "أوضح ذلك رئيس الوفد سالم القرشي لدى وصوله.", {"سالم القرشي"}},
    {"told_somebody", "قال له السائق إن الطريق مغلق.", {"السائق"}},
    {"part_of_them", "وقال 20 بالمائة من الركاب إن الطريق مغلق.", {"20 بالمائة من الركاب"}},
    {"unnamed_people_before_the_verb",
     "وقال السفير نديم الحداد إن الوفد سيقنع منتقدين يقولون إن الطريق مغلق.",
     {"نديم الحداد", "منتقدين"}},
    {"who_did_so_before", "وسبق لرئيس الوفد سالم القرشي أن ذكر أن الطريق مفتوح.", {"سالم القرشي"}},
    {"name_in_quotation_marks", "«المدار» تعلن أن الطريق مفتوح.", {"المدار"}},
    {"many_of_them", "ويرى كثير من الركاب أن الطريق مفتوح.", {"كثير من الركاب"}},
    {"two_before_their_verb",
     "وقال السفير نديم الحداد إن الوزير سالم القرشي ورئيس الوفد هالة الريحاني يؤكدان أن الطريق "
     "مفتوح.",
     {"نديم الحداد", "سالم القرشي وهالة الريحاني"}},
    {"sources_of_an_outlet", "وعلمت «رويترز» من مصادرها أن الوفد وصل.", {"مصادر رويترز"}},
};

INSTANTIATE_TEST_SUITE_P(Constructions, Speakers, testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace musnad
