// The words of the output format for the record's enumerations: "say", "indirect", "DATE", ….
#pragma once

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

}  // namespace musnad
