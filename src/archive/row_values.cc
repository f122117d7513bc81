#include "archive/row_values.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "formats/day.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

template <typename Items, typename Write>
std::string json_list(const Items& items, Write write) {
  std::string json = "[";
  for (const auto& item : items) {
    if (json.size() > 1) json += ',';
    json += write(item);
  }
  return json += ']';
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
  return json_list(mentions, [](const ActorRecord::Mention& mention) {
    const auto [begin, end] = mention.span;
    if (mention.form == MentionForm::kName) return fmt::format("[{},{}]", begin, end);
    return fmt::format("[{},{},\"{}\"]", begin, end, name_of(mention.form));
  });
}

std::string json_of(std::span<const StatementRecord::Content> content) {
  return json_list(content, [](const StatementRecord::Content& part) {
    return fmt::format("[{},{},{}]", part.span.begin, part.span.end, part.direct ? 1 : 0);
  });
}

std::string json_of(std::span<const Span> spans) {
  return json_list(spans, [](Span span) { return fmt::format("[{},{}]", span.begin, span.end); });
}

std::string json_numbers(std::span<const uint32_t> indexes) {
  return json_list(indexes, [](uint32_t index) { return std::to_string(index + 1); });
}

std::string_view day_of(const Record& record) {
  return record.published.empty() ? record.article.crawled : record.published;
}

std::string day_at(std::string_view time, const Record& record) {
  std::string day = leading_day(time);
  return day.empty() ? std::string(day_of(record)) : day;
}

}  // namespace musnad
