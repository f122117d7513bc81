// From the Document's layers to the public Record: token ranges become code-point spans.
#pragma once

#include "musnad/record.h"
#include "text/document.h"

namespace musnad {

// The record of a document whose layers are complete. `characters` counts its code points. Takes
// the document's actors out of it.
Record to_record(const Article& article, Document& document, uint32_t characters);

// SHA-256 in hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace musnad
