// Groups are what the links of the table "echoes" join; the biggest are read in full.
#include "archive/stories.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "archive/evidence.h"
#include "archive/search.h"

namespace musnad {
namespace {

constexpr size_t kMostTellings = 50;  // whose statements are compared
constexpr size_t kMostSayings = 5;    // that are shown of a story
constexpr double kSameSaying = 0.6;   // shared part of different words
constexpr size_t kFewestWords = 4;    // of a saying

// Articles joined by links.
class Groups {
 public:
  void join(int64_t a, int64_t b) { nearer_[root(a)] = root(b); }

  // Those of two or more articles.
  std::vector<std::vector<int64_t>> all() {
    std::map<int64_t, std::vector<int64_t>> by_root;
    std::vector<int64_t> articles;
    for (const auto& [article, ignored] : nearer_) articles.push_back(article);
    std::sort(articles.begin(), articles.end());
    for (const int64_t article : articles) by_root[root(article)].push_back(article);
    std::vector<std::vector<int64_t>> groups;
    for (auto& [ignored, group] : by_root) groups.push_back(std::move(group));
    return groups;
  }

 private:
  int64_t root(int64_t article) {
    nearer_.try_emplace(article, article);
    while (nearer_[article] != article) {
      nearer_[article] = nearer_[nearer_[article]];
      article = nearer_[article];
    }
    return article;
  }

  absl::flat_hash_map<int64_t, int64_t> nearer_;
};

// The words of a statement, to compare it with others.
struct Words {
  std::string speaker, text;
  absl::flat_hash_set<std::string> lemmas;
  std::set<size_t> tellings;  // in which it, or one like it, stands
};

bool same_saying(const Words& a, const Words& b) {
  if (a.speaker != b.speaker) return false;
  if (a.lemmas.size() > b.lemmas.size()) return same_saying(b, a);
  const size_t shared = std::count_if(a.lemmas.begin(), a.lemmas.end(),
                                      [&b](const auto& lemma) { return b.lemmas.contains(lemma); });
  return shared >= kSameSaying * (a.lemmas.size() + b.lemmas.size() - shared);
}

class StoryReader {
 public:
  explicit StoryReader(Connection& connection)
      : connection_(connection),
        article_(connection.database().prepare(
            "SELECT id, title, publisher, url, day, crawled, text FROM articles WHERE article = "
            "?1")),
        relays_(connection.database().prepare(
            "SELECT DISTINCT name FROM statements s, json_each(s.via) v JOIN appearances p ON "
            "p.article = s.article AND p.number = v.value JOIN actors USING (actor) WHERE "
            "s.article = ?1 ORDER BY name")),
        statements_(connection.database().prepare(
            "SELECT ifnull(key, name), content FROM statements s JOIN appearances p ON p.article "
            "= s.article AND p.number = s.speaker JOIN actors USING (actor) WHERE s.article = ?1 "
            "ORDER BY s.number")) {}

  Story read(const std::vector<int64_t>& group) {
    std::vector<Telling> tellings;
    for (const int64_t article : group) tellings.push_back(read_telling(article));
    std::sort(tellings.begin(), tellings.end());
    Story story;
    std::set<std::string> outlets;
    std::map<std::string, uint64_t> relays;
    for (Telling& telling : tellings) {
      outlets.insert(telling.shown.publisher);
      for (const std::string& relay : telling.shown.relays) ++relays[relay];
      story.tellings.push_back(telling.shown);
    }
    outlets.erase("");
    story.outlets = outlets.size();
    story.origin = story.tellings.front().publisher;
    uint64_t most = 1;  // a relay that only one of several tellings names is no origin
    for (const auto& [relay, count] : relays) {
      if (count > most) std::tie(story.origin, most) = std::pair(relay, count);
    }
    story.sayings = read_sayings(tellings);
    return story;
  }

 private:
  struct Telling {
    int64_t article;
    std::string crawled;
    Story::Telling shown;

