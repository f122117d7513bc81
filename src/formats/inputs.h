// The inputs of a run: files, folders, zip archives, addresses of the web and standard input,
// opened one after the other as they are reached, each cut into raw articles.
//
// What a file is, its name says (a last .gz or .zst aside): .txt text, .html .htm .xhtml a saved
// page, .json one JSON array or objects, .jsonl .ndjson JSON Lines, .xml .rss .atom .rdf a feed,
// .warc a crawl, .zip an archive of such files. A file of another name and standard input are told
// apart by their first bytes. A folder is walked in the order of names, subfolders included; files
// of other names, hidden files and links to folders are passed over.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/raw_article.h"

namespace musnad {

// Whether an input is an address of the web: it begins with http:// or https://.
bool is_url(std::string_view input);

// Opens such an address.
using OpenUrl = std::function<Expected<std::unique_ptr<RawSource>>(const std::string& url)>;

// "-" is standard input. Without `open_url`, addresses are taken for files. Opens nothing before
// the first next(); holds at most the names of the files in one folder a level. Errors are one for
// each file or article that cannot be read.
std::unique_ptr<RawSource> open_inputs(std::vector<std::string> paths, OpenUrl open_url = {});

}  // namespace musnad
