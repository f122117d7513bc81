// The layers of an archive as tables. Rows come in the order of the articles' ids, so that archives
// of the same articles export the same, however they were filled.
#pragma once

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

std::vector<Column> columns_of(Layer layer);
Expected<void> export_layer(Connection& connection, Layer layer, const Search& search,
                            const RowSink& sink);

}  // namespace musnad
