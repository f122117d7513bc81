#include "formats/record_json.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(RecordJson, WritesUnknownAsNullAndEmptyLists) {
  Record record;
  record.article.id = "a";
  EXPECT_EQ(
      render_json(record),
      R"({"musnad":"1","document":{"id":"a","title":null,"publisher":null,"author":null,"url":null,)"
      R"("language":"ar","crawled":null,"published":null,"published_basis":"unknown","characters":0,)"
      R"("sha256":""},"actors":[],"times":[],"statements":[],"events":[],"talks":[]})");
}

TEST(RecordJson, WritesEveryFieldInTheOrderOfTheFormat) {
  Record record;
  record.article = {"a\"1", "", "الموجة", "ليلى", "https://example.org", "2031-03-05", ""};
  record.title = "عنوان\t١";
  record.published = "2031-03-04";
  record.published_basis = PublishedBasis::kText;
  record.characters = 7;
  record.sha256 = "ff";
  record.actors = {{.name = "سالم الهادي",
                    .aliases = {"الهادي"},
                    .latin = "Salem al-Hadi",
                    .kind = ActorKind::kPerson,
                    .titles = {"وزير"},
                    .behalf = 1,
                    .key = "salem-al-hadi",
                    .mentions = {{{4, 9}, MentionForm::kTitle}}},
                   {.name = "مرجانة",
                    .aliases = {},
                    .latin = "",
                    .kind = ActorKind::kState,
                    .titles = {},
                    .behalf = {},
                    .key = "",
                    .mentions = {}}};
  record.times = {{{1, 2}, TimeType::kSet, "P1D"}};
  StatementRecord told;
  told.cue = Span{0, 3};
  told.act = Act::kDeny;
  told.source = Span{4, 9};
  told.speaker = 0;
  told.addressee = 1;
  told.question = Span{20, 30};
  told.content = {{{10, 20}, true}};
  told.kind = Kind::kMixed;
  told.polarity = Polarity::kDenied;
  told.via = {1, 0};
  told.time = "2031-03-03";
  StatementRecord inner;
  inner.nested_in = 0;
  record.statements = {told, inner};
  EXPECT_EQ(
      render_json(record),
      R"({"musnad":"1","document":{"id":"a\"1","title":"عنوان\t١","publisher":"الموجة","author":"ليلى",)"
      R"("url":"https://example.org","language":"ar","crawled":"2031-03-05","published":"2031-03-04",)"
      R"("published_basis":"text","characters":7,"sha256":"ff"},)"
      R"("actors":[{"id":"a1","name":"سالم الهادي","aliases":["الهادي"],"latin":"Salem al-Hadi",)"
      R"("kind":"person","titles":["وزير"],"behalf":"a2","key":"salem-al-hadi","code":null,)"
      R"("mentions":[{"start":4,"end":9,"form":"title"}]},)"
      R"({"id":"a2","name":"مرجانة","aliases":[],"latin":null,"kind":"state","titles":[],"behalf":null,)"
      R"("key":null,"code":null,"mentions":[]}],)"
      R"("times":[{"start":1,"end":2,"type":"SET","value":"P1D"}],)"
      R"("statements":[{"id":"s1","cue":{"start":0,"end":3},"act":"deny","source":{"start":4,"end":9},)"
      R"("speaker":"a1","addressee":"a2","question":{"start":20,"end":30},)"
      R"("content":[{"start":10,"end":20,"direct":true}],"kind":"mixed","polarity":"denied",)"
      R"("via":["a2","a1"],"time":"2031-03-03","nested_in":null},)"
      R"({"id":"s2","cue":null,"act":"say","source":null,"speaker":null,"addressee":null,"question":null,)"
      R"("content":[],"kind":"indirect","polarity":"asserted","via":[],"time":null,"nested_in":"s1"}],)"
      R"("events":[],"talks":[]})");
}

std::string rendered(const Record& record, std::string_view from) {
  const std::string json = render_json(record);
  return json.substr(json.find(from));
}

TEST(RecordJson, WritesEvents) {
  Record record;
  EventRecord visit;
  visit.type = EventType::kVisit;
  visit.anchor = {5, 9};
  visit.mentions = {{20, 24}};
  visit.participants = {{1, Participant::Role::kSubject}, {0, Participant::Role::kHost}};
  visit.status = EventStatus::kPlanned;
  visit.time = "2031-03";
  visit.place = 0;
  visit.claimed_in = 1;
  visit.plover = "CONSULT";
  visit.cameo = "042";
  record.events = {visit, EventRecord()};
  EXPECT_EQ(
      rendered(record, R"("events")"),
      R"("events":[{"id":"e1","type":"visit","anchor":{"start":5,"end":9},)"
      R"("mentions":[{"start":20,"end":24}],"participants":[{"actor":"a2","role":"subject"},)"
      R"({"actor":"a1","role":"host"}],"status":"planned","time":"2031-03","place":"a1",)"
      R"("claimed_in":"s2","plover":"CONSULT","cameo":"042"},)"
      R"({"id":"e2","type":"meet","anchor":{"start":0,"end":0},"mentions":[],"participants":[],)"
      R"("status":"occurred","time":null,"place":null,"claimed_in":null,"plover":null,)"
      R"("cameo":null}],"talks":[]})");
}

TEST(RecordJson, WritesTalks) {
  Record record;
  const std::vector<Evidence> evidence = {{Evidence::Layer::kStatement, 1},
                                          {Evidence::Layer::kEvent, 0}};
  TeamRecord team;
  team.party = 1;
  team.status = TeamStatus::kChanged;
  team.head = 2;
  team.head_withheld = true;
  team.members = {{3, "ناطقا"}, {4, ""}};
  team.named_by = 0;
  team.waits_for = Span{7, 9};
  team.evidence = evidence;
  TalksRecord talks;
  talks.parties = {0, 1};
  talks.mediators = {2};
  talks.topic = {{1, 3}};
  talks.status = TalksStatus::kPaused;
  talks.teams = {team};
  talks.agenda = {{.issue = {4, 6}, .raised_by = 1, .evidence = evidence}};
  talks.positions = {{.party = 0, .position = {5, 8}, .evidence = {}}};
  talks.contacts = {0, 2};
  talks.open = {{.matter = {8, 9}, .evidence = {}}};
  record.talks = {talks};
  EXPECT_EQ(
      rendered(record, R"("talks")"),
      R"("talks":[{"id":"t1","parties":["a1","a2"],"mediators":["a3"],)"
      R"("topic":[{"start":1,"end":3}],"status":"paused",)"
      R"("teams":[{"party":"a2","status":"changed","head":"a3","head_withheld":true,)"
      R"("members":[{"actor":"a4","role":"ناطقا"},{"actor":"a5","role":null}],"named_by":"a1",)"
      R"("waits_for":{"start":7,"end":9},"evidence":["s2","e1"]}],)"
      R"("agenda":[{"issue":{"start":4,"end":6},"raised_by":"a2","evidence":["s2","e1"]}],)"
      R"("positions":[{"party":"a1","position":{"start":5,"end":8},"evidence":[]}],)"
      R"("contacts":["e1","e3"],"open":[{"matter":{"start":8,"end":9},"evidence":[]}]}]})");
}

}  // namespace
}  // namespace musnad
