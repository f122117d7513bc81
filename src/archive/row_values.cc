#include "archive/row_values.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "formats/day.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

// Puts the items behind each other as `append` writes them.
template <typename Items, typename Append>
std::string json_list(const Items& items, Append append) {
  std::string json = "[";
  for (const auto& item : items) {
    if (json.size() > 1) json += ',';
    append(json, item);
  }
  return json += ']';
}

void append_number(std::string& json, uint32_t number) {
  const fmt::format_int digits(number);
  json.append(digits.data(), digits.size());
}

// "[begin,end"
void open_span(std::string& json, Span span) {
  json += '[';
  append_number(json, span.begin);
  json += ',';
  append_number(json, span.end);
}

}  // namespace

std::string json_of(std::span<const std::string> texts) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartArray();
  for (const std::string& text : texts) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  writer.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string json_of(std::span<const ActorRecord::Mention> mentions) {
  return json_list(mentions, [](std::string& json, const ActorRecord::Mention& mention) {
    open_span(json, mention.span);
    if (mention.form != MentionForm::kName) {
      json.append(",\"").append(name_of(mention.form)).append("\"");
    }
    json += ']';
  });
}

std::string json_of(std::span<const StatementRecord::Content> content) {
  return json_list(content, [](std::string& json, const StatementRecord::Content& part) {
    open_span(json, part.span);
    json += part.direct ? ",1]" : ",0]";
  });
}

std::string json_of(std::span<const Span> spans) {
  return json_list(spans, [](std::string& json, Span span) {
    open_span(json, span);
    json += ']';
  });
}

std::string json_numbers(std::span<const uint32_t> indexes) {
  return json_list(indexes,
                   [](std::string& json, uint32_t index) { append_number(json, index + 1); });
}

std::string_view day_of(const Record& record) {
  return record.published.empty() ? record.article.crawled : record.published;
}

std::string day_at(std::string_view time, const Record& record) {
  std::string day = leading_day(time);
  return day.empty() ? std::string(day_of(record)) : day;
}

}  // namespace musnad
