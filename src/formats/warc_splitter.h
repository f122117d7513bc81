// WARC files (ISO 28500), as web crawls ship them: the pages among their records.
#pragma once

#include <memory>
#include <string>

#include "formats/byte_source.h"
#include "formats/raw_article.h"

namespace musnad {

// One page for each response record with status 200 and HTML; its address, day of crawl and charset
// are told beside its bytes, and the record's id is its id. Other records are passed over. Holds
// one record at a time. Ends with an error at the first place where no record begins. `name` begins
// error messages.
std::unique_ptr<RawSource> split_warc(std::unique_ptr<ByteReader> reader, std::string name);

}  // namespace musnad
