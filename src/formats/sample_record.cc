#include "formats/sample_record.h"

#include <algorithm>
#include <cassert>

namespace musnad {
namespace {

constexpr std::string_view kText =
    "نوران: المفاوضات مع سهلان تُستأنف خلال ثلاثة أيام\n"
    "\n"
    "أعلنت وزيرة خارجية نوران، هالة السروجي، مساء الثلاثاء 11 مارس 2025 أن الجولة الرابعة من "
    "المفاوضات مع سهلان ستُعقد في مرسى النور، نافيةً أن يكون بلدها قد طلب تأجيلها.\n"
    "وقالت السروجي في تصريح لوكالة أنباء المرفأ: «الباب ما زال مفتوحًا، ولم نتلقَّ ردًّا على رسالتنا "
    "رقم 27/ب حتى الآن!». وأضافت أن نظيرها السهلاني وسيم الطحّان أكّد لها أن وفد بلاده «سيصل في "
    "موعده».\n"
    "ورفض المتحدث باسم حكومة سهلان رائد الكُتبي التعليق على موعد الوصول. وردًّا على سؤال: «هل "
    "تلتزمون بوقف إطلاق النار؟»، أجاب الكُتبي: «نلتزم به ما التزم به الطرف الآخر».\n"
    "ونقلت صحيفة «الضفّة» عن مصدر مطّلع قوله إن مسودة الاتفاق (MN-7/A) تشمل 12 نقطة، منها الإفراج "
    "عن 45% من المحتجزين قبل نهاية الشهر.\n"
    "وذُكر أن الوفدين سيلتقيان صباح الجمعة.\n";

enum : ActorIndex { kNuran, kSahlan, kMinister, kColleague, kSpokesman, kAgency, kPaper, kSource };

uint32_t count_code_points(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

ActorRecord actor(std::string name, std::string latin, ActorKind kind,
                  std::vector<std::string> titles = {}, std::optional<ActorIndex> behalf = {}) {
  ActorRecord actor;
  actor.name = std::move(name);
  actor.latin = std::move(latin);
  actor.kind = kind;
  actor.titles = std::move(titles);
  actor.behalf = behalf;
  return actor;
}

std::vector<ActorRecord> sample_actors() {
  return {
      actor("نوران", "Nuran", ActorKind::kState),
      actor("سهلان", "Sahlan", ActorKind::kState),
      actor("هالة السروجي", "Hala al-Sarruji", ActorKind::kPerson, {"وزيرة خارجية نوران"}, kNuran),
      actor("وسيم الطحّان", "Wasim al-Tahhan", ActorKind::kPerson, {"نظيرها السهلاني"}, kSahlan),
      actor("رائد الكُتبي", "Raed al-Kutubi", ActorKind::kPerson, {"المتحدث باسم حكومة سهلان"},
            kSahlan),
      actor("وكالة أنباء المرفأ", "", ActorKind::kOrganization),
      actor("الضفّة", "", ActorKind::kOrganization),
      actor("مصدر مطّلع", "", ActorKind::kUnnamed)};
}

StatementRecord statement(Act act, Span cue, std::optional<ActorIndex> speaker, Span content,
                          Kind kind) {
  StatementRecord statement;
  statement.act = act;
  statement.cue = cue;
  statement.speaker = speaker;
  statement.content = {{content, kind == Kind::kDirect}};
  statement.kind = kind;
  return statement;
}

std::vector<StatementRecord> minister_statements() {
  auto headline =
      statement(Act::kSay, sample_span(":"), kNuran,
                sample_span("المفاوضات مع سهلان تُستأنف خلال ثلاثة أيام"), Kind::kIndirect);
  headline.source = sample_span("نوران");
  auto announced = statement(
      Act::kAnnounce, sample_span("أعلنت"), kMinister,
      sample_span("الجولة الرابعة من المفاوضات مع سهلان ستُعقد في مرسى النور"), Kind::kIndirect);
  announced.source = sample_span("وزيرة خارجية نوران، هالة السروجي");
  announced.time = "2025-03-11TEV";
  auto denied = statement(Act::kDeny, sample_span("نافيةً"), kMinister,
                          sample_span("يكون بلدها قد طلب تأجيلها"), Kind::kIndirect);
  denied.polarity = Polarity::kDenied;
  auto said =
      statement(Act::kSay, sample_span("وقالت"), kMinister,
                sample_span("الباب ما زال مفتوحًا، ولم نتلقَّ ردًّا على رسالتنا رقم 27/ب حتى الآن!"),
                Kind::kDirect);
  said.source = sample_span("السروجي", sample_span("وقالت").begin);
  said.via = {kAgency};
  auto added =
      statement(Act::kSay, sample_span("وأضافت"), kMinister,
                sample_span("نظيرها السهلاني وسيم الطحّان أكّد لها أن وفد بلاده «سيصل في موعده»"),
                Kind::kIndirect);
  return {headline, announced, denied, said, added};
}

std::vector<StatementRecord> other_statements() {
  auto confirmed = statement(Act::kConfirm, sample_span("أكّد"), kColleague,
                             sample_span("وفد بلاده «سيصل في موعده»"), Kind::kMixed);
  confirmed.source = sample_span("نظيرها السهلاني وسيم الطحّان");
  confirmed.addressee = kMinister;
  confirmed.nested_in = 4;
  auto withheld = statement(Act::kWithhold, sample_span("ورفض"), kSpokesman,
                            sample_span("التعليق على موعد الوصول"), Kind::kIndirect);
  withheld.source = sample_span("المتحدث باسم حكومة سهلان رائد الكُتبي");
  withheld.polarity = Polarity::kWithheld;
  auto answered = statement(Act::kAnswer, sample_span("أجاب"), kSpokesman,
                            sample_span("نلتزم به ما التزم به الطرف الآخر"), Kind::kDirect);
  answered.source = sample_span("الكُتبي", sample_span("أجاب").begin);
  answered.question = sample_span("هل تلتزمون بوقف إطلاق النار؟");
  auto relayed =
      statement(Act::kSay, sample_span("قوله"), kSource,
                sample_span("مسودة الاتفاق (MN-7/A) تشمل 12 نقطة، منها الإفراج عن 45% من "
                            "المحتجزين قبل نهاية الشهر"),
                Kind::kIndirect);
  relayed.source = sample_span("مصدر مطّلع");
  relayed.via = {kPaper};
  auto reported = statement(Act::kSay, sample_span("وذُكر"), std::nullopt,
                            sample_span("الوفدين سيلتقيان صباح الجمعة"), Kind::kIndirect);
  return {confirmed, withheld, answered, relayed, reported};
}

EventRecord event(EventType type, Span anchor, std::vector<Participant> participants,
                  EventStatus status, uint32_t claimed_in) {
  EventRecord event;
  event.type = type;
  event.anchor = anchor;
  event.participants = std::move(participants);
  event.status = status;
  event.claimed_in = claimed_in;
  return event;
}

std::vector<EventRecord> sample_events() {
  using Role = Participant::Role;
  auto round = event(EventType::kNegotiate, sample_span("المفاوضات", sample_span("الرابعة").begin),
                     {{kNuran, Role::kParty}, {kSahlan, Role::kParty}}, EventStatus::kPlanned, 1);
  round.mentions = {sample_span("المفاوضات")};
  auto meeting = event(EventType::kMeet, sample_span("سيلتقيان"), {}, EventStatus::kPlanned, 9);
  meeting.time = "2025-03-14";
  return {round, meeting};
}

TalksRecord sample_talks() {
  using Layer = Evidence::Layer;
  TeamRecord team;
  team.party = kSahlan;
  team.head_withheld = true;
  team.members = {{kColleague, "نظيرها السهلاني"}};
  team.evidence = {{Layer::kStatement, 6}, {Layer::kEvent, 0}};
  TalksRecord talks;
  talks.parties = {kNuran, kSahlan};
  talks.teams = {team};
  talks.agenda = {{.issue = sample_span("الإفراج عن 45% من المحتجزين"),
                   .raised_by = kSource,
                   .evidence = {{Layer::kStatement, 8}}}};
  talks.positions = {{.party = kSahlan,
                      .position = sample_span("نلتزم به ما التزم به الطرف الآخر"),
                      .evidence = {{Layer::kStatement, 7}}}};
  talks.contacts = {1};
  talks.open = {{.matter = sample_span("موعد الوصول"), .evidence = {{Layer::kStatement, 6}}}};
  return talks;
}

}  // namespace

Span sample_span(std::string_view words, uint32_t from) {
  for (size_t byte = kText.find(words); byte != kText.npos; byte = kText.find(words, byte + 1)) {
    const uint32_t begin = count_code_points(kText.substr(0, byte));
    if (begin >= from) return {begin, begin + count_code_points(words)};
  }
  assert(false && "words are not in the sample");
  return {};
}

Record sample_record() {
  Record record;
  record.article.text = kText;
  record.title = kText.substr(0, kText.find('\n'));
  record.published = "2025-03-11";
  record.published_basis = PublishedBasis::kText;
  record.characters = count_code_points(kText);
  record.actors = sample_actors();
  record.times = {{sample_span("ثلاثة أيام"), TimeType::kDuration, "P3D"},
                  {sample_span("مساء الثلاثاء 11 مارس 2025"), TimeType::kTime, "2025-03-11TEV"},
                  {sample_span("نهاية الشهر"), TimeType::kDate, "2025-03"},
                  {sample_span("صباح الجمعة"), TimeType::kTime, "2025-03-14TMO"}};
  record.statements = minister_statements();
  for (StatementRecord& other : other_statements()) record.statements.push_back(std::move(other));
  record.events = sample_events();
  record.talks = {sample_talks()};
  return record;
}

size_t count(std::string_view text, std::string_view part) {
  size_t times = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
  return times;
}

}  // namespace musnad
