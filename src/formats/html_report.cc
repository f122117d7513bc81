#include "formats/html_report.h"

#include <fmt/format.h>

#include "formats/report/html.h"
#include "formats/report/panes.h"
#include "lexicon/embedded.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

// Only addresses of the web become links: "javascript:" and its like stay text.
std::string address_element(const std::string& url) {
  const std::string shown = escape_html(url);
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  if (!web) return fmt::format("<bdi dir=\"ltr\">{}</bdi>", shown);
  return fmt::format(
      "<a class=\"url\" href=\"{0}\" dir=\"ltr\" rel=\"noopener noreferrer\">{0}</a>", shown);
}

// Day and origin of the article, one line.
std::string facts(const Record& record, const Labels& labels) {
  std::string out = "<p class=\"facts\">";
  if (!record.published.empty()) {
    out += fmt::format("<span><bdi dir=\"ltr\">{}</bdi> ({})</span>", escape_html(record.published),
                       labels.element(fmt::format("basis.{}", name_of(record.published_basis))));
  } else {
    out += fmt::format("<span>{}: {}</span>", labels.element("report.day"),
                       labels.element("basis.unknown"));
  }
  for (const std::string* fact : {&record.article.publisher, &record.article.author}) {
    if (!fact->empty()) out += fmt::format(" <span><bdi>{}</bdi></span>", escape_html(*fact));
  }
  if (!record.article.url.empty()) {
    out += fmt::format(" <span>{}</span>", address_element(record.article.url));
  }
  return out + "</p>\n";
}

// Links to the parts of a record: tabs on a narrow screen, hidden until focused on a wide one.
std::string tabs(const PageRecord& page) {
  std::string out =
      fmt::format("<nav class=\"tabs\" {}>", page.labels.attributes("report.sections"));
  const Record& record = page.view.record();
  for (std::string_view part : {"text", "talks", "statements", "events", "times"}) {
    if (part == "talks" && record.talks.empty()) continue;
    if (part == "events" && record.events.empty()) continue;
    if (part == "times" && record.times.empty()) continue;
    out += fmt::format("<a href=\"#{}{}\">{}</a>", page.prefix, part,
                       page.labels.element(fmt::format("report.{}", part)));
  }
  return out + "</nav>\n";
}

std::string record_section(const PageRecord& page, size_t number) {
  const Record& record = page.view.record();
  return fmt::format(
      "<section class=\"record\" id=\"record-{}\">\n{}{}<div class=\"panes\">\n"
      "<article class=\"pane part text\" id=\"{}text\" lang=\"ar\" dir=\"rtl\">\n{}</article>\n"
      "<aside class=\"pane list\" {}>\n{}{}{}{}</aside>\n</div>\n</section>\n",
      number, facts(record, page.labels), tabs(page), page.prefix, article_pane(page),
      page.labels.attributes("report.record"), talks_pane(page), statement_pane(page),
      event_pane(page), time_pane(page));
}

std::string contents(std::span<const Record> records, const Labels& labels) {
  if (records.size() < 2) return "";
  std::string out = fmt::format(
      "<nav class=\"contents\" aria-labelledby=\"contents\">\n"
      "<h2 id=\"contents\">{} <span class=\"count\">{}</span></h2>\n<ol>\n",
      labels.element("report.contents"), records.size());
  for (size_t i = 0; i < records.size(); ++i) {
    const Record& record = records[i];
    out += fmt::format(
        "<li><a href=\"#record-{}\"><bdi lang=\"ar\">{}</bdi></a> <bdi dir=\"ltr\">{}</bdi> "
        "<span>{} <span class=\"count\">{}</span></span></li>\n",
        i + 1, escape_html(record.title), escape_html(record.published),
        labels.element("report.statements"), record.statements.size());
  }
  return out + "</ol>\n</nav>\n";
}

}  // namespace

std::string render_html(std::span<const Record> records) {
  const Labels labels;
  std::string sections;
  for (size_t i = 0; i < records.size(); ++i) {
    const RecordView view(records[i]);
    const std::string prefix = records.size() == 1 ? "" : fmt::format("r{}-", i + 1);
    sections += record_section(PageRecord{view, labels, prefix}, i + 1);
  }
  const std::string title = records.size() == 1 ? escape_html(records[0].title) + " – " : "";
  return fill_slots(embedded_file("src/formats/report/page.html"),
                    {{"title", title},
                     {"style", embedded_file("src/formats/report/report.css")},
                     {"contents", contents(records, labels)},
                     {"records", sections},
                     {"labels", labels.json()},
                     {"script", embedded_file("src/formats/report/report.js")}});
}

}  // namespace musnad
