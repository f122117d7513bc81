// The article with its marks: segments become elements, lines become paragraphs.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "formats/report/panes.h"
#include "formats/report/segments.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

std::vector<Mark> marks_of(const Record& record, const std::vector<DossierEntry>& entries) {
  std::vector<Mark> marks;
  for (uint32_t i = 0; i < record.statements.size(); ++i) {
    const StatementRecord& statement = record.statements[i];
    for (const auto& part : statement.content) marks.push_back({part.span, MarkRole::kContent, i});
    if (statement.cue) marks.push_back({*statement.cue, MarkRole::kCue, i});
    if (statement.source) marks.push_back({*statement.source, MarkRole::kSource, i});
    if (statement.question) marks.push_back({*statement.question, MarkRole::kQuestion, i});
  }
  for (uint32_t i = 0; i < record.events.size(); ++i) {
    marks.push_back({record.events[i].anchor, MarkRole::kEvent, i});
    for (const Span mention : record.events[i].mentions) {
      marks.push_back({mention, MarkRole::kEvent, i});
    }
  }
  for (uint32_t i = 0; i < entries.size(); ++i) {
    for (const Span span : entries[i].spans) marks.push_back({span, MarkRole::kEntry, i});
  }
  for (uint32_t i = 0; i < record.times.size(); ++i) {
    marks.push_back({record.times[i].span, MarkRole::kTime, i});
  }
  return marks;
}

bool tells_of_statement(MarkRole role) { return role < MarkRole::kEvent; }

// The style of what tells of a statement and is not its content.
std::string class_of(MarkRole role) {
  switch (role) {
    case MarkRole::kCue:
      return "cue";
    case MarkRole::kSource:
      return "source";
    default:
      return "question";
  }
}

class ArticlePane {
 public:
  explicit ArticlePane(const PageRecord& page)
      : page_(page),
        statements_(page.view.record().statements),
        entries_(dossier_entries(page)),
        marks_(marks_of(page.view.record(), entries_)),
        entered_(statements_.size(), false) {}

  std::string write() {
    for (Segment& segment : split_at_marks(page_.view.length(), marks_)) {
      sort_inmost_first(segment.marks);
      write_segment(segment);
    }
    close_paragraph();
    return std::move(out_);
  }

 private:
  const StatementRecord& owner(const Mark& mark) const { return statements_[mark.owner]; }

  // Statements come first, so that pointing at an event or a time inside one points at it.
  void sort_inmost_first(std::vector<uint32_t>& marks) const {
    const auto rank = [&](uint32_t i) {
      const Mark& mark = marks_[i];
      const bool statement = tells_of_statement(mark.role);
      const int64_t depth = statement ? page_.view.depth(mark.owner) : 0;
      const auto order = statement ? MarkRole::kContent : mark.role;
      return std::tuple(order, -depth, mark.span.end - mark.span.begin, i);
    };
    std::sort(marks.begin(), marks.end(),
              [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
  }

  // A segment may run over the end of a line; each line is a paragraph with elements of its own.
  void write_segment(const Segment& segment) {
    std::string_view text = page_.view.text(segment.span);
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      write_piece(segment, text.substr(begin, end - begin));
      if (end < text.size()) close_paragraph();
      begin = end + 1;
    }
  }

  void write_piece(const Segment& segment, std::string_view text) {
    const bool blank = text.find_first_not_of(" \t\r") == text.npos;
    if (text.empty() || (blank && !in_paragraph_)) return;
    open_paragraph();
    if (segment.marks.empty()) {
      out_ += escape_html(text);
      return;
    }
    write_badge(segment);
    fmt::format_to(std::back_inserter(out_), "<span class=\"{}\" data-m=\"{}\">{}</span>",
                   classes(segment), keys(segment), escape_html(text));
  }

  // Where the content of a statement begins: the number of its speaker, a link to its entry in the
  // list.
  void write_badge(const Segment& segment) {
    for (uint32_t i : segment.marks) {
      const Mark& mark = marks_[i];
      if (mark.role != MarkRole::kContent || entered_[mark.owner]) continue;
      entered_[mark.owner] = true;
      const std::string key = page_.statement_key(mark.owner);
      const uint32_t number = page_.view.speaker_number(owner(mark));
      fmt::format_to(std::back_inserter(out_),
                     "<a class=\"badge ink-{}\" href=\"#{}\" data-m=\"{}\" data-number=\"{}\" "
                     "aria-labelledby=\"{}-head {}speaker-{}\"></a>",
                     page_.colour(owner(mark)), key, key, speaker_mark(number), key, page_.prefix,
                     number);
      return;
    }
  }

  std::string classes(const Segment& segment) const {
    std::vector<std::string> names;
    const Mark* ground = nullptr;
    const Mark* below = nullptr;
    for (uint32_t i : segment.marks) {
      const Mark& mark = marks_[i];
      if (mark.role == MarkRole::kTime) {
        names.push_back("time");
      } else if (mark.role == MarkRole::kEvent) {
        names.push_back("event");
      } else if (mark.role == MarkRole::kEntry) {
        continue;
      } else if (mark.role != MarkRole::kContent) {
        names.push_back(class_of(mark.role) + fmt::format(" ink-{}", page_.colour(owner(mark))));
      } else if (ground == nullptr) {
        ground = &mark;
      } else if (below == nullptr && mark.owner != ground->owner) {
        below = &mark;
      }
    }
    if (ground != nullptr) {
      names.push_back(fmt::format("content {} ground-{}", name_of(owner(*ground).polarity),
                                  page_.colour(owner(*ground))));
    }
    if (below != nullptr) {
      names.push_back(fmt::format("within below-{}", page_.colour(owner(*below))));
    }
    return fmt::format("{}", fmt::join(names, " "));
  }

  std::string keys(const Segment& segment) const {
    std::vector<std::string> keys;
    for (uint32_t i : segment.marks) {
      const Mark& mark = marks_[i];
      std::string key = key_of(mark);
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    }
    return fmt::format("{}", fmt::join(keys, " "));
  }

  std::string key_of(const Mark& mark) const {
    switch (mark.role) {
      case MarkRole::kTime:
        return page_.time_key(mark.owner);
      case MarkRole::kEvent:
        return page_.event_key(mark.owner);
      case MarkRole::kEntry:
        return entries_[mark.owner].key;
      default:
        return page_.statement_key(mark.owner);
    }
  }

  void open_paragraph() {
    if (in_paragraph_) return;
    in_paragraph_ = true;
    out_ += headline_ ? "<h1>" : "<p>";
  }

  void close_paragraph() {
    if (!in_paragraph_) return;
    out_ += headline_ ? "</h1>\n" : "</p>\n";
    headline_ = in_paragraph_ = false;
  }

  const PageRecord& page_;
  const std::vector<StatementRecord>& statements_;
  std::vector<DossierEntry> entries_;
  std::vector<Mark> marks_;
  std::vector<bool> entered_;  // statements whose badge is written
  bool headline_ = true;       // until the first line with text has ended
  bool in_paragraph_ = false;
  std::string out_;
};

}  // namespace

std::string article_pane(const PageRecord& page) { return ArticlePane(page).write(); }

}  // namespace musnad
