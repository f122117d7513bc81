#include "cli/search_flags.h"

#include <fmt/format.h>

#include "cli/input_flags.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

constexpr Kind kKinds[] = {Kind::kDirect, Kind::kIndirect, Kind::kMixed};

// Sets the kind or act of that name; whether there is one.
bool set_kind(const std::string& name, Search& search) {
  for (const Kind kind : kKinds) {
    if (name == name_of(kind)) search.kind = kind;
  }
  search.act = value_named(name, Act::kWithhold);
  return search.kind || search.act;
}

std::string check_kind(const std::string& name) {
  Search ignored;
  if (set_kind(name, ignored)) return "";
  return fmt::format(
      "\"{}\" is no kind of statement; write direct, indirect or mixed, or an act: say, ask, deny, "
      "warn … (docs/record.md)",
      name);
}

}  // namespace

void declare_search_flags(CLI::App& command, SearchFlags& flags) {
  Search& search = flags.search;
  command.add_option("WORDS", flags.words, "Words that must all occur");
  command.add_option("--speaker", search.speaker, "Who says it: a name or a part of one")
      ->type_name("NAME");
  command.add_option("--about", search.about, "Who is spoken of")->type_name("NAME");
  command.add_option("--outlet", search.outlet, "Who publishes or relays it")->type_name("NAME");
  command.add_option("--from", search.from, "First day")->type_name("YYYY-MM-DD")->check(check_day);
  command.add_option("--to", search.to, "Last day")->type_name("YYYY-MM-DD")->check(check_day);
  command
      .add_option("--kind", flags.kind,
                  "Statements that are direct, indirect or mixed, or of an act: say, deny, warn …")
      ->type_name("KIND")
      ->check(check_kind);
}

Search complete(const SearchFlags& flags) {
  Search search = flags.search;
  search.words = fmt::format("{}", fmt::join(flags.words, " "));
  if (!flags.kind.empty()) set_kind(flags.kind, search);
  return search;
}

}  // namespace musnad
