// Every line is Latin first (an id or a label) and Arabic last, or Arabic alone: see
// formats/wrap.h.
#include "formats/terminal.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/record_view.h"
#include "formats/wrap.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

constexpr size_t kLeastWidth = 40;
constexpr size_t kMargin = 4;       // of a statement's fields, and of each level of nesting
constexpr size_t kLabelWidth = 10;  // the longest label and two spaces
constexpr size_t kIdsWidth = 6;     // of a dossier's evidence: an id and two spaces, mostly
constexpr uint32_t kDeepest = 4;    // deeper nesting is not indented further

constexpr std::string_view kPlain = "0";
constexpr std::string_view kBold = "1";
constexpr std::string_view kGrey = "90";
constexpr std::string_view kWarning = "1;31";
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
      : view_(record), width_(std::max(options.width, kLeastWidth)), colour_(options.colour) {}

  std::string write() {
    write_head();
    for (uint32_t i = 0; i < view_.record().statements.size(); ++i) write_statement(i);
    write_events();
    for (uint32_t i = 0; i < view_.record().talks.size(); ++i) write_talks(i);
    write_times();
    return std::move(out_);
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    if (!colour_ || code == kPlain || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
  }

  // Text on as many lines as it needs: `first` stands before the first of them and `next` before
  // the others. Each takes `head` cells.
  void flow(const std::string& first, const std::string& next, size_t head, std::string_view text,
            std::string_view colour = kPlain) {
    const std::string* before = &first;
    for (const std::string& line : wrap(single_line(text), width_ - head)) {
      out_.append(*before).append(paint(colour, isolate(line))).push_back('\n');
      before = &next;
    }
  }

  // A label and its value; nothing where the value is not known.
  void field(size_t indent, std::string_view label, std::string_view value,
             std::string_view colour = kPlain) {
    if (value.empty()) return;
    const size_t head = indent + kLabelWidth;
    const std::string labelled = std::string(indent, ' ') + paint(kGrey, label) +
                                 std::string(kLabelWidth - label.size(), ' ');
    flow(labelled, std::string(head, ' '), head, value, colour);
  }

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
    flow("", "", 0, record.title, kBold);
    const std::string day = record.published.empty() ? "day not known"
                                                     : fmt::format("{}, {}", record.published,
                                                                   explain(record.published_basis));
    flow("", "", 0, day, kGrey);
  }

  void write_speaker(size_t indent, uint32_t index) {
    const StatementRecord& statement = view_.record().statements[index];
    const std::string_view colour = speaker_colour(statement);
    const std::string id = fmt::format("{:<3} ", fmt::format("s{}", index + 1));
    const size_t head = indent + id.size();
    const std::string margin(head, ' ');
    const std::string first = std::string(indent, ' ') + paint(colour, id);
    if (!statement.speaker) return flow(first, margin, head, "speaker not known", kGrey);
    const ActorRecord& speaker = view_.record().actors[*statement.speaker];
    flow(first, margin, head, speaker.name, colour);
    if (speaker.latin.empty()) return;
    const std::string latin = single_line(speaker.latin);
    const size_t together = display_width(single_line(speaker.name)) + 2 + display_width(latin);
    if (head + together <= width_) {
      out_.pop_back();  // the Latin name fits on the line of the Arabic one
      out_.append("  ").append(paint(kGrey, latin)).push_back('\n');
    } else {
      flow(margin, margin, head, latin, kGrey);
    }
  }

  void write_statement(uint32_t index) {
    const StatementRecord& statement = view_.record().statements[index];
    const size_t outer = std::min(view_.depth(index), kDeepest) * kMargin;
    const size_t indent = outer + kMargin;
    out_ += '\n';
    write_speaker(outer, index);
    field(indent, "act", fmt::format("{}, {}", name_of(statement.act), name_of(statement.kind)));
    if (statement.polarity != Polarity::kAsserted) {
      field(indent, "polarity", name_of(statement.polarity), kWarning);
    }
    field(indent, "via", names(statement.via));
    if (statement.addressee) field(indent, "to", names({*statement.addressee}));
    if (statement.question) field(indent, "answers", view_.text(*statement.question));
    field(indent, "time", statement.time);
    if (statement.nested_in) field(indent, "inside", fmt::format("s{}", *statement.nested_in + 1));
    if (statement.content.empty()) return;
    const std::string bar = std::string(indent, ' ') + paint(speaker_colour(statement), "│") + " ";
    flow(bar, bar, indent + 2, content(statement));
  }

  // --- events: id, type, status and time, then the words and who takes part

  void write_events() {
    const std::vector<EventRecord>& events = view_.record().events;
    if (events.empty()) return;
    out_ += '\n';
    flow("", "", 0, "events", kBold);
    for (uint32_t i = 0; i < events.size(); ++i) {
      const std::string margin(kMargin, ' ');
      flow(fmt::format("{:<4}", fmt::format("e{}", i + 1)), margin, kMargin, facts(events[i]),
           kGrey);
      flow(margin, margin, kMargin, described(events[i]));
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
    out_ += '\n';
    flow(paint(kBold, fmt::format("{:<4}", fmt::format("t{}", index + 1))),
         std::string(kMargin, ' '), kMargin, names(talks.parties), kBold);
    field(kMargin, "status", name_of(talks.status));
    field(kMargin, "mediator", names(talks.mediators));
    for (const Span topic : talks.topic) field(kMargin, "topic", view_.text(topic));
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
    std::string first = std::string(kMargin, ' ') + paint(kGrey, label) +
                        std::string(kLabelWidth - label.size(), ' ') + ids;
    first.append(head - kMargin - kLabelWidth - ids.size(), ' ');
    flow(first, std::string(head, ' '), head, words);
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
    field(kMargin, "", fmt::format("{}{}", name_of(team.status), withheld));
    if (team.head) field(kMargin, "head", names({*team.head}));
    for (const TeamRecord::Member& member : team.members) {
      const std::string role = member.role.empty() ? "" : "، " + member.role;
      field(kMargin, "member", names({member.actor}) + role);
    }
    if (team.named_by) field(kMargin, "named by", names({*team.named_by}));
    if (team.waits_for) field(kMargin, "awaits", view_.text(*team.waits_for));
  }

  void write_times() {
    const std::vector<TimeRecord>& times = view_.record().times;
    if (times.empty()) return;
    size_t widest = 0;
    for (const TimeRecord& time : times) widest = std::max(widest, time.value.size());
    out_ += '\n';
    flow("", "", 0, "times", kBold);
    for (const TimeRecord& time : times) {
      const std::string first =
          fmt::format("    {:<{}}  {:<8}  ", time.value, widest, name_of(time.type));
      flow(first, std::string(first.size(), ' '), first.size(), view_.text(time.span));
    }
  }

  RecordView view_;
  size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string render_terminal(const Record& record, const TerminalOptions& options) {
  return TerminalWriter(record, options).write();
}

}  // namespace musnad
