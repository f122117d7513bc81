// Values of a record as the archive's columns hold them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "musnad/record.h"

namespace musnad {

// NULL for "".
inline std::optional<std::string_view> known(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return text;
}

// The number of an element by its index: 1 for the first, as in the ids of the record.
inline std::optional<uint32_t> number_of(std::optional<uint32_t> index) {
  if (!index) return std::nullopt;
  return *index + 1;
}

inline std::optional<uint32_t> begin_of(const std::optional<Span>& span) {
  if (!span) return std::nullopt;
  return span->begin;
}
inline std::optional<uint32_t> end_of(const std::optional<Span>& span) {
  if (!span) return std::nullopt;
  return span->end;
}

// JSON lists.
std::string json_of(std::span<const std::string> texts);
std::string json_of(
    std::span<const ActorRecord::Mention> mentions);  // [[start, end], [start, end, form], …]
std::string json_of(
    std::span<const StatementRecord::Content> content);       // [[start, end, direct], …]
std::string json_of(std::span<const Span> spans);             // [[start, end], …]
std::string json_numbers(std::span<const uint32_t> indexes);  // [number, …]

// The day that an article stands under: the one it speaks from, else the one it was fetched on.
std::string_view day_of(const Record& record);

// The day of a statement or event told to be at `time`: that one, where it is a day, else the day
// of the article.
std::string day_at(std::string_view time, const Record& record);

}  // namespace musnad
