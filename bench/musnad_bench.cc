// musnad-bench PROGRAM [CORPUS [REPETITIONS]]: measures the program on a corpus (without one, on
// made text) and prints tables in Markdown: speed, share of each stage, start-up, growth with the
// length of one article, the archive. With REPETITIONS it measures nothing but the archive, which
// grows until it holds the corpus so many times.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "archive_bench.h"
#include "cost.h"
#include "formats/record_json.h"
#include "musnad/reader.h"
#include "stage_shares.h"
#include "texts.h"

namespace musnad {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMadeArticles = 20000;
constexpr int kStarts = 21;
constexpr size_t kMegabyte = 1000000;

std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
  }
  return "unknown processor";
}

// This process stays small until the end: what it holds counts for the programs that it starts.
class Bench {
 public:
  Bench(std::string program, std::string corpus, size_t repetitions, fs::path folder)
      : program_(std::move(program)),
        input_(std::move(corpus)),
        repetitions_(repetitions),
        folder_(std::move(folder)) {}

  Expected<void> run() {
    fmt::print("{}, {} processors, {:%Y-%m-%d}\n", processor(), std::thread::hardware_concurrency(),
               fmt::gmtime(std::chrono::system_clock::now()));
    if (repetitions_ > 0) return archive();
    for (const auto part : {&Bench::load, &Bench::speed, &Bench::start_up, &Bench::stages,
                            &Bench::growth, &Bench::archive}) {
      if (const Expected<void> done = (this->*part)(); !done) return done;
    }
    return {};
  }

 private:
  Expected<void> load();
  Expected<void> speed();
  Expected<void> start_up();
  Expected<void> stages();
  Expected<void> growth();
  Expected<void> archive();

  // A corpus may hold articles without an Arabic letter, which the program refuses (status 1).
  Expected<Cost> read(const std::string& input, const char* threads = "1") const {
    return cost_of({program_, "read", "--format", "jsonl", "-j", threads, input}, 1);
  }

  std::string program_;
  std::string input_;
  size_t repetitions_;  // of the corpus; 0 where all is measured
  fs::path folder_;     // for files of our own
  size_t words_ = 0;
};

Expected<void> Bench::load() {
  std::string name = input_;
  if (!fs::exists(input_)) {
    name = "made text";
    input_ = folder_ / "made.jsonl";
    if (const auto written = write_made_articles(input_, kMadeArticles); !written) return written;
  }
  size_t articles = 0;
  std::ofstream texts(folder_ / "texts.txt", std::ios::binary);
  const auto read = for_each_article(input_, [&](const Article& article) {
    ++articles;
    words_ += count_words(article.text);
    texts << article.text << '\n';
  });
  fmt::print("{}: {} articles, {:.2f} million words\n", name, articles, words_ / 1e6);
  return read;
}

Expected<void> Bench::speed() {
  setenv("LC_ALL", "C.UTF-8", 1);
  const auto one = read(input_), two = read(input_, "2");
  const auto wc = cost_of({"wc", "-w", folder_ / "texts.txt"});
  for (const auto* cost : {&one, &two, &wc}) {
    if (!*cost) return tl::unexpected(cost->error());
  }
  fmt::print(
      "\n| whole run, input to JSON Lines | seconds | words a second | processor seconds | "
      "peak memory |\n| --- | ---: | ---: | ---: | ---: |\n");
  const auto row = [&](const char* name, const Cost& cost) {
    fmt::print("| {} | {:.2f} | {:.0f} | {:.2f} | {:.0f} MB |\n", name, cost.seconds,
               words_ / cost.seconds, cost.processor_seconds, cost.megabytes);
  };
  row("one thread", *one);
  row("two threads", *two);
  row("`LC_ALL=C.UTF-8 wc -w` on the texts", *wc);
  fmt::print("\nTwo threads: {:.2f} times one. One thread takes {:.1f} times as long as wc.\n",
             one->seconds / two->seconds, one->seconds / wc->seconds);
  return {};
}

Expected<void> Bench::start_up() {
  const std::string file = folder_ / "one.jsonl";
  if (const auto written = write_made_articles(file, 1); !written) return written;
  std::vector<double> milliseconds;
  for (int i = 0; i < kStarts; ++i) {
    const auto cost = read(file);
    if (!cost) return tl::unexpected(cost.error());
    milliseconds.push_back(1000 * cost->seconds);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  fmt::print(
      "\nFrom start to the record of one article: {:.0f} ms (median of {}, {:.0f} to {:.0f}).\n",
      milliseconds[kStarts / 2], kStarts, milliseconds.front(), milliseconds.back());
  return {};
}

Expected<void> Bench::stages() {
  const auto shares = measure_stages(input_);
  if (!shares) return tl::unexpected(shares.error());
  double all = 0;
  for (const StageShare& share : *shares) all += share.seconds;
  fmt::print("\n| stage | share | nanoseconds a word |\n| --- | ---: | ---: |\n");
  for (const StageShare& share : *shares) {
    fmt::print("| {} | {:.1f} % | {:.0f} |\n", share.stage, 100 * share.seconds / all,
               1e9 * share.seconds / words_);
  }
  fmt::print("\nThe stages alone, without reading input: {:.0f} words a second.\n", words_ / all);
  return {};
}

// Reads one article with a new reader; the exit status of the process that measures it.
int read_article(const std::string& text) {
  const auto reader = Reader::create();
  const auto record = reader ? (*reader)->read({.text = text}) : tl::unexpected(reader.error());
  return record && !render_json(*record).empty() ? 0 : 1;
}

Expected<void> Bench::growth() {
  fmt::print(
      "\n| one article | 1 MB | 5 MB | 10 MB | 50 MB | peak memory at 50 MB |\n"
      "| --- | ---: | ---: | ---: | ---: | ---: |\n");
  for (const auto& [name, shape] : {std::pair{"plain", Shape::kPlain},
                                    {"quotations in quotations", Shape::kNestedQuotations},
                                    {"quotations never closed", Shape::kUnclosedQuotations}}) {
    fmt::print("| {} |", name);
    Cost last;
    for (const size_t megabytes : {1, 5, 10, 50}) {
      const std::string text = long_text(shape, megabytes * kMegabyte);
      const auto cost = cost_of([&text] { return read_article(text); });
      if (!cost) return tl::unexpected(cost.error());
      last = *cost;
      fmt::print(" {:.2f} s |", last.seconds);
      std::fflush(stdout);
    }
    fmt::print(" {:.0f} MB |\n", last.megabytes);
  }
  return {};
}

Expected<void> Bench::archive() {
  return measure_archive(program_, input_, folder_, std::max<size_t>(1, repetitions_));
}

int run(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    fmt::print(stderr, "usage: musnad-bench PROGRAM [CORPUS [REPETITIONS]]\n");
    return 2;
  }
  std::string folder = fs::temp_directory_path() / "musnad-bench-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) {
    fmt::print(stderr, "{}: cannot be created\n", folder);
    return 1;
  }
  const size_t repetitions = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 0;
  const Expected<void> done = Bench(argv[1], argc > 2 ? argv[2] : "", repetitions, folder).run();
  fs::remove_all(folder);
  if (done) return 0;
  fmt::print(stderr, "{}\n", done.error().message);
  return 1;
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) { return musnad::run(argc, argv); }
