#include "formats/file_kind.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "formats/ascii.h"
#include "formats/encoding.h"

namespace musnad {
namespace {

namespace fs = std::filesystem;

constexpr auto kExtensions = std::to_array<std::pair<std::string_view, FileKind>>({
    {".txt", FileKind::kText},
    {".html", FileKind::kHtml},
    {".htm", FileKind::kHtml},
    {".xhtml", FileKind::kHtml},
    {".json", FileKind::kJson},
    {".jsonl", FileKind::kJsonLines},
    {".ndjson", FileKind::kJsonLines},
    {".xml", FileKind::kFeed},
    {".rss", FileKind::kFeed},
    {".atom", FileKind::kFeed},
    {".rdf", FileKind::kFeed},
    {".warc", FileKind::kWarc},
    {".zip", FileKind::kZip},
});

fs::path unpacked_name(const std::string& path) {
  fs::path name = fs::path(path).filename();
  const std::string extension = lower_ascii(name.extension().string());
  return extension == ".gz" || extension == ".zst" ? name.stem() : name;
}

// Which of feed and page a file of XML is, by the first element that tells.
FileKind kind_of_xml(const std::string& lower) {
  size_t first = std::string::npos;
  FileKind kind = FileKind::kText;
  for (const auto& [element, its_kind] : {std::pair{"<rss", FileKind::kFeed},
                                          {"<feed", FileKind::kFeed},
                                          {"<rdf:rdf", FileKind::kFeed},
                                          {"<html", FileKind::kHtml}}) {
    const size_t found = lower.find(element);
    if (found >= first) continue;
    first = found;
    kind = its_kind;
  }
  return kind;
}

FileKind kind_of_json(std::string_view bytes) {
  const char wanted = bytes.front() == '{' ? '"' : '{';
  const FileKind kind = bytes.front() == '{' ? FileKind::kJsonLines : FileKind::kJson;
  const std::string_view inside = strip_ascii(bytes.substr(1));
  return inside.starts_with(wanted) ? kind : FileKind::kText;
}

}  // namespace

FileKind kind_by_name(const std::string& path) {
  const std::string extension = lower_ascii(unpacked_name(path).extension().string());
  for (const auto& [known, kind] : kExtensions) {
    if (extension == known) return kind;
  }
  return FileKind::kUnknown;
}

FileKind kind_by_bytes(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  bytes = strip_ascii(bytes);
  if (bytes.starts_with("WARC/")) return FileKind::kWarc;
  if (bytes.starts_with('{') || bytes.starts_with('[')) return kind_of_json(bytes);
  const std::string lower = lower_ascii(bytes);
  if (lower.starts_with("<!doctype html")) return FileKind::kHtml;
  const bool xml = lower.starts_with("<?xml") || lower.starts_with("<rss") ||
                   lower.starts_with("<feed") || lower.starts_with("<rdf:rdf") ||
                   lower.starts_with("<html");
  return xml ? kind_of_xml(lower) : FileKind::kText;
}

std::string file_stem(const std::string& path) { return unpacked_name(path).stem().string(); }

}  // namespace musnad
