#include "cli/archive_text.h"

#include <fmt/format.h>

#include <utility>

#include "formats/terminal_lines.h"

namespace musnad {
namespace {

constexpr size_t kMargin = 4;
constexpr std::string_view kMatch = "1;33";
constexpr size_t kChartCells = 40;

std::string join(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "، "));
}

// "name 12, name 7".
std::string join(const std::vector<Count>& counts) {
  std::string joined;
  for (const Count& count : counts) {
    joined += fmt::format("{}{} {}", joined.empty() ? "" : "، ", count.name, count.count);
  }
  return joined;
}

// "2015-07-21-00012#s4": an article, or a statement in it.
std::string place_of(const Hit& hit) {
  return hit.statement == 0 ? hit.article : fmt::format("{}#s{}", hit.article, hit.statement);
}

void write_hit(TerminalLines& lines, const Hit& hit) {
  lines.raw(fmt::format("{}  {}\n", lines.paint(kGrey, hit.day.empty() ? "no day    " : hit.day),
                        lines.paint(kGrey, place_of(hit))));
  if (hit.statement != 0) {
    lines.flow("", "", 0, hit.speaker.empty() ? "speaker not known" : hit.speaker, kBold);
    const std::string denied = hit.polarity == "asserted" ? "" : ", " + hit.polarity;
    lines.field(kMargin, "act", fmt::format("{}, {}{}", hit.act, hit.kind, denied));
    lines.field(kMargin, "via", join(hit.via));
  }
  const std::string bar = std::string(kMargin, ' ') + lines.paint(kMatch, "│") + " ";
  lines.flow(bar, bar, kMargin + 2, hit.words);
  lines.field(kMargin, "article", hit.title);
  lines.field(kMargin, "outlet", hit.publisher);
  lines.raw("\n");
}

// "14 articles, 12 outlets, origin تاس".
void write_origin(TerminalLines& lines, const std::string& counts, const std::string& origin) {
  const std::string head = counts + ", origin ";
  lines.flow(head, std::string(kMargin, ' '), head.size(), origin.empty() ? "not known" : origin);
}

// A day, what it is there and who published it, through whom.
void write_telling(TerminalLines& lines, const Telling& telling, const std::string& what) {
  const std::string head = fmt::format("    {:<10}  {}  ", telling.day, what);
  const std::string via = telling.relays.empty() ? "" : " ← " + join(telling.relays);
  lines.flow(head, std::string(kMargin, ' '), head.size(), telling.publisher + via);
}

void write_contact(TerminalLines& lines, const ActorPage::Contact& contact) {
  const std::string head =
      fmt::format("    {:<10}  {:<9}  {:<9}  ", contact.day, contact.type, contact.status);
  lines.flow(head, std::string(head.size(), ' '), head.size(),
             contact.with.empty() ? contact.article : join(contact.with));
}

constexpr std::pair<std::string_view, TalksPage::What> kSections[] = {
    {"status", TalksPage::What::kStatus},      {"contacts", TalksPage::What::kContact},
    {"positions", TalksPage::What::kPosition}, {"agenda", TalksPage::What::kAgenda},
    {"teams", TalksPage::What::kTeam},         {"open", TalksPage::What::kOpen}};

void write_line(TerminalLines& lines, const TalksPage::Line& line) {
  const std::string kind =
      fmt::format("{}{}{}", line.type, line.type.empty() ? "" : " ", line.status);
  const std::string head =
      fmt::format("  {} {:<10}  {:<17}  ", line.fresh ? "+" : " ", line.day, kind);
  const std::string_view between = line.who.empty() || line.words.empty() ? "" : ": ";
  lines.flow(head, std::string(head.size(), ' '), head.size(),
             fmt::format("{}{}{}", line.who, between, line.words));
}

}  // namespace

std::string render_text(const Found& found, const TerminalOptions& options) {
  TerminalLines lines(options);
  for (const Hit& hit : found.hits) write_hit(lines, hit);
  lines.raw(fmt::format("{} found, {} shown\n", found.total, found.hits.size()));
  return lines.take();
}

