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
enum class EventType : uint8_t {
  kMeet,
  kCall,
  kVisit,
  kNegotiate,
  kMediate,
  kAgree,
  kAppoint,
  kOrder,
  kInvite,
  kPostpone,
  kReject,
  kDemand,
  kPropose,
  kSanction,
  kCeasefire,
  kWithdraw,
  kAttack
};
enum class EventStatus : uint8_t {
  kOccurred,
  kOngoing,
  kAgreed,   // set between the parties, not yet held
  kPlanned,  // one side intends or expects
  kProposed,
  kDemanded,
  kDenied,
  kConditional
};
enum class TalksStatus : uint8_t { kProposed, kPreparing, kUnderway, kPaused, kConcluded, kFailed };
enum class TeamStatus : uint8_t { kForming, kNamed, kChanged };

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
  std::string code;  // of event data: RUSGOV, USA, IGOUNO
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

struct Participant {
  enum class Role : uint8_t { kParty, kHost, kMediator, kSubject, kObject, kMember };
  ActorIndex actor = 0;
  Role role = Role::kParty;
  friend bool operator==(const Participant&, const Participant&) = default;
};

struct EventRecord {
  EventType type = EventType::kMeet;
  Span anchor;                 // the words that name it best
  std::vector<Span> mentions;  // its other mentions
  std::vector<Participant> participants;
  EventStatus status = EventStatus::kOccurred;
  std::string time;  // ISO value, "" where not known
  std::optional<ActorIndex> place;
  std::optional<uint32_t>
      claimed_in;      // index into Record::statements; none: the article's own voice
  std::string plover;  // codes of event data, "" where there is none
  std::string cameo;
};

// What an entry of a dossier rests on: a statement or an event of the record, by its index.
struct Evidence {
  enum class Layer : uint8_t { kStatement, kEvent };
  Layer layer = Layer::kStatement;
  uint32_t index = 0;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// Who negotiates for a party.
struct TeamRecord {
  struct Member {
    ActorIndex actor = 0;
    std::string role;  // the article's words for the part he or she plays, "" where not told
  };
  ActorIndex party = 0;
  TeamStatus status = TeamStatus::kForming;
  std::optional<ActorIndex> head;
  bool head_withheld = false;  // somebody would not tell who leads it
  std::vector<Member> members;
  std::optional<ActorIndex> named_by;
  std::optional<Span> waits_for;  // what must happen before it is named
  std::vector<Evidence> evidence;
};

// The dossier of one negotiation: what the article says of it.
struct TalksRecord {
  struct Issue {
    Span issue;
    std::optional<ActorIndex> raised_by;
    std::vector<Evidence> evidence;
  };
  struct Position {
    ActorIndex party = 0;
    Span position;
    std::vector<Evidence> evidence;
  };
  struct OpenMatter {
    Span matter;
    std::vector<Evidence> evidence;
  };
  std::vector<ActorIndex> parties;
  std::vector<ActorIndex> mediators;
  std::vector<Span> topic;
  TalksStatus status = TalksStatus::kPreparing;
  std::vector<TeamRecord> teams;
  std::vector<Issue> agenda;
  std::vector<Position> positions;
  std::vector<uint32_t> contacts;  // indexes into Record::events: calls, meetings, visits
  std::vector<OpenMatter> open;    // asked or needed and not settled
};

// The words of the text for the index of an archive, see ReaderOptions. Not part of the format.
struct IndexWords {
  struct Word {
    uint32_t begin = 0;   // code point of the text
    uint32_t offset = 0;  // byte of `terms`
  };
  std::vector<Word> words;
  std::string terms;  // as src/morphology/index_terms.h makes and reads them
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
  std::vector<EventRecord> events;
  std::vector<TalksRecord> talks;
  IndexWords index_words;  // empty where the reader was not asked for them
};

}  // namespace musnad
