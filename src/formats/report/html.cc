#include "formats/report/html.h"

#include <fmt/format.h>

#include <cassert>

#include "lexicon/embedded.h"

namespace musnad {
namespace {

constexpr size_t kKey = 0;
constexpr size_t kArabic = 1;
constexpr size_t kEnglish = 2;

Table load_labels() {
  auto table = Table::parse("src/formats/report/labels.tsv",
                            embedded_file("src/formats/report/labels.tsv"), {"key", "ar", "en"});
  assert(table.has_value());
  return std::move(*table);
}

// A JSON string whose bytes cannot end a script element. Labels have no control characters.
std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string json_object(const Table& table, size_t column) {
  std::string out;
  for (const Table::Row& row : table.rows()) {
    if (!out.empty()) out += ',';
    out += json_string(row.cells[kKey]) + ':' + json_string(row.cells[column]);
  }
  return '{' + out + '}';
}

bool is_control(char c) {
  const unsigned char byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t');
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (is_control(c)) {
          out += "\uFFFD";
        } else {
          out += c;
        }
    }
  }
  return out;
}

std::string fill_slots(std::string_view page, const std::vector<Slot>& slots) {
  std::string out;
  size_t at = 0;
  for (size_t open = page.find("{{"); open != page.npos; open = page.find("{{", at)) {
    const size_t close = page.find("}}", open);
    assert(close != page.npos);
    out += page.substr(at, open - at);
    for (const Slot& slot : slots) {
      if (slot.name == page.substr(open + 2, close - open - 2)) out += slot.value;
    }
    at = close + 2;
  }
  out += page.substr(at);
  return out;
}

Labels::Labels() : table_(load_labels()) {}

std::string_view Labels::arabic(std::string_view key) const {
  for (const Table::Row& row : table_.rows()) {
    if (row.cells[kKey] == key) return row.cells[kArabic];
  }
  assert(false && "label is not in report/labels.tsv");
  return key;
}

std::string Labels::element(std::string_view key) const {
  return fmt::format("<span data-label=\"{}\">{}</span>", key, escape_html(arabic(key)));
}

std::string Labels::attributes(std::string_view key) const {
  return fmt::format("data-name=\"{}\" aria-label=\"{}\"", key, escape_html(arabic(key)));
}

std::string Labels::json() const {
  return fmt::format("{{\"ar\":{},\"en\":{}}}", json_object(table_, kArabic),
                     json_object(table_, kEnglish));
}

}  // namespace musnad
