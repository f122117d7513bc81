// The command line: parses the flags and calls the library. Exit status: 0 done, 1 some input
// failed or the output could not be written, 2 wrong usage.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "cli/console.h"
#include "cli/output.h"
#include "cli/read_articles.h"
#include "cli/tag_tokens.h"
#include "formats/day.h"
#include "formats/inputs.h"
#include "musnad/reader.h"

namespace musnad {
namespace {

constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;

constexpr char kReadExamples[] =
    R"(Inputs are UTF-8 text (first line the headline), saved pages of news sites, JSON arrays, JSON Lines, all
of them also as .gz or in a .zip, and folders of such files; - is standard input.

Examples:
  musnad read article.txt                          statements and dates of one article
  musnad read page.html --format html -o page-report.html
  musnad read news/ 2015-07-21.zip -o records.jsonl    a folder and an archive, as JSON Lines
  musnad read --crawled 2015-07-21 < article.txt   tells the day that "yesterday" is counted from
  musnad read --field text=body --field title=headline feed.json)";

constexpr char kTagExamples[] = R"(Example:
  musnad tag --conll < tokens.txt > tagged.txt)";

struct ReadFlags {
  std::vector<std::string> inputs;
  std::vector<std::string> fields;
  std::string format;
  std::string output;
  bool lossy = false;
  ReadSettings settings;
};

std::string check_day(const std::string& text) {
  const bool valid = !text.empty() && leading_day(text) == text;
  return valid ? "" : fmt::format("\"{}\" is no day; write YYYY-MM-DD", text);
}

// Sets the keys that --field NAME=KEY names. The headline stands before a text that --field names
// beside a title.
void set_fields(const std::vector<std::string>& fields, FieldKeys& keys) {
  bool text = false, title = false;
  for (const std::string& field : fields) {
    const size_t equals = field.find('=');
    std::string* key = keys.find(field.substr(0, equals));
    if (equals == std::string::npos || key == nullptr) {
      throw CLI::ValidationError(
          "--field",
          fmt::format("\"{}\" is not NAME=KEY with one of the names text title content id "
                      "crawled published publisher author url",
                      field));
    }
    *key = field.substr(equals + 1);
    text = text || key == &keys.text;
    title = title || key == &keys.title;
  }
  if (text && title) keys.content = std::exchange(keys.text, "");
}

// Whether `path` is `input` or lies in it.
bool lies_in(const std::filesystem::path& path, const std::filesystem::path& input) {
  std::error_code code;
  std::filesystem::path place = std::filesystem::absolute(path, code).lexically_normal();
  while (!std::filesystem::equivalent(place, input, code)) {
    if (!place.has_relative_path()) return false;
    place = place.parent_path();
  }
  return true;
}

void refuse_to_overwrite(const ReadFlags& flags) {
  if (flags.output.empty()) return;
  for (const std::string& input : flags.inputs) {
    if (input == "-" || !lies_in(flags.output, input)) continue;
    throw CLI::ValidationError(
        "-o",
        fmt::format("{} would be read as input, {}; write it elsewhere", flags.output, input));
  }
}

size_t terminal_width() {
  winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return TerminalOptions().width;
  return size.ws_col;
}

OutputFormat output_format(const std::string& name, bool terminal) {
  if (name == "html") return OutputFormat::kHtml;
  if (name == "text" || (name.empty() && terminal)) return OutputFormat::kText;
  return OutputFormat::kJsonLines;
}

int run_read(ReadFlags flags) {
  Console console;
  Expected<std::unique_ptr<Reader>> reader = Reader::create({.lossy = flags.lossy});
  Expected<Output> out = Output::open(flags.output);
  for (const Error* error : {reader ? nullptr : &reader.error(), out ? nullptr : &out.error()}) {
    if (error != nullptr) console.complain(error->message);
  }
  if (console.complaints() > 0) return kFailed;

  ReadSettings& settings = flags.settings;
  settings.format = output_format(flags.format, out->is_terminal());
  settings.terminal.width = terminal_width();
  settings.terminal.colour = out->is_terminal() && std::getenv("NO_COLOR") == nullptr;
  if (flags.inputs.empty()) flags.inputs = {"-"};
  if (std::count(flags.inputs.begin(), flags.inputs.end(), "-") > 0 && isatty(STDIN_FILENO) == 1) {
    fmt::print(stderr, "Paste an article and end it with Ctrl-D on a line of its own.\n");
  }
  read_articles(**reader, *open_inputs(flags.inputs), settings, *out, console);
  if (const Expected<void> closed = out->close(); !closed) {
    console.complain(closed.error().message);
  }
  return console.complaints() == 0 ? kDone : kFailed;
}

int run_tag() {
  const Expected<void> tagged = tag_tokens(std::cin, std::cout);
  if (tagged) return kDone;
  Console().complain(tagged.error().message);
  return kFailed;
}

// Declares `musnad read`; the flags are complete when parsing is over.
CLI::App* add_read(CLI::App& app, ReadFlags& flags) {
  CLI::App* read =
      app.add_subcommand("read", "Read articles into records: who said what, via whom, when");
  read->footer(kReadExamples);
  ReadSettings& settings = flags.settings;
  settings.threads = std::max(1u, std::thread::hardware_concurrency());
  read->add_option("FILE", flags.inputs, "Files and folders to read; - or none: standard input");
  auto* crawled = read->add_option("--crawled", settings.crawled,
                                   "Day the articles were fetched, where they do not say it");
  auto* published = read->add_option("--published", settings.published,
                                     "Day the articles were published, where they do not say it");
  crawled->type_name("YYYY-MM-DD")->check(check_day)->excludes(published);
  published->type_name("YYYY-MM-DD")->check(check_day);
  read->add_option("--format", flags.format, "text, jsonl or html; text on a terminal, else jsonl")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "jsonl", "html"}));
  read->add_option("-j,--jobs", settings.threads, "Threads at most; all processors if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  read->add_option("-o,--output", flags.output, "File to write instead of standard output")
      ->type_name("OUT");
  read->add_flag("--lossy", flags.lossy, "Replace invalid UTF-8 by U+FFFD instead of refusing it");
  read->add_option(
          "--field", flags.fields,
          "JSON key of a field: text, title, content, id, crawled, published, publisher, author "
          "or url; an empty KEY leaves the field out")
      ->type_name("NAME=KEY")
      ->allow_extra_args(false);
  read->final_callback([&flags] {
    set_fields(flags.fields, flags.settings.parse.keys);
    refuse_to_overwrite(flags);
    flags.settings.parse.lossy = flags.lossy;
  });
  return read;
}

CLI::App* add_tag(CLI::App& app) {
  CLI::App* tag = app.add_subcommand("tag", "Mark the names among tokens on standard input");
  tag->footer(kTagExamples);
  tag->add_flag("--conll")->required()->description(
      "One token a line, a blank line between sentences; \"token TAG\" comes out: B- and I- with "
      "PERS, LOC, ORG or MISC, or O");
  return tag;
}

int run(int argc, char** argv) {
  CLI::App app(
      "Musnad reads Arabic news of diplomacy and writes who said what, through whom and when.",
      "musnad");
  app.set_version_flag("--version", "musnad " MUSNAD_VERSION);
  app.footer(
      "Exit status: 0 done, 1 some input failed (each named on standard error), 2 wrong usage.");
  app.require_subcommand(1);
  ReadFlags flags;
  const CLI::App* read = add_read(app, flags);
  add_tag(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  return read->parsed() ? run_read(std::move(flags)) : run_tag();
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return musnad::run(argc, argv);
}
