// Quotations: every mark votes, by the space around it and by its shape, whether it opens or
// closes; a small stack pairs them. Newspapers type “ for ”, leave marks open, close what was never
// opened and open again at each paragraph, so neither vote alone is trusted and a line break ends
// what nothing closes.
#include <algorithm>
#include <numeric>

#include "text/text.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMaxDepth = 4;        // quotations inside one another
constexpr uint32_t kMaxLinesOpen = 8;  // lines that one pair of marks may span

enum class Family : uint8_t { kGuillemet, kDouble, kSingle };
enum class Vote : uint8_t { kNone, kOpen, kClose };

struct Mark {
  TokenIndex first = 0;  // a doubled mark ('' or "") has two tokens
  TokenIndex last = 0;
  Family family = Family::kDouble;
  Vote shape = Vote::kNone;
  Vote space = Vote::kNone;
  uint32_t line = 0;
};

Family family_of(char32_t c) {
  if (c == 0xAB || c == 0xBB) return Family::kGuillemet;
  return c == '\'' || c == 0x2018 || c == 0x2019 ? Family::kSingle : Family::kDouble;
}

Vote shape_of(char32_t c) {
  if (c == 0xAB || c == 0x201C || c == 0x201E || c == 0x2018) return Vote::kOpen;
  return c == 0xBB || c == 0x201D || c == 0x2019 ? Vote::kClose : Vote::kNone;
}

bool opens_before(char32_t mark) {
  return mark == ':' || mark == '(' || mark == '[' || mark == '{';
}

bool closes_after(char32_t mark) {
  switch (mark) {
    case '.':
    case ',':
    case 0x060C:
    case 0x061B:
    case ':':
    case ';':
    case '!':
    case '?':
    case 0x061F:
    case ')':
    case ']':
    case '}':
    case 0x2026:
      return true;
  }
  return false;
}

// Whether a mark is glued to a clitic that belongs to the quoted name: لـ"الوطن", و«الرأي».
bool follows_clitic(const Document& document, const Mark& mark) {
  if (mark.first == 0 || document.tokens[mark.first].space_before) return false;
  const Token& before = document.tokens[mark.first - 1];
  if (before.kind != TokenKind::kWord) return false;
  return before.end - before.begin == 1 || document.token_text(mark.first - 1).ends_with("ـ");
}

// What the white space around a mark says.
Vote space_vote(const Document& document, const Mark& mark) {
  const std::vector<Token>& tokens = document.tokens;
  const Token& first = tokens[mark.first];
  if (follows_clitic(document, mark)) return Vote::kOpen;
  const bool at_begin = first.line_begin || first.space_before;
  const bool at_end = mark.last + 1 == tokens.size() || tokens[mark.last + 1].space_before;
  const bool free_before = at_begin || opens_before(tokens[mark.first - 1].mark);
  const bool free_after = at_end || closes_after(tokens[mark.last + 1].mark);
  if (first.line_begin && !at_end) return Vote::kOpen;
  // « الفلاني «. : nothing opens right before a full stop or a comma.
  const bool stopped = free_before && !at_end && free_after &&
                       tokens[mark.last + 1].mark != 0x2026 &&
                       (mark.last + 2 == tokens.size() || tokens[mark.last + 2].mark != '.');
  if (stopped) return Vote::kClose;
  if (free_before == free_after) return Vote::kNone;
  return free_before ? Vote::kOpen : Vote::kClose;
}

bool is_apostrophe(const std::vector<Token>& tokens, TokenIndex t) {
  return (tokens[t].mark == '\'' || tokens[t].mark == 0x2019) && t > 0 && t + 1 < tokens.size() &&
         !tokens[t].space_before && !tokens[t + 1].space_before &&
         tokens[t - 1].kind == TokenKind::kWord && tokens[t + 1].kind == TokenKind::kWord;
}

// '' or "", one mark; also as ' ' where white space parts all marks from their words.
bool is_doubled(const std::vector<Token>& tokens, TokenIndex t) {
  const char32_t c = tokens[t].mark;
  if (c != '"' && family_of(c) != Family::kSingle) return false;
  if (t + 1 >= tokens.size() || tokens[t + 1].mark != c) return false;
  if (!tokens[t + 1].space_before) return true;
  const bool free_before = tokens[t].space_before || tokens[t].line_begin;
  const bool free_after = t + 2 == tokens.size() || tokens[t + 2].space_before;
  return c == '\'' && free_before && free_after && !tokens[t + 1].line_begin;
}

