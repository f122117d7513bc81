// `musnad add`: its flags, and what it tells when it is done.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "cli/add_articles.h"
#include "cli/archive_commands.h"
#include "cli/console.h"
#include "cli/input_flags.h"
#include "cli/output.h"
#include "formats/inputs.h"
#include "musnad/archive.h"
#include "web/web_inputs.h"

namespace musnad {
namespace {

constexpr char kAddExamples[] =
    R"(The archive is one SQLite file, made where there is none. What is in it already is passed over.

Examples:
  musnad add news.musnad 2015-07-21.zip 2015-07-22.zip
  musnad add news.musnad --crawled 2025-02-13 pages/
  musnad add news.musnad --list feed.jsonl        the id of each article, once it is on the disk
  musnad add news.musnad --follow https://news.example/rss.xml    every quarter of an hour)";

struct AddFlags {
  std::string archive;
  InputFlags input;
  bool list = false;
  bool follow = false;
  unsigned every = 900;  // seconds
  unsigned wait = 30;    // seconds
};

// Adds inputs to an archive, round by round.
class Adding {
 public:
  Adding(const AddFlags& flags, Output& out, Console& console)
      : flags_(flags),
        out_(out),
        console_(console),
        web_(std::chrono::seconds(flags.input.timeout)) {}

  // Whether everything that adding needs is there; else the console knows what is not.
  bool open() {
    return take(make_reader(flags_.input, true), reader_) &&
           take(ArchiveWriter::open(flags_.archive, {.wait = std::chrono::seconds(flags_.wait)}),
                writer_) &&
           take(Archive::open(flags_.archive), archive_);
  }

  // Adds all articles of the inputs; whether all that could be read is in the archive.
  bool add(const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
      if (!is_url(input)) continue;
      Fetched before;
      if (!take(writer_->fetched(input), before)) return false;
      web_.tell(input, before);
    }
    const auto open_url = [this](const std::string& url) { return web_.open(url); };
    const auto report = [this](const std::vector<Added>& added) { list(added); };
    const AddedCounts counts =
        add_articles(*reader_, *open_inputs(inputs, open_url), flags_.input.settings, *writer_,
                     *archive_, report, console_);
    tell(counts);
    return counts.complete && remember(inputs);
  }

  // Asks the addresses among the inputs again and again; ends when the archive cannot be written.
  void follow() {
    for (;;) {
      std::this_thread::sleep_for(std::chrono::seconds(flags_.every));
      following_ = true;
      std::vector<std::string> due;
      for (const std::string& input : flags_.input.inputs) {
        if (is_url(input) && web_.is_due(input)) due.push_back(input);
      }
      if (!add(due)) return;
    }
  }

 private:
  // Moves what is there to its place.
  template <typename T>
  bool take(Expected<T> made, T& place) {
    if (made) {
      place = std::move(*made);
    } else {
      console_.complain(made.error().message);
    }
    return made.has_value();
  }

  // Only when its articles are on the disk may an address be asked for what is newer.
  bool remember(const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
      if (!is_url(input)) continue;
      const Expected<void> kept = writer_->keep_fetched(input, web_.fetched(input));
      if (kept) continue;
      console_.complain(kept.error().message);
      return false;
    }
    return true;
  }

  void list(const std::vector<Added>& added) {
    if (!flags_.list || added.empty()) return;
    std::string ids;
    for (const Added& one : added) ids += one.id + "\n";
    print(ids);
  }

  void tell(const AddedCounts& counts) {
    if (flags_.list || (following_ && counts.fresh + counts.replaced == 0)) return;
    std::string line = fmt::format("{}: {} articles added", flags_.archive, counts.fresh);
    if (counts.known > 0) line += fmt::format(", {} were there already", counts.known);
    if (counts.replaced > 0)
      line += fmt::format(", {} replaced by an earlier fetch", counts.replaced);
    print(line + "\n");
  }

  void print(const std::string& text) {
    const Expected<void> written = out_.write_now(text);
    if (!written) console_.complain(written.error().message);
  }

  const AddFlags& flags_;
  Output& out_;
  Console& console_;
  WebInputs web_;
  const Reader* reader_ = nullptr;
  std::unique_ptr<ArchiveWriter> writer_;
  std::unique_ptr<Archive> archive_;
  bool following_ = false;
};

int run_add(AddFlags& flags) {
  Console console;
  auto out = Output::open("");
  Adding adding(flags, *out, console);
  if (!adding.open()) return kFailed;
  default_to_standard_input(flags.input);
  if (adding.add(flags.input.inputs) && flags.follow) adding.follow();
  return console.complaints() == 0 ? kDone : kFailed;
}

void check_follow(const AddFlags& flags) {
  const auto& inputs = flags.input.inputs;
  if (!flags.follow || std::any_of(inputs.begin(), inputs.end(), is_url)) return;
  throw CLI::ValidationError("--follow", "no input is an address of the web: http:// or https://");
}

}  // namespace

void declare_add(CLI::App& app, Work& work) {
  CLI::App* add = app.add_subcommand("add", "Read articles into an archive");
  const auto flags = std::make_shared<AddFlags>();
  add->footer(kAddExamples);
  add->add_option("ARCHIVE", flags->archive, "File of the archive")->required();
  declare_input_flags(*add, flags->input);
  add->add_flag("--list", flags->list, "Print the id of each article as soon as it is on the disk");
  add->add_flag("--follow", flags->follow,
                "Ask the feeds among the inputs again and again, until the program is ended");
  add->add_option("--every", flags->every, "Seconds between two times that --follow asks")
      ->type_name("SECONDS")
      ->check(CLI::Range(1u, 86400u));
  add->add_option("--wait", flags->wait,
                  "Seconds to wait for another program that writes to the archive")
      ->type_name("SECONDS")
      ->check(CLI::Range(0u, 86400u));
  add->final_callback([flags, &work] {
    complete(flags->input);
    check_follow(*flags);
    work = [flags] { return run_add(*flags); };
  });
}

}  // namespace musnad
