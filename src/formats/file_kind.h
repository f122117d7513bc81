// What a file is: by its name, else by its first bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace musnad {

enum class FileKind : uint8_t { kUnknown, kText, kHtml, kJson, kJsonLines, kFeed, kWarc, kZip };

// The extensions of what is read, for messages.
inline constexpr std::string_view kReadable = ".txt .html .json .jsonl .xml .rss .warc .zip";

// By the extension, a last .gz or .zst aside.
FileKind kind_by_name(const std::string& path);

// By the first bytes: {"… and [{… are JSON, <!doctype html and <html a page, <rss, <feed and
// <rdf:RDF a feed, WARC/ a crawl, the rest text.
FileKind kind_by_bytes(std::string_view bytes);

// The name without folders, a last .gz or .zst, and its last extension: "news/a.jsonl.gz" gives
// "a".
std::string file_stem(const std::string& path);

}  // namespace musnad