std::vector<Mark> find_marks(const Document& document) {
  const std::vector<Token>& tokens = document.tokens;
  std::vector<Mark> marks;
  uint32_t line = 0;
  for (TokenIndex t = 0; t < tokens.size(); ++t) {
    if (tokens[t].line_begin) ++line;
    const char32_t c = tokens[t].mark;
    if (!is_quotation_mark(c) || is_apostrophe(tokens, t)) continue;
    Mark mark{.first = t, .last = t, .family = family_of(c), .shape = shape_of(c), .line = line};
    if (is_doubled(tokens, t)) {
      mark.last = ++t;
      mark.family = Family::kDouble;
    } else if (c == '\'') {
      mark.family = Family::kSingle;
    }
    mark.space = space_vote(document, mark);
    marks.push_back(mark);
  }
  return marks;
}

// Pairs the marks of one document.
class Pairing {
 public:
  explicit Pairing(Document& document) : document_(document), marks_(find_marks(document)) {}

  void run() {
    for (size_t m = 0; m < marks_.size(); ++m) {
      if (m > 0 && marks_[m].line != marks_[m - 1].line) end_lines(m);
      if (closes(marks_[m]) && !opens_instead(m)) {
        close(marks_[m]);
      } else if (marks_[m].family != Family::kSingle || has_closer(m)) {
        open(marks_[m]);
      }
    }
    while (!stack_.empty()) abandon();
    sort();
  }

 private:
  struct Open {
    int32_t quotation;
    Family family;
    uint32_t line;
    bool loose;  // its mark stands free on both sides
  };

  bool is_loose(const Mark& mark) const {
    const std::vector<Token>& tokens = document_.tokens;
    return mark.shape == Vote::kOpen && mark.space == Vote::kNone &&
           tokens[mark.first].space_before && mark.last + 1 < tokens.size() &&
           tokens[mark.last + 1].space_before;
  }

