// musnad-bench PROGRAM [CORPUS]: measures the program on a corpus (without one, on made text) and prints
// tables in Markdown: speed, share of each stage, start-up, growth with the length of one article.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "program.h"
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

class Bench {
 public:
  Bench(std::string program, std::string corpus, fs::path folder)
      : program_(std::move(program)), input_(std::move(corpus)), folder_(std::move(folder)) {}

  Expected<void> run() {
    fmt::print("{}, {} processors, {:%Y-%m-%d}\n", processor(), std::thread::hardware_concurrency(),
               fmt::gmtime(std::chrono::system_clock::now()));
    for (const auto part : {&Bench::load, &Bench::speed, &Bench::stages, &Bench::start_up,
                            &Bench::growth}) {
      if (const Expected<void> done = (this->*part)(); !done) return done;
    }
    return {};
  }

 private:
  Expected<void> load();
  Expected<void> speed();
  Expected<void> stages();
  Expected<void> start_up();
  Expected<void> growth();

  Expected<Cost> read(const std::string& input, const char* threads = "1") const {
    return run_program({program_, "read", "--format", "jsonl", "-j", threads, input});
  }

  std::string program_;
  std::string input_;
  fs::path folder_;  // for files of our own
  std::vector<Article> articles_;
  size_t words_ = 0;
};

Expected<void> Bench::load() {
  const bool corpus = fs::exists(input_);
  if (corpus) {
    auto loaded = load_articles(input_);
    if (!loaded) return tl::unexpected(loaded.error());
    articles_ = std::move(*loaded);
  } else {
    articles_ = made_articles(kMadeArticles);
    input_ = folder_ / "made.jsonl";
    if (const auto written = write_json_lines(input_, articles_); !written) return written;
  }
  words_ = count_words(articles_);
  fmt::print("{}: {} articles, {:.2f} million words\n", corpus ? input_ : "made text", articles_.size(),
             words_ / 1e6);
  return write_texts(folder_ / "texts.txt", articles_);
}

Expected<void> Bench::speed() {
  const auto one = read(input_), two = read(input_, "2");
  const auto wc = run_program({"wc", "-w", folder_ / "texts.txt"});
  for (const auto* cost : {&one, &two, &wc}) {
    if (!*cost) return tl::unexpected(cost->error());
  }
  fmt::print("\n| whole run, input to JSON Lines | seconds | words a second | peak memory, MB |\n"
             "| --- | ---: | ---: | ---: |\n");
  const auto row = [&](const char* name, const Cost& cost) {
    fmt::print("| {} | {:.1f} | {:.0f} | {:.0f} |\n", name, cost.seconds, words_ / cost.seconds,
               cost.megabytes);
  };
  row("one thread", *one);
  row("two threads", *two);
  row("`LC_ALL=C.UTF-8 wc -w` on the texts", *wc);
  fmt::print("\nTwo threads: {:.2f} times one. One thread takes {:.1f} times as long as wc.\n",
             one->seconds / two->seconds, one->seconds / wc->seconds);
  return {};
}

Expected<void> Bench::stages() {
  const auto shares = measure_stages(articles_);
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

Expected<void> Bench::start_up() {
  const std::string file = folder_ / "one.txt";
  if (const auto written = write_texts(file, made_articles(1)); !written) return written;
  std::vector<double> seconds;
  for (int i = 0; i < kStarts; ++i) {
    const auto cost = read(file);
    if (!cost) return tl::unexpected(cost.error());
    seconds.push_back(cost->seconds);
  }
  std::sort(seconds.begin(), seconds.end());
  fmt::print("\nFrom start to the end of one short article: {:.0f} ms (median of {}; {:.0f} to {:.0f}).\n",
             1000 * seconds[kStarts / 2], kStarts, 1000 * seconds.front(), 1000 * seconds.back());
  return {};
}

Expected<void> Bench::growth() {
  fmt::print("\n| one article | 1 MB | 5 MB | 10 MB | 50 MB | peak memory at 50 MB |\n"
             "| --- | ---: | ---: | ---: | ---: | ---: |\n");
  for (const auto& [name, shape] : {std::pair{"plain", Shape::kPlain},
                                    {"quotations in quotations", Shape::kNestedQuotations},
                                    {"quotations never closed", Shape::kUnclosedQuotations}}) {
    fmt::print("| {} |", name);
    Cost cost;
    for (const size_t megabytes : {1, 5, 10, 50}) {
      const std::string file = folder_ / "long.txt";
      const Article article{.text = long_article(shape, megabytes * kMegabyte)};
      if (const auto written = write_texts(file, {article}); !written) return written;
      const auto read_cost = read(file);
      if (!read_cost) return tl::unexpected(read_cost.error());
      cost = *read_cost;
      fmt::print(" {:.2f} s |", cost.seconds);
      std::fflush(stdout);
    }
    fmt::print(" {:.0f} MB |\n", cost.megabytes);
  }
  return {};
}

int run(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    fmt::print(stderr, "usage: musnad-bench PROGRAM [CORPUS]\n");
    return 2;
  }
  std::string name = fs::temp_directory_path() / "musnad-bench-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    fmt::print(stderr, "{}: cannot be created\n", name);
    return 1;
  }
  const Expected<void> done = Bench(argv[1], argc == 3 ? argv[2] : "", name).run();
  fs::remove_all(name);
  if (done) return 0;
  fmt::print(stderr, "{}\n", done.error().message);
  return 1;
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) { return musnad::run(argc, argv); }