    // The earliest first; what has no day last.
    auto order() const {
      return std::tuple(shown.day.empty(), std::string_view(shown.day), crawled.empty(),
                        std::string_view(crawled), std::string_view(shown.article));
    }
    friend bool operator<(const Telling& a, const Telling& b) { return a.order() < b.order(); }
  };

  Telling read_telling(int64_t article) {
    Telling telling;
    telling.article = article;
    article_.bind(article).step();
    telling.shown.article = article_.text(0);
    telling.shown.title = article_.text(1);
    telling.shown.publisher = article_.text(2);
    telling.shown.url = article_.text(3);
    telling.shown.day = article_.text(4);
    telling.crawled = article_.text(5);
    for (relays_.bind(article); relays_.step();) telling.shown.relays.emplace_back(relays_.text(0));
    return telling;
  }

  std::vector<Story::Saying> read_sayings(const std::vector<Telling>& tellings) {
    std::vector<Words> all;
    for (size_t i = 0; i < std::min(tellings.size(), kMostTellings); ++i) {
      article_.bind(tellings[i].article).step();
      const std::string text(article_.text(6));
      for (statements_.bind(tellings[i].article); statements_.step();) {
        Words words = words_of_statement(text, statements_.text(1));
        if (words.lemmas.size() < kFewestWords) continue;
        words.speaker = statements_.text(0);
        const auto same = std::find_if(
            all.begin(), all.end(), [&](const Words& other) { return same_saying(words, other); });
        if (same != all.end()) {
          same->tellings.insert(i);
          continue;
        }
        words.tellings = {i};
        all.push_back(std::move(words));
      }
    }
    return shown(std::move(all));
  }

  Words words_of_statement(std::string_view text, std::string_view content) {
    Words words;
    for (const Span span : content_spans(content)) {
      if (!words.text.empty()) words.text += " … ";
      words.text += words_of(text, span);
    }
    connection_.terms().for_each_word(
        words.text, [&](const Terms& terms, const Token&) { words.lemmas.insert(terms.lemma); });
    return words;
  }

  static std::vector<Story::Saying> shown(std::vector<Words> all) {
    std::erase_if(all, [](const Words& words) { return words.tellings.size() < 2; });
    std::stable_sort(all.begin(), all.end(), [](const Words& a, const Words& b) {
      return a.tellings.size() > b.tellings.size();
    });
    std::vector<Story::Saying> sayings;
    for (size_t i = 0; i < std::min(all.size(), kMostSayings); ++i) {
      sayings.push_back(
          {std::move(all[i].speaker), std::move(all[i].text), all[i].tellings.size()});
    }
    return sayings;
  }

  Connection& connection_;
  Query article_, relays_, statements_;
};

// Groups with an article of the search in them; the most tellings first.
std::vector<std::vector<int64_t>> find_groups(Database& database, const PlaceQuery& places) {
  Groups groups;
  Query links = database.prepare("SELECT article, other FROM echoes");
  while (links.step()) groups.join(links.integer(0), links.integer(1));
  absl::flat_hash_set<int64_t> wanted;
  Query found = database.prepare(places.sql);
  for (places.bind(found); found.step();) wanted.insert(found.integer(1));
  std::vector<std::vector<int64_t>> kept = groups.all();
  std::erase_if(kept, [&](const std::vector<int64_t>& group) {
    return std::none_of(group.begin(), group.end(),
                        [&](int64_t article) { return wanted.contains(article); });
  });
  std::stable_sort(kept.begin(), kept.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return kept;
}

}  // namespace

Expected<std::vector<Story>> read_stories(Connection& connection, const Search& search) {
  Search articles = search;
  articles.over = Search::Over::kArticles;
  const Expected<PlaceQuery> places = find_places(connection, articles);
  if (!places) return tl::unexpected(places.error());
  const std::vector<std::vector<int64_t>> groups = find_groups(connection.database(), *places);
  StoryReader reader(connection);
  std::vector<Story> stories;
  for (size_t i = 0; i < std::min(search.limit, groups.size()); ++i) {
    stories.push_back(reader.read(groups[i]));
  }
  if (!connection.database().ok()) return tl::unexpected(connection.database().error());
  return stories;
}

}  // namespace musnad
