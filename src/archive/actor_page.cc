// The page is drawn from a temporary table "here": where the actor appears in the articles that
// were added last.
#include "archive/actor_page.h"

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <algorithm>

#include "archive/evidence.h"
#include "archive/names.h"
#include "archive/search.h"

namespace musnad {
namespace {

constexpr int kMostArticles = 1000;
constexpr size_t kMostListed = 12;
constexpr int kLatest = 10;
constexpr size_t kMostCandidates = 12;  // actors of a name whose articles are counted

bool is_mentioned(const std::vector<Span>& content, const std::vector<Span>& mentions) {
  return std::any_of(content.begin(), content.end(), [&](Span part) {
    return std::any_of(mentions.begin(), mentions.end(), [&](Span mention) {
      return part.begin <= mention.begin && mention.begin < part.end;
    });
  });
}

std::string list_of(const std::vector<int64_t>& actors) {
  return fmt::format("({})", fmt::join(actors, ","));
}

// One actor: a key and all its names. Somebody without a key is who has a key under the same name.
struct Candidate {
  std::string key;  // "" for none
  std::vector<std::string> names;
  std::vector<int64_t> actors;
  uint64_t articles = 0;

  bool is(std::string_view other_key, std::string_view name) const {
    if (!key.empty() && !other_key.empty()) return key == other_key;
    return std::find(names.begin(), names.end(), name) != names.end();
  }
};

class PageReader {
 public:
  explicit PageReader(Connection& connection)
      : connection_(connection), database_(connection.database()) {}

  Expected<ActorPage> read(const std::string& name) {
    std::vector<Candidate> candidates = candidates_for(name);
    if (!database_.ok()) return tl::unexpected(database_.error());
    if (candidates.empty()) {
      return fail(
          fmt::format("nobody in the archive is called \"{}\"; write a part of the name", name));
    }
    const auto best = std::max_element(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.articles < b.articles; });
    ActorPage page;
    for (auto other = candidates.begin(); other != candidates.end(); ++other) {
      if (other != best) page.others.push_back({other->names.front(), other->articles});
    }
    std::stable_sort(page.others.begin(), page.others.end(),
                     [](const Count& a, const Count& b) { return a.count > b.count; });
    fill(*best, page);
    if (!database_.ok()) return tl::unexpected(database_.error());
    return page;
  }

 private:
  std::vector<Candidate> candidates_for(const std::string& name) {
    const std::vector<int64_t> actors = actors_named(connection_, name);
    std::vector<Candidate> candidates;
    Query row = database_.prepare("SELECT ifnull(key, ''), name FROM actors WHERE actor = ?1");
    for (const int64_t actor : actors) {
      row.bind(actor).step();
      const std::string_view key = row.text(0), name = row.text(1);
      auto same = std::find_if(candidates.begin(), candidates.end(),
                               [&](const Candidate& c) { return c.is(key, name); });
      if (same == candidates.end()) {
        if (candidates.size() == kMostCandidates) continue;
        same = candidates.emplace(candidates.end());
      }
      if (same->key.empty()) same->key = key;
      same->names.emplace_back(name);
      same->actors.push_back(actor);
    }
    for (Candidate& candidate : candidates) {
      candidate.articles = count("article_words", "about", candidate.actors);
    }
    return candidates;
  }

  uint64_t count(std::string_view table, std::string_view column,
                 const std::vector<int64_t>& actors) {
    Query query =
        database_.prepare(fmt::format("SELECT count(*) FROM {0} WHERE {0} MATCH ?1", table));
    const std::string match = fmt::format("{} : {}", column, any_of(actors));
    return query.bind(match).step() ? static_cast<uint64_t>(query.integer(0)) : 0;
  }

  void fill(const Candidate& actor, ActorPage& page) {
    page.key = actor.key;
    page.articles = actor.articles;
    page.statements = count("statement_words", "speaker", actor.actors);
    find_here(actor);
    page.drawn_from =
        static_cast<uint64_t>(database_.value_of("SELECT count(DISTINCT article) FROM here"));
    fill_names(page);
    fill_offices(page);
    fill_counts(page);
    fill_contacts(page);
    fill_latest(page);
    database_.execute("DROP TABLE here");
  }

  void find_here(const Candidate& actor) {
    database_.execute("CREATE TEMP TABLE here (article, number, actor, day)");
    database_
        .prepare(fmt::format(
            "INSERT INTO here SELECT p.article, p.number, p.actor, a.day FROM (SELECT rowid FROM "
            "article_words WHERE article_words MATCH ?1 ORDER BY rowid DESC LIMIT {}) w "
            "CROSS JOIN appearances p ON p.article = w.rowid CROSS JOIN articles a ON a.article = "
            "w.rowid WHERE p.actor IN {}",
            kMostArticles, list_of(actor.actors)))
        .run("about : " + any_of(actor.actors));
  }

  void fill_names(ActorPage& page) {
    Query query = database_.prepare(
        "SELECT name, count(DISTINCT article), kind, latin FROM here JOIN actors USING (actor) "
        "GROUP BY name ORDER BY 2 DESC, name");
    while (query.step()) {
      if (page.names.empty()) {
        page.name = query.text(0);
        page.kind = query.text(2);
        page.latin = query.text(3);
      }
      if (page.names.size() < kMostListed) {
        page.names.push_back({std::string(query.text(0)), static_cast<uint64_t>(query.integer(1))});
      }
    }
  }

