#include "archive/stories.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "archive/groups.h"
#include "archive/matters.h"
#include "archive/sayings.h"
#include "archive/search.h"
#include "archive/tellings.h"

namespace musnad {
namespace {

constexpr size_t kMostArticles = 4000;  // whose matter is looked for
constexpr size_t kMostTellings = 50;    // whose statements are compared
constexpr size_t kMostSayings = 5;      // that are shown of a story

class StoryReader {
 public:
  // `repeats` are the groups of articles that repeat each other.
  StoryReader(Connection& connection, Groups& repeats)
      : repeats_(repeats), tellings_(connection), sayings_(connection) {}

  Story read(const std::vector<int64_t>& group) {
    std::vector<PlacedTelling> tellings;
    for (const int64_t article : group) tellings.push_back(tellings_.read(article));
    sort_by_time(tellings);
    Story story;
    absl::flat_hash_map<int64_t, uint64_t> texts;  // numbers, by the root of their group
    for (PlacedTelling& telling : tellings) {
      telling.shown.text =
          texts.try_emplace(repeats_.root(telling.article), texts.size() + 1).first->second;
      story.tellings.push_back(telling.shown);
    }
    story.texts = texts.size();
    story.outlets = count_outlets(story.tellings);
    story.origin = origin_of(story.tellings);
    story.sayings = read_sayings(tellings);
    return story;
  }

 private:
  std::vector<Story::Saying> read_sayings(const std::vector<PlacedTelling>& tellings) {
    std::vector<Saying> all;
    for (size_t i = 0; i < std::min(tellings.size(), kMostTellings); ++i) {
      for (Saying& saying : sayings_.read(tellings[i].article)) all.push_back(std::move(saying));
    }
    std::vector<Story::Saying> sayings;
    for (const std::vector<int64_t>& group : group_sayings(all)) {
      absl::flat_hash_set<int64_t> articles;
      for (const int64_t i : group) articles.insert(all[i].article);
      const Saying& first = all[group[0]];
      if (articles.size() > 1)
        sayings.push_back({first.speaker, first.key, first.text, articles.size()});
    }
    std::stable_sort(sayings.begin(), sayings.end(),
                     [](const auto& a, const auto& b) { return a.tellings > b.tellings; });
    if (sayings.size() > kMostSayings) sayings.resize(kMostSayings);
    return sayings;
  }

  Groups& repeats_;
  TellingReader tellings_;
  SayingReader sayings_;
};

// Groups with one of the articles in them; the most tellings first.
std::vector<std::vector<int64_t>> groups_with(const std::vector<int64_t>& articles,
                                              Groups& groups) {
  const absl::flat_hash_set<int64_t> wanted(articles.begin(), articles.end());
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
  const auto places = find_all(connection, search, Search::Over::kArticles);
  if (!places) return tl::unexpected(places.error());
  std::vector<int64_t> articles;
  for (const Place& place : *places) articles.push_back(place.article);
  Database& database = connection.database();
  Groups repeats;
  Query links = database.prepare("SELECT article, other FROM echoes");
  while (links.step()) repeats.join(links.integer(0), links.integer(1));
  Groups matters = repeats;
  join_matters(connection, std::span(articles).first(std::min(articles.size(), kMostArticles)),
               matters);
  const std::vector<std::vector<int64_t>> groups = groups_with(articles, matters);
  StoryReader reader(connection, repeats);
  std::vector<Story> stories;
  for (size_t i = 0; i < std::min(search.limit, groups.size()); ++i) {
    stories.push_back(reader.read(groups[i]));
  }
  if (!database.ok()) return tl::unexpected(database.error());
  return stories;
}

}  // namespace musnad
