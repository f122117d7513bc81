// The inputs of a run: files, folders, zip archives and standard input, opened one after the other
// as they are reached, each cut into raw articles.
//
// What a file is, its name says (a last .gz aside): .txt text, .html .htm .xhtml a saved page,
// .json one JSON array or objects, .jsonl .ndjson JSON Lines, .zip an archive of such files. A file
// of another name and standard input are told apart by their first bytes. A folder is walked in the
// order of names, subfolders included; files of other names, hidden files and links to folders are
// passed over.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/raw_article.h"

namespace musnad {

// "-" is standard input. Opens nothing before the first next(); holds at most the names of the
// files in one folder a level. Errors are one for each file or article that cannot be read.
std::unique_ptr<RawSource> open_inputs(std::vector<std::string> paths);

// The name without folders, a last .gz, and its last extension: "news/a.jsonl.gz" gives "a".
std::string file_stem(const std::string& path);

}  // namespace musnad