  void fill_offices(ActorPage& page) {
    Query query = database_.prepare(
        fmt::format("SELECT value, min(here.day), max(here.day), count(DISTINCT article) FROM here "
                    "JOIN appearances USING (article, number), json_each(titles) GROUP BY value "
                    "ORDER BY 4 DESC, value LIMIT {}",
                    kMostListed));
    while (query.step()) {
      page.offices.push_back({std::string(query.text(0)), std::string(query.text(1)),
                              std::string(query.text(2)), static_cast<uint64_t>(query.integer(3))});
    }
    std::stable_sort(page.offices.begin(), page.offices.end(),
                     [](const auto& a, const auto& b) { return a.last > b.last; });
  }

  std::vector<Count> counts(const std::string& sql) {
    std::vector<Count> counts;
    Query query = database_.prepare(sql);
    while (query.step()) {
      counts.push_back({std::string(query.text(0)), static_cast<uint64_t>(query.integer(1))});
    }
    return counts;
  }

  void fill_counts(ActorPage& page) {
    const std::string said =
        "FROM here JOIN statements s ON s.article = here.article AND s.speaker = here.number ";
    const std::string most = fmt::format(" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {}", kMostListed);
    page.months = counts("SELECT substr(s.day, 1, 7), count(*) " + said +
                         "WHERE s.day IS NOT NULL GROUP BY 1 ORDER BY 1 DESC");
    page.acts = counts("SELECT act, count(*) " + said + most);
    page.outlets =
        counts("SELECT publisher, count(*) " + said +
               "JOIN articles a ON a.article = here.article WHERE publisher IS NOT NULL" + most);
    page.relays = counts("SELECT name, count(*) " + said +
                         ", json_each(s.via) v JOIN appearances p ON p.article = here.article AND "
                         "p.number = v.value JOIN actors USING (actor)" +
                         most);
    fill_topics(page);
  }

  // Of whom the statements speak: those with a mention inside the content.
  void fill_topics(ActorPage& page) {
    Query query = database_.prepare(
        "SELECT s.content, name, p.mentions FROM here JOIN statements s ON s.article = "
        "here.article "
        "AND s.speaker = here.number JOIN appearances p ON p.article = here.article AND p.number "
        "<> here.number JOIN actors ON actors.actor = p.actor");
    absl::flat_hash_map<std::string, uint64_t> mentions;
    while (query.step()) {
      if (is_mentioned(content_spans(query.text(0)), mention_spans(query.text(2)))) {
        ++mentions[std::string(query.text(1))];
      }
    }
    for (const auto& [name, count] : mentions) page.topics.push_back({name, count});
    std::sort(page.topics.begin(), page.topics.end(), [](const Count& a, const Count& b) {
      return a.count != b.count ? a.count > b.count : a.name < b.name;
    });
    if (page.topics.size() > kMostListed) page.topics.resize(kMostListed);
  }

  void fill_contacts(ActorPage& page) {
    Query query = database_.prepare(fmt::format(
        "SELECT DISTINCT e.day, e.type, e.status, a.id, e.number, e.article FROM here JOIN "
        "participants p ON p.article = here.article AND p.actor = here.number JOIN events e ON "
        "e.article = p.article AND e.number = p.event JOIN articles a ON a.article = e.article "
        "ORDER BY e.day DESC, a.id LIMIT {}",
        kMostListed));
    Query others = database_.prepare(
        "SELECT name FROM participants p JOIN appearances x ON x.article = p.article AND x.number "
        "= p.actor JOIN actors ON actors.actor = x.actor WHERE p.article = ?1 AND p.event = ?2 AND "
        "x.actor NOT "
        "IN (SELECT actor FROM here) ORDER BY p.number");
    while (query.step()) {
      ActorPage::Contact& contact = page.contacts.emplace_back();
      contact.day = query.text(0);
      contact.type = query.text(1);
      contact.status = query.text(2);
      contact.article = query.text(3);
      contact.event = static_cast<uint32_t>(query.integer(4));
      for (others.bind(query.integer(5), contact.event); others.step();) {
        contact.with.emplace_back(others.text(0));
      }
    }
  }

  void fill_latest(ActorPage& page) {
    const SearchWords no_words("", connection_.terms());
    HitReader reader(connection_, no_words);
    Query query = database_.prepare(fmt::format(
        "SELECT s.article, s.number FROM here JOIN statements s ON s.article = here.article AND "
        "s.speaker = here.number ORDER BY s.day DESC, s.article DESC, s.number LIMIT {}",
        kLatest));
    while (query.step()) {
      page.latest.push_back(reader.read(query.integer(0), static_cast<uint32_t>(query.integer(1))));
    }
  }

  Connection& connection_;
  Database& database_;
};

}  // namespace

Expected<ActorPage> read_actor_page(Connection& connection, const std::string& name) {
  return PageReader(connection).read(name);
}

}  // namespace musnad
