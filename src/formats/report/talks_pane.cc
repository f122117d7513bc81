// The dossiers in the list beside the article: for each negotiation its lines by kind, each with
// links to the statements and events that it rests on.
#include <fmt/format.h>

#include <iterator>

#include "formats/report/panes.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

class TalksPane {
 public:
  explicit TalksPane(const PageRecord& page) : page_(page), record_(page.view.record()) {}

  std::string write() {
    if (record_.talks.empty()) return "";
    out_ = part_heading(page_, "talks", record_.talks.size());
    for (index_ = 0; index_ < record_.talks.size(); ++index_) write_talks(record_.talks[index_]);
    return std::move(out_) + "</section>\n";
  }

 private:
  template <typename... Args>
  void add(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  std::string label(std::string_view key) const { return page_.labels.element(key); }
  std::string name(ActorIndex actor) const { return name_element(record_.actors[actor].name); }
  std::string quoted(Span span) const {
    return fmt::format("<q lang=\"ar\" dir=\"rtl\">{}</q>", escape_html(page_.view.text(span)));
  }

  std::string names(const std::vector<ActorIndex>& actors) const {
    return names_element(record_, actors);
  }
  // Whose a line is and what it rests on, below its words.
  std::string origin(std::optional<ActorIndex> actor, const std::vector<Evidence>& rests_on) const {
    return fmt::format("<span class=\"origin\">{}{}</span>", actor ? name(*actor) : "",
                       evidence(rests_on));
  }

  void write_talks(const TalksRecord& talks) {
    add("<section class=\"talks\">\n<h3>{} <span class=\"status\">{}</span></h3>\n",
        names(talks.parties), label(fmt::format("talks.{}", name_of(talks.status))));
    if (!talks.mediators.empty()) {
      add("<p class=\"offices\">{} {}</p>\n", label("talks.mediators"), names(talks.mediators));
    }
    add("<dl>\n");
    write_part("topic", talks.topic, [&](Span span) { return quoted(span); });
    write_part("team", talks.teams, [&](const TeamRecord& team) { return team_line(team); });
    write_part("issue", talks.agenda, [&](const TalksRecord::Issue& issue) {
      return quoted(issue.issue) + origin(issue.raised_by, issue.evidence);
    });
    write_part("position", talks.positions, [&](const TalksRecord::Position& position) {
      return quoted(position.position) + origin(position.party, position.evidence);
    });
    write_contacts(talks.contacts);
    write_part("open", talks.open, [&](const TalksRecord::OpenMatter& open) {
      return quoted(open.matter) + origin(std::nullopt, open.evidence);
    });
    add("</dl>\n</section>\n");
  }

  template <typename Entry, typename Line>
  void write_part(std::string_view part, const std::vector<Entry>& entries, Line line) {
    if (entries.empty()) return;
    add("<div><dt>{}</dt>\n", label(fmt::format("talks.{}", part)));
    for (uint32_t i = 0; i < entries.size(); ++i) {
      add("<dd id=\"{0}\" data-m=\"{0}\" tabindex=\"0\">{1}</dd>\n",
          page_.entry_key(index_, part, i), line(entries[i]));
    }
    add("</div>\n");
  }

  // The events themselves stand further down: these lines name their keys and have no id.
  void write_contacts(const std::vector<uint32_t>& contacts) {
    if (contacts.empty()) return;
    add("<div><dt>{}</dt>\n", label("talks.contact"));
    for (const uint32_t index : contacts) {
      const EventRecord& event = record_.events[index];
      std::vector<ActorIndex> actors;
      for (const Participant& participant : event.participants) actors.push_back(participant.actor);
      add("<dd data-m=\"{}\" tabindex=\"0\"><b>{}</b> {} <span "
          "class=\"quiet\">{}</span>{}{}</dd>\n",
          page_.event_key(index), label(fmt::format("event.{}", name_of(event.type))),
          names(actors), label(fmt::format("status.{}", name_of(event.status))),
          event.time.empty() ? "" : " " + value_element(event.time),
          origin(std::nullopt, {{Evidence::Layer::kEvent, index}}));
    }
    add("</div>\n");
  }

  std::string team_line(const TeamRecord& team) const {
    std::string out = fmt::format("<b>{}</b> <span class=\"quiet\">{}</span>", name(team.party),
                                  label(fmt::format("team.{}", name_of(team.status))));
    const auto field = [&](std::string_view key, const std::string& value) {
      out += fmt::format("<span class=\"field\"><span class=\"quiet\">{}</span> {}</span>",
                         label(fmt::format("team.{}", key)), value);
    };
    if (team.head) field("head", name(*team.head));
    if (team.head_withheld) field("head_withheld", "");
    for (const TeamRecord::Member& member : team.members) {
      const std::string& known = record_.actors[member.actor].name;
      field("member", name_element(member.role.empty() ? known : known + "، " + member.role));
    }
    if (team.named_by) field("named_by", name(*team.named_by));
    if (team.waits_for) field("waits_for", quoted(*team.waits_for));
    return out + origin(std::nullopt, team.evidence);
  }

  // Links to the entries of statements and events.
  std::string evidence(const std::vector<Evidence>& evidence) const {
    std::string out;
    for (const Evidence item : evidence) {
      const bool event = item.layer == Evidence::Layer::kEvent;
      const std::string key = event ? page_.event_key(item.index) : page_.statement_key(item.index);
      const std::string shown =
          event ? name_element(page_.view.text(record_.events[item.index].anchor))
                : fmt::format("{}", item.index + 1);
      out +=
          fmt::format(" <a class=\"evidence\" href=\"#{}\" {}>{}</a>", key,
                      page_.labels.attributes(event ? "talks.event" : "report.statement"), shown);
    }
    return out;
  }

  const PageRecord& page_;
  const Record& record_;
  uint32_t index_ = 0;
  std::string out_;
};

}  // namespace

std::string talks_pane(const PageRecord& page) { return TalksPane(page).write(); }

}  // namespace musnad
