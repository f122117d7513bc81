// All that the archive knows of one actor.
#pragma once

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

Expected<ActorPage> read_actor_page(Connection& connection, const std::string& name);

}  // namespace musnad
