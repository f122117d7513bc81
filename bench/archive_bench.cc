#include "archive_bench.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <set>
#include <vector>

#include "cost.h"
#include "musnad/archive.h"
#include "texts.h"

namespace musnad {
namespace {

// Frequent words of the news, searched for in pairs.
constexpr const char* kWords[] = {"وزير",  "اتفاق", "رئيس",  "حكومة", "أمن",    "مفاوضات",
                                  "دولة",  "منطقة", "عملية", "قوات",  "اجتماع", "تعاون",
                                  "إرهاب", "سلام",  "مواطن", "مجلس",  "مشروع",  "دعم"};
constexpr size_t kSpeakers = 30;

double milliseconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

void print_row(const char* question, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  fmt::print("| {} | {} | {:.1f} ms | {:.1f} ms |\n", question, times.size(),
             times[times.size() / 2], times[times.size() * 99 / 100]);
}

// Those who speak most often where these words are said.
std::vector<std::string> frequent_speakers(Archive& archive) {
  std::set<std::string> names;
  for (const char* word : kWords) {
    const auto found = archive.search({.words = word, .limit = 200});
    if (!found) continue;
    for (const Hit& hit : found->hits) {
      if (!hit.speaker_key.empty()) names.insert(hit.speaker_key);
    }
  }
  std::vector<std::string> kept(names.begin(), names.end());
  if (kept.size() > kSpeakers) kept.resize(kSpeakers);
  return kept;
}

template <typename Ask>
void measure_pages(const char* question, const std::vector<std::string>& names, Ask ask) {
  std::vector<double> times;
  for (const std::string& name : names) times.push_back(milliseconds_of([&] { ask(name); }));
  if (!times.empty()) print_row(question, times);
}

void measure_questions(Archive& archive) {
  fmt::print("\n| question | asked | median | 99 % within |\n| --- | ---: | ---: | ---: |\n");
  const std::vector<std::string> speakers = frequent_speakers(archive);
  std::vector<double> pairs, alone;
  for (size_t i = 0; i < std::size(kWords); ++i) {
    for (size_t j = i + 1; j < std::size(kWords); ++j) {
      const std::string words = fmt::format("{} {}", kWords[i], kWords[j]);
      alone.push_back(milliseconds_of([&] { (void)archive.search({.words = words}); }));
      if (speakers.empty()) continue;
      const std::string& speaker = speakers[(i + j) % speakers.size()];
      pairs.push_back(
          milliseconds_of([&] { (void)archive.search({.words = words, .speaker = speaker}); }));
    }
  }
  if (!pairs.empty()) print_row("two words and a speaker", pairs);
  print_row("two words", alone);
  measure_pages("page of an actor", speakers, [&](auto& name) { (void)archive.actor(name); });
  measure_pages("talks of a party", speakers, [&](auto& name) { (void)archive.talks({name}, ""); });
  print_row("stories", {milliseconds_of([&] { (void)archive.stories({}); })});
  print_row("echoes", {milliseconds_of([&] { (void)archive.echoes({}); })});
  std::fflush(stdout);
}

// An archive that grows, and what it costs.
class Growth {
 public:
  Growth(std::string program, std::string corpus, const std::string& folder)
      : program_(std::move(program)),
        corpus_(std::move(corpus)),
        archive_(folder + "/news.musnad"),
        input_(folder + "/input.jsonl") {}

  // Adds articles until there are `size`, adds the last of them again, and asks.
  Expected<void> grow_to(size_t size) {
    const auto text = write_repeated(input_, corpus_, size_, size);
    if (!text) return tl::unexpected(text.error());
    text_ += *text;
    fmt::print(
        "\n| {} articles, two threads | articles | seconds | articles a second | peak memory | "
        "file | times the text |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
        size);
    for (const char* name : {"added", "added again"}) {
      const auto cost = cost_of({program_, "add", "-j", "2", archive_, input_}, 1);
      if (!cost) return tl::unexpected(cost.error());
      const auto bytes = static_cast<double>(std::filesystem::file_size(archive_));
      fmt::print("| {} | {} | {:.1f} | {:.0f} | {:.0f} MB | {:.0f} MB | {:.2f} |\n", name,
                 size - size_, cost->seconds, (size - size_) / cost->seconds, cost->megabytes,
                 bytes / 1e6, bytes / text_);
    }
    size_ = size;
    const auto archive = Archive::open(archive_);
    if (!archive) return tl::unexpected(archive.error());
    measure_questions(**archive);
    return {};
  }

 private:
  std::string program_, corpus_, archive_, input_;
  size_t size_ = 0;  // articles in the archive
  double text_ = 0;  // bytes of their texts
};

}  // namespace

Expected<void> measure_archive(const std::string& program, const std::string& corpus,
                               const std::string& folder, size_t repetitions) {
  size_t articles = 0;
  const auto read = for_each_article(corpus, [&](const Article&) { ++articles; });
  if (!read) return read;
  Growth growth(program, corpus, folder);
  std::vector<size_t> sizes = {articles};
  if (repetitions > 1) sizes = {articles / 10, articles, articles * repetitions};
  for (const size_t size : sizes) {
    if (const Expected<void> grown = growth.grow_to(size); !grown) return grown;
  }
  return {};
}

}  // namespace musnad
