// The command line: parses the flags and calls the library. Exit status: 0 done, 1 some input
// failed or the output could not be written, 2 wrong usage.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "cli/actors_command.h"
#include "cli/archive_commands.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/input_flags.h"
#include "cli/output.h"
#include "cli/read_articles.h"
#include "cli/tag_tokens.h"
#include "formats/inputs.h"
#include "web/web_inputs.h"

namespace musnad {
namespace {

constexpr char kReadExamples[] =
    R"(Inputs are UTF-8 text (first line the headline), saved pages of news sites, JSON arrays, JSON Lines, RSS and
Atom feeds, WARC files of web crawls, all of them also as .gz, .zst or in a .zip, folders of such files, and the
addresses of feeds and pages; - is standard input.

Examples:
  musnad read article.txt                          statements and dates of one article
  musnad read page.html --format html -o page-report.html
  musnad read news/ 2015-07-21.zip -o records.jsonl    a folder and an archive, as JSON Lines
  musnad read --crawled 2015-07-21 < article.txt   tells the day that "yesterday" is counted from
  musnad read --field text=body --field title=headline feed.json)";

constexpr char kTagExamples[] = R"(Example:
  musnad tag --conll < tokens.txt > tagged.txt)";

struct ReadFlags {
  InputFlags input;
  std::string format;
  std::string output;
};

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
  for (const std::string& input : flags.input.inputs) {
    if (input == "-" || is_url(input) || !lies_in(flags.output, input)) continue;
    throw CLI::ValidationError(
        "-o",
        fmt::format("{} would be read as input, {}; write it elsewhere", flags.output, input));
  }
}

OutputFormat output_format(const std::string& name, bool terminal) {
  if (name == "html") return OutputFormat::kHtml;
  if (name == "text" || (name.empty() && terminal)) return OutputFormat::kText;
  return OutputFormat::kJsonLines;
}

int run_read(ReadFlags flags) {
  Console console;
  Expected<const Reader*> reader = make_reader(flags.input);
  Expected<Output> out = Output::open(flags.output);
  for (const Error* error : {reader ? nullptr : &reader.error(), out ? nullptr : &out.error()}) {
    if (error != nullptr) console.complain(error->message);
  }
  if (console.complaints() > 0) return kFailed;

  ReadSettings settings;
  settings.input = flags.input.settings;
  settings.format = output_format(flags.format, out->is_terminal());
  settings.terminal = terminal_options(*out);
  default_to_standard_input(flags.input);
  WebInputs web{std::chrono::seconds(flags.input.timeout)};
  const auto open_url = [&web](const std::string& url) { return web.open(url); };
  read_articles(**reader, *open_inputs(flags.input.inputs, open_url), settings, *out, console);
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

void declare_read(CLI::App& app, Work& work) {
  CLI::App* read =
      app.add_subcommand("read", "Read articles into records: who said what, via whom, when");
  const auto flags = std::make_shared<ReadFlags>();
  read->footer(kReadExamples);
  declare_input_flags(*read, flags->input);
  read->add_option("--format", flags->format, "text, jsonl or html; text on a terminal, else jsonl")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "jsonl", "html"}));
  read->add_option("-o,--output", flags->output, "File to write instead of standard output")
      ->type_name("OUT");
  read->final_callback([flags, &work] {
    complete(flags->input);
    refuse_to_overwrite(*flags);
    work = [flags] { return run_read(*flags); };
  });
}

void declare_tag(CLI::App& app, Work& work) {
  CLI::App* tag = app.add_subcommand("tag", "Mark the names among tokens on standard input");
  tag->footer(kTagExamples);
  tag->add_flag("--conll")->required()->description(
      "One token a line, a blank line between sentences; \"token TAG\" comes out: B- and I- with "
      "PERS, LOC, ORG or MISC, or O");
  tag->final_callback([&work] { work = run_tag; });
}

int run(int argc, char** argv) {
  CLI::App app(
      "Musnad reads Arabic news of diplomacy and writes who said what, through whom and when.",
      "musnad");
  app.set_version_flag("--version", "musnad " MUSNAD_VERSION);
  app.footer(
      "Exit status: 0 done, 1 some input failed (each named on standard error), 2 wrong usage.");
  app.require_subcommand(1);
  Work work;
  declare_read(app, work);
  declare_tag(app, work);
  declare_actors(app, work);
  declare_add(app, work);
  declare_questions(app, work);
  declare_export(app, work);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  return work();
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return musnad::run(argc, argv);
}
