#include "formats/row_writer.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cassert>

namespace musnad {
namespace {

std::string plain(const Cell& cell) {
  if (const auto* number = std::get_if<int64_t>(&cell)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* json = std::get_if<JsonText>(&cell)) return std::string(json->json);
  return "";
}

std::string csv(std::string text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

std::string without_tabs(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

void write_json(rapidjson::Writer<rapidjson::StringBuffer>& json, const Cell& cell) {
  const auto size = [](std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  };
  if (const auto* number = std::get_if<int64_t>(&cell)) {
    json.Int64(*number);
  } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
    json.String(text->data(), size(*text));
  } else if (const auto* value = std::get_if<JsonText>(&cell)) {
    json.RawValue(value->json.data(), size(value->json), rapidjson::kArrayType);
  } else {
    json.Null();
  }
}

}  // namespace

RowWriter::RowWriter(RowFormat format, std::vector<std::string> columns)
    : format_(format), columns_(std::move(columns)) {}

std::string RowWriter::header() const {
  if (format_ == RowFormat::kJsonLines) return "";
  std::string line;
  for (const std::string& column : columns_) {
    if (!line.empty()) line += format_ == RowFormat::kCsv ? ',' : '\t';
    line += column;
  }
  return line + "\n";
}

std::string RowWriter::row(std::span<const Cell> cells) const {
  assert(cells.size() == columns_.size());
  if (format_ == RowFormat::kJsonLines) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    for (size_t i = 0; i < cells.size(); ++i) {
      json.Key(columns_[i].data(), static_cast<rapidjson::SizeType>(columns_[i].size()));
      write_json(json, cells[i]);
    }
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
  }
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += format_ == RowFormat::kCsv ? ',' : '\t';
    line += format_ == RowFormat::kCsv ? csv(plain(cells[i])) : without_tabs(plain(cells[i]));
  }
  return line + "\n";
}

}  // namespace musnad
