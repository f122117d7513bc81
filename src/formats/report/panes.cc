#include "formats/report/panes.h"

#include <fmt/format.h>

namespace musnad {
namespace {

std::vector<Span> evidence_spans(const Record& record, const std::vector<Evidence>& evidence) {
  std::vector<Span> spans;
  for (const Evidence item : evidence) {
    if (item.layer == Evidence::Layer::kEvent) {
      spans.push_back(record.events[item.index].anchor);
    } else {
      for (const auto& content : record.statements[item.index].content) {
        spans.push_back(content.span);
      }
    }
  }
  return spans;
}

}  // namespace

std::string PageRecord::event_key(uint32_t index) const {
  return fmt::format("{}e{}", prefix, index + 1);
}

std::string PageRecord::entry_key(uint32_t talks, std::string_view part, uint32_t index) const {
  return fmt::format("{}n{}-{}-{}", prefix, talks + 1, part, index + 1);
}

std::string PageRecord::statement_key(uint32_t index) const {
  return fmt::format("{}s{}", prefix, index + 1);
}

std::string PageRecord::time_key(uint32_t index) const {
  return fmt::format("{}t{}", prefix, index + 1);
}

uint32_t PageRecord::colour(const StatementRecord& statement) const {
  const uint32_t number = view.speaker_number(statement);
  return number == 0 ? 0 : (number - 1) % 8 + 1;
}

std::string speaker_mark(uint32_t number) { return number == 0 ? "؟" : std::to_string(number); }

std::vector<DossierEntry> dossier_entries(const PageRecord& page) {
  const Record& record = page.view.record();
  std::vector<DossierEntry> entries;
  for (uint32_t t = 0; t < record.talks.size(); ++t) {
    const TalksRecord& talks = record.talks[t];
    const auto add = [&](std::string_view part, uint32_t index, std::vector<Span> spans) {
      entries.push_back({page.entry_key(t, part, index), std::move(spans)});
    };
    for (uint32_t i = 0; i < talks.topic.size(); ++i) add("topic", i, {talks.topic[i]});
    for (uint32_t i = 0; i < talks.teams.size(); ++i) {
      add("team", i, evidence_spans(record, talks.teams[i].evidence));
    }
    for (uint32_t i = 0; i < talks.agenda.size(); ++i) add("issue", i, {talks.agenda[i].issue});
    for (uint32_t i = 0; i < talks.positions.size(); ++i) {
      add("position", i, {talks.positions[i].position});
    }
    for (uint32_t i = 0; i < talks.open.size(); ++i) add("open", i, {talks.open[i].matter});
  }
  return entries;
}

std::string part_heading(const PageRecord& page, std::string_view part, size_t count) {
  return fmt::format(
      "<section class=\"part\" id=\"{}{}\">\n<h2>{} <span class=\"count\">{}</span></h2>\n",
      page.prefix, part, page.labels.element(fmt::format("report.{}", part)), count);
}

std::string name_element(std::string_view name) {
  return fmt::format("<bdi lang=\"ar\">{}</bdi>", escape_html(name));
}

std::string names_element(const Record& record, const std::vector<ActorIndex>& actors) {
  std::string joined;
  for (const ActorIndex actor : actors) {
    if (!joined.empty()) joined += "، ";
    joined += escape_html(record.actors[actor].name);
  }
  return fmt::format("<bdi lang=\"ar\" dir=\"rtl\">{}</bdi>", joined);
}

std::string value_element(std::string_view value) {
  return fmt::format("<bdi dir=\"ltr\">{}</bdi>", escape_html(value));
}

}  // namespace musnad
