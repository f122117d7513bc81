// The archive: records of many articles in one SQLite file, and the questions that they answer.
//
//   auto writer = musnad::ArchiveWriter::open("news.musnad");
//   (*writer)->add(records);                                   // one transaction
//   auto archive = musnad::Archive::open("news.musnad");
//   auto found = (*archive)->search({.words = "وقف إطلاق النار", .speaker = "لافروف"});
//
// Any number of readers and one writer at a time work on a file at once, from any number of
// processes; readers never wait and see what was committed before their question. An object here is
// for one thread at a time. docs/archive.md tells the tables.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "musnad/cell.h"
#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

// What became of a record that was added.
struct Added {
  enum class Outcome : uint8_t {
    kNew,       // it is in the archive now
    kKnown,     // it was there before; nothing changed
    kReplaced,  // it was there from a later fetch, whose record it takes the place of
  };
  Outcome outcome = Outcome::kNew;
  std::string id;  // of the article in the archive
};

// What is remembered of an address of the web between two times that it is asked.
struct Fetched {
  std::string etag, modified;  // of its last answer, for a conditional request
  uint32_t failures = 0;       // since its last answer
  int64_t not_before = 0;      // it is to be asked again, in seconds since 1970
};

// Adds records. What makes an article itself is its text, its publisher and its address: the same
// again changes nothing, whatever it is called. Of two fetches the earlier one is kept, so that the
// order in which articles come does not change what the archive says. An article whose id another
// one has gets its hash behind the id.
class ArchiveWriter {
 public:
  struct Options {
    std::chrono::milliseconds wait{30000};  // for another writer to finish its transaction
  };

  // Makes the file where there is none and brings an archive of an earlier version up to date.
  // Fails on a file that is no archive, which is left as it is, and where it cannot be written.
  static Expected<std::unique_ptr<ArchiveWriter>> open(const std::string& path,
                                                       const Options& options);
  static Expected<std::unique_ptr<ArchiveWriter>> open(const std::string& path) {
    return open(path, Options());
  }
  virtual ~ArchiveWriter() = default;

  // Adds records in one transaction: when it returns what became of each, all are on the disk; when
  // it fails (disk full, damaged file, another writer holds on), none is, and the file is as it
  // was. The call may then be made again. Hundreds of records a call are far quicker than one.
  virtual Expected<std::vector<Added>> add(std::span<const Record> records) = 0;

  // What is remembered of an address, nothing for one that is new; and to remember something else.
  virtual Expected<Fetched> fetched(const std::string& url) = 0;
  virtual Expected<void> keep_fetched(const std::string& url, const Fetched& fetched) = 0;
};

// What to look for. Every field that is not empty must hold.
struct Search {
  enum class Over : uint8_t { kStatements, kArticles };
  Over over = Over::kStatements;
  // Words that all occur in what was said (or in the article), in any form: "وقف إطلاق النار" in
  // quotation marks is a phrase, مفاو* a beginning, -هدنة a word that must not occur.
  std::string words;
  // Names, whole or in part, in Arabic or Latin letters, or keys of the register: who says it, and
  // who is spoken of in it (or who speaks in the article, and who occurs in it).
  std::string speaker, about;
  std::string outlet;        // words of the publisher's name, or the name of who relays it
  std::string from, to;      // days, YYYY-MM-DD, both included
  std::optional<Kind> kind;  // of statements only, as is the act
  std::optional<Act> act;
  size_t limit = 20;
};

// A statement or an article that was found.
struct Hit {
  std::string article;                     // its id
  std::string title, publisher, url, day;  // the day of the statement, else of the article
  uint32_t statement = 0;                  // its number in the article's record; 0 for an article
  std::string speaker, speaker_key;        // "" where not known, or for an article
  std::string act, kind, polarity;
  std::vector<std::string> via;  // names
  std::vector<Span> content;     // of the statement, in code points of the article's text
  std::string words;             // the content, or the piece of the article around the first match
  Span piece;                    // where the words stand, from the first to the last
  std::vector<Span> matches;     // where what was looked for stands in the article's text
};

struct Found {
  uint64_t total = 0;
  std::vector<Hit> hits;  // the latest day first; of one day, what was added last
};

// How often something was found.
struct Count {
  std::string name;
  uint64_t count = 0;
};

// What the archive knows of an actor. Counts are of the whole archive; the rest is drawn from the
// articles that name the actor and were added last, a thousand at most.
struct ActorPage {
  struct Office {
    std::string title;
    std::string first, last;  // days of the articles that give the title
    uint64_t articles = 0;
  };
  struct Contact {
    std::string day, type, status;
    std::vector<std::string> with;  // names of the others
    std::string article;            // its id
    uint32_t event = 0;             // its number in the article's record
  };
  std::string key;  // of the register, "" for who is not in it
  std::string name, latin, kind;
  std::vector<Count> names;  // how articles name the actor
  uint64_t articles = 0, statements = 0;
  uint64_t drawn_from = 0;        // articles
  std::vector<Office> offices;    // the latest first
  std::vector<Count> months;      // statements in each month
  std::vector<Count> acts;        // of the statements
  std::vector<Count> topics;      // who and what is named in the statements
  std::vector<Count> outlets;     // who published them
  std::vector<Count> relays;      // who relayed them
  std::vector<Contact> contacts;  // events with the actor in them, the latest first
  std::vector<Hit> latest;        // statements
  std::vector<Count> others;      // names that fit as well, with their articles
};

