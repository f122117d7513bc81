// Bytes of any kind that musnad reads, opened as the articles in them.
#pragma once

#include <memory>
#include <string>

#include "formats/byte_source.h"
#include "formats/file_kind.h"
#include "formats/raw_article.h"

namespace musnad {

// Unpacks Zstandard (gzip is unpacked by open_file), and cuts bytes of a kind, of which kUnknown is
// told by the first bytes, into raw articles. `name` begins error messages; `told` is told of a
// text or page, and its id is the stem of the ids of JSON objects without one.
Expected<std::unique_ptr<RawSource>> open_stream(std::unique_ptr<ByteSource> source,
                                                 const std::string& name, FileKind kind,
                                                 Article told);

}  // namespace musnad
