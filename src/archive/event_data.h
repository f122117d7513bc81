// Events in the columns that event data come in: a row for each pair of source and target.
#pragma once

#include "archive/connection.h"
#include "archive/search.h"
#include "musnad/archive.h"

namespace musnad {

std::vector<Column> event_data_columns();
Expected<void> export_event_data(Connection& connection, const PlaceQuery& places,
                                 const RowSink& sink);

}  // namespace musnad
