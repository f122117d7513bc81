#include "archive/record_rows.h"

#include <absl/hash/hash.h>
#include <fmt/format.h>

#include "archive/index_texts.h"
#include "archive/row_values.h"
#include "archive/stable_hash.h"
#include "formats/record_json.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

constexpr size_t kMostActors = 400000;  // remembered between articles

// 32 bytes of a SHA-256 from its 64 hexadecimal digits.
std::string bytes_of_hex(std::string_view digits) {
  const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
  std::string bytes;
  for (size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(value(digits[i]) << 4 | value(digits[i + 1]));
  }
  return bytes;
}

std::string joined(std::initializer_list<std::string_view> parts, char between) {
  std::string all;
  for (const std::string_view part : parts) all.append(part).append(1, between);
  all.pop_back();
  return all;
}

std::string insert_into(std::string_view table, std::string_view columns, size_t count) {
  std::string values = "?1";
  for (size_t i = 2; i <= count; ++i) values += fmt::format(", ?{}", i);
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, columns, values);
}

constexpr std::string_view kWordColumns = "rowid, words, speaker, about, outlet";

}  // namespace

RecordRows::RecordRows(Database& database, TermCache& terms)
    : database_(database),
      terms_(terms),
      article_(database.prepare(insert_into("articles",
                                            "id, hash, day, title, publisher, author, url, "
                                            "crawled, published, published_basis, characters, "
                                            "sha256, text",
                                            13))),
      article_words_(database.prepare(insert_into("article_words", kWordColumns, 5))),
      actor_(database.prepare(insert_into("actors", "key, name, kind, latin, hash", 5))),
      find_actor_(database.prepare("SELECT actor FROM actors WHERE hash = ?5 AND key IS ?1 AND "
                                   "name = ?2 AND kind = ?3 AND latin IS ?4")),
      actor_words_(database.prepare(insert_into("actor_words", "rowid, name", 2))),
      appearance_(database.prepare(insert_into(
          "appearances", "article, number, actor, behalf, aliases, titles, mentions", 7))),
      time_(database.prepare(
          insert_into("times", "article, number, \"start\", \"end\", type, value", 6))),
      event_(database.prepare(
          insert_into("events",
                      "article, number, day, type, status, time, place, claimed_in, plover, cameo, "
                      "anchor_start, anchor_end, mentions",
                      13))),
      participant_(
          database.prepare(insert_into("participants", "article, event, number, actor, role", 5))),
      talks_(database.prepare(
          insert_into("talks", "article, number, day, status, parties, mediators, dossier", 7))),
      talk_party_(database.prepare("INSERT OR IGNORE INTO talk_parties VALUES (?1, ?2, ?3)")),
      statement_(database.prepare(insert_into(
          "statements",
          "article, number, day, act, kind, polarity, time, speaker, addressee, via, nested_in, "
          "cue_start, cue_end, source_start, source_end, question_start, question_end, content",
          18))),
      statement_words_(database.prepare(insert_into("statement_words", kWordColumns, 5))) {}

void RecordRows::begin() {
  const int64_t last = database_.value_of("SELECT max(actor) FROM actors");
  all_actors_known_ &= last == last_actor_;
  last_actor_ = last;
}

int64_t RecordRows::insert(const Record& record, const IndexWords& words, std::string_view id,
                           std::string_view hash) {
  const Article& article = record.article;
  article_.run(id, Blob{hash}, known(day_of(record)), known(record.title), known(article.publisher),
               known(article.author), known(article.url), known(article.crawled),
               known(record.published), name_of(record.published_basis), record.characters,
               Blob{bytes_of_hex(record.sha256)}, article.text);
  const int64_t row = database_.last_row();
  const std::vector<int64_t> actors = insert_actors(record, row);
  insert_times(record, row);
  insert_events(record, row);
  insert_talks(record, row, actors);
  insert_statements(record, words, row, actors);
  return row;
}

void RecordRows::remove(int64_t article) {
  for (const char* table : {"fingerprints", "echoes", "talk_parties", "talks", "participants",
                            "events", "statements", "times", "appearances", "articles"}) {
    database_.prepare(fmt::format("DELETE FROM {} WHERE article = ?1", table)).run(article);
  }
  database_.prepare("DELETE FROM echoes WHERE other = ?1").run(article);
}

