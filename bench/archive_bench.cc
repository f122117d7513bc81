#include "archive_bench.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
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

void measure_questions(Archive& archive) {
  fmt::print("\n| question | asked | median | 99 % within |\n| --- | ---: | ---: | ---: |\n");
  const std::vector<std::string> speakers = frequent_speakers(archive);
  std::vector<double> pairs, alone, pages;
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
  for (const std::string& speaker : speakers) {
    pages.push_back(milliseconds_of([&] { (void)archive.actor(speaker); }));
  }
  if (!pairs.empty()) print_row("two words and a speaker", pairs);
  print_row("two words", alone);
  if (!pages.empty()) print_row("page of an actor", pages);
  print_row("stories", {milliseconds_of([&] { (void)archive.stories({}); })});
}

}  // namespace

Expected<void> measure_archive(const std::string& program, const std::string& input,
                               const std::string& folder) {
  const std::string path = folder + "/news.musnad";
  const auto added = cost_of({program, "add", "-j", "2", path, input}, 1);
  const auto again = cost_of({program, "add", "-j", "2", path, input}, 1);
  size_t bytes = 0;
  const auto read =
      for_each_article(input, [&](const Article& article) { bytes += article.text.size(); });
  const auto archive = Archive::open(path);
  if (!added || !again) return tl::unexpected(added ? again.error() : added.error());
  if (!read) return read;
  if (!archive) return tl::unexpected(archive.error());
  const auto stats = (*archive)->stats();
  if (!stats) return tl::unexpected(stats.error());
  fmt::print(
      "\n| archive, two threads | articles | seconds | articles a second | peak memory | file | "
      "times the text |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
  for (const auto& [name, cost] :
       {std::pair{"added", &*added}, std::pair{"added again", &*again}}) {
    fmt::print("| {} | {} | {:.1f} | {:.0f} | {:.0f} MB | {:.0f} MB | {:.2f} |\n", name,
               stats->articles, cost->seconds, stats->articles / cost->seconds, cost->megabytes,
               stats->bytes / 1e6, static_cast<double>(stats->bytes) / bytes);
  }
  measure_questions(**archive);
  return {};
}

}  // namespace musnad