// A day, month or year of a timeline.
struct Period {
  std::string begin;  // "2015-07-21", "2015-07" or "2015"; "" for what has no day
  uint64_t statements = 0, articles = 0;
  std::vector<Count> speakers;  // who says most, three at most
};
enum class Step : uint8_t { kDay, kMonth, kYear };

struct Stats {
  int version = 0;     // of the tables
  uint64_t bytes = 0;  // of the file
  uint64_t articles = 0, statements = 0, names = 0, events = 0, talks = 0, times = 0;
  std::string first, last;     // days of articles
  std::vector<Count> outlets;  // articles of each, most first
};

// An article that tells what others tell as well.
struct Telling {
  std::string article;  // its id
  std::string title, publisher, url, day;
  uint32_t statement = 0;           // its number in the record; 0 where the article is meant
  std::vector<std::string> relays;  // through whom it has the statement, or what is said in it
  uint64_t text = 0;                // in a story: tellings with one number repeat each other
};

// Articles on one matter: that repeat each other, quote the same words or tell of the same event
// within days.
struct Story {
  struct Saying {
    std::string speaker, key;  // its name, and its key of the register, "" for none
    std::string words;         // as its first telling has them
    uint64_t tellings = 0;     // with these words, or nearly
  };
  std::vector<Telling> tellings;  // the earliest first
  uint64_t outlets = 0;           // different publishers
  uint64_t texts = 0;             // that do not repeat each other
  std::string origin;             // the relay that most tellings name, else the first publisher
  std::vector<Saying> sayings;    // that stand in several of them, the most repeated first
};

// Statements that repeat each other: the same words of one speaker, or nearly, in several articles.
struct Echo {
  std::string speaker, key;       // its name, and its key of the register, "" for none
  std::string words;              // as the earliest has them
  std::vector<Telling> tellings;  // the earliest first
  uint64_t outlets = 0;           // different publishers
  std::string origin;             // the relay that most tellings name, else the first publisher
};

// What the articles say of a negotiation, or of all.
struct TalksPage {
  enum class What : uint8_t { kStatus, kContact, kPosition, kAgenda, kTeam, kOpen };
  struct Line {
    std::string day;  // of a contact the day it was or is to be, else of the article
    What what = What::kStatus;
    std::string who;        // the parties, those in contact, whose position or team, who raised it
    std::string type;       // of a contact: meet, call, visit …
    std::string status;     // of the talks, the contact or the team
    std::string words;      // of the first article that tells it
    std::string article;    // the id of that one
    uint64_t articles = 0;  // that tell it
    bool fresh = false;     // of the day that was asked for or later
  };
  struct Contradiction {  // indexes of lines
    size_t claim = 0, denial = 0;
  };
  uint64_t articles = 0;  // with a dossier of these talks: those added last, a thousand at most
  std::string last;       // the last day of the archive, from which the age of open matters counts
  std::vector<Line> lines;  // in the order in which they were first told
  std::vector<Contradiction> contradictions;
};

// The layers that are exported as tables; kEventData are events as pairs of coded actors.
enum class Layer : uint8_t { kArticles, kStatements, kActors, kTimes, kEvents, kTalks, kEventData };

// Takes a row; its cells hold until it returns. An error ends the export.
using RowSink = std::function<Expected<void>(std::span<const Cell>)>;

// Answers questions. Never writes, never waits for a writer.
class Archive {
 public:
  // Fails where there is no file, and on one that is no archive or of another version.
  static Expected<std::unique_ptr<Archive>> open(const std::string& path);
  virtual ~Archive() = default;

  // The id under which the archive has an article, if adding it would change nothing; "" where it
  // would, or where only reading it can tell.
  virtual Expected<std::string> known_as(const Article& article) = 0;

  // Fails where nobody of the archive is called so, and on a damaged file, as all questions do.
  virtual Expected<Found> search(const Search& search) = 0;

  // The actor whom most articles know by that name, or part of a name, or key.
  virtual Expected<ActorPage> actor(const std::string& name) = 0;

  // The statements that a search finds, counted by time; its limit does not count.
  virtual Expected<std::vector<Period>> timeline(const Search& search, Step step) = 0;

  // Groups of articles on one matter, those with an article of the search in them; the biggest
  // first, as many as its limit says. What repeats each other is found in the whole archive, what
  // is on one matter besides among the latest 4,000 articles of the search.
  virtual Expected<std::vector<Story>> stories(const Search& search) = 0;

  // Groups of statements that repeat each other, among the latest 20,000 of the search; the biggest
  // first, as many as its limit says.
  virtual Expected<std::vector<Echo>> echoes(const Search& search) = 0;

  // What the articles say of talks in which all these take part or mediate; of all talks where none
  // is named. Lines of `since` (YYYY-MM-DD, "" for none) or later are marked.
  virtual Expected<TalksPage> talks(const std::vector<std::string>& parties,
                                    const std::string& since) = 0;

  virtual Expected<Stats> stats() = 0;

  // The columns of a layer, and its rows in the order of the articles' ids: of the statements that
  // a search finds, or of all in the articles that it finds.
  virtual std::vector<Column> columns(Layer layer) const = 0;
  virtual Expected<void> export_rows(Layer layer, const Search& search, const RowSink& sink) = 0;
};

}  // namespace musnad
