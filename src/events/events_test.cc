// The tables of events by their own examples, a grid of constructions and statuses, and what makes
// one event of several mentions. What the weights decide is left out, except in the last test:
// these are proposals.
#include "events/events.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "events/choose_participants.h"
#include "lexicon/embedded.h"
#include "lexicon/record_names.h"
#include "lexicon/table.h"
#include "musnad/reader.h"
#include "reader/stages.h"

namespace musnad {
namespace {

const Stages& stages() {
  static const Stages instance = std::move(*Stages::load());
  return instance;
}

// A text with its proposed events.
struct Reading {
  explicit Reading(std::string words, std::string_view day = "2020-03-11")
      : text(std::move(words)) {
    static Scratch scratch(stages());
    document.text = text;
    read_layers(document, stages(), scratch, "", day);
    const Context context(document, *stages().morphology, *stages().actors,
                          stages().statements.phrases);
    find_statements(document, context, stages().statements);
    proposals = propose_events(document, context, stages().events.lexicon);
  }

  // The mention that a row of events.tsv made; null where there is none.
  const EventMention* mention_of(std::string_view lemma, std::string_view type) const {
    for (const EventMention& mention : proposals.mentions) {
      if (mention.entry->lemma == lemma && name_of(mention.type()) == type) return &mention;
    }
    return nullptr;
  }

  std::string names_of(const std::vector<Participant>& participants) const {
    std::string names;
    for (const Participant& p : participants) names += document.actors[p.actor].name + "|";
    return names;
  }

  std::string text;
  Document document;
  EventProposals proposals;
};

Table read(std::string_view file, const std::vector<std::string_view>& columns) {
  return Table::parse(file, embedded_file(file), columns).value();
}

TEST(EventTables, EveryWordIsFoundInItsExample) {
  const Table table =
      read("lexicon/ar/events.tsv", {"lemma", "class", "type", "roles", "needs", "example", "who"});
  std::set<std::string_view> lemmas;
  for (const Table::Row& row : table.rows()) {
    lemmas.insert(row.cells[0]);
    const Reading reading{std::string(row.cells[5])};
    const EventMention* mention = reading.mention_of(row.cells[0], row.cells[2]);
    if (mention == nullptr) {
      ADD_FAILURE() << row.cells[0] << " is not found in: " << row.cells[5];
      continue;
    }
    const std::string names = reading.names_of(mention->participants);
    for (std::string_view who : row.list(6)) {
      EXPECT_NE(names.find(who), std::string::npos) << row.cells[5] << ": " << names;
    }
  }
  EXPECT_GE(lemmas.size(), 200u);
}

TEST(EventTables, EveryGovernorStandsOverTheEventOfItsExample) {
  const Table table =
      read("lexicon/ar/event_governors.tsv", {"lemma", "class", "status", "subject", "example"});
  for (const Table::Row& row : table.rows()) {
    const Reading reading{std::string(row.cells[4])};
    const auto& mentions = reading.proposals.mentions;
    const bool found = std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& m) {
      if (row.cells[2] == "apart") return m.adjunct != kNoToken && m.over.empty();
      return std::any_of(m.over.begin(), m.over.end(),
                         [&](const Over& over) { return over.governor->lemma == row.cells[0]; });
    });
    EXPECT_TRUE(found) << row.cells[0] << " in: " << row.cells[4];
  }
}

TEST(EventTables, EveryOtherWordTellsWhoOrWhenInItsExample) {
  const Table table = read("lexicon/ar/event_words.tsv", {"word", "class", "example"});
  for (const Table::Row& row : table.rows()) {
    const Reading reading{std::string(row.cells[2])};
    ASSERT_FALSE(reading.proposals.mentions.empty()) << row.cells[2];
    const EventMention& mention = reading.proposals.mentions.front();
    if (row.cells[1] == "result") {
      EXPECT_EQ(reading.proposals.mentions[1].time, "2001") << row.cells[2];
      continue;
    }
    const bool when = row.cells[1] == "dates" || row.cells[1] == "since" || row.cells[1] == "first";
    if (when) {
      EXPECT_EQ(mention.time, "") << row.cells[2];
    } else {
      EXPECT_GE(mention.participants.size(), 2u) << row.cells[2];
    }
  }
}

TEST(EventTables, EveryTypeAndStatusHasItsCodes) {
  const Table table = read("lexicon/cameo.tsv", {"type", "status", "plover", "cameo"});
  EXPECT_EQ(table.rows().size(), kEventTypes * kEventStatuses);
  const EventCodes& codes = stages().events.lexicon.codes(EventType::kMeet, EventStatus::kOccurred);
  EXPECT_EQ(codes.plover, "CONSULT");
  EXPECT_EQ(codes.cameo, "040");
}

struct Construction {
  const char* name;
  const char* sentence;  // {} holds the noun of the event
  EventStatus status;
};
void PrintTo(const Construction& c, std::ostream* out) { *out << c.name; }

struct EventNoun {
  const char* name;
  const char* noun;
};
void PrintTo(const EventNoun& n, std::ostream* out) { *out << n.name; }

constexpr EventNoun kNouns[] = {
    {"Meeting", "لقاء"}, {"Talks", "محادثات"}, {"Consultations", "مشاورات"}, {"Call", "مكالمة"}};

