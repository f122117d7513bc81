// The statements in the list beside the article: for each speaker in their order.
#include <fmt/format.h>

#include <iterator>

#include "formats/report/panes.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

class StatementPane {
 public:
  explicit StatementPane(const PageRecord& page) : page_(page), record_(page.view.record()) {}

  std::string write() {
    out_ = part_heading(page_, "statements", record_.statements.size());
    if (record_.statements.empty()) add("<p>{}</p>\n", label("report.no_statements"));
    std::vector<std::vector<uint32_t>> statements_of(page_.view.speakers().size() + 1);
    for (uint32_t i = 0; i < record_.statements.size(); ++i) {
      statements_of[page_.view.speaker_number(record_.statements[i])].push_back(i);
    }
    for (uint32_t number = 1; number < statements_of.size(); ++number) {
      write_speaker(number, statements_of[number]);
    }
    if (!statements_of[0].empty()) write_speaker(0, statements_of[0]);
    add("</section>\n");
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void add(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  std::string label(std::string_view key) const { return page_.labels.element(key); }

  std::string label(std::string_view group, std::string_view word) const {
    return label(fmt::format("{}.{}", group, word));
  }

  std::string field(std::string_view part, std::string_view html) const {
    return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", label("statement", part), html);
  }

  std::string names(const std::vector<ActorIndex>& actors) const {
    std::string joined;
    for (ActorIndex actor : actors) {
      if (!joined.empty()) joined += "، ";
      joined += name_element(record_.actors[actor].name);
    }
    return joined;
  }

  // The speaker with this number, 0 for those not known, and what he or she said.
  void write_speaker(uint32_t number, const std::vector<uint32_t>& statements) {
    const std::string id = fmt::format("{}speaker-{}", page_.prefix, number);
    const uint32_t colour = page_.colour(record_.statements[statements.front()]);
    add("<section class=\"speaker ink-{}\" aria-labelledby=\"{}\">\n", colour, id);
    add("<h3 id=\"{}\"><span class=\"number\">{}</span> ", id, speaker_mark(number));
    if (number == 0) {
      add("{}</h3>\n", label("statement.unknown_speaker"));
    } else {
      write_actor(record_.actors[page_.view.speakers()[number - 1]]);
    }
    add("<ol>\n");
    for (uint32_t index : statements) write_statement(index);
    add("</ol>\n</section>\n");
  }

  // Ends the heading that write_speaker() began.
  void write_actor(const ActorRecord& speaker) {
    add("{}", name_element(speaker.name));
    if (!speaker.latin.empty()) {
      add(" <bdi class=\"latin\" lang=\"en\" dir=\"ltr\">{}</bdi>", escape_html(speaker.latin));
    }
    add("</h3>\n");
    write_offices(speaker);
  }

  void write_offices(const ActorRecord& speaker) {
    if (speaker.titles.empty() && !speaker.behalf) return;
    add("<p class=\"offices\">");
    for (const std::string& title : speaker.titles) {
      add("{}{}", &title == &speaker.titles.front() ? "" : "، ", name_element(title));
    }
    if (speaker.behalf) {
      add("{}{} {}", speaker.titles.empty() ? "" : " · ", label("statement.behalf"),
          name_element(record_.actors[*speaker.behalf].name));
    }
    add("</p>\n");
  }

  void write_statement(uint32_t index) {
    const StatementRecord& statement = record_.statements[index];
    const std::string key = page_.statement_key(index);
    add("<li class=\"statement{}\" id=\"{}\" data-m=\"{}\">\n",
        statement.nested_in ? " nested" : "", key, key);
    add("<p class=\"head\" id=\"{}-head\"><a href=\"#{}\" {}>{}</a> <b>{}</b> <span>{}</span>", key,
        key, page_.labels.attributes("report.statement"), index + 1,
        label("act", name_of(statement.act)), label("kind", name_of(statement.kind)));
    if (statement.polarity != Polarity::kAsserted) {
      const std::string_view polarity = name_of(statement.polarity);
      add(" <span class=\"polarity {}\">{}</span>", polarity, label("polarity", polarity));
    }
    add("</p>\n");
    write_content(statement);
    write_fields(statement);
    add("</li>\n");
  }

  void write_content(const StatementRecord& statement) {
    if (statement.content.empty()) return;
    add("<blockquote lang=\"ar\" dir=\"rtl\">«");
    for (const StatementRecord::Content& part : statement.content) {
      add("{}{}", &part == &statement.content.front() ? "" : " … ",
          escape_html(page_.view.text(part.span)));
    }
    add("»</blockquote>\n");
  }

  void write_fields(const StatementRecord& statement) {
    std::string fields;
    if (!statement.via.empty()) fields += field("via", names(statement.via));
    if (statement.addressee) fields += field("addressee", names({*statement.addressee}));
    if (statement.question) {
      fields += field("question", name_element(page_.view.text(*statement.question)));
    }
    if (!statement.time.empty()) fields += field("time", value_element(statement.time));
    if (statement.nested_in) {
      fields += field(
          "inside", fmt::format("<a href=\"#{}\">{}</a>", page_.statement_key(*statement.nested_in),
                                *statement.nested_in + 1));
    }
    if (!fields.empty()) add("<dl>{}</dl>\n", fields);
  }

  const PageRecord& page_;
  const Record& record_;
  std::string out_;
};

}  // namespace

std::string statement_pane(const PageRecord& page) { return StatementPane(page).write(); }

}  // namespace musnad
