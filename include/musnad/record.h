// The record of one article: plain structs, one for each object of the output format (version 1).
// All offsets count Unicode code points of the article's text exactly as it was given, begin
// included, end excluded. Unknown values are empty optionals or empty strings where the format says
// null.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace musnad {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// An article to read. Only `text` is required; its first line is the headline.
struct Article {
  std::string id;
  std::string text;       // UTF-8
  std::string publisher;  // "" where not known, like all below
  std::string author;
  std::string url;
  std::string crawled;    // YYYY-MM-DD, the day it was fetched
  std::string published;  // YYYY-MM-DD, the day it was published
};

enum class ActorKind : uint8_t { kPerson, kOrganization, kState, kPlace, kGroup, kUnnamed };
enum class MentionForm : uint8_t { kName, kTitle, kCapital, kPronoun };
enum class TimeType : uint8_t { kDate, kTime, kDuration, kSet };
enum class Act : uint8_t {
  kSay,
  kAsk,
  kAnswer,
  kAnnounce,
  kConfirm,
  kDeny,
  kDemand,
  kUrge,
  kAccuse,
  kWarn,
  kThreaten,
  kPromise,
  kOffer,
  kWelcome,
  kCondemn,
  kCriticise,
  kPraise,
  kThank,
  kRegret,
  kHope,
  kExpect,
  kWithhold
};
enum class Kind : uint8_t { kDirect, kIndirect, kMixed };
enum class Polarity : uint8_t { kAsserted, kDenied, kWithheld };
enum class PublishedBasis : uint8_t { kGiven, kText, kCrawled, kUnknown };

using ActorIndex = uint32_t;  // index into Record::actors; its id is "a" and the index plus one

struct ActorRecord {
  struct Mention {
    Span span;
    MentionForm form = MentionForm::kName;
  };
  std::string name;
  std::vector<std::string> aliases;
  std::string latin;
  ActorKind kind = ActorKind::kUnnamed;
  std::vector<std::string> titles;
  std::optional<ActorIndex> behalf;
  std::string key;
  std::vector<Mention> mentions;
};

struct TimeRecord {
  Span span;
  TimeType type = TimeType::kDate;
  std::string value;
};

struct StatementRecord {
  struct Content {
    Span span;
    bool direct = false;
  };
  std::optional<Span> cue;
  Act act = Act::kSay;
  std::optional<Span> source;
  std::optional<ActorIndex> speaker;
  std::optional<ActorIndex> addressee;
  std::optional<Span> question;
  std::vector<Content> content;
  Kind kind = Kind::kIndirect;
  Polarity polarity = Polarity::kAsserted;
  std::vector<ActorIndex> via;
  std::string time;                   // ISO value of when it was said, "" where not known
  std::optional<uint32_t> nested_in;  // index into Record::statements
};

struct Record {
  Article article;  // as given, its text included
  std::string title;
  std::string published;  // the day the text speaks from, YYYY-MM-DD, "" where not known
  PublishedBasis published_basis = PublishedBasis::kUnknown;
  uint32_t characters = 0;  // code points
  std::string sha256;       // of the text's bytes, hexadecimal
  std::vector<ActorRecord> actors;
  std::vector<TimeRecord> times;
  std::vector<StatementRecord> statements;
};

}  // namespace musnad
