// Constructions of reporting, each in one or two sentences about invented people: the words of the
// cue, the speaker, the content, the kind, the relays.
#include <gtest/gtest.h>

#include "statements/read_statements.h"

namespace musnad {
namespace {

struct Wanted {
  std::string cue, speaker, content;
  Kind kind = Kind::kIndirect;
  std::string via = "";
  Polarity polarity = Polarity::kAsserted;
};

struct Case {
  std::string name;
  std::string text;
  std::vector<Wanted> statements;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Statements : public testing::TestWithParam<Case> {};

TEST_P(Statements, AreFound) {
  const Case& c = GetParam();
  auto record = test_reader().read(Article{.id = c.name, .text = c.text});
  ASSERT_TRUE(record.has_value());
  ASSERT_EQ(record->statements.size(), c.statements.size());
  for (size_t i = 0; i < c.statements.size(); ++i) {
    const StatementRecord& statement = record->statements[i];
    const Wanted& expected = c.statements[i];
    EXPECT_EQ(statement.cue ? words_of(c.text, *statement.cue) : "", expected.cue);
    ASSERT_TRUE(statement.speaker.has_value());
    EXPECT_EQ(record->actors[*statement.speaker].name, expected.speaker);
    std::string content;
    for (const auto& part : statement.content) {
      content += (content.empty() ? "" : " ¦ ") + words_of(c.text, part.span);
    }
    EXPECT_EQ(content, expected.content);
    EXPECT_EQ(statement.kind, expected.kind);
    EXPECT_EQ(statement.via.empty() ? "" : record->actors[statement.via[0]].name, expected.via);
    EXPECT_EQ(statement.polarity, expected.polarity);
  }
}

const Case kCases[] = {
    {"verb_first",
     "وصول الوفد\nقال وزير النقل سالم القرشي إن الوفد وصل إلى المدينة.",
     {{"قال", "سالم القرشي", "الوفد وصل إلى المدينة"}}},
    {"participle_chain",
     "وصول الوفد\nأكد الوزير سالم القرشي أن الميناء آمن، مشيرا إلى أن الأشغال انتهت، مضيفا أن "
     "الرسوم ألغيت.",
     {{"أكد", "سالم القرشي", "الميناء آمن"},
      {"مشيرا", "سالم القرشي", "الأشغال انتهت"},
      {"مضيفا", "سالم القرشي", "الرسوم ألغيت"}}},
    {"left_out_subject",
     "وصول الوفد\nقال الوزير سالم القرشي إن الوفد وصل. وأضاف أن المحادثات تبدأ غدا.",
     {{"قال", "سالم القرشي", "الوفد وصل"}, {"وأضاف", "سالم القرشي", "المحادثات تبدأ غدا"}}},
    {"direct_behind_colon",
     "وصول الوفد\nوقال السفير نديم الحداد: «لن نوقع هذه الوثيقة. سنعود إلى بلادنا».",
     {{"وقال", "نديم الحداد", "لن نوقع هذه الوثيقة. سنعود إلى بلادنا", Kind::kDirect}}},
    {"quotation_first",
     "وصول الوفد\n«لن نوقع هذه الوثيقة أبدا»، قال السفير نديم الحداد.",
     {{"قال", "نديم الحداد", "لن نوقع هذه الوثيقة أبدا", Kind::kDirect}}},
    {"relayed_by_an_agency",
     "وصول الوفد\nوقال السفير نديم الحداد: «لن نوقع هذه الوثيقة أبدا»، بحسب وكالة رويترز.",
     {{"وقال", "نديم الحداد", "لن نوقع هذه الوثيقة أبدا", Kind::kDirect, "وكالة رويترز"}}},
    {"transferred_from",
     "وصول الوفد\nونقلت رويترز عن السفير نديم الحداد قوله إن الوثيقة ناقصة.",
     {{"قوله", "نديم الحداد", "الوثيقة ناقصة", Kind::kIndirect, "رويترز"}}},
    {"according_to",
     "وصول الوفد\nوبحسب مصادر مطلعة، فإن الجولة تأجلت أسبوعا.",
     {{"وبحسب", "مصادر مطلعة", "الجولة تأجلت أسبوعا"}}},
    {"demand",
     "وصول الوفد\nدعت الأمم المتحدة الأطراف إلى وقف القتال.",
     {{"دعت", "الأمم المتحدة", "وقف القتال"}}},
    {"denial",
     "وصول الوفد\nونفى الناطق عادل مرزوق أن تكون الجولة قد فشلت.",
     {{"ونفى", "عادل مرزوق", "تكون الجولة قد فشلت", Kind::kIndirect, "", Polarity::kDenied}}},
    {"withheld",
     "وصول الوفد\nولم يحدد الناطق عادل مرزوق موعد الجولة.",
     {{"يحدد", "عادل مرزوق", "موعد الجولة", Kind::kIndirect, "", Polarity::kWithheld}}},
    {"headline_colon",
     "نديم الحداد: لن نوقع الوثيقة\nوصل السفير نديم الحداد أمس إلى المدينة.",
     {{":", "نديم الحداد", "لن نوقع الوثيقة", Kind::kDirect}}},
    {"capital_speaks_for_its_state",
     "وصول الوفد\nوأعلنت موسكو أن المحادثات تبدأ غدا.",
     {{"وأعلنت", "روسيا", "المحادثات تبدأ غدا"}}},
    {"subject_first_with_object",
     "وصول الوفد\nوكان المدرب سالم القرشي قد طالب اللاعبين بالصبر.",
     {{"طالب", "سالم القرشي", "بالصبر"}}},
    {"subject_behind_an_aside",
     "وصول الوفد\nلكن السفير سالم القرشي، الذي يقود الحزب منذ عامين، حذر المعارضين من العجلة.",
     {{"حذر", "سالم القرشي", "العجلة"}}},
    {"object_of_a_left_out_subject",
     "وصول الوفد\nقال الوزير سالم القرشي إن الوفد وصل. وحث السكان على الهدوء.",
     {{"قال", "سالم القرشي", "الوفد وصل"}, {"وحث", "سالم القرشي", "الهدوء"}}},
    {"headline_with_object",
     "المجر تدعو النمسا إلى الحوار\nوصل الوفد أمس.",
     {{"تدعو", "المجر", "الحوار"}}},
    {"plural_antecedent",
     "وصول الوفد\nالتقى المجلس الخبراء الذين يقولون إن السد آمن.",
     {{"يقولون", "الخبراء", "السد آمن"}}},
    {"indefinite_antecedent",
     "وصول الوفد\nعاد الوفد وسط أنباء تفيد بأن الجولة فشلت.",
     {{"تفيد", "أنباء", "الجولة فشلت"}}},
    {"light_verb_far_from_its_noun",
     "وصول الوفد\nوجدد المبعوث الخاص إلى المنطقة نديم الحداد مساء أمس دعوته إلى وقف القتال.",
     {{"وجدد", "نديم الحداد", "وقف القتال"}}},
    {"participle_that_is_no_verb_of_speech",
     "وصول الوفد\nرحب الوزير سالم القرشي بالقرار، عادا أن الخطوة منصفة.",
     {{"رحب", "سالم القرشي", "بالقرار"}, {"عادا", "سالم القرشي", "الخطوة منصفة"}}},
    {"speech_without_a_mark",
     "وصول الوفد\nوقال السفير نديم الحداد لقد بلغنا آخر الطريق.",
     {{"وقال", "نديم الحداد", "لقد بلغنا آخر الطريق"}}},
    {"borrowed_words",
     "وصول الوفد\nقال الوزير سالم القرشي إن الاتفاق «أفضل خيار» للبلدين.",
     {{"قال", "سالم القرشي", "الاتفاق «أفضل خيار» للبلدين", Kind::kMixed}}},
    {"dateline_names_nobody", "وصول الوفد\nعواصم - وكالات: وصل الوفد أمس إلى المدينة.", {}},
    {"participle_with_its_own_quotation",
     "وصول الوفد\nوقال السفير نديم الحداد «لن نوقع هذه الوثيقة أبدا» مضيفا «سنعود إلى بلادنا غدا».",
     {{"وقال", "نديم الحداد", "لن نوقع هذه الوثيقة أبدا", Kind::kDirect},
      {"مضيفا", "نديم الحداد", "سنعود إلى بلادنا غدا", Kind::kDirect}}},
    {"clause_behind_a_quotation",
     "وصول الوفد\nوقال السفير نديم الحداد إن «الوثيقة ناقصة جدا هذه المرة»، وإن الوفد سيعود.",
     {{"وقال", "نديم الحداد", "الوثيقة ناقصة جدا هذه المرة ¦ الوفد سيعود", Kind::kMixed}}},
    {"said_once_more",
     "وصول الوفد\nوكرر السفير نديم الحداد القول إن الوثيقة ناقصة.",
     {{"وكرر", "نديم الحداد", "الوثيقة ناقصة"}}},
    {"ascribed_by_a_newspaper",
     "وصول الوفد\nونسبت صحيفة الساحل إلى السفير نديم الحداد قوله إن الوثيقة ناقصة.",
     {{"قوله", "نديم الحداد", "الوثيقة ناقصة", Kind::kIndirect, "صحيفة الساحل"}}},
    {"credit_of_a_photo",
     "نديم الحداد: لن نوقع الوثيقة (رويترز)\nوصل السفير نديم الحداد أمس إلى المدينة.",
     {{":", "نديم الحداد", "لن نوقع الوثيقة", Kind::kDirect}}},
    {"stand_taken_again",
     "وصول الوفد\nوجدد السفير نديم الحداد تمسك بلاده بالاتفاق.",
     {{"وجدد", "نديم الحداد", "تمسك بلاده بالاتفاق"}}},
    {"words_given_after_their_matter",
     "وصول الوفد\nوعلق السفير نديم الحداد على الخبر بالقول إن الوثيقة ناقصة.",
     {{"وعلق", "نديم الحداد", "الوثيقة ناقصة"}}},
    {"in_his_words",
     "وصول الوفد\nقال السفير نديم الحداد إن الوفد وصل. وعلى حد قوله، فإن الوثيقة ناقصة.",
     {{"قال", "نديم الحداد", "الوفد وصل"}, {"وعلى حد قوله", "نديم الحداد", "الوثيقة ناقصة"}}},
    {"asked_and_answered",
     "وصول الوفد\nوسئل إن كان سيترشح فقال السفير نديم الحداد إنه باق.",
     {{"فقال", "نديم الحداد", "إنه باق"}}},
    {"only_announced", "وصول الوفد\nوسيعلن السفير نديم الحداد موعد الجولة غدا.", {}},
    {"no_longer", "وصول الوفد\nولم يعد السفير نديم الحداد عضوا في الوفد.", {}},
    {"not_only", "وصول الوفد\nولم يغلق الميناء فحسب بل أغلق المطار أيضا.", {}},
    {"writer_formula", "وصول الوفد\nيذكر أن المعبر أغلق مرتين هذا العام.", {}},
    {"no_statement", "وصول الوفد\nوصل الوفد أمس إلى المدينة والتقى الوزير.", {}},
};

INSTANTIATE_TEST_SUITE_P(Constructions, Statements, testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace musnad
