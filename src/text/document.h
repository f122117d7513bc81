// The Document: one article on its way through the stages. Each stage appends its own layer of
// small structs that refer to tokens by index and never changes the layers of others.
//
//   text ─▶ tokens, sentences, quotations ─▶ words (morphology) ─▶ names, mentions, actors ─▶ times
//   ─▶ statements ─▶ events ─▶ talks
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "musnad/record.h"

namespace musnad {

struct Word;       // morphology/word.h: what is known of one word form
struct ActorWord;  // actors/actor_word.h: what one word form can be in the phrase of an actor
class Cast;        // actors/cast.h: how each actor was called

using TokenIndex = uint32_t;
inline constexpr TokenIndex kNoToken = UINT32_MAX;

// Tokens [begin, end).
struct TokenRange {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  bool empty() const { return begin >= end; }
  TokenIndex size() const { return empty() ? 0 : end - begin; }
  bool contains(TokenIndex t) const { return begin <= t && t < end; }
  bool contains(TokenRange r) const { return begin <= r.begin && r.end <= end; }
  bool overlaps(TokenRange r) const { return begin < r.end && r.begin < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

enum class TokenKind : uint8_t {
  kWord,
  kNumber,
  kPunctuation
};  // kNumber: digits only (any script)

// A maximal run without white space and punctuation, or one punctuation mark.
struct Token {
  uint32_t byte_begin = 0;
  uint32_t byte_end = 0;
  uint32_t begin = 0;  // code points
  uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  bool space_before = false;         // white space or start of text before it
  bool line_begin = false;           // first token of its line
  bool named = false;                // the tagger sees it in a name
  char32_t mark = 0;                 // the punctuation mark, 0 for other tokens
  const Word* word = nullptr;        // set by morphology for every token, never null after it
  const ActorWord* actor = nullptr;  // set by actors for every token, never null after it
};

// A sentence never crosses a line of the text; closing quotation marks and brackets belong to it.
struct Sentence {
  TokenRange tokens;
  uint32_t paragraph = 0;  // number of its line among the lines that hold tokens; 0 is the headline
};

// A stretch in quotation marks. The marks are outside `tokens`.
struct Quotation {
  TokenRange tokens;
  TokenIndex open = kNoToken;   // kNoToken: closed and never opened
  TokenIndex close = kNoToken;  // kNoToken: opened and never closed
  int32_t parent = -1;          // the quotation around it, index into Document::quotations
  int32_t continues = -1;       // the quotation before it that a paragraph break interrupted
};

enum class NameType : uint8_t { kPerson, kLocation, kOrganization, kMisc };

// A proper name as the tagger and the register see it.
struct Name {
  TokenRange tokens;
  NameType type = NameType::kPerson;
  int32_t register_entry = -1;  // actors/register.h, -1 where it is not in the register
};

// The longest name of the register that begins at a token.
struct EntryMatch {
  int32_t entry = -1;  // actors/register.h, -1 where none does
  TokenRange tokens;
};

// A noun phrase that stands for an actor: titles and name together.
struct Mention {
  TokenRange tokens;
  TokenRange name;  // the proper name in it, empty for a bare title
  ActorIndex actor = 0;
  MentionForm form = MentionForm::kName;
};

enum class Gender : uint8_t { kUnknown, kMasculine, kFeminine };
enum class Number : uint8_t { kUnknown, kSingular, kDual, kPlural };

struct Actor {
  std::string name;  // fullest name, without titles
  std::vector<std::string> aliases;
  std::string latin;
  ActorKind kind = ActorKind::kUnnamed;
  Gender gender = Gender::kUnknown;
  Number number = Number::kSingular;
  std::vector<std::string> titles;
  std::optional<ActorIndex> behalf;
  std::string key;
  std::string code;     // CAMEO: RUSGOV, USA, IGOUNO; "" where none is known
  bool outlet = false;  // agency, newspaper, channel
};

struct TimeExpression {
  TokenRange tokens;
  TimeType type = TimeType::kDate;
  std::string value;
};

struct Statement {
  struct Content {
    TokenRange tokens;
    bool direct = false;
  };
  TokenRange cue;     // empty: none
  TokenRange source;  // empty: left out
  Act act = Act::kSay;
  std::optional<ActorIndex> speaker;
  std::optional<ActorIndex> addressee;
  TokenRange question;  // empty: none
  std::vector<Content> content;
  Kind kind = Kind::kIndirect;
  Polarity polarity = Polarity::kAsserted;
  std::vector<ActorIndex> via;
  std::string time;
  int32_t nested_in = -1;
};

// An event with all its mentions in the article.
struct Event {
  EventType type = EventType::kMeet;
  TokenRange anchor;                 // the words that name it best
  std::vector<TokenRange> mentions;  // its other mentions
  std::vector<Participant> participants;
  EventStatus status = EventStatus::kOccurred;
  std::string time;
  std::optional<ActorIndex> place;
  int32_t claimed_in = -1;  // the statement whose claim it is, -1: the article's own voice
  std::string plover;
  std::string cameo;
};

// Who negotiates for a party.
struct Team {
  ActorIndex party = 0;
  TeamStatus status = TeamStatus::kForming;
  std::optional<ActorIndex> head;
  bool head_withheld = false;
  std::vector<TeamRecord::Member> members;
  std::optional<ActorIndex> named_by;
  TokenRange waits_for;  // empty: nothing
  std::vector<Evidence> evidence;
};

// What the article says of one negotiation.
struct Talks {
  struct Issue {
    TokenRange issue;
    std::optional<ActorIndex> raised_by;
    std::vector<Evidence> evidence;
  };
  struct Position {
    ActorIndex party = 0;
    TokenRange position;
    std::vector<Evidence> evidence;
  };
  struct OpenMatter {
    TokenRange matter;
    std::vector<Evidence> evidence;
  };
  std::vector<ActorIndex> parties;
  std::vector<ActorIndex> mediators;
  std::vector<TokenRange> topic;
  TalksStatus status = TalksStatus::kPreparing;
  std::vector<Team> teams;
  std::vector<Issue> agenda;
  std::vector<Position> positions;
  std::vector<uint32_t> contacts;  // indexes into Document::events
  std::vector<OpenMatter> open;
};

struct Document {
  std::string_view text;  // UTF-8, not owned
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;  // in the order of their first token
  std::vector<Name> names;            // in text order, not overlapping
  std::vector<EntryMatch> entries;    // by token, set with Token::actor
  std::vector<Mention> mentions;      // in the order of their first token
  std::vector<Actor> actors;
  std::shared_ptr<Cast> cast;  // set with the actors
  std::string published;       // the day the text speaks from
  PublishedBasis published_basis = PublishedBasis::kUnknown;
  std::vector<TimeExpression> times;  // in text order, not overlapping
  TokenIndex body_end = kNoToken;     // from here on links to other texts; set with the statements
  std::vector<Statement> statements;  // in text order of their cues
  std::vector<Event> events;          // in text order of their anchors
  std::vector<Talks> talks;           // in text order of what they are first told in

  std::string_view token_text(TokenIndex t) const {
    const Token& token = tokens[t];
    return text.substr(token.byte_begin, token.byte_end - token.byte_begin);
  }
  // The text from the first to the last token of a range, which must not be empty.
  std::string_view range_text(TokenRange range) const {
    uint32_t begin = tokens[range.begin].byte_begin;
    return text.substr(begin, tokens[range.end - 1].byte_end - begin);
  }
};

}  // namespace musnad
