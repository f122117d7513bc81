#include "formats/json_article.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "formats/day.h"

namespace musnad {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

// Reads the fields of one object and keeps the first error.
class FieldReader {
 public:
  FieldReader(object json, std::string_view where) : json_(json), where_(where) {}

  bool has(const std::string& key) const {
    element value;
    return !key.empty() && json_.at_key(key).get(value) == simdjson::SUCCESS && !value.is_null();
  }

  // The string under `key`; "" when it is missing or null. Numbers do for an id.
  std::string string(const std::string& key) {
    if (!has(key)) return "";
    const element value = json_.at_key(key).value_unsafe();
    switch (value.type()) {
      case element_type::STRING:
        return std::string(value.get_string().value_unsafe());
      case element_type::INT64:
        return fmt::to_string(value.get_int64().value_unsafe());
      case element_type::UINT64:
        return fmt::to_string(value.get_uint64().value_unsafe());
      default:
        complain(key, "is no string; make it one, or leave it out with --field NAME=");
        return "";
    }
  }

  // The day under `key`; "" when it is missing, null or empty.
  std::string day(const std::string& key) {
    const std::string value = string(key);
    const std::string day = leading_day(value);
    if (day.empty() && !value.empty()) {
      complain(key, "is no day; write YYYY-MM-DD, or leave it out with --field NAME=");
    }
    return day;
  }

  void complain(std::string_view key, std::string_view what) {
    if (error_.empty()) error_ = fmt::format("{}: \"{}\" {}", where_, key, what);
  }

  const std::string& error() const { return error_; }

 private:
  object json_;
  std::string_view where_;
  std::string error_;
};

std::string read_text(FieldReader& fields, const FieldKeys& keys) {
  if (fields.has(keys.text)) return fields.string(keys.text);
  if (!fields.has(keys.content)) {
    fields.complain(keys.text.empty() ? keys.content : keys.text,
                    "is missing; name the key that holds the text: --field text=KEY");
  }
  if (!fields.has(keys.title)) return fields.string(keys.content);
  return fields.string(keys.title) + "\n" + fields.string(keys.content);
}

}  // namespace

Expected<Article> parse_json_article(RawArticle raw, const FieldKeys& keys) {
  simdjson::dom::parser parser;
  raw.bytes.reserve(raw.bytes.size() + simdjson::SIMDJSON_PADDING);
  element root;
  object json;
  if (const auto code = parser.parse(raw.bytes).get(root); code != simdjson::SUCCESS) {
    return fail(fmt::format("{}: no valid JSON ({}); mend it or leave it out", raw.where,
                            simdjson::error_message(code)));
  }
  if (root.get(json) != simdjson::SUCCESS) {
    return fail(
        fmt::format("{}: no JSON object; give each article as an object with \"text\"", raw.where));
  }
  FieldReader fields(json, raw.where);
  const bool saudi_news_net = fields.has("date_extracted") && !fields.has(keys.crawled);
  Article article;
  article.text = read_text(fields, keys);
  article.id = fields.string(keys.id);
  article.publisher = fields.string(saudi_news_net ? "source" : keys.publisher);
  article.author = fields.string(keys.author);
  article.url = fields.string(keys.url);
  article.crawled = fields.day(saudi_news_net ? "date_extracted" : keys.crawled);
  article.published = fields.day(keys.published);
  if (!fields.error().empty()) return fail(fields.error());
  return article;
}

}  // namespace musnad
