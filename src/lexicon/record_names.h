// The words for the record's enumerations, in the output format as in the language tables: "say",
// "indirect", "DATE", ….
#pragma once

#include <optional>
#include <string_view>

#include "musnad/record.h"

namespace musnad {

std::string_view name_of(ActorKind kind);
std::string_view name_of(MentionForm form);
std::string_view name_of(TimeType type);
std::string_view name_of(Act act);
std::string_view name_of(Kind kind);
std::string_view name_of(Polarity polarity);
std::string_view name_of(PublishedBasis basis);
std::string_view name_of(EventType type);
std::string_view name_of(EventStatus status);
std::string_view name_of(Participant::Role role);
std::string_view name_of(TalksStatus status);
std::string_view name_of(TeamStatus status);

// The value of a name, none for any other word. `last` is the last of the enumeration.
template <typename T>
std::optional<T> value_named(std::string_view name, T last) {
  for (size_t i = 0; i <= static_cast<size_t>(last); ++i) {
    if (name_of(static_cast<T>(i)) == name) return static_cast<T>(i);
  }
  return std::nullopt;
}

}  // namespace musnad
