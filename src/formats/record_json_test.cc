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
      R"("kind":"person","titles":["وزير"],"behalf":"a2","key":"salem-al-hadi",)"
      R"("mentions":[{"start":4,"end":9,"form":"title"}]},)"
      R"({"id":"a2","name":"مرجانة","aliases":[],"latin":null,"kind":"state","titles":[],"behalf":null,)"
      R"("key":null,"mentions":[]}],)"
      R"("times":[{"start":1,"end":2,"type":"SET","value":"P1D"}],)"
      R"("statements":[{"id":"s1","cue":{"start":0,"end":3},"act":"deny","source":{"start":4,"end":9},)"
      R"("speaker":"a1","addressee":"a2","question":{"start":20,"end":30},)"
      R"("content":[{"start":10,"end":20,"direct":true}],"kind":"mixed","polarity":"denied",)"
      R"("via":["a2","a1"],"time":"2031-03-03","nested_in":null},)"
      R"({"id":"s2","cue":null,"act":"say","source":null,"speaker":null,"addressee":null,"question":null,)"
      R"("content":[],"kind":"indirect","polarity":"asserted","via":[],"time":null,"nested_in":"s1"}],)"
      R"("events":[],"talks":[]})");
}

}  // namespace
}  // namespace musnad
