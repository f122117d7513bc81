// Every line is Latin first (an id or a label) and Arabic last, or Arabic alone: see
// formats/wrap.h.
#include "formats/terminal.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/record_view.h"
#include "formats/terminal_lines.h"
#include "formats/wrap.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

constexpr size_t kMargin = 4;     // of a statement's fields, and of each level of nesting
constexpr size_t kIdsWidth = 6;   // of a dossier's evidence: an id and two spaces, mostly
constexpr uint32_t kDeepest = 4;  // deeper nesting is not indented further

constexpr std::string_view kSpeakers[] = {"36", "33", "35", "32", "34", "91"};

std::string_view explain(PublishedBasis basis) {
  switch (basis) {
    case PublishedBasis::kGiven:
      return "as given";
    case PublishedBasis::kText:
      return "worked out from the text";
    case PublishedBasis::kCrawled:
      return "the day it was fetched";
    case PublishedBasis::kUnknown:
      break;
  }
  return "";
}

class TerminalWriter {
 public:
  TerminalWriter(const Record& record, const TerminalOptions& options)
      : view_(record), lines_(options) {}

  std::string write() {
    write_head();
    for (uint32_t i = 0; i < view_.record().statements.size(); ++i) write_statement(i);
    write_events();
    for (uint32_t i = 0; i < view_.record().talks.size(); ++i) write_talks(i);
    write_times();
    return lines_.take();
  }

 private:
  std::string_view speaker_colour(const StatementRecord& statement) const {
    const uint32_t number = view_.speaker_number(statement);
    return number == 0 ? kPlain : kSpeakers[(number - 1) % std::size(kSpeakers)];
  }

  std::string names(const std::vector<ActorIndex>& actors) const {
    std::string joined;
    for (ActorIndex actor : actors) {
      if (!joined.empty()) joined += "، ";
      joined += view_.record().actors[actor].name;
    }
    return joined;
  }

  std::string content(const StatementRecord& statement) const {
    std::string joined;
    for (const StatementRecord::Content& part : statement.content) {
      if (!joined.empty()) joined += " … ";
      joined += view_.text(part.span);
    }
    return joined.empty() ? joined : "«" + joined + "»";
  }

  void write_head() {
    const Record& record = view_.record();
    lines_.flow("", "", 0, record.title, kBold);
    const std::string day = record.published.empty() ? "day not known"
                                                     : fmt::format("{}, {}", record.published,
                                                                   explain(record.published_basis));
    lines_.flow("", "", 0, day, kGrey);
  }

  void write_speaker(size_t indent, uint32_t index) {
    const StatementRecord& statement = view_.record().statements[index];
    const std::string_view colour = speaker_colour(statement);
    const std::string id = fmt::format("{:<3} ", fmt::format("s{}", index + 1));
    const size_t head = indent + id.size();
    const std::string margin(head, ' ');
    const std::string first = std::string(indent, ' ') + lines_.paint(colour, id);
    if (!statement.speaker) return lines_.flow(first, margin, head, "speaker not known", kGrey);
    const ActorRecord& speaker = view_.record().actors[*statement.speaker];
    lines_.flow(first, margin, head, speaker.name, colour);
    if (speaker.latin.empty()) return;
    const std::string latin = single_line(speaker.latin);
    const size_t together = display_width(single_line(speaker.name)) + 2 + display_width(latin);
    if (head + together <= lines_.width()) {
      lines_.append("  " + lines_.paint(kGrey, latin));
    } else {
      lines_.flow(margin, margin, head, latin, kGrey);
    }
  }

  void write_statement(uint32_t index) {
    const StatementRecord& statement = view_.record().statements[index];
    const size_t outer = std::min(view_.depth(index), kDeepest) * kMargin;
    const size_t indent = outer + kMargin;
    lines_.raw("\n");
    write_speaker(outer, index);
    lines_.field(indent, "act",
                 fmt::format("{}, {}", name_of(statement.act), name_of(statement.kind)));
    if (statement.polarity != Polarity::kAsserted) {
      lines_.field(indent, "polarity", name_of(statement.polarity), kWarning);
    }
    lines_.field(indent, "via", names(statement.via));
    if (statement.addressee) lines_.field(indent, "to", names({*statement.addressee}));
    if (statement.question) lines_.field(indent, "answers", view_.text(*statement.question));
    lines_.field(indent, "time", statement.time);
    if (statement.nested_in)
      lines_.field(indent, "inside", fmt::format("s{}", *statement.nested_in + 1));
    if (statement.content.empty()) return;
    const std::string bar =
        std::string(indent, ' ') + lines_.paint(speaker_colour(statement), "│") + " ";
    lines_.flow(bar, bar, indent + 2, content(statement));
  }

  // --- events: id, type, status and time, then the words and who takes part

