#include "archive/sayings.h"

#include <algorithm>
#include <cmath>

#include "archive/evidence.h"
#include "archive/groups.h"

namespace musnad {
namespace {

constexpr size_t kFewestWords = 4;      // of a saying
constexpr double kShared = 0.6;         // part of the different words of both that both have
constexpr size_t kFewestContained = 8;  // words of a saying that is a part of another
constexpr double kContained = 0.8;      // part of its different words that the other has

bool repeat_each_other(const Saying& a, const Saying& b) {
  if (!near_days(a.day, b.day)) return false;
  size_t shared = 0;
  auto x = a.words.begin();
  for (auto y = b.words.begin(); x != a.words.end() && y != b.words.end();) {
    shared += *x == *y;
    const bool step_x = *x <= *y, step_y = *y <= *x;
    x += step_x;
    y += step_y;
  }
  const size_t fewer = std::min(a.words.size(), b.words.size());
  return shared >= kShared * (a.words.size() + b.words.size() - shared) ||
         (fewer >= kFewestContained && shared >= kContained * fewer);
}

// Looks for repetitions among the sayings of one speaker.
class RepetitionFinder {
 public:
  RepetitionFinder(std::span<const Saying> sayings, std::vector<size_t> of_speaker, Groups& groups)
      : sayings_(sayings), of_speaker_(std::move(of_speaker)), groups_(groups) {}

  void run() {
    for (const size_t i : of_speaker_) {
      for (const uint32_t word : sayings_[i].words) with_word_[word].push_back(i);
    }
    for (const size_t i : of_speaker_) join_repetitions(i);
  }

 private:
  // Whoever repeats a saying that is not longer has one of its rarest words.
  void join_repetitions(size_t i) {
    const Saying& saying = sayings_[i];
    for (const uint32_t word : rarest_words(saying)) {
      for (const size_t other : with_word_[word]) {
        if (sayings_[other].words.size() < saying.words.size() || other == i) continue;
        if (groups_.root(static_cast<int64_t>(i)) == groups_.root(static_cast<int64_t>(other))) {
          continue;
        }
        if (repeat_each_other(saying, sayings_[other])) {
          groups_.join(static_cast<int64_t>(i), static_cast<int64_t>(other));
        }
      }
    }
  }

  std::vector<uint32_t> rarest_words(const Saying& saying) {
    std::vector<uint32_t> words = saying.words;
    const auto least = static_cast<size_t>(std::ceil(kShared * words.size()));  // that are shared
    const size_t count = words.size() - least + 1;
    std::partial_sort(
        words.begin(), words.begin() + count, words.end(), [this](uint32_t a, uint32_t b) {
          return std::pair(with_word_[a].size(), a) < std::pair(with_word_[b].size(), b);
        });
    words.resize(count);
    return words;
  }

  std::span<const Saying> sayings_;
  std::vector<size_t> of_speaker_;
  Groups& groups_;
  absl::flat_hash_map<uint32_t, std::vector<size_t>> with_word_;
};

}  // namespace

SayingReader::SayingReader(Connection& connection)
    : connection_(connection),
      article_(connection.database().prepare(
          "SELECT text, unixepoch(day) / 86400 FROM articles WHERE article = ?1")),
      statements_(connection.database().prepare(
          "SELECT s.number, name, key, content FROM statements s JOIN appearances p ON p.article = "
          "s.article AND p.number = s.speaker JOIN actors USING (actor) WHERE s.article = ?1 AND "
          "(?2 IS NULL OR s.number = ?2) ORDER BY 1")) {}

std::vector<Saying> SayingReader::read(int64_t article, std::optional<uint32_t> number) {
  std::vector<Saying> sayings;
  article_.bind(article).step();
  const std::string_view text = article_.text(0);
  for (statements_.bind(article, number); statements_.step();) {
    Saying saying{article,
                  static_cast<uint32_t>(statements_.integer(0)),
                  article_.maybe(1),
                  std::string(statements_.text(1)),
                  std::string(statements_.text(2)),
                  {},
                  {}};
    read_words(text, statements_.text(3), saying);
    if (saying.words.size() >= kFewestWords) sayings.push_back(std::move(saying));
  }
  statements_.reset();
  article_.reset();
  return sayings;
}

void SayingReader::read_words(std::string_view text, std::string_view content, Saying& saying) {
  for (const Span span : content_spans(content)) {
    if (!saying.text.empty()) saying.text += " … ";
    saying.text += words_of(text, span);
  }
  connection_.terms().for_each_word(saying.text, [&](const Terms& terms, const Token&) {
    saying.words.push_back(number_of(terms.lemma));
  });
  std::sort(saying.words.begin(), saying.words.end());
  saying.words.erase(std::unique(saying.words.begin(), saying.words.end()), saying.words.end());
}

uint32_t SayingReader::number_of(const std::string& lemma) {
  return lemmas_.try_emplace(lemma, static_cast<uint32_t>(lemmas_.size())).first->second;
}

std::vector<std::vector<int64_t>> group_sayings(std::span<const Saying> sayings) {
  absl::flat_hash_map<std::string_view, std::vector<size_t>> by_speaker;
  for (size_t i = 0; i < sayings.size(); ++i) {
    const Saying& saying = sayings[i];
    by_speaker[saying.key.empty() ? saying.speaker : saying.key].push_back(i);
  }
  Groups groups;
  for (auto& [speaker, of_speaker] : by_speaker) {
    RepetitionFinder(sayings, std::move(of_speaker), groups).run();
  }
  return groups.all();
}

}  // namespace musnad