int64_t RecordRows::actor_row(const ActorRecord& actor) {
  const std::string_view kind = name_of(actor.kind);
  const std::string unique = joined({actor.key, actor.name, kind, actor.latin}, '\n');
  const uint64_t hash = stable_hash(unique);
  const ActorKey key(hash, absl::Hash<std::string>()(unique));
  if (const auto found = actors_.find(key); found != actors_.end()) return found->second;
  int64_t row = all_actors_known_ ? 0 : find_actor(actor, hash);
  if (row == 0) {
    actor_.run(known(actor.key), actor.name, kind, known(actor.latin), static_cast<int64_t>(hash));
    row = last_actor_ = database_.last_row();
    const std::string names = joined({actor.name, actor.latin, actor.key}, ' ');
    actor_words_.run(row, terms_.index_words(names).terms);
  }
  if (actors_.size() >= kMostActors) forget_actors();
  actors_.emplace(key, row);
  return row;
}

int64_t RecordRows::find_actor(const ActorRecord& actor, uint64_t hash) {
  find_actor_.bind(known(actor.key), actor.name, name_of(actor.kind), known(actor.latin),
                   static_cast<int64_t>(hash));
  const int64_t row = find_actor_.step() ? find_actor_.integer(0) : 0;
  find_actor_.reset();
  return row;
}

void RecordRows::forget_actors() {
  actors_.clear();
  all_actors_known_ = false;
}

std::vector<int64_t> RecordRows::insert_actors(const Record& record, int64_t article) {
  std::vector<int64_t> rows;
  rows.reserve(record.actors.size());
  for (const ActorRecord& actor : record.actors) {
    rows.push_back(actor_row(actor));
    const std::string aliases = actor.aliases.empty() ? "" : json_of(actor.aliases);
    const std::string titles = actor.titles.empty() ? "" : json_of(actor.titles);
    appearance_.run(article, rows.size(), rows.back(), number_of(actor.behalf), known(aliases),
                    known(titles), json_of(actor.mentions));
  }
  return rows;
}

void RecordRows::insert_times(const Record& record, int64_t article) {
  uint32_t number = 0;
  for (const TimeRecord& time : record.times) {
    time_.run(article, ++number, time.span.begin, time.span.end, name_of(time.type), time.value);
  }
}

void RecordRows::insert_events(const Record& record, int64_t article) {
  uint32_t number = 0;
  for (const EventRecord& event : record.events) {
    const std::string day = day_at(event.time, record);
    event_.run(article, ++number, known(day), name_of(event.type), name_of(event.status),
               known(event.time), number_of(event.place), number_of(event.claimed_in),
               known(event.plover), known(event.cameo), event.anchor.begin, event.anchor.end,
               json_of(event.mentions));
    uint32_t participants = 0;
    for (const Participant& participant : event.participants) {
      participant_.run(article, number, ++participants, participant.actor + 1,
                       name_of(participant.role));
    }
  }
}

void RecordRows::insert_talks(const Record& record, int64_t article,
                              const std::vector<int64_t>& actors) {
  uint32_t index = 0;
  for (const TalksRecord& talks : record.talks) {
    const std::string dossier = render_json(talks, index++);
    talks_.run(article, index, known(day_of(record)), name_of(talks.status),
               json_numbers(talks.parties), json_numbers(talks.mediators), dossier);
    for (const auto* side : {&talks.parties, &talks.mediators}) {
      for (const ActorIndex actor : *side) talk_party_.run(actors[actor], article, index);
    }
  }
}

void RecordRows::insert_statements(const Record& record, const IndexWords& words, int64_t article,
                                   const std::vector<int64_t>& actors) {
  RecordIndexer indexer(record, words, actors, terms_);
  const IndexTexts whole = indexer.article();
  article_words_.run(article, words.terms, whole.speaker, whole.about, whole.outlet);
  uint32_t number = 0;
  for (const StatementRecord& statement : record.statements) {
    const IndexTexts texts = indexer.statement(number++);
    const std::string day = day_at(statement.time, record);
    const std::string via = statement.via.empty() ? "" : json_numbers(statement.via);
    statement_.run(article, number, known(day), name_of(statement.act), name_of(statement.kind),
                   name_of(statement.polarity), known(statement.time), number_of(statement.speaker),
                   number_of(statement.addressee), known(via), number_of(statement.nested_in),
                   begin_of(statement.cue), end_of(statement.cue), begin_of(statement.source),
                   end_of(statement.source), begin_of(statement.question),
                   end_of(statement.question), json_of(statement.content));
    statement_words_.run(statement_row(article, number), texts.words, texts.speaker, texts.about,
                         texts.outlet);
  }
}

}  // namespace musnad
