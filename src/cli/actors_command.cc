#include "cli/actors_command.h"

#include <fmt/format.h>

#include <memory>

#include "actors/who_is.h"
#include "cli/console.h"
#include "cli/input_flags.h"
#include "cli/output.h"

namespace musnad {
namespace {

constexpr char kLookUpExamples[] =
    R"(NAME is a name, a surname, a key of the register, or a title with its state or organization.

Examples:
  musnad actors 'جون كيري'                                        offices, from when to when
  musnad actors 'وزير الخارجية الأمريكي' --on 2015-07-20                 who held it on that day
  musnad actors 'نديم الصافي' --register my-persons.tsv --register my-tenures.tsv)";

struct ActorsFlags {
  std::string name;
  std::string day;
  std::vector<std::string> registers;
};

// "جون كيري, John Kerry (john-kerry)"
std::string called(const RegisterEntry& entry) {
  const std::string latin = entry.latin.empty() ? "" : ", " + entry.latin;
  return fmt::format("{}{} ({})", entry.name, latin, entry.key);
}

// A line for the entry and one for each tenure: of a person the office, of an office who held it.
std::string told(const Register& actors, const Known& known) {
  const RegisterEntry& entry = actors.entry(known.entry);
  std::string text = called(entry) + "\n";
  for (const Tenure& tenure : known.tenures) {
    const bool office = entry.kind == EntryKind::kOffice;
    text +=
        fmt::format("  {} to {}  {}, {}\n", tenure.from, tenure.to.empty() ? "now" : tenure.to,
                    office ? called(actors.entry(tenure.person)) : actors.entry(tenure.office).name,
                    actors.entry(tenure.body).name);
  }
  return text;
}

Expected<void> print_answer(const ActorsFlags& flags) {
  const auto actors = Register::load(flags.registers);
  if (!actors) return tl::unexpected(actors.error());
  const std::vector<Known> found = who_is(**actors, flags.name, flags.day);
  if (found.empty()) {
    return fail(fmt::format(
        "the register knows nobody called \"{}\"{}; --register adds a table of your own",
        flags.name, flags.day.empty() ? "" : " on " + flags.day));
  }
  std::string text;
  for (const Known& known : found) text += told(**actors, known);
  Expected<Output> out = Output::open("");
  const Expected<void> written = out->write(text);
  return written ? out->close() : written;
}

int run_actors(const ActorsFlags& flags) {
  const Expected<void> printed = print_answer(flags);
  if (printed) return kDone;
  Console().complain(printed.error().message);
  return kFailed;
}

}  // namespace

void declare_actors(CLI::App& app, Work& work) {
  CLI::App* actors = app.add_subcommand(
      "actors", "Look the register up: who it is, which offices, who held an office when");
  const auto flags = std::make_shared<ActorsFlags>();
  actors->footer(kLookUpExamples);
  actors->add_option("NAME", flags->name, "Name, surname, key or title")->required();
  actors->add_option("--on", flags->day, "Only the offices and holders of this day")
      ->type_name("YYYY-MM-DD")
      ->check(check_day);
  declare_register_flag(*actors, flags->registers);
  actors->final_callback([flags, &work] { work = [flags] { return run_actors(*flags); }; });
}

}  // namespace musnad
