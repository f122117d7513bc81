// The events and the times in the list beside the article.
#include <fmt/format.h>

#include <iterator>

#include "formats/report/panes.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

std::string participants(const PageRecord& page, const EventRecord& event) {
  std::vector<ActorIndex> actors;
  for (const Participant& participant : event.participants) actors.push_back(participant.actor);
  return names_element(page.view.record(), actors);
}

// When, where, and whose claim it is.
std::string circumstances(const PageRecord& page, const EventRecord& event) {
  std::string out;
  if (!event.time.empty()) out += " " + value_element(event.time);
  if (event.place) {
    out += fmt::format(" <span>{} {}</span>", page.labels.element("event.place"),
                       name_element(page.view.record().actors[*event.place].name));
  }
  if (event.claimed_in) {
    out += fmt::format(" <span>{} <a href=\"#{}\">{}</a></span>",
                       page.labels.element("event.claimed_in"),
                       page.statement_key(*event.claimed_in), *event.claimed_in + 1);
  }
  return out;
}

}  // namespace

std::string event_pane(const PageRecord& page) {
  const std::vector<EventRecord>& events = page.view.record().events;
  if (events.empty()) return "";
  std::string out = part_heading(page, "events", events.size()) + "<ol class=\"events\">\n";
  for (uint32_t i = 0; i < events.size(); ++i) {
    const EventRecord& event = events[i];
    fmt::format_to(
        std::back_inserter(out),
        "<li id=\"{0}\" data-m=\"{0}\"><p class=\"head\"><a href=\"#{0}\">{1}</a> <b>{2}</b> "
        "<span class=\"status {3}\">{4}</span>{5}</p>\n<p>{6}</p></li>\n",
        page.event_key(i), name_element(page.view.text(event.anchor)),
        page.labels.element(fmt::format("event.{}", name_of(event.type))), name_of(event.status),
        page.labels.element(fmt::format("status.{}", name_of(event.status))),
        circumstances(page, event), participants(page, event));
  }
  return out + "</ol>\n</section>\n";
}

std::string time_pane(const PageRecord& page) {
  const std::vector<TimeRecord>& times = page.view.record().times;
  if (times.empty()) return "";
  std::string out = part_heading(page, "times", times.size()) + "<ol class=\"times\">\n";
  for (uint32_t i = 0; i < times.size(); ++i) {
    fmt::format_to(std::back_inserter(out),
                   "<li id=\"{0}\" data-m=\"{0}\"><a href=\"#{0}\">{1}</a> {2} <span "
                   "class=\"type\">{3}</span></li>\n",
                   page.time_key(i), name_element(page.view.text(times[i].span)),
                   value_element(times[i].value),
                   page.labels.element(fmt::format("type.{}", name_of(times[i].type))));
  }
  return out + "</ol>\n</section>\n";
}

}  // namespace musnad
