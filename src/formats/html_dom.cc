#include "formats/html_dom.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <mutex>

#include "formats/ascii.h"
#include "formats/encoding.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMostTags = 300'000;
constexpr size_t kMostSeparators = 4'000;  // in one tag
constexpr size_t kMetaWithin = 4096;       // bytes; browsers look for the charset in the first 1024
constexpr char kUtf8[] = "utf-8";
constexpr char kArabicCharset[] = "windows-1256";

// What a meta element in the first bytes gives as charset, in small letters.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kMetaWithin));
  const size_t found = head.find("charset=");
  if (found == std::string::npos) return "";
  const size_t begin = head.find_first_not_of("\"' ", found + 8);
  if (begin == std::string::npos) return "";
  return head.substr(begin, head.find_first_of("\"'/; >", begin) - begin);
}

std::string charset_of(std::string_view bytes, const std::string& told) {
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (find_invalid_utf8(bytes) == std::string_view::npos) return kUtf8;
  const std::string declared = told.empty() ? declared_charset(bytes) : told;
  const bool not_arabic =
      declared == "iso-8859-1" || declared == "windows-1252" || declared == "us-ascii";
  if (declared.empty() || not_arabic) return kArabicCharset;
  return declared == "utf8" ? kUtf8 : declared;
}

// The bytes in UTF-8, U+FFFD for what is invalid in their charset.
Expected<std::string> convert(const std::string& bytes, const std::string& charset,
                              std::string_view where) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(charset.c_str(), &code));
  if (U_FAILURE(code)) {
    return fail(
        fmt::format("{}: its charset \"{}\" is unknown; save the page as UTF-8", where, charset));
  }
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()),
                                converter.getAlias(), code);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// The place behind the tag that begins at `at`; adds the white space and equals signs outside its
// quoted values to `separators`, of which every attribute has one.
size_t skip_tag(std::string_view bytes, size_t at, size_t& separators) {
  for (; at < bytes.size() && bytes[at] != '>'; ++at) {
    if (is_ascii_space(bytes[at])) ++separators;
    if (bytes[at] != '=') continue;
    ++separators;
    const size_t value = bytes.find_first_not_of(" \t\r\n", at + 1);
    if (value == std::string_view::npos || (bytes[value] != '"' && bytes[value] != '\'')) continue;
    at = std::min(bytes.find(bytes[value], value + 1), bytes.size() - 1);
  }
  return at;
}

// Whether a page keeps to the limits above.
bool within_limits(std::string_view bytes) {
  size_t tags = 0;
  for (size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at)) {
    const std::string begin = lower_ascii(bytes.substr(at, 7));
    size_t separators = 0;
    if (begin.starts_with("<!--")) {
      at = bytes.find("-->", at);
    } else {
      at = skip_tag(bytes, at + 1, separators);
      if (begin == "<script" || begin.starts_with("<style")) at = bytes.find("</", at);
    }
    if (++tags > kMostTags || separators > kMostSeparators) return false;
  }
  return true;
}

}  // namespace

Expected<HtmlPage> parse_html(std::string bytes, const std::string& told_charset, bool lossy,
                              std::string_view where) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  const std::string charset = charset_of(bytes, told_charset);
  const Expected<std::string> text = charset == kUtf8 ? valid_utf8(std::move(bytes), lossy, where)
                                                      : convert(bytes, charset, where);
  if (!text) return tl::unexpected(text.error());
  if (!within_limits(*text)) {
    return fail(fmt::format(
        "{}: too many tags or attributes for a news page; give its text as .txt", where));
  }
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  HtmlPage page(
      htmlReadMemory(text->data(), static_cast<int>(text->size()), nullptr, "UTF-8", kOptions));
  if (page == nullptr || xmlDocGetRootElement(page.get()) == nullptr) {
    return fail(fmt::format("{}: the page is empty; save it again", where));
  }
  return page;
}

std::string_view tag(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return "";
  return reinterpret_cast<const char*>(node->name);
}

std::string_view attribute(const xmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return "";
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
    if (std::string_view(reinterpret_cast<const char*>(a->name)) != name) continue;
    if (a->children == nullptr || a->children->content == nullptr) return "";
    return reinterpret_cast<const char*>(a->children->content);
  }
  return "";
}

std::string text_content(const xmlNode* node) {
  std::string text;
  for (const xmlNode* n = node; n != nullptr; n = next_node(n, node)) {
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
      append_collapsed(text, reinterpret_cast<const char*>(n->content));
    } else if (tag(n) == "br") {
      append_collapsed(text, " ");
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

void append_collapsed(std::string& out, std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (size_t i = 0; i < text.size();) {
    const bool no_break = text.substr(i).starts_with(kNoBreakSpace);
    const char c = text[i];
    if (no_break || is_ascii_space(c)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(c);
    }
    i += no_break ? kNoBreakSpace.size() : 1;
  }
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* top, bool skip_children) {
  if (!skip_children && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
    return node->children;
  }
  while (node != top) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

}  // namespace musnad
