// `musnad add`: its flags, and what it tells when it is done.
#include <fmt/format.h>

#include <memory>

#include "cli/add_articles.h"
#include "cli/archive_commands.h"
#include "cli/console.h"
#include "cli/input_flags.h"
#include "cli/output.h"
#include "formats/inputs.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

constexpr char kAddExamples[] =
    R"(The archive is one SQLite file, made where there is none. What is in it already is passed over.

Examples:
  musnad add news.musnad 2015-07-21.zip 2015-07-22.zip
  musnad add news.musnad --crawled 2025-02-13 pages/
  musnad add news.musnad --list feed.jsonl        the id of each article, once it is on the disk)";

struct AddFlags {
  std::string archive;
  InputFlags input;
  bool list = false;
  unsigned wait = 30;  // seconds
};

int run_add(AddFlags& flags) {
  Console console;
  const auto reader = Reader::create({.lossy = flags.input.lossy});
  const auto writer =
      ArchiveWriter::open(flags.archive, {.wait = std::chrono::seconds(flags.wait)});
  auto out = Output::open("");
  for (const Error* error :
       {reader ? nullptr : &reader.error(), writer ? nullptr : &writer.error()}) {
    if (error == nullptr) continue;
    console.complain(error->message);
    return kFailed;
  }
  Expected<void> written;
  const auto report = [&](const std::vector<Added>& added) {
    if (!flags.list) return;
    std::string ids;
    for (const Added& one : added) ids += one.id + "\n";
    written = out->write_now(ids);
  };
  default_to_standard_input(flags.input);
  const AddedCounts counts = add_articles(**reader, *open_inputs(flags.input.inputs),
                                          flags.input.settings, **writer, report, console);
  if (!flags.list) {
    std::string line = fmt::format("{}: {} articles added", flags.archive, counts.fresh);
    if (counts.known > 0) line += fmt::format(", {} were there already", counts.known);
    if (counts.replaced > 0)
      line += fmt::format(", {} replaced by an earlier fetch", counts.replaced);
    written = out->write_now(line + "\n");
  }
  if (!written) console.complain(written.error().message);
  return console.complaints() == 0 ? kDone : kFailed;
}

}  // namespace

void declare_add(CLI::App& app, Work& work) {
  CLI::App* add = app.add_subcommand("add", "Read articles into an archive");
  const auto flags = std::make_shared<AddFlags>();
  add->footer(kAddExamples);
  add->add_option("ARCHIVE", flags->archive, "File of the archive")->required();
  declare_input_flags(*add, flags->input);
  add->add_flag("--list", flags->list, "Print the id of each article as soon as it is on the disk");
  add->add_option("--wait", flags->wait,
                  "Seconds to wait for another program that writes to the archive")
      ->type_name("SECONDS")
      ->check(CLI::Range(0u, 86400u));
  add->final_callback([flags, &work] {
    complete(flags->input);
    work = [flags] { return run_add(*flags); };
  });
}

}  // namespace musnad
