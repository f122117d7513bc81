// Who relayed the words, construction by construction: each case is one paragraph about invented
// people, with the relays of each of its statements.
#include <gtest/gtest.h>

#include "statements/read_statements.h"

namespace musnad {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::vector<std::vector<std::string>> via;  // of each statement
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Relays : public testing::TestWithParam<Case> {};

TEST_P(Relays, AreFound) {
  const Case& c = GetParam();
  const std::vector<ReadStatement> read = read_statements("وصول الوفد\n" + c.text);
  ASSERT_EQ(read.size(), c.via.size());
  for (size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i].via, c.via[i]) << read[i].cue;
}

TEST(HeadlineRelays, AreFound) {
  const auto read =
      read_statements("السفير نديم الحداد لـ«صدى المرجان»: الوفد وصل\nوصل الوفد أمس.");
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].via, std::vector<std::string>{"صدى المرجان"});
}

const Case kCases[] = {
    {"told_to_an_agency", "وقال السفير نديم الحداد لرويترز إن الوفد وصل.", {{"رويترز"}}},
    {"told_to_an_acronym", "وقال السفير نديم الحداد لبي بي سي إن الوفد وصل.", {{"بي بي سي"}}},
    {"told_to_an_unknown_paper_in_marks",
     "وقال السفير نديم الحداد لـ«صدى المرجان» إن الوفد وصل.",
     {{"صدى المرجان"}}},
    {"told_with_a_bare_letter",
     "وقال السفير نديم الحداد ل\"صدى المرجان\" إن الوفد وصل.",
     {{"صدى المرجان"}}},
    {"told_to_a_channel",
     "وقال السفير نديم الحداد لقناة المرجان إن الوفد وصل.",
     {{"قناة المرجان"}}},
    {"left_out",
     "وذكرت صحيفة المرجان أن الوفد وصل. ونقلت عن دبلوماسيين قولهم إن الجولة قريبة.",
     {{}, {"صحيفة المرجان"}}},
    {"he_relays", "ونقل التلفزيون السوري عن مصدر عسكري قوله إن الوفد وصل.", {{"التلفزيون السوري"}}},
    {"a_statement_relays",
     "ونقل بيان لوزارة العدل الكويتية عن السفير نديم الحداد قوله إن الوفد وصل.",
     {{"وزارة العدل الكويتية"}}},
    {"as_an_agency_relayed",
     "قال السفير نديم الحداد، وفقا لما نقلته وكالة المرجان، إن الوفد وصل.",
     {{"وكالة المرجان"}}},
    {"a_clause_in_between",
     "وشدد السفير نديم الحداد وفقا لما نقلته وكالة المرجان على ضرورة الكف عن مثل هذه الأعمال.",
     {{"وكالة المرجان"}}},
    {"told_to_reporters", "وقال السفير نديم الحداد للصحفيين إن الوفد وصل.", {{}}},
    {"told_to_the_media", "وقال السفير نديم الحداد لوسائل الإعلام إن الوفد وصل.", {{}}},
    {"in_a_statement_to",
     "وأكد السفير نديم الحداد في تصريح خاص لصحيفة المرجان أن الوفد وصل.",
     {{"صحيفة المرجان"}}},
    {"in_his_interview_with",
     "وقال السفير نديم الحداد في حواره أمس مع مجلة المرجان إن الوفد وصل.",
     {{"مجلة المرجان"}}},
    {"on_a_network", "وقال السفير نديم الحداد على حسابه في تويتر إن الوفد وصل.", {{"تويتر"}}},
    {"speech_first",
     "وفي مقابلة مع قناة المرجان، قال السفير نديم الحداد إن الوفد وصل.",
     {{"قناة المرجان"}}},
    {"according_to_behind",
     "وقال السفير نديم الحداد إن الوفد وصل، بحسب وكالة المرجان.",
     {{"وكالة المرجان"}}},
    {"according_to_between",
     "وقال السفير نديم الحداد بحسب صحيفة المرجان إن الوفد وصل.",
     {{"صحيفة المرجان"}}},
    {"according_to_in_front",
     "ووفقا لوكالة المرجان، قال السفير نديم الحداد إن الوفد وصل.",
     {{"وكالة المرجان"}}},
    {"quoting_sources",
     "وقالت صحيفة المرجان نقلا عن مصادر حكومية إن الوفد وصل.",
     {{"مصادر حكومية"}}},
    {"the_next_sentence_is_another_clause",
     "وقال السفير نديم الحداد إن الوفد وصل.\nوقال الوزير سالم القرشي بحسب وكالة المرجان إن "
     "الطريق مفتوح.",
     {{}, {"وكالة المرجان"}}},
    {"the_participle_names_it",
     "وأكد السفير نديم الحداد أن الوفد وصل، مضيفا في تصريح لـ«صدى المرجان» أن الطريق مفتوح.",
     {{}, {"صدى المرجان"}}},
    {"outlets_in_the_words_said", "وقال السفير نديم الحداد إن الوزير تحدث إلى قناة المرجان.", {{}}},
    {"marks_around_a_borrowed_word", "ووصف السفير نديم الحداد الهجوم بـ«العمل الإرهابي».", {{}}},
    {"an_agency_that_is_no_outlet",
     "وقال السفير نديم الحداد في بيان سلمه إلى الوكالة الدولية للطاقة الذرية إن الوفد وصل.",
     {{}}},
};

INSTANTIATE_TEST_SUITE_P(Constructions, Relays, testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace musnad
