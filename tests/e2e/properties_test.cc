// What holds of every input: an error or a sound record, never a crash; tokens that lose nothing;
// nothing kept between articles.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "e2e/damaged_text.h"
#include "e2e/expected_article.h"
#include "formats/record_json.h"
#include "musnad/reader.h"
#include "text/text.h"
#include "text/utf8.h"

namespace musnad {
namespace {

const Reader& reader() {
  static const auto reader = Reader::create();
  return **reader;
}

class SoundRecord {
 public:
  explicit SoundRecord(const Record& record) : record_(record) {}

  void check() const {
    for (const ActorRecord& actor : record_.actors) check(actor);
    for (const TimeRecord& time : record_.times) {
      check(time.span);
      EXPECT_FALSE(time.value.empty());
    }
    for (const StatementRecord& statement : record_.statements) check(statement);
    for (const EventRecord& event : record_.events) check(event);
    for (const TalksRecord& talks : record_.talks) check(talks);
  }

 private:
  void check(Span span) const {
    EXPECT_LT(span.begin, span.end);
    EXPECT_LE(span.end, record_.characters);
  }

  void check(const std::optional<ActorIndex>& actor) const {
    if (actor) {
      EXPECT_LT(*actor, record_.actors.size());
    }
  }

  void check(const ActorRecord& actor) const {
    EXPECT_FALSE(actor.name.empty());
    check(actor.behalf);
    for (const ActorRecord::Mention& mention : actor.mentions) check(mention.span);
  }

  void check(const StatementRecord& statement) const {
    for (const auto& span : {statement.cue, statement.source, statement.question}) {
      if (span) check(*span);
    }
    for (const StatementRecord::Content& content : statement.content) check(content.span);
    EXPECT_TRUE(statement.cue || !statement.content.empty());
    check(statement.speaker);
    check(statement.addressee);
    for (const ActorIndex relay : statement.via) check(relay);
    if (statement.nested_in) {
      ASSERT_LT(*statement.nested_in, record_.statements.size());
      EXPECT_NE(&record_.statements[*statement.nested_in], &statement);
    }
  }

  void check(const EventRecord& event) const {
    check(event.anchor);
    for (const Span mention : event.mentions) check(mention);
    for (const Participant& participant : event.participants) check(participant.actor);
    check(event.place);
    if (event.claimed_in) {
      EXPECT_LT(*event.claimed_in, record_.statements.size());
    }
  }

  void check(const TalksRecord& talks) const {
    for (const ActorIndex actor : talks.parties) check(actor);
    for (const ActorIndex actor : talks.mediators) check(actor);
    for (const Span topic : talks.topic) check(topic);
    for (const TeamRecord& team : talks.teams) check(team);
    for (const auto& [issue, raised_by, evidence] : talks.agenda) {
      check(issue), check(raised_by), check(evidence);
    }
    for (const auto& [party, position, evidence] : talks.positions) {
      check(party), check(position), check(evidence);
    }
    for (const uint32_t event : talks.contacts) EXPECT_LT(event, record_.events.size());
    for (const auto& [matter, evidence] : talks.open) check(matter), check(evidence);
  }

  void check(const TeamRecord& team) const {
    check(team.party), check(team.head), check(team.named_by), check(team.evidence);
    for (const TeamRecord::Member& member : team.members) check(member.actor);
    if (team.waits_for) check(*team.waits_for);
  }

  void check(const std::vector<Evidence>& evidence) const {
    for (const auto& [layer, index] : evidence) {
      const bool event = layer == Evidence::Layer::kEvent;
      EXPECT_LT(index, event ? record_.events.size() : record_.statements.size());
    }
  }

  const Record& record_;
};

void expect_sound(const std::string& text) {
  SCOPED_TRACE(text.substr(0, 400));
  const Expected<Record> record = reader().read({.id = "damaged", .text = text});
  if (!record) {
    EXPECT_FALSE(record.error().message.empty());
    return;
  }
  EXPECT_EQ(record->article.text, text);
  SoundRecord(*record).check();
}

TEST(AnyInput, DamagedCharactersMakeSoundRecords) {
  for (const std::string& name : article_names()) {
    for (const std::string& text : damaged_characters(article_file(name + ".txt"), 20)) {
      expect_sound(text);
    }
  }
}

TEST(AnyInput, DamagedBytesMakeAnErrorOrASoundRecord) {
  for (const std::string& name : article_names()) {
    for (const std::string& text : damaged_bytes(article_file(name + ".txt"), 10)) {
      const bool valid = find_invalid_utf8(text) == std::string_view::npos;
      EXPECT_TRUE(valid || !reader().read({.text = text})) << text;
      expect_sound(text);
    }
  }
}

// What no writer joins: parsers of phrases and clauses must come to an end whatever follows.
TEST(AnyInput, ArticlesWithWordsOfOthersMakeSoundRecords) {
  std::vector<std::string> words;
  for (const std::string& name : article_names()) {
    std::istringstream text(article_file(name + ".txt"));
    words.insert(words.end(), std::istream_iterator<std::string>(text), {});
  }
  for (const std::string& name : article_names()) {
    for (const std::string& text : damaged_words(article_file(name + ".txt"), words, 100)) {
      expect_sound(text);
    }
  }
}

TEST(AnyInput, EveryCutOfAnArticleMakesASoundRecord) {
  const std::string text = article_file("nested.txt");
  for (size_t length = 0; length <= text.size(); ++length) expect_sound(text.substr(0, length));
}

// A word over and over without a full stop: what searches onwards must stop, what recurses must not
// run deep.
TEST(AnyInput, ChainsOfOneWordMakeSoundRecords) {
  for (std::string_view link :
       {"1 و", "1 و ", "ومئة ", "مئة ومئة ", "نحو ", "«قال ", "قال ", "بحسب مصدر ", "أن ", "محمد ",
        "رئيس ", "والعقيد في ", "وقال الوزير إن "}) {
    std::string text = "عنوان\n";
    for (int i = 0; i < 20000; ++i) text += link;
    expect_sound(text);
  }
}

// Between tokens stand only characters that no token needs. Returns how many there are.
uint32_t expect_gap(const std::string& text, size_t begin, size_t end) {
  uint32_t count = 0;
  for (; begin < end; ++count) {
    const CharClass c = char_class(decode_utf8(text, begin));
    EXPECT_TRUE(c == CharClass::kSpace || c == CharClass::kLineBreak || c == CharClass::kIgnorable);
  }
  EXPECT_EQ(begin, end);
  return count;
}

void expect_lossless_tokens(const std::string& text) {
  SCOPED_TRACE(text.substr(0, 400));
  Document document;
  document.text = text;
  const uint32_t points = find_tokens(document);
  size_t byte = 0;
  uint32_t point = 0;
  for (const Token& token : document.tokens) {
    point += expect_gap(text, byte, token.byte_begin);
    EXPECT_EQ(token.begin, point);
    ASSERT_LT(token.byte_begin, token.byte_end);
    for (byte = token.byte_begin; byte < token.byte_end; ++point) decode_utf8(text, byte);
    EXPECT_EQ(token.byte_end, byte);
    EXPECT_EQ(token.end, point);
  }
  EXPECT_EQ(points, point + expect_gap(text, byte, text.size()));
}

TEST(AnyInput, TokensAndGapsAreTheWholeText) {
  for (const std::string& name : article_names()) {
    for (const std::string& text : damaged_characters(article_file(name + ".txt"), 20)) {
      expect_lossless_tokens(text);
    }
  }
}

}  // namespace
}  // namespace musnad
