#include "archive/made_reprints.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "lexicon/table.h"

namespace musnad {

std::vector<Lines> originals() {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(ARTICLES_DIR)) {
    if (file.path().extension() == ".txt") paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Lines> articles;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Lines lines;
    for (const std::string_view line : split(text, '\n')) {
      if (!line.empty()) lines.emplace_back(line);
    }
    if (lines.size() >= 5) articles.push_back(std::move(lines));
  }
  return articles;
}

std::string text_of(const Lines& lines) { return fmt::format("{}\n", fmt::join(lines, "\n")); }

std::string reworded(const std::string& line, size_t every) {
  std::string out;
  size_t number = 0;
  for (const std::string_view word : split(line, ' ')) {
    out += (out.empty() ? "" : " ") + (++number % every == 0 ? "بدوره" : std::string(word));
  }
  return out;
}

PairScore score_pairs(const std::set<std::set<std::string>>& groups, size_t pairs) {
  size_t found = 0, right = 0;
  for (const std::set<std::string>& group : groups) {
    found += group.size() * (group.size() - 1) / 2;
    std::map<std::string, size_t> of_original;
    for (const std::string& id : group) ++of_original[id.substr(0, id.find('-'))];
    for (const auto& [original, count] : of_original) right += count * (count - 1) / 2;
  }
  return {static_cast<double>(right) / static_cast<double>(found),
          static_cast<double>(right) / static_cast<double>(pairs)};
}

}  // namespace musnad