std::string render_text(const ActorPage& page, const TerminalOptions& options) {
  TerminalLines lines(options);
  lines.flow("", "", 0, page.name, kBold);
  lines.raw(fmt::format("{}{}{}{}{}\n", page.latin, page.latin.empty() ? "" : "  ", page.kind,
                        page.key.empty() ? "" : "  ", lines.paint(kGrey, page.key)));
  lines.raw(fmt::format("{} articles, {} statements", page.articles, page.statements));
  if (page.drawn_from < page.articles) {
    lines.raw(fmt::format("; what follows is from the {} articles added last", page.drawn_from));
  }
  lines.raw("\n\n");
  lines.field(0, "named", join(page.names));
  for (const ActorPage::Office& office : page.offices) {
    const std::string head = fmt::format("{} – {}  ", office.first, office.last);
    lines.flow(head, std::string(head.size() - 2, ' '), head.size() - 2, office.title);
  }
  lines.field(0, "months", join(page.months));
  lines.field(0, "acts", join(page.acts));
  lines.field(0, "topics", join(page.topics));
  lines.field(0, "outlets", join(page.outlets));
  lines.field(0, "relays", join(page.relays));
  lines.field(0, "also", join(page.others));
  if (!page.contacts.empty()) lines.raw("\n");
  for (const ActorPage::Contact& contact : page.contacts) write_contact(lines, contact);
  if (!page.latest.empty()) lines.raw("\n");
  for (const Hit& hit : page.latest) write_hit(lines, hit);
  return lines.take();
}

std::string render_text(const std::vector<Period>& periods, const TerminalOptions& options) {
  TerminalLines lines(options);
  uint64_t most = 1;
  for (const Period& period : periods) most = std::max(most, period.statements);
  for (const Period& period : periods) {
    const std::string bar(period.statements * kChartCells / most, '#');
    lines.raw(fmt::format("{:<10}  {:>7}  {}\n", period.begin.empty() ? "no day" : period.begin,
                          period.statements, bar));
    lines.flow(std::string(kMargin, ' '), std::string(kMargin, ' '), kMargin, join(period.speakers),
               kGrey);
  }
  return lines.take();
}

std::string render_text(const std::vector<Story>& stories, const TerminalOptions& options) {
  TerminalLines lines(options);
  for (const Story& story : stories) {
    lines.flow("", "", 0, story.tellings.front().title, kBold);
    write_origin(lines,
                 fmt::format("{} articles, {} texts, {} outlets", story.tellings.size(),
                             story.texts, story.outlets),
                 story.origin);
    for (const Telling& telling : story.tellings) {
      write_telling(lines, telling, fmt::format("{:>3}  {}", telling.text, telling.article));
    }
    for (const Story::Saying& saying : story.sayings) {
      const std::string head = fmt::format("    {:>4} × ", saying.tellings);
      lines.flow(head, std::string(11, ' '), 11,
                 fmt::format("{}: {}", saying.speaker, saying.words), kGrey);
    }
    lines.raw("\n");
  }
  return lines.take();
}

std::string render_text(const std::vector<Echo>& echoes, const TerminalOptions& options) {
  TerminalLines lines(options);
  for (const Echo& echo : echoes) {
    lines.flow("", "", 0, echo.speaker, kBold);
    const std::string bar = std::string(kMargin, ' ') + lines.paint(kMatch, "│") + " ";
    lines.flow(bar, bar, kMargin + 2, echo.words);
    write_origin(lines, fmt::format("{} articles, {} outlets", echo.tellings.size(), echo.outlets),
                 echo.origin);
    for (const Telling& telling : echo.tellings) {
      write_telling(lines, telling, fmt::format("{}#s{}", telling.article, telling.statement));
    }
    lines.raw("\n");
  }
  return lines.take();
}

std::string render_text(const TalksPage& page, const TerminalOptions& options) {
  TerminalLines lines(options);
  lines.raw(fmt::format("{} dossiers in the archive, which ends on {}; + is new\n", page.articles,
                        page.last.empty() ? "no known day" : page.last));
  for (const auto& [title, what] : kSections) {
    bool begun = false;
    for (const TalksPage::Line& line : page.lines) {
      if (line.what != what) continue;
      if (!std::exchange(begun, true)) lines.raw("\n" + lines.paint(kBold, title) + "\n");
      write_line(lines, line);
    }
  }
  if (!page.contradictions.empty())
    lines.raw("\n" + lines.paint(kWarning, "contradictions") + "\n");
  for (const TalksPage::Contradiction& contradiction : page.contradictions) {
    write_line(lines, page.lines[contradiction.claim]);
    write_line(lines, page.lines[contradiction.denial]);
  }
  return lines.take();
}

std::string render_text(const Stats& stats, const TerminalOptions& options) {
  TerminalLines lines(options);
  lines.raw(
      fmt::format("{} articles from {} to {}\n{} statements, {} events, {} negotiations, "
                  "{} expressions of time, {} names\n{:.1f} MB, tables of version {}\n",
                  stats.articles, stats.first.empty() ? "?" : stats.first,
                  stats.last.empty() ? "?" : stats.last, stats.statements, stats.events,
                  stats.talks, stats.times, stats.names, stats.bytes / 1e6, stats.version));
  for (const Count& outlet : stats.outlets) {
    lines.flow(fmt::format("{:>9}  ", outlet.count), std::string(11, ' '), 11,
               outlet.name.empty() ? "outlet not known" : outlet.name);
  }
  return lines.take();
}

}  // namespace musnad