constexpr Construction kConstructions[] = {
    {"Held", "أجرى الوزير نديم الصافي أمس {} مع السفير عادل مراد", EventStatus::kOccurred},
    {"HadHeld", "كان الوزير نديم الصافي قد أجرى {} مع السفير عادل مراد", EventStatus::kOccurred},
    {"After", "قال الوزير نديم الصافي بعد {} مع السفير عادل مراد إن الطريق مفتوح",
     EventStatus::kOccurred},
    {"During", "قال الوزير نديم الصافي خلال {} مع السفير عادل مراد إن الطريق مفتوح",
     EventStatus::kOccurred},
    {"Ended", "أنهى الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kOccurred},
    {"Began", "بدأ الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kOngoing},
    {"GoesOn", "يواصل الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kOngoing},
    {"Resumed", "استأنف الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kOngoing},
    {"Decreed", "من المقرر أن يجري الوزير نديم الصافي {} مع السفير عادل مراد",
     EventStatus::kAgreed},
    {"AgreedOn", "اتفق الوزير نديم الصافي والسفير عادل مراد على إجراء {} في العاصمة",
     EventStatus::kAgreed},
    {"AgreedTo", "وافق الوزير نديم الصافي على إجراء {} مع السفير عادل مراد", EventStatus::kAgreed},
    {"WillHold", "سيجري الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kPlanned},
    {"Intends", "يعتزم الوزير نديم الصافي إجراء {} مع السفير عادل مراد", EventStatus::kPlanned},
    {"IntendsThat", "يعتزم الوزير نديم الصافي أن يجري {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"Expected", "من المتوقع أن يجري الوزير نديم الصافي {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"WillBegin", "سيبدأ الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kPlanned},
    {"WillBeginTomorrow", "يبدأ الوزير نديم الصافي غدا {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"ThatHeHolds", "قد يغضب أحدا أن يجري الوزير نديم الصافي {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"SettingOfWhatWillBe", "سيطرح الوزير نديم الصافي الأمر خلال {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"WentOn", "كان يجري الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kOccurred},
    {"Considered", "يعد {} بين الوزير نديم الصافي والسفير عادل مراد مفيدا", EventStatus::kOccurred},
    {"CameToNothing", "فشل الوزير نديم الصافي في {} مع السفير عادل مراد", EventStatus::kOccurred},
    {"FailedToHold", "فشل الوزير نديم الصافي في إجراء {} مع السفير عادل مراد",
     EventStatus::kDenied},
    {"Threatened", "هدد الوزير نديم الصافي بإجراء {} مع السفير عادل مراد", EventStatus::kPlanned},
    {"Purpose", "وصل الوزير نديم الصافي إلى العاصمة لإجراء {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"Seeks", "يسعى الوزير نديم الصافي إلى إجراء {} مع السفير عادل مراد", EventStatus::kPlanned},
    {"Proposed", "اقترح الوزير نديم الصافي إجراء {} مع السفير عادل مراد", EventStatus::kProposed},
    {"Offered", "عرض الوزير نديم الصافي إجراء {} مع السفير عادل مراد", EventStatus::kProposed},
    {"CalledFor", "دعا الوزير نديم الصافي إلى إجراء {} مع السفير عادل مراد",
     EventStatus::kDemanded},
    {"Demanded", "طالب الوزير نديم الصافي بإجراء {} مع السفير عادل مراد", EventStatus::kDemanded},
    {"Must", "قال الوزير نديم الصافي إنه يجب إجراء {} مع السفير عادل مراد", EventStatus::kDemanded},
    {"Denied", "نفى الوزير نديم الصافي إجراء {} مع السفير عادل مراد", EventStatus::kDenied},
    {"DidNot", "لم يجر الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kDenied},
    {"DoesNotRuleOut", "لم يستبعد الوزير نديم الصافي إجراء {} مع السفير عادل مراد",
     EventStatus::kConditional},
    {"WillNot", "لن يجري الوزير نديم الصافي {} مع السفير عادل مراد", EventStatus::kDenied},
    {"Refused", "رفض الوزير نديم الصافي إجراء {} مع السفير عادل مراد", EventStatus::kDenied},
    {"InCourseOfFuture",
     "سيصل الوزير نديم الصافي إلى العاصمة غدا ويجري خلالها {} مع السفير عادل مراد",
     EventStatus::kPlanned},
    {"If", "إذا أجرى الوزير نديم الصافي {} مع السفير عادل مراد فتح الطريق",
     EventStatus::kConditional},
    {"InCase", "في حال إجراء {} مع السفير عادل مراد يفتح الطريق", EventStatus::kConditional},
};

class EventStatuses : public testing::TestWithParam<std::tuple<Construction, EventNoun>> {};

TEST_P(EventStatuses, FollowFromTheConstruction) {
  const auto& [construction, noun] = GetParam();
  const std::string text = fmt::format(fmt::runtime(construction.sentence), noun.noun);
  const Reading reading(text);
  const size_t where = text.find(noun.noun);
  for (const EventMention& mention : reading.proposals.mentions) {
    if (reading.document.tokens[mention.anchor].byte_begin != where) continue;
    EXPECT_EQ(name_of(mention.status), name_of(construction.status)) << text;
    return;
  }
  FAIL() << "no event in: " << text;
}

INSTANTIATE_TEST_SUITE_P(Grid, EventStatuses,
                         testing::Combine(testing::ValuesIn(kConstructions),
                                          testing::ValuesIn(kNouns)),
                         [](const auto& info) {
                           return fmt::format("{}{}", std::get<0>(info.param).name,
                                              std::get<1>(info.param).name);
                         });

TEST(Events, SeveralMentionsAreOneEvent) {
  const Reading reading(
      "لقاء في العاصمة\n"
      "عقد الوزير نديم الصافي لقاء مع السفير عادل مراد أمس. وقال الصافي بعد اللقاء إن الطريق "
      "مفتوح.");
  size_t meetings = 0;
  for (const EventGroup& group : reading.proposals.groups)
    meetings += group.type == EventType::kMeet;
  EXPECT_EQ(meetings, 1u);
}

TEST(Events, WhatWasAgreedInACallIsNotTheCall) {
  const Reading reading(
      "اتفق الوزير نديم الصافي مع السفير عادل مراد، في اتصال هاتفي أمس، على عقد قمة في المدينة.");
  const EventMention* call = reading.mention_of("اتّصل", "call");
  const EventMention* meeting = reading.mention_of("قمة", "meet");
  ASSERT_NE(call, nullptr);
  ASSERT_NE(meeting, nullptr);
  EXPECT_EQ(call->status, EventStatus::kOccurred);
  EXPECT_EQ(call->time, "2020-03-10");
  EXPECT_EQ(meeting->status, EventStatus::kAgreed);
  for (const EventMention* mention : {call, meeting}) {
    EXPECT_EQ(reading.names_of(mention->participants), "نديم الصافي|عادل مراد|");
  }
}

TEST(Events, APluralInTheAccusativeIsNoSubject) {
  const Reading reading("وطردت أمس المتمردين من المدينة.");
  const EventMention* attack = reading.mention_of("طرد", "attack");
  ASSERT_NE(attack, nullptr);
  ASSERT_EQ(attack->participants.size(), 1u);
  EXPECT_EQ(attack->participants.front().role, Participant::Role::kObject);
}

TEST(Events, WhoCompletesADeedSuffersItUnlessSomebodyFollows) {
  using enum Participant::Role;
  const auto roles_in = [](const char* sentence) {
    const Reading reading(sentence);
    std::vector<Participant::Role> roles;
    for (const Participant& p : reading.proposals.mentions.front().participants) {
      roles.push_back(p.role);
    }
    return roles;
  };
  EXPECT_EQ(roles_in("أدان الجميع اغتيال الوزير حازم البدري."), std::vector{kObject});
  EXPECT_EQ(roles_in("أدان الجميع اغتيال المتمردين حازم البدري."),
            (std::vector{kSubject, kObject}));
}

struct Groups {
  std::string name, text;
  size_t count = 0;
};

void PrintTo(const Groups& groups, std::ostream* out) { *out << groups.name; }

class HowManyEvents : public testing::TestWithParam<Groups> {};

TEST_P(HowManyEvents, AreToldOf) {
  EXPECT_EQ(Reading(GetParam().text).proposals.groups.size(), GetParam().count);
}

INSTANTIATE_TEST_SUITE_P(
    Grouping, HowManyEvents,
    testing::Values(
        Groups{"TheDayOfTheClauseAroundItPartsNoEvents",
               "خبر\nصدر اليوم بيان عن زيارة الوزير نديم الصافي إلى باريس. وقام الوزير نديم الصافي "
               "بزيارة "
               "إلى باريس في 3 مارس 2020.",
               1},
        Groups{"TheReceptionOfAGuestIsOne",
               "خبر\nاستقبل الرئيس كريم الناصر الوزير نديم الصافي. ونقل الوزير نديم الصافي خلال "
               "الاستقبال "
               "تحيات الملك.",
               1},
        Groups{"WhoWasKilledInAnAttackIsPartOfIt",
               "خبر\nقتل ثلاثة جنود وأصيب آخرون بجروح في هجوم شنته حركة حماس.", 1},
        Groups{"WhatTheHeadlineTellsIsToldAgain",
               "الوزير نديم الصافي يغادر إلى باريس\n"
               "توجه الوزير نديم الصافي أمس إلى العاصمة الفرنسية باريس على رأس وفد.",
               1},
        Groups{"TheOneThatIsKnownIsTheSame",
               "خبر\nعقدت هدنة بين الحكومة والمعارضة أمس. وقال الوزير نديم الصافي إن الهدنة مع "
               "المتمردين تنتهي عام 2021.",
               1},
        Groups{"TheSameTwoInAnotherWord",
               "خبر\nالتقى الوزير نديم الصافي السفير عادل مراد أمس. وقال إنه بحث مع السفير عادل "
               "مراد ملف الحدود.",
               1},
        Groups{"ThoseWithoutANameMayBeCalledOtherwise",
               "خبر\nوقعت إيران مع القوى الكبرى اتفاقا أمس. وقال الوزير نديم الصافي إن الاتفاق بين "
               "إيران والدول الغربية نافذ.",
               1},
        Groups{
            "WhatIsIndefiniteIsNotTheOneToldBefore",
            "الوزير نديم الصافي يلتقي السفير عادل مراد\nالتقى الوزير نديم الصافي السفير عادل مراد. "
            "وأطلع المدير النواب على التفاصيل في اجتماعات مغلقة.",
            2},
        Groups{
            "MeetingsOfOthersAreOtherEvents",
            "يوم طويل\n"
            "التقى الوزير نديم الصافي السفير عادل مراد. والتقت الوزيرة سلمى الكيلاني المبعوث حازم "
            "البدري.",
            2}),
    [](const auto& info) { return info.param.name; });

// That a text tells of one meeting, and who takes part.
void expect_one_meeting(const char* text, const char* who) {
  const Reading reading(text);
  ASSERT_EQ(reading.proposals.groups.size(), 1u);
  EXPECT_EQ(reading.names_of(reading.proposals.groups.front().participants), who);
}

TEST(Events, APersonTakesTheRoomOfHisStateInTheHeadline) {
  expect_one_meeting(
      "لقاء فرنسي إيطالي\n"
      "التقى وزير الخارجية الفرنسي نديم الصافي نظيره الإيطالي عادل مراد أمس. وحضر اللقاء السفير "
      "حازم البدري.",
      "نديم الصافي|عادل مراد|حازم البدري|");
}

TEST(Events, WhoAttendsJoinsTheMeeting) {
  expect_one_meeting(
      "يوم طويل\n"
      "التقى الوزير نديم الصافي السفير عادل مراد أمس. وحضر اللقاء السفير حازم البدري والمدير "
      "كريم الناصر.",
      "نديم الصافي|عادل مراد|حازم البدري|كريم الناصر|");
}

TEST(Events, ThePredicateTellsHowFarItIs) {
  const Reading reading("قال الوزير نديم الصافي إن المحادثات مستمرة بهدف حل يمكن من فتح الطريق.");
  const EventMention* talks = reading.mention_of("محادثة", "negotiate");
  ASSERT_NE(talks, nullptr);
  EXPECT_EQ(talks->status, EventStatus::kOngoing);
}

TEST(Events, WhoOffersToMediateIsTheMediator) {
  const Reading reading("عرضت قطر التوسط بين فرنسا وإيطاليا.");
  const EventMention* mention = reading.mention_of("توسّط", "mediate");
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->status, EventStatus::kProposed);
  ASSERT_EQ(mention->participants.size(), 3u);
  EXPECT_EQ(mention->participants[0].role, Participant::Role::kMediator);
  EXPECT_EQ(mention->participants[1].role, Participant::Role::kParty);
}

TEST(Events, WhatOneIsInvitedToIsProposed) {
  const Reading reading("وجه الرئيس كريم الناصر دعوة إلى السفير عادل مراد لزيارة القاهرة.");
  const EventMention* visit = reading.mention_of("زيارة", "visit");
  ASSERT_NE(visit, nullptr);
  EXPECT_EQ(visit->status, EventStatus::kProposed);
}

struct WhoCase {
  const char* name;
  const char* sentence;
  const char* lemma;
  const char* type;
  const char* who;
};
void PrintTo(const WhoCase& c, std::ostream* out) { *out << c.name; }

class WhoTakesPart : public testing::TestWithParam<WhoCase> {};

TEST_P(WhoTakesPart, IsReadFromTheClause) {
  const Reading reading(GetParam().sentence);
  const EventMention* mention = reading.mention_of(GetParam().lemma, GetParam().type);
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(reading.names_of(mention->participants), GetParam().who);
}

constexpr WhoCase kWhoCases[] = {
    {"DualMeansPersonsJoinedByAdjectives",
     "جرى ذلك بين الرئيسين التركي كريم الناصر والأمريكي عادل مراد. واتفق الرئيسان على فتح المعبر.",
     "اتّفق", "agree", "كريم الناصر|عادل مراد|"},
    {"DualMeansThoseWhoMet",
     "استقبل الرئيس كريم الناصر أمس الوزير نديم الصافي. واتفق الجانبان على فتح المعبر.", "اتّفق",
     "agree", "كريم الناصر|نديم الصافي|"},
    {"DualOfStatesMeansThoseOfTheMinisters",
     "التقى وزير الخارجية الفرنسي نديم الصافي نظيره الإيطالي عادل مراد. واتفقت الحكومتان "
     "أمس.",
     "اتّفق", "agree", "فرنسا|إيطاليا|"},
    {"ClauseOnAnIndefiniteNoun", "قام الوزير نديم الصافي بجولة شملت لبنان وإيطاليا.", "جولة",
     "visit", "نديم الصافي|لبنان|إيطاليا|"},
    {"ClauseOnAnIndefiniteNounWithAnotherSubject",
     "عقد الوزير نديم الصافي جلسة جرى خلالها بحث الأوضاع في لبنان وإيطاليا.", "جلسة", "meet",
     "نديم الصافي|"},
    {"ClauseOnAnIndefiniteNounBroughtTogether",
     "عاد المبعوث بعد لقاء جمع الوزير نديم الصافي والسفير عادل مراد.", "لقاء", "meet",
     "نديم الصافي|عادل مراد|"},
    {"DualInGenitiveMeansStates", "ساءت العلاقة بين فرنسا وإيطاليا. واجتمع قادة البلدين أمس.",
     "اجتمع", "meet", "فرنسا|إيطاليا|"},
    {"TalksAreCalledForTheirPlace", "بدأت مباحثات القاهرة بين نديم الصافي وعادل مراد.", "مباحثة",
     "negotiate", "نديم الصافي|عادل مراد|"},
    {"PeopleMeanTheirState", "بدأت المفاوضات بين الفرنسيين والإيطاليين أمس.", "فاوض", "negotiate",
     "فرنسا|إيطاليا|"},
    {"WithEachOf", "اجتمع الوزير نديم الصافي مع كل من السفير عادل مراد والسفير حازم البدري.",
     "اجتمع", "meet", "نديم الصافي|عادل مراد|حازم البدري|"},
    {"JoinedBehindAnotherPreposition",
     "اجتمع الوزير نديم الصافي مع عادل مراد من البنك المركزي وحازم البدري من الوزارة.", "اجتمع",
     "meet", "نديم الصافي|عادل مراد|حازم البدري|"},
    {"LeftOutInRelativeClause",
     "يقيم نديم الصافي في الدوحة وكانت آخر زيارة قام بها لباريس في الصيف.", "زيارة", "visit",
     "نديم الصافي|فرنسا|"},
    {"PurposeOfAJourney", "يزور الوزير نديم الصافي إيطاليا لإجراء محادثات مع السفير عادل مراد.",
     "محادثة", "negotiate", "نديم الصافي|عادل مراد|"},
    {"BracketsTellNobody", "التقى الوزير نديم الصافي (حزب العمل) السفير عادل مراد.", "التقى",
     "meet", "نديم الصافي|عادل مراد|"},
    {"OccasionOfOthers", "قال الوزير نديم الصافي بعد لقاء السفير عادل مراد مع حازم البدري.", "لقاء",
     "meet", "عادل مراد|حازم البدري|"},
    {"WhoSpeaksInAParticiple",
     "قال الوزير نديم الصافي إن المعبر مغلق، مطالبا السفير عادل مراد بفتح الطريق.", "طالب",
     "demand", "نديم الصافي|عادل مراد|"},
    {"ObjectBehindPlaceAndTime", "استقبل الرئيس كريم الناصر، أمس، في باريس الوزير نديم الصافي.",
     "استقبل", "meet", "كريم الناصر|نديم الصافي|"},
    {"SubjectBehindPlaceAndTime", "اجتمع في باريس، أمس، الوزير نديم الصافي مع السفير عادل مراد.",
     "اجتمع", "meet", "نديم الصافي|عادل مراد|"},
    {"EachOfWithoutPreposition",
     "التقى الوزير نديم الصافي كلا من السفير عادل مراد والسفير حازم البدري.", "التقى", "meet",
     "نديم الصافي|عادل مراد|حازم البدري|"},
    {"CounterpartBehindAName", "التقى الوزير نديم الصافي نظيره الفرنسي.", "التقى", "meet",
     "نديم الصافي|نظيره الفرنسي|"},
    {"NounWithTheArticleHasNoComplement",
     "نقل السفير عادل مراد خلال الاستقبال تحيات الوزير نديم الصافي.", "استقبل", "meet",
     "عادل مراد|"},
    {"ObjectOfANounWithPronoun",
     "قال الوزير نديم الصافي خلال لقائه السفير عادل مراد إن الطريق مفتوح.", "لقاء", "meet",
     "نديم الصافي|عادل مراد|"},
    {"PronounIsTheSubject", "أكد الوزير نديم الصافي أنه لن يزور باريس.", "زار", "visit",
     "نديم الصافي|فرنسا|"},
    {"OwnCountry", "قال وزير الخارجية الفرنسي عادل مراد إن بلاده ترفض الخطة.", "رفض", "reject",
     "فرنسا|"},
    {"OfTwoVerbsTheOneWithASubject", "تجري مصر والسودان محادثات حول المعبر.", "محادثة", "negotiate",
     "مصر|السودان|"},
    {"WhoHopesToMeet", "أعرب الوزير نديم الصافي عن أمله في لقاء السفير عادل مراد.", "لقاء", "meet",
     "عادل مراد|نديم الصافي|"},
    {"WhoHopesForOthers",
     "يأمل الوزير نديم الصافي في لقاء بين السفير عادل مراد والمبعوث حازم البدري.", "لقاء", "meet",
     "عادل مراد|حازم البدري|"},
    {"SpokesmanTakesNoPart",
     "نفى المتحدث باسم الحكومة الفرنسية سامر الحلو إجراء محادثات مع السفير عادل مراد.", "محادثة",
     "negotiate", "الحكومة الفرنسية|عادل مراد|"},
    {"WeOfASpokesman", "قال المتحدث باسم الحكومة الفرنسية سامر الحلو: «نحن لا نفاوض على البحر».",
     "فاوض", "negotiate", "الحكومة الفرنسية|"},
    {"WeHaveAnObject", "قال الوزير نديم الصافي: «سنلتقي السفير عادل مراد غدا».", "التقى", "meet",
     "نديم الصافي|عادل مراد|"},
    {"ForWhatATeamIsFormed", "أعلن المتحدث سامر الحلو أن باريس بدأت تشكيل فريق للتفاوض مع إيطاليا.",
     "تفاوض", "negotiate", "فرنسا|إيطاليا|"},
    {"WhoFormsATeamInAHeadline", "فرنسا تشكل فريقها لمحادثات مع إيطاليا", "محادثة", "negotiate",
     "فرنسا|إيطاليا|"},
    {"RelativeClauseTellsWho", "نجحت الزيارة التي قام بها الوزير نديم الصافي إلى باريس.", "زيارة",
     "visit", "نديم الصافي|فرنسا|"},
    {"PassiveOfARelativeClause",
     "قيل ذلك في الاجتماع الذي عقد في باريس بين الوزير نديم الصافي والسفير عادل مراد.", "اجتمع",
     "meet", "نديم الصافي|عادل مراد|"},
    {"WhomAMeetingJoins", "قيل ذلك في اللقاء الذي جمع الوزير نديم الصافي بالسفير عادل مراد.",
     "لقاء", "meet", "نديم الصافي|عادل مراد|"},
    {"SubjectBehindTheEvent", "حضر اللقاء السفير عادل مراد والوزير نديم الصافي.", "لقاء", "meet",
     "عادل مراد|نديم الصافي|"},
    {"PronounOfARelativeIsNobody", "رحب السفير عادل مراد بالعقد الذي أبرمته إيران مع فرنسا.",
     "أبرم", "agree", "إيران|فرنسا|"},
    {"AdjectivesJoinedByADash", "تناولت القمة المصرية - السودانية ملف المياه.", "قمة", "meet",
     "مصر|السودان|"},
    {"AdjectivesOfANounAreNobody", "فرضت فرنسا العقوبات الاقتصادية المفروضة عليها أمس.", "عقوبة",
     "sanction", "فرنسا|"},
    {"LeftOutSubjectOfTheSentenceBefore",
     "خبر\nوصل الوزير نديم الصافي إلى باريس أمس. والتقى الرئيس الفرنسي كريم الناصر.", "التقى",
     "meet", "كريم الناصر|نديم الصافي|"},
    {"LeftOutSubjectOfTheClauseBefore",
     "وصل الوزير نديم الصافي إلى باريس أمس، حيث التقى نظيره الفرنسي كريم الناصر.", "التقى", "meet",
     "كريم الناصر|نديم الصافي|"},
    {"LeftOutSubjectOfACarrier",
     "خبر\nوصل الوزير نديم الصافي إلى باريس أمس. وعقد اجتماعا مع الرئيس كريم الناصر.", "اجتمع",
     "meet", "كريم الناصر|نديم الصافي|"},
    {"LeftOutSubjectOfAnInvitation",
     "خبر\nوصل الوزير نديم الصافي إلى باريس أمس. ووجه دعوة إلى الرئيس كريم الناصر لحضور القمة.",
     "دعا", "invite", "كريم الناصر|نديم الصافي|"},
    {"LeftOutSubjectOfAJourney", "خبر\nزار الوزير نديم الصافي باريس أمس. وسيزور القاهرة غدا.",
     "زار", "visit", "نديم الصافي|فرنسا|"},
    {"OfTwoPersonsBeforeNoneIsTheSubject",
     "خبر\nوصل الوزير نديم الصافي والسفير عادل مراد. والتقى الرئيس كريم الناصر أمس.", "التقى",
     "meet", "كريم الناصر|"},
    {"AnObjectNobodyKnows",
     "خبر\nوصل الوزير نديم الصافي إلى باريس. والتقى الرئيس كريم الناصر عددا من الكتاب.", "التقى",
     "meet", "كريم الناصر|"},
    {"ObjectBehindAnOccasion",
     "التقى الوزير نديم الصافي خلال الزيارة الرئيس كريم الناصر والسفير عادل مراد.", "التقى", "meet",
     "نديم الصافي|كريم الناصر|عادل مراد|"},
    {"ASideIsItsState", "التقى الجانب الفرنسي السفير عادل مراد أمس.", "التقى", "meet",
     "فرنسا|عادل مراد|"},
    {"ForcesAreTheirState", "قصفت القوات الفرنسية القرية أمس.", "قصف", "attack", "فرنسا|"},
    {"ForcesOfWhomMoreIsToldAreNot", "قصفت القوات الفرنسية الخاصة القرية أمس.", "قصف", "attack",
     "القوات الفرنسية الخاصة|"},
    {"ADelegationIsWhoSendsIt", "التقى الوزير نديم الصافي أمس وفد الأمم المتحدة.", "التقى", "meet",
     "نديم الصافي|الأمم المتحدة|"},
    {"TheDelegationOfOnesCountry",
     "قال وزير الخارجية الفرنسي عادل مراد إن الاتفاق الذي أبرمه وفد بلاده مع إيطاليا نافذ.", "اتّفق",
     "agree", "فرنسا|إيطاليا|"},
    {"ManyStatesAreAddressed", "دعا الرئيس كريم الناصر، أمس، دول شرق أفريقيا إلى وقف القتال.",
     "دعا", "demand", "كريم الناصر|دول شرق أفريقيا|"},
    {"PeersAreTheStatesOfTheirAdjectives",
     "عقد الوزير نديم الصافي لقاء مع نظرائه الإيطالي والنمساوي في روما.", "لقاء", "meet",
     "نديم الصافي|إيطاليا|النمسا|"},
    {"APronounThatResumesTheEvent", "أشار الوزير نديم الصافي إلى القصف الذي تعرضت له المدينة أمس.",
     "قصف", "attack", ""},
    {"NameBehindTheOffice",
     "أكد كريم الناصر، أثناء لقائه القنصل العام الجديد في باريس، نديم الصافي، أن الطريق مفتوح.",
     "لقاء", "meet", "كريم الناصر|نديم الصافي|"},
    {"TwoOfficesOfOne", "التقى نائب رئيس الوزراء ووزير الخارجية نديم الصافي السفير عادل مراد أمس.",
     "التقى", "meet", "نديم الصافي|عادل مراد|"},
    {"LeftOutSubjectOfWhoAgreesWithAnother",
     "التقى الوزير نديم الصافي السفير عادل مراد أمس، واتفق معه على فتح المعبر.", "اتّفق", "agree",
     "عادل مراد|نديم الصافي|"},
    {"PlaceThatIsReached", "يصل الوزير نديم الصافي القاهرة غدا.", "وصل", "visit",
     "نديم الصافي|مصر|"},
    {"PlaceInFrontOfWhoReachesIt", "وصل القاهرة أمس الوزير نديم الصافي.", "وصل", "visit",
     "مصر|نديم الصافي|"},
    {"WhoIsInvitedIsTheVisitor", "وجه الرئيس كريم الناصر دعوة إلى السفير عادل مراد لزيارة القاهرة.",
     "زيارة", "visit", "مصر|عادل مراد|"},
    {"ThePlaceIsNotInvited", "دعا الرئيس كريم الناصر السفير عادل مراد إلى زيارة إيطاليا.", "دعا",
     "invite", "كريم الناصر|عادل مراد|"},
    {"WhoSpeaksOfAnAttack", "قدم الوزير نديم الصافي التعازي بضحايا الهجوم.", "هجوم", "attack", ""},
    {"WhoSpeaksOfTheDeadOfAnAttack", "أعلن الوزير نديم الصافي مقتل جنديين في الهجوم.", "هجوم",
     "attack", ""},
    {"WhoTakesPartInAnAttack", "شارك المقاتل نديم الصافي في الهجوم.", "هجوم", "attack",
     "نديم الصافي|"},
    {"WhoDeniesAMeetingOfOthers",
     "نفى الوزير كريم الناصر عقد لقاء بين السفير عادل مراد والمبعوث حازم البدري.", "لقاء", "meet",
     "عادل مراد|حازم البدري|"},
    {"StatesWhoseOfficesMeet", "اجتمع وزراء خارجية مصر والأردن وفرنسا أمس.", "اجتمع", "meet",
     "مصر|الأردن|فرنسا|"},
    {"OfficesOfOneState", "اجتمع وزراء الحكومة الفرنسية أمس.", "اجتمع", "meet",
     "وزراء الحكومة الفرنسية|"},
    {"PremisesOfAReception", "استقبل الرئيس كريم الناصر السفير عادل مراد بالقصر الملكي.", "استقبل",
     "meet", "كريم الناصر|عادل مراد|"},
    {"OnOneSideAndOnTheOther",
     "دارت اشتباكات بين الجيش السوري من جهة، والفصائل المقاتلة وجبهة النصرة من جهة أخرى.", "اشتبك",
     "attack", "الجيش السوري|الفصائل المقاتلة|جبهة النصرة|"},
    {"FightersTakePart", "خاضت قوات المدينة اشتباكات مع المقاتلين الجنوبيين.", "اشتبك", "attack",
     "قوات المدينة|المقاتلين الجنوبيين|"},
    {"PeopleThatAreAccused", "اتهمت الحكومة الأوكرانية أمس الانفصاليين باستهداف المدينة.", "استهدف",
     "attack", "الانفصاليين|"},
    {"WhoseWhatIsHitIs", "هاجم الحوثيون وميليشيات الساحل أمس مواقع لحركة حماس.", "هاجم", "attack",
     "الحوثيون|ميليشيات الساحل|حركة حماس|"},
    {"WhoseAttackItIs", "قتل جنود كثيرون في هجوم لحركة حماس.", "هجوم", "attack", "حركة حماس|"},
    {"VictimsOfWhomTheNumberIsTold",
     "قتل ستة أشخاص أمس في اشتباكات بين قوات الأمن والمقاتلين الأكراد.", "اشتبك", "attack",
     "قوات الأمن|المقاتلين الأكراد|"},
    {"SubjectBehindWas", "وكان الوزير نديم الصافي طلب من السفير عادل مراد فتح المعبر.", "طلب",
     "demand", "نديم الصافي|عادل مراد|"},
    {"AircraftOfAState", "أعلن المتحدث أن الطائرات الإيطالية قصفت مواقع حركة حماس.", "قصف",
     "attack", "إيطاليا|حركة حماس|"},
    {"WhatOfAStateIsHit", "هاجم مسلحون قاعدة فرنسية في المدينة.", "هاجم", "attack",
     "مسلحون|فرنسا|"},
    {"PairInFrontOfItsVerb",
     "قال المتحدث إن الرئيسين كريم الناصر وعادل مراد بخير. وأضاف أن الرئيسين اتفقا على الخطة.",
     "اتّفق", "agree", "كريم الناصر|عادل مراد|"},
    {"TwoStatesOfTheSentencesInFront",
     "زار الرئيس الفرنسي كريم الناصر إيطاليا. واتفق البلدان على الخطة.", "اتّفق", "agree",
     "فرنسا|إيطاليا|"},
    {"TheyAreNoSinglePerson", "دخل الوزير نديم الصافي المدن التي سيطروا عليها.", "سيطر", "attack",
     ""},
    {"PronounOfAnOffice",
     "قال الوزير نديم الصافي إن نائب الرئيس الإيراني إبان زيارته باريس وافق على الخطة.", "زيارة",
     "visit", "نائب الرئيس الإيراني|فرنسا|"},
    {"EachOfBehindTheMatter", "ووقعت على الاتفاقية كل من فرنسا وإيطاليا ومصر.", "وقّع", "agree",
     "فرنسا|إيطاليا|مصر|"},
    {"WhatTalksAreAbout", "قال الوزير نديم الصافي إن الاتفاق حول البرنامج النووي الإيراني جيد.",
     "اتّفق", "agree", "إيران|"},
    {"CreditorsTakePart", "جرت محادثات ما بين اليونان ودائنيها أمس.", "محادثة", "negotiate",
     "اليونان|دائنيها|"},
    {"TheVerbGoesByTheHeadOfThePhrase",
     "قال الوزير نديم الصافي إن مليشيا الحوثي تقوم بقصف المدينة.", "قصف", "attack",
     "مليشيا الحوثي|"},
    {"ARelativeOnAnotherNoun", "علاوة على رفض موسكو التعاون في القضية التي رفعها السفير عادل مراد.",
     "رفض", "reject", "روسيا|"},
    {"CommaBehindTheSubjectOfWas",
     "وكان الوزير نديم الصافي، دعا أمس السفير عادل مراد إلى فتح المعبر.", "دعا", "demand",
     "نديم الصافي|عادل مراد|"},
    {"AnOfficialTellsForOthers",
     "أعلن مسؤول بوزارة الخارجية الإيرانية تأجيل زيارة الوزير نديم الصافي إلى باريس.", "أجّل",
     "postpone", "وزارة الخارجية الإيرانية|نديم الصافي|"},
    {"WomenAmongTheDead", "قتل 9 مدنيين، بينهم نساء، خلال الاشتباكات بين الجيش الليبي والمسلحين.",
     "اشتبك", "attack", "الجيش الليبي|المسلحين|"},
    {"GroupBetweenThatAndItsVerb",
     "عاد السفير عادل مراد. وقال الوزير نديم الصافي إن الوفد يرفض الخطة.", "رفض", "reject",
     "الوفد|"},
    {"VisitBehindThen", "وصل الوزير نديم الصافي إلى باريس ثم توجه إلى القاهرة.", "توجّه", "visit",
     "نديم الصافي|مصر|"},
    {"WhoTellsOfTheDead", "أعلنت حركة حماس ذلك. وقتل 25 مقاتلا في المدينة.", "قتل", "attack", ""},
    {"WhatWasSignedStandsInFront", "نشرت الجريدة الوثيقة التي وقعها الوزير نديم الصافي أمس.", "وقّع",
     "agree", "نديم الصافي|"},
    {"WhoSpeaksForAnotherTakesNoPart",
     "قالت الناطقة باسم المبعوث سلمى الكيلاني إن مشاورات الوزير نديم الصافي مستمرة.", "مشاورة",
     "negotiate", "نديم الصافي|"},
    {"PronounIsTheSubjectOfWhatCarriesIt",
     "أوضح الوزير نديم الصافي أنه عقد اجتماعا مع السفير عادل مراد والمبعوث حازم البدري.", "اجتمع",
     "meet", "عادل مراد|حازم البدري|نديم الصافي|"},
    {"WhoHasSentTheDelegation", "وصل وفد من الحركة الوطنية إلى باريس.", "وصل", "visit",
     "الحركة الوطنية|فرنسا|"},
    {"DualWithTwoAdjectives", "جرت محادثات بين الوفدين المصري والتركي.", "محادثة", "negotiate",
     "مصر|تركيا|"},
    {"WhereOneAgreed", "اتفق الوزير نديم الصافي، في لقاء بباريس، مع السفير عادل مراد على هدنة.",
     "اتّفق", "agree", "نديم الصافي|عادل مراد|"},
    {"CalledByTelephone", "هاتف الرئيس كريم الناصر نظيره الفرنسي عادل مراد.", "هاتف", "call",
     "كريم الناصر|عادل مراد|"},
    {"DualThatAdjectivesTell", "عقد الجانبان الفرنسي والإيطالي اجتماعا في العاصمة.", "اجتمع",
     "meet", "فرنسا|إيطاليا|"},
    {"WhomOneComesToMeet", "وصل الوزير نديم الصافي إلى باريس للقاء الرئيس كريم الناصر.", "لقاء",
     "meet", "نديم الصافي|كريم الناصر|"},
    {"WhomAnotherMeets", "أوفد الوزير نديم الصافي حازم البدري للقاء الرئيس كريم الناصر.", "لقاء",
     "meet", "كريم الناصر|"},
    {"BothWhomTheDualNames", "اتفق الجانبان فرنسا وإيطاليا على وقف إطلاق النار.", "وقف",
     "ceasefire", "فرنسا|إيطاليا|"},
    {"WhoOffersToMediate", "عرضت قطر الوساطة بين فرنسا وإيطاليا.", "وساطة", "mediate",
     "قطر|فرنسا|إيطاليا|"},
    {"WhoTellsOfMediation", "أعلنت الوزارة الفرنسية وساطة بين إيران وتركيا.", "وساطة", "mediate",
     "إيران|تركيا|"},
    {"OfficeThatIsGiven", "عين الرئيس كريم الناصر السفير عادل مراد مبعوثا خاصا إلى الأمم المتحدة.",
     "عيّن", "appoint", "كريم الناصر|عادل مراد|"},
};
INSTANTIATE_TEST_SUITE_P(Clauses, WhoTakesPart, testing::ValuesIn(kWhoCases),
                         [](const auto& info) { return std::string(info.param.name); });

// Words that name an event in other company.
TEST(Events, WordsInAnotherSenseAreNone) {
  for (const char* sentence : {
           "عقد الوزير نديم الصافي مؤتمرا صحفيا أمس.",
           "احتلت القناة المركز الثاني أمس.",
           "استعاد الوزير نديم الصافي دوره أمس.",
           "رفض الوزير نديم الصافي التعليق على الأنباء.",
           "حضر الوزير نديم الصافي جلسة استماع أمس.",
           "وصل الوزير إلى مرحلة صعبة.",
           "رفض المتحدث باسم الوزارة نديم الصافي أن يعلق على الأنباء.",
           "ألغى الرئيس كريم الناصر القرار أمس.",
           "انتهت مباراة القمة بالتعادل.",
           "عاد السفير للتشاور أمس.",
           "عاد وفدها إلى القاعة.",
           "سقط عشرات القتلى أمس.",
           "حلقت مقاتلات فوق المدينة.",
           "غادر الوزير نديم الصافي منصبه أمس.",
           "تدعي الحكومة الفرنسية النصر.",
           "لم يتسن الاتصال بالسفير عادل مراد.",
           "تنصت الجهاز على هاتف الوزير نديم الصافي أمس.",
           "رقم هاتف الوزير نديم الصافي مغلق.",
           "نقر المستخدم على زر الصورة.",
           "أجرى الوزير نديم الصافي حوارا تلفزيونيا أمس.",
           "المطار جاهز لاستقبال رحلات الطيران.",
           "وصلت شحنة مساعدات إلى باريس أمس.",
           "يعود الوزير متى دعت الضرورة.",
           "يستهدف البرنامج زيادة الصادرات.",
           "حكم عليه بجرائم حرب.",
           "قال مصدر طلب عدم كشف اسمه ذلك.",
           "قال رئيس التحرير نديم الصافي ذلك.",
           "سجل هدفه من ضربة جزاء.",
           "خاض الفريق لقاءه الودي أمس.",
           "هبت عاصفة رملية أمس.",
           "نجحت العملية الجراحية أمس.",
           "أعد الوزير نديم الصافي آلية مشددة وذلك لضرورة الرقابة.",
           "أجرى الوزير نديم الصافي حوارا أمس مع قناة محلية.",
           "نشرت الجريدة القصيدة التي وقعها نديم الصافي في بيان أمس.",
           "تتطلب الأزمة مواجهة الفقر.",
           "يدرس في الكلية 1800 طالب أمس.",
           "يستعد الوزير نديم الصافي لافتتاح الجسر.",
           "قال شاهد يدعى عادل مراد إن الجسر مغلق.",
           "حضر اللواء أركان حرب عصام الراوي أمس.",
           "تحسنت الأحوال الأمر الذي يفرح الجميع.",
           "حضر ما لا يقل عن مئة أمس.",
           "كان الفوز ضربة كبيرة للمنافس.",
       }) {
    EXPECT_TRUE(Reading(sentence).proposals.mentions.empty()) << sentence;
  }
}

TEST(Events, WhatEndsTheLineBeforeCountsNothing) {
  const Reading reading("الدفعة 12\nطالب الوزير نديم الصافي بفتح المعبر.");
  EXPECT_NE(reading.mention_of("طالب", "demand"), nullptr);
}

TEST(Events, APrepositionIsNoVerb) {
  const Reading reading("نام العمال قبل الوزير بعد تقديم العرض.");
  EXPECT_EQ(reading.mention_of("قبل", "agree"), nullptr);
}

TEST(Events, InterviewsAreNone) {
  for (const char* sentence :
       {"أجرت صحيفة «الشرق الأوسط» أمس حوارا مع الوزير نديم الصافي.",
        "قال الوزير نديم الصافي في اتصال هاتفي مع وكالة رويترز إن الطريق مفتوح.",
        "قال الوزير نديم الصافي في اتصال هاتفي لـ«الشرق الأوسط» إن الطريق مفتوح."}) {
    EXPECT_TRUE(Reading(sentence).proposals.groups.empty()) << sentence;
  }
}

// What is called off is no event besides.
TEST(Events, WhatIsCalledOffIsNone) {
  const auto is_stop = [](const EventGroup& group) {
    return group.type == EventType::kPostpone || group.type == EventType::kWithdraw;
  };
  for (const char* sentence : {
           "أجل الوزير نديم الصافي زيارته إلى باريس.",
           "ألغى الوزير نديم الصافي زيارة كانت مقررة إلى باريس.",
           "إرجاء الجولة الثانية من المحادثات بين مصر والسودان",
           "تأجل اجتماع الوزراء إلى الشهر المقبل.",
           "قرر الوزير نديم الصافي الانسحاب من المفاوضات.",
           "انسحبت إيران من الاتفاق.",
       }) {
    const auto groups = Reading(sentence).proposals.groups;
    EXPECT_TRUE(std::all_of(groups.begin(), groups.end(), is_stop)) << sentence;
    ASSERT_EQ(groups.size(), 1u) << sentence;
    EXPECT_EQ(groups.front().time, "") << sentence;
  }
  for (const char* sentence :
       {"لم يؤجل الوزير نديم الصافي زيارته إلى باريس.", "علق الوزير نديم الصافي على الاتفاق."}) {
    const auto groups = Reading(sentence).proposals.groups;
    EXPECT_FALSE(std::all_of(groups.begin(), groups.end(), is_stop)) << sentence;
  }
}

struct Told {
  std::string name;
  std::string sentence;
  std::string_view lemma, type;
};

void PrintTo(const Told& told, std::ostream* out) { *out << told.name; }

class Occurred : public testing::TestWithParam<Told> {};

TEST_P(Occurred, WhateverStandsAround) {
  const Reading reading(GetParam().sentence);
  const EventMention* mention = reading.mention_of(GetParam().lemma, GetParam().type);
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->status, EventStatus::kOccurred);
}

INSTANTIATE_TEST_SUITE_P(
    Clauses, Occurred,
    testing::Values(
        Told{"AWordOverAnotherNoun",
             "بحث الوزير نديم الصافي أمس تداعيات الاتفاق مع السفير عادل مراد.", "اتّفق", "agree"},
        Told{"ARelativeClauseGoesBeforeTheVerbAroundIt",
             "اتفق الوزيران على تقييم الزيارة التي قام بها السفير عادل مراد إلى باريس.", "زيارة",
             "visit"},
        Told{"AConditionOnSomethingElse",
             "سئل الوزير نديم الصافي عما إذا كان الاتفاق مع السفير عادل مراد يفتح الطريق.", "اتّفق",
             "agree"},
        Told{"ARelativeClauseGoesBeforeTheNounsAroundIt",
             "شدد الوزير نديم الصافي على ضرورة نشر نتائج القمة التي عقدت أمس.", "قمة", "meet"},
        Told{"AnOccasionIsNoSubjectOfTheVerbBehindIt",
             "قال المتحدث إن الوزير نديم الصافي إبان زيارته باريس، وافق على الخطة.", "زيارة",
             "visit"},
        Told{"WhatIsConsentedToHasBeenSaid", "وافق الوزير نديم الصافي على اقتراح السفير عادل مراد.",
             "اقترح", "propose"},
        Told{"WhatIsRefusedHasBeenSaid", "رفض الوزير نديم الصافي دعوة السفير عادل مراد للحوار.",
             "دعا", "demand"},
        Told{"ForWhatInvitation", "زار الوزير نديم الصافي باريس تلبية لدعوة لحضور القمة.", "دعا",
             "invite"},
        Told{"BeforeWhatHappenedThen", "بقي الوزير نديم الصافي ساعة قبل أن يغادر إلى باريس.",
             "غادر", "visit"},
        Told{"WhatACityIsExposedTo", "تعرضت المدينة للقصف أمس.", "قصف", "attack"},
        Told{"PutOffToADayToCome", "تأجل اجتماع الوزراء إلى الشهر المقبل.", "تأجّل", "postpone"},
        Told{"PreparesIsNotIPromise", "أعد الوزير نديم الصافي للقاء السفير عادل مراد خطة جديدة.",
             "خطّة", "propose"},
        Told{"ACityIsNoVerb", "استعادت القوات مدينة عدن من المتمردين.", "استعاد", "attack"},
        Told{"AVerbOfOthersTellsNothingOfIt",
             "قتل الجنود ثلاثة على متن سفينة لنشطاء يحاولون كسر الحصار.", "قتل", "attack"},
        Told{"FailedTalksWereHeld", "فشلت المفاوضات بين الحكومة والمعارضة أمس.", "فاوض",
             "negotiate"},
        Told{"StillIsNotRemoved", "وقعت الحكومة اتفاقا لا يزال يشهد خروقات.", "اتّفق", "agree"},
        Told{"ManagedIsNotMayBe", "تمكن المقاتلون من اقتحام المدينة أمس.", "اقتحم", "attack"}),
    [](const auto& info) { return info.param.name; });

TEST(Events, NobodyIsTakenFromAnotherEvent) {
  const auto reader = std::move(*Reader::create());
  const auto record = reader->read(Article{
      .text = "لقاء في باريس\n"
              "التقى الوزير نديم الصافي السفير عادل مراد أمس في باريس. وتوقفت المحادثات الثلاثية.",
      .published = "2020-03-11"});
  ASSERT_TRUE(record.has_value());
  const auto talks = std::find_if(record->events.begin(), record->events.end(),
                                  [](const auto& e) { return e.type == EventType::kNegotiate; });
  ASSERT_NE(talks, record->events.end());
  EXPECT_TRUE(talks->participants.empty());
}

struct TimeCase {
  const char* name;
  const char* sentence;
  const char* lemma;
  const char* time;
};
void PrintTo(const TimeCase& c, std::ostream* out) { *out << c.name; }

class WhenItWas : public testing::TestWithParam<TimeCase> {};

TEST_P(WhenItWas, IsReadFromTheClause) {
  const Reading reading(GetParam().sentence);
  const auto& mentions = reading.proposals.mentions;
  const auto mention = std::find_if(mentions.begin(), mentions.end(), [](const EventMention& m) {
    return m.entry->lemma == GetParam().lemma;
  });
  ASSERT_NE(mention, mentions.end());
  EXPECT_EQ(mention->time, GetParam().time);
}

INSTANTIATE_TEST_SUITE_P(
    Times, WhenItWas,
    testing::Values(
        TimeCase{"AfterWhatWasThen",
                 "اندلعت اشتباكات بين القوات والمتمردين بعد سقوط المدينة عام 2001.", "اشتبك", ""},
        TimeCase{"AfterAndInAYear", "زار الوزير نديم الصافي باريس عام 2001 بعد سقوط المدينة.",
                 "زار", "2001"},
        TimeCase{"TheDayOfWhatWasBefore",
                 "زار الوزير نديم الصافي باريس بعد لقاء السفير عادل مراد أمس.", "زار",
                 "2020-03-10"},
        TimeCase{"SinceTheLastOne", "زار الوزير نديم الصافي باريس في أول رحلة لوزير منذ عام 2001.",
                 "زار", ""},
        TimeCase{
            "SoLongBeforeAnother",
            "عاد الوزير نديم الصافي إلى فرنسا في 2010 بعد أربع سنوات من أول زيارة قام بها إليها.",
            "زيارة", "2006"},
        TimeCase{"OfWhatCameOfIt",
                 "زار الوزير نديم الصافي المدينة بعد الهجوم على الميناء الذي أدى إلى مقتل حارس عام "
                 "2001.",
                 "هجوم", "2001"},
        TimeCase{"OfAnotherNounByItsParticiple",
                 "توصلت فرنسا وإيطاليا إلى اتفاق لإنهاء العقد الموقع عام 2001.", "اتّفق", ""},
        TimeCase{"OfTheEventByItsParticiple",
                 "رحب السفير عادل مراد بالاتفاق الجديد الموقع عام 2001.", "اتّفق", "2001"}),
    [](const auto& info) { return info.param.name; });

TEST(Events, TalksAreOfTheDayThatAClauseAroundThemTells) {
  for (const char* sentence : {// a relative clause behind the parties
                               "انتقد السفير عادل مراد قرار إرسال وفد إلى محادثات سلام بين الحكومة "
                               "والمعارضة التي جرت أمس في باريس.",
                               // in the course of a visit
                               "بدأ الوزير نديم الصافي أمس زيارة إلى باريس تستغرق يومين، وسبقتها "
                               "أسابيع طويلة من التحضير، تجري "
                               "خلالها محادثات مع السفير عادل مراد."}) {
    const Reading reading(sentence);
    const EventMention* talks = reading.mention_of("محادثة", "negotiate");
    ASSERT_NE(talks, nullptr) << sentence;
    EXPECT_EQ(talks->status, EventStatus::kOccurred) << sentence;
    EXPECT_EQ(talks->time, "2020-03-10") << sentence;
  }
}

// Who may take part in the first event of a sentence: by rule, then others, with the body or person
// that stands for a state.
std::string candidates_in(const char* sentence) {
  Reading reading(sentence);
  const Context context(reading.document, *stages().morphology, *stages().actors,
                        stages().statements.phrases);
  const EventGroup& group = reading.proposals.groups.front();
  const EventMention& best = reading.proposals.mentions[group.mentions.front()];
  std::string names;
  for (const ParticipantCandidate& c :
       participant_candidates(reading.document, context, best, reading.proposals.groups, group)) {
    names += (c.by_rule ? "" : "+") + reading.document.actors[c.actor].name;
    if (c.body) names += "<" + reading.document.actors[*c.body].name;
    names += "|";
  }
  return names;
}

TEST(Events, WhoeverIsNamedAroundMayTakePart) {
  EXPECT_EQ(candidates_in("في بيان للسفير عادل مراد، استنكر الوزير نديم الصافي الهجوم أمس."),
            "+عادل مراد|+نديم الصافي|");
  EXPECT_EQ(candidates_in("قالت صحيفة «الشرق الأوسط» إن الوزير نديم الصافي زار باريس."),
            "نديم الصافي|فرنسا|");
}

TEST(Events, TheStateOfABodyMayTakePartForIt) {
  EXPECT_EQ(candidates_in("رفضت الحكومة الفرنسية الخطة أمس."),
            "الحكومة الفرنسية|+فرنسا<الحكومة الفرنسية|");
  EXPECT_EQ(candidates_in("رفض الكرملين الخطة أمس."), "الكرملين|+روسيا<الكرملين|");
}

TEST(Events, WhoTakesPartInAnotherMayTakePart) {
  EXPECT_EQ(candidates_in("أنباء\nفشلت محادثات عقدت عام 2015.\n"
                          "وأجرى الوزير نديم الصافي محادثات مع السفير عادل مراد أمس."),
            "+نديم الصافي|+عادل مراد|");
}

TEST(Events, CarryTimeClaimAndPlace) {
  const auto reader = std::move(*Reader::create());
  const auto record = reader->read(Article{
      .text = "الصافي يلتقي مراد في باريس\n"
              "قال المتحدث سامر الحلو إن الوزير نديم الصافي التقى السفير عادل مراد أمس في باريس.",
      .published = "2020-03-11"});
  ASSERT_TRUE(record.has_value());
  ASSERT_EQ(record->events.size(), 1u);
  const EventRecord& event = record->events.front();
  EXPECT_EQ(event.type, EventType::kMeet);
  EXPECT_EQ(event.status, EventStatus::kOccurred);
  EXPECT_EQ(event.time, "2020-03-10");
  EXPECT_EQ(event.cameo, "040");
  EXPECT_TRUE(event.claimed_in.has_value());
  EXPECT_TRUE(event.place.has_value());
}

}  // namespace
}  // namespace musnad