  void write_events() {
    const std::vector<EventRecord>& events = view_.record().events;
    if (events.empty()) return;
    lines_.raw("\n");
    lines_.flow("", "", 0, "events", kBold);
    for (uint32_t i = 0; i < events.size(); ++i) {
      const std::string margin(kMargin, ' ');
      lines_.flow(fmt::format("{:<4}", fmt::format("e{}", i + 1)), margin, kMargin,
                  facts(events[i]), kGrey);
      lines_.flow(margin, margin, kMargin, described(events[i]));
    }
  }

  std::string facts(const EventRecord& event) const {
    std::string out = fmt::format("{}, {}", name_of(event.type), name_of(event.status));
    if (!event.time.empty()) out += ", " + event.time;
    if (event.claimed_in) out += fmt::format(", claimed in s{}", *event.claimed_in + 1);
    return out;
  }

  std::string described(const EventRecord& event) const {
    std::string out(view_.text(event.anchor));
    if (event.participants.empty()) return out;
    std::vector<ActorIndex> actors;
    for (const Participant& participant : event.participants) actors.push_back(participant.actor);
    return out + ": " + names(actors);
  }

  // --- dossiers: each line with the ids of its evidence

  void write_talks(uint32_t index) {
    const TalksRecord& talks = view_.record().talks[index];
    lines_.raw("\n");
    lines_.flow(lines_.paint(kBold, fmt::format("{:<4}", fmt::format("t{}", index + 1))),
                std::string(kMargin, ' '), kMargin, names(talks.parties), kBold);
    lines_.field(kMargin, "status", name_of(talks.status));
    lines_.field(kMargin, "mediator", names(talks.mediators));
    for (const Span topic : talks.topic) lines_.field(kMargin, "topic", view_.text(topic));
    for (const TeamRecord& team : talks.teams) write_team(team);
    for (const TalksRecord::Issue& issue : talks.agenda) {
      entry("issue", issue.raised_by, issue.issue, issue.evidence);
    }
    for (const TalksRecord::Position& position : talks.positions) {
      entry("position", position.party, position.position, position.evidence);
    }
    for (const uint32_t event : talks.contacts) {
      evidenced("contact", fmt::format("e{}", event + 1), described(view_.record().events[event]));
    }
    for (const TalksRecord::OpenMatter& open : talks.open) {
      entry("open", std::nullopt, open.matter, open.evidence);
    }
  }

  // A label, the ids of what the line rests on, then whose it is and the words.
  void entry(std::string_view label, std::optional<ActorIndex> actor, Span span,
             const std::vector<Evidence>& evidence) {
    const std::string words(view_.text(span));
    evidenced(label, ids(evidence), actor ? names({*actor}) + ": " + words : words);
  }

  void evidenced(std::string_view label, const std::string& ids, std::string_view words) {
    const size_t head = kMargin + kLabelWidth + std::max(kIdsWidth, ids.size() + 2);
    std::string first = std::string(kMargin, ' ') + lines_.paint(kGrey, label) +
                        std::string(kLabelWidth - label.size(), ' ') + ids;
    first.append(head - kMargin - kLabelWidth - ids.size(), ' ');
    lines_.flow(first, std::string(head, ' '), head, words);
  }

  std::string ids(const std::vector<Evidence>& evidence) const {
    std::string joined;
    for (const Evidence item : evidence) {
      const char kind = item.layer == Evidence::Layer::kEvent ? 'e' : 's';
      joined += fmt::format("{}{}{}", joined.empty() ? "" : " ", kind, item.index + 1);
    }
    return joined;
  }

  void write_team(const TeamRecord& team) {
    evidenced("team", ids(team.evidence), names({team.party}));
    const std::string_view withheld = team.head_withheld ? ", head withheld" : "";
    lines_.field(kMargin, "", fmt::format("{}{}", name_of(team.status), withheld));
    if (team.head) lines_.field(kMargin, "head", names({*team.head}));
    for (const TeamRecord::Member& member : team.members) {
      const std::string role = member.role.empty() ? "" : "، " + member.role;
      lines_.field(kMargin, "member", names({member.actor}) + role);
    }
    if (team.named_by) lines_.field(kMargin, "named by", names({*team.named_by}));
    if (team.waits_for) lines_.field(kMargin, "awaits", view_.text(*team.waits_for));
  }

  void write_times() {
    const std::vector<TimeRecord>& times = view_.record().times;
    if (times.empty()) return;
    size_t widest = 0;
    for (const TimeRecord& time : times) widest = std::max(widest, time.value.size());
    lines_.raw("\n");
    lines_.flow("", "", 0, "times", kBold);
    for (const TimeRecord& time : times) {
      const std::string first =
          fmt::format("    {:<{}}  {:<8}  ", time.value, widest, name_of(time.type));
      lines_.flow(first, std::string(first.size(), ' '), first.size(), view_.text(time.span));
    }
  }

  RecordView view_;
  TerminalLines lines_;
};

}  // namespace

std::string render_terminal(const Record& record, const TerminalOptions& options) {
  return TerminalWriter(record, options).write();
}

}  // namespace musnad
