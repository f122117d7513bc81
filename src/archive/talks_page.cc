// Every dossier of these parties is read in the order of its day; a line that several articles
// tell in the same words is one line, under the first of them.
#include "archive/talks_page.h"

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <algorithm>

#include "archive/evidence.h"
#include "archive/names.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

constexpr int kMostDossiers = 1000;
constexpr int64_t kContradictionDays = 7;  // between a claim and its denial

// The parts of a dossier that are words of somebody: where they stand in it, and the paths of who
// and of the span.
struct Part {
  TalksPage::What what;
  const char* list;
  const char* who;
  const char* span;
};
constexpr Part kParts[] = {
    {TalksPage::What::kPosition, "$.positions", "$.party", "$.position"},
    {TalksPage::What::kAgenda, "$.agenda", "$.raised_by", "$.issue"},
    {TalksPage::What::kTeam, "$.teams", "$.party", "$.waits_for"},
    {TalksPage::What::kOpen, "$.open", "$.nobody", "$.matter"},
};

// The number in an id of the record: 3 of "a3", 0 of none.
int64_t number_in(std::string_view id) {
  const std::vector<uint32_t> numbers = numbers_in(id);
  return numbers.empty() ? 0 : numbers[0];
}

class TalksReader {
 public:
  TalksReader(Connection& connection, const std::string& since)
      : connection_(connection),
        database_(connection.database()),
        since_(since),
        name_(database_.prepare("SELECT name FROM appearances JOIN actors USING (actor) WHERE "
                                "article = ?1 AND number = ?2")),
        names_(database_.prepare(  // a limit, even of none, keeps SQLite from losing the order
            "SELECT group_concat(name, '، ') FROM (SELECT name FROM json_each(?2) v JOIN "
            "appearances x ON x.article = ?1 AND x.number = v.value JOIN actors USING (actor) "
            "ORDER BY v.key LIMIT -1)")),
        part_(database_.prepare("SELECT value ->> ?3, value ->> (?4 || '.start'), value ->> (?4 || "
                                "'.end'), value ->> 'status' FROM json_each(?1, ?2)")),
        contacts_(database_.prepare(
            "SELECT e.day, e.type, e.status, e.anchor_start, e.anchor_end, (SELECT "
            "group_concat(name, '، ') FROM (SELECT name FROM participants p JOIN appearances x ON "
            "x.article = p.article AND x.number = p.actor JOIN actors ON actors.actor = x.actor "
            "WHERE p.article = e.article AND p.event = e.number ORDER BY p.number LIMIT -1)) FROM "
            "json_each(?2, '$.contacts') c JOIN events e ON e.article = ?1 AND e.number = "
            "CAST(substr(c.value, 2) AS INTEGER)")) {}

  Expected<TalksPage> read(const std::vector<std::string>& parties) {
    std::string found = "SELECT article, number FROM talks";
    for (const std::string& party : parties) {
      const std::vector<int64_t> actors = actors_named(connection_, party);
      if (actors.empty()) {
        return fail(
            fmt::format("nobody in the archive is called \"{}\"; write a part of the name", party));
      }
      found +=
          fmt::format(" INTERSECT SELECT article, number FROM talk_parties WHERE actor IN ({})",
                      fmt::join(actors, ","));
    }
    Query talks = database_.prepare(fmt::format(
        "SELECT t.article, a.id, ifnull(t.day, ''), t.status, t.parties, t.dossier, a.text FROM "
        "(SELECT * FROM ({}) ORDER BY article DESC LIMIT {}) CROSS JOIN talks t USING (article, "
        "number) JOIN articles a USING (article) ORDER BY t.day, a.id, t.number",
        found, kMostDossiers));
    while (talks.step()) read_dossier(talks);
    page_.last = std::string(last_day());
    find_contradictions();
    if (!database_.ok()) return tl::unexpected(database_.error());
    return std::move(page_);
  }

 private:
  void read_dossier(const Query& talks) {
    const int64_t article = talks.integer(0);
    ++page_.articles;
    TalksPage::Line line;
    line.article = talks.text(1);
    line.day = talks.text(2);
    line.what = TalksPage::What::kStatus;
    line.status = talks.text(3);
    names_.bind(article, talks.text(4)).step();
    line.who = names_.text(0);
    names_.reset();
    add(line);
    for (const Part& part : kParts) {
      part_.bind(talks.text(5), part.list, part.who, part.span);
      while (part_.step()) {
        line.what = part.what;
        line.who = name(article, number_in(part_.text(0)));
        line.status = part_.text(3);
        line.words = words_of(talks.text(6), span(part_, 1));
        add(line);
      }
    }
    read_contacts(article, talks, line);
  }

  void read_contacts(int64_t article, const Query& talks, TalksPage::Line line) {
    for (contacts_.bind(article, talks.text(5)); contacts_.step();) {
      line.what = TalksPage::What::kContact;
      line.day = contacts_.text(0);
      line.type = contacts_.text(1);
      line.status = contacts_.text(2);
      line.words = words_of(talks.text(6), span(contacts_, 3));
      line.who = contacts_.text(5);
      add(line);
    }
  }

  static Span span(const Query& query, int column) {
    return {static_cast<uint32_t>(query.integer(column)),
            static_cast<uint32_t>(query.integer(column + 1))};
  }

  std::string name(int64_t article, int64_t number) {
    if (number == 0) return "";
    name_.bind(article, number).step();
    return std::string(name_.text(0));
  }

  void add(TalksPage::Line line) {
    line.fresh = !since_.empty() && line.day >= since_;
    // A contact is the same one on its day, whatever the words; all else is its words.
    const bool contact = line.what == TalksPage::What::kContact;
    const std::string same =
        fmt::format("{}\n{}\n{}\n{}", static_cast<int>(line.what), line.who, line.status,
                    contact ? line.type + line.day : fold(line.words));
    const auto [known, fresh] = known_.emplace(same, page_.lines.size());
    if (fresh) {
      page_.lines.push_back(std::move(line));
    }
    ++page_.lines[known->second].articles;
  }

  std::string_view last_day() {
    last_ = database_.prepare("SELECT ifnull(max(day), '') FROM articles");
    return last_.step() ? last_.text(0) : "";
  }

  // A contact that some tell of and others deny, of one type and within some days.
  void find_contradictions() {
    Query distance = database_.prepare("SELECT abs(julianday(?1) - julianday(?2))");
    for (size_t denied = 0; denied < page_.lines.size(); ++denied) {
      const TalksPage::Line& denial = page_.lines[denied];
      if (denial.what != TalksPage::What::kContact || denial.status != "denied") continue;
      for (size_t told = 0; told < page_.lines.size(); ++told) {
        const TalksPage::Line& claim = page_.lines[told];
        if (claim.what != TalksPage::What::kContact || claim.type != denial.type) continue;
        if (claim.status != "occurred" && claim.status != "ongoing" && claim.status != "agreed") {
          continue;
        }
        if (distance.bind(claim.day, denial.day).step() && !distance.null(0) &&
            distance.integer(0) <= kContradictionDays) {
          page_.contradictions.push_back({told, denied});
        }
      }
    }
  }

  Connection& connection_;
  Database& database_;
  std::string since_;
  Query name_, names_, part_, contacts_, last_;
  TalksPage page_;
  absl::flat_hash_map<std::string, size_t> known_;  // lines by what is the same of them
};

}  // namespace

Expected<TalksPage> read_talks_page(Connection& connection, const std::vector<std::string>& parties,
                                    const std::string& since) {
  return TalksReader(connection, since).read(parties);
}

}  // namespace musnad
