// The commands that ask an archive: search, actor, timeline, stories, echoes, talks, stats.
#include <fmt/format.h>

#include <cstdlib>
#include <memory>

#include "cli/archive_commands.h"
#include "cli/archive_rows.h"
#include "cli/archive_text.h"
#include "cli/console.h"
#include "cli/input_flags.h"
#include "cli/output.h"
#include "cli/search_flags.h"

namespace musnad {
namespace {

constexpr char kSearchExamples[] =
    R"(Words are found in any form (وزير finds الوزراء); all of them must occur. "…" or «…» is a phrase, مفاو* a
beginning, -هدنة a word that must not occur (behind --, since it looks like a flag).

Examples:
  musnad search news.musnad وقف النار --speaker لافروف --from 2015-07-01
  musnad search news.musnad '«وقف إطلاق النار»' --about سوريا --kind deny --json
  musnad search news.musnad --articles مفاوضات -- -هدنة)";

constexpr char kActorExamples[] = R"(Example:
  musnad actor news.musnad "دميتري بيسكوف"          who it is, since when, what was said, whom he met)";

// Where the answer goes.
struct AnswerFlags {
  std::string archive;
  bool json = false;
  bool csv = false;
};

void declare_answer_flags(CLI::App& command, AnswerFlags& flags) {
  command.add_option("ARCHIVE", flags.archive, "File of the archive")->required();
  auto* json = command.add_flag("--json", flags.json, "Rows as JSON Lines");
  command.add_flag("--csv", flags.csv, "Rows as CSV")->excludes(json);
}

// Opens the archive, asks and prints.
template <typename Ask>
int answer(const AnswerFlags& flags, Ask ask) {
  Console console;
  const auto print = [&]() -> Expected<void> {
    const auto archive = Archive::open(flags.archive);
    if (!archive) return tl::unexpected(archive.error());
    const auto result = ask(**archive);
    if (!result) return tl::unexpected(result.error());
    Expected<Output> out = Output::open("");
    const RowFormat format = flags.csv ? RowFormat::kCsv : RowFormat::kJsonLines;
    const Expected<void> written =
        out->write(flags.csv || flags.json ? render_rows(*result, format)
                                           : render_text(*result, terminal_options(*out)));
    return written ? out->close() : written;
  };
  const Expected<void> printed = print();
  if (printed) return kDone;
  console.complain(printed.error().message);
  return kFailed;
}

void declare_search(CLI::App& app, Work& work) {
  struct Flags {
    AnswerFlags answer;
    SearchFlags search;
    bool articles = false;
  };
  CLI::App* command = app.add_subcommand("search", "Find what was said, by whom, when");
  const auto flags = std::make_shared<Flags>();
  command->footer(kSearchExamples);
  declare_answer_flags(*command, flags->answer);
  declare_search_flags(*command, flags->search);
  command->add_flag("--articles", flags->articles, "Find articles instead of statements");
  command->add_option("--limit", flags->search.search.limit, "Most to show; 20 if not given")
      ->type_name("N");
  command->final_callback([flags, &work] {
    Search search = complete(flags->search);
    if (flags->articles) search.over = Search::Over::kArticles;
    work = [flags, search] {
      return answer(flags->answer, [&](Archive& archive) { return archive.search(search); });
    };
  });
}

void declare_actor(CLI::App& app, Work& work) {
  struct Flags {
    AnswerFlags answer;
    std::string name;
  };
  CLI::App* command = app.add_subcommand(
      "actor", "Show somebody: names, offices, statements, contacts, who relays");
  const auto flags = std::make_shared<Flags>();
  command->footer(kActorExamples);
  declare_answer_flags(*command, flags->answer);
  command->add_option("NAME", flags->name, "Name, part of a name, or key of the register")
      ->required();
  command->final_callback([flags, &work] {
    work = [flags] {
      return answer(flags->answer, [&](Archive& archive) { return archive.actor(flags->name); });
    };
  });
}

void declare_timeline(CLI::App& app, Work& work) {
  struct Flags {
    AnswerFlags answer;
    SearchFlags search;
    Step step = Step::kDay;
  };
  CLI::App* command =
      app.add_subcommand("timeline", "Count what a search finds by time, and who speaks most");
  const auto flags = std::make_shared<Flags>();
  declare_answer_flags(*command, flags->answer);
  declare_search_flags(*command, flags->search);
  const std::map<std::string, Step> steps = {
      {"day", Step::kDay}, {"month", Step::kMonth}, {"year", Step::kYear}};
  command->add_option("--by", flags->step, "day (if not given), month or year")
      ->type_name("STEP")
      ->transform(CLI::CheckedTransformer(steps).description(""));
  command->final_callback([flags, &work] {
    const Search search = complete(flags->search);
    work = [flags, search] {
      return answer(flags->answer,
                    [&](Archive& archive) { return archive.timeline(search, flags->step); });
    };
  });
}

// A command that groups what a search finds.
template <typename Ask>
void declare_grouping(CLI::App& app, Work& work, const char* name, const char* description,
                      Ask ask) {
  struct Flags {
    AnswerFlags answer;
    SearchFlags search;
  };
  CLI::App* command = app.add_subcommand(name, description);
  const auto flags = std::make_shared<Flags>();
  declare_answer_flags(*command, flags->answer);
  declare_search_flags(*command, flags->search);
  command->add_option("--limit", flags->search.search.limit, "Most to show; 20 if not given")
      ->type_name("N");
  command->final_callback([flags, &work, ask] {
    const Search search = complete(flags->search);
    work = [flags, search, ask] {
      return answer(flags->answer, [&](Archive& archive) { return ask(archive, search); });
    };
  });
}

void declare_stories(CLI::App& app, Work& work) {
  declare_grouping(app, work, "stories", "Group articles on one matter, and name who was first",
                   [](Archive& archive, const Search& search) { return archive.stories(search); });
}

void declare_echoes(CLI::App& app, Work& work) {
  declare_grouping(app, work, "echoes",
                   "Group statements that repeat each other, and name who had them first",
                   [](Archive& archive, const Search& search) { return archive.echoes(search); });
}

void declare_talks(CLI::App& app, Work& work) {
  struct Flags {
    AnswerFlags answer;
    std::vector<std::string> parties;
    std::string since;
  };
  CLI::App* command = app.add_subcommand(
      "talks", "Show a negotiation over time: contacts, positions, agenda, teams, open matters");
  const auto flags = std::make_shared<Flags>();
  declare_answer_flags(*command, flags->answer);
  command->add_option("PARTY", flags->parties, "Who takes part or mediates; all talks if none");
  command->add_option("--since", flags->since, "Mark what is told of this day or later")
      ->type_name("YYYY-MM-DD")
      ->check(check_day);
  command->final_callback([flags, &work] {
    work = [flags] {
      return answer(flags->answer,
                    [&](Archive& archive) { return archive.talks(flags->parties, flags->since); });
    };
  });
}

void declare_stats(CLI::App& app, Work& work) {
  CLI::App* command = app.add_subcommand("stats", "Count what an archive holds");
  const auto flags = std::make_shared<AnswerFlags>();
  declare_answer_flags(*command, *flags);
  command->final_callback([flags, &work] {
    work = [flags] { return answer(*flags, [](Archive& archive) { return archive.stats(); }); };
  });
}

}  // namespace

void declare_questions(CLI::App& app, Work& work) {
  declare_search(app, work);
  declare_actor(app, work);
  declare_timeline(app, work);
  declare_stories(app, work);
  declare_echoes(app, work);
  declare_talks(app, work);
  declare_stats(app, work);
}

}  // namespace musnad