  bool is_open(Family family) const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [&](const Open& open) { return open.family == family; });
  }

  bool closes(const Mark& mark) const {
    const bool open = is_open(mark.family);
    if (open && is_loose(mark) && !stack_.back().loose) return true;  // «8 مارس « وقام
    if (mark.shape == Vote::kNone) {
      return mark.space == Vote::kNone ? open : mark.space == Vote::kClose;
    }
    if (mark.shape == Vote::kClose) return open || mark.space != Vote::kOpen;
    return open && mark.space == Vote::kClose;
  }

  // أن ” عدد القتلى … جرحى”, قائلا" لن نرحل": a mark that stands free or is glued to the word
  // before, and closes nothing, opens where the next one of its line closes.
  bool opens_instead(size_t m) const {
    const Mark& mark = marks_[m];
    if (is_open(mark.family) || m + 1 >= marks_.size()) return false;
    const Mark& next = marks_[m + 1];
    const bool closed = next.line == mark.line && next.family == mark.family &&
                        next.shape != Vote::kOpen && next.space != Vote::kOpen;
    if (!closed || mark.shape == Vote::kOpen) return false;
    if (mark.space == Vote::kClose) return next.space == Vote::kClose && !behind_colon(mark);
    return mark.shape == Vote::kClose && next.shape == Vote::kClose;
  }

  // Whether a colon of its line stands before a mark: `X: …" وقال Y: …"` was opened by it.
  bool behind_colon(const Mark& mark) const {
    for (TokenIndex t = mark.first; t > last_close_; --t) {
      const Token& token = document_.tokens[t - 1];
      if (token.mark == ':') return true;
      if (token.line_begin) return false;
    }
    return false;
  }

  // A single mark opens only where a later one of its line can close it.
  bool has_closer(size_t m) const {
    if (marks_[m].space == Vote::kClose) return false;
    return m + 1 < marks_.size() && marks_[m + 1].line == marks_[m].line &&
           marks_[m + 1].family == Family::kSingle && marks_[m + 1].space != Vote::kOpen;
  }

  void open(const Mark& mark) {
    if (stack_.size() == kMaxDepth) abandon();
    Quotation quotation{.tokens = {mark.last + 1, mark.last + 1}, .open = mark.first};
    if (!stack_.empty()) quotation.parent = stack_.back().quotation;
    if (stack_.empty() && document_.tokens[mark.first].line_begin)
      quotation.continues = interrupted_;
    interrupted_ = -1;
    stack_.push_back(
        {static_cast<int32_t>(quotations_.size()), mark.family, mark.line, is_loose(mark)});
    quotations_.push_back(quotation);
  }

  void close(const Mark& mark) {
    if (stack_.empty()) {
      if (mark.family != Family::kSingle) close_unopened(mark);
      return;
    }
    if (is_open(mark.family)) {
      while (stack_.back().family != mark.family) abandon_at(mark.first);
    } else if (mark.family == Family::kSingle) {
      return;
    }
    Quotation& quotation = quotations_[stack_.back().quotation];
    quotation.tokens.end = mark.first;
    quotation.close = mark.last;
    stack_.pop_back();
  }

  // What a mark closes that nothing opened: its sentence, from behind the last colon.
  void close_unopened(const Mark& mark) {
    while (document_.sentences[sentence_].tokens.end <= mark.first) ++sentence_;
    TokenIndex begin = document_.sentences[sentence_].tokens.begin;
    const TokenIndex floor = std::max(begin, last_close_);
    for (TokenIndex t = mark.first; t > floor; --t) {
      if (document_.tokens[t - 1].mark == ':') {
        begin = t;
        break;
      }
    }
    quotations_.push_back({.tokens = {std::max(begin, floor), mark.first}, .close = mark.last});
    last_close_ = mark.last + 1;
  }

  // Marks still open where their line ends: they stay open only if the next mark closes them.
  void end_lines(size_t m) {
    if (stack_.empty()) {
      interrupted_ = -1;
      return;
    }
    const Mark& next = marks_[m];
    const bool closer =
        next.space == Vote::kClose || (next.space == Vote::kNone && next.shape != Vote::kOpen);
    if (closer && next.line - stack_.back().line <= kMaxLinesOpen) return;
    const bool reopened = document_.tokens[next.first].line_begin &&
                          next.line == stack_.back().line + 1 &&
                          next.family == stack_.back().family;
    interrupted_ = reopened ? stack_.back().quotation : -1;
    while (!stack_.empty()) abandon();
  }

  // Ends the innermost open quotation with its line.
  void abandon() {
    const TokenIndex begin = quotations_[stack_.back().quotation].tokens.begin;
    if (begin >= line_end_) {
      const std::vector<Token>& tokens = document_.tokens;
      line_end_ = begin;
      while (line_end_ < tokens.size() && !tokens[line_end_].line_begin) ++line_end_;
    }
    abandon_at(line_end_);
  }

  void abandon_at(TokenIndex end) {
    Quotation& quotation = quotations_[stack_.back().quotation];
    quotation.tokens.end = std::max(end, quotation.tokens.begin);
    stack_.pop_back();
  }

  // Orders by first token and moves the references along.
  void sort() {
    std::vector<int32_t> order(quotations_.size()), place(quotations_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
      return quotations_[a].tokens.begin < quotations_[b].tokens.begin;
    });
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<int32_t>(i);
    for (int32_t i : order) {
      Quotation quotation = quotations_[i];
      if (quotation.parent >= 0) quotation.parent = place[quotation.parent];
      if (quotation.continues >= 0) quotation.continues = place[quotation.continues];
      document_.quotations.push_back(quotation);
    }
  }

  Document& document_;
  std::vector<Mark> marks_;
  std::vector<Open> stack_;
  std::vector<Quotation> quotations_;
  int32_t interrupted_ = -1;  // quotation that the line break before cut
  size_t sentence_ = 0;       // first sentence that may hold the next unopened mark
  TokenIndex last_close_ = 0;
  TokenIndex line_end_ = 0;  // end of the line where the last abandoned quotation ends
};

}  // namespace

void find_quotations(Document& document) { Pairing(document).run(); }

}  // namespace musnad
