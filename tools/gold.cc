#include "gold.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::map<std::string, std::string> read_days(const std::string& folder) {
  std::map<std::string, std::string> days;
  std::ifstream in(folder + "/crawled.tsv");
  for (std::string line; std::getline(in, line);) {
    if (const size_t tab = line.find('\t'); tab != std::string::npos) {
      days[line.substr(0, tab)] = line.substr(tab + 1, 10);
    }
  }
  return days;
}

// [first, last, text] → [first, last + 1)
TokenRange range_of(simdjson::simdjson_result<simdjson::dom::element> element) {
  simdjson::dom::array array;
  if (element.get(array) != simdjson::SUCCESS) return {};  // null
  uint64_t first = 0, last = 0;
  if (array.at(0).get(first) != simdjson::SUCCESS) return {};
  if (array.at(1).get(last) != simdjson::SUCCESS) return {};
  return {static_cast<TokenIndex>(first), static_cast<TokenIndex>(last + 1)};
}

GoldStatement statement_of(simdjson::dom::element element) {
  GoldStatement statement;
  statement.cue = range_of(element["cue"]);
  statement.source = range_of(element["source"]);
  std::string_view speaker;
  if (element["speaker"].get(speaker) == simdjson::SUCCESS) statement.speaker = speaker;
  simdjson::dom::array content;
  if (element["content"].get(content) == simdjson::SUCCESS) {
    for (auto span : content) {
      statement.content.push_back(range_of(
          simdjson::simdjson_result<simdjson::dom::element>(simdjson::dom::element(span))));
    }
  }
  if (element["nested"].get(statement.nested) != simdjson::SUCCESS) statement.nested = false;
  return statement;
}

GoldEvent event_of(simdjson::dom::element element) {
  GoldEvent event;
  event.anchor = range_of(element["anchor"]);
  std::string_view type;
  if (element["type"].get(type) == simdjson::SUCCESS) event.type = type;
  std::string_view time;
  if (element["time"].get(time) == simdjson::SUCCESS) event.time = time;
  simdjson::dom::array participants;
  if (element["participants"].get(participants) != simdjson::SUCCESS) return event;
  for (auto participant : participants) {
    std::string_view name;
    if (participant.get(name) == simdjson::SUCCESS) event.participants.emplace_back(name);
  }
  return event;
}

// Code-point spans of the annotation's tokens: there, direction marks are parts of words.
std::vector<Span> annotation_tokens(std::string_view text) {
  std::vector<Span> spans;
  uint32_t point = 0;
  bool in_word = false;
  for (size_t byte = 0; byte < text.size(); ++point) {
    const CharClass kind = char_class(decode_utf8(text, byte));
    if (kind == CharClass::kSpace || kind == CharClass::kLineBreak) {
      in_word = false;
    } else if (kind == CharClass::kPunctuation) {
      spans.push_back({point, point + 1});
      in_word = false;
    } else if (in_word) {
      spans.back().end = point + 1;
    } else {
      spans.push_back({point, point + 1});
      in_word = true;
    }
  }
  return spans;
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    std::string key = fold(word);
    if (key.starts_with("ال") && key.size() > 8) key.erase(0, 4);
    if (!key.empty()) words.push_back(key);
    word.clear();
  };
  for (size_t byte = 0; byte < name.size();) {
    const char32_t c = decode_utf8(name, byte);
    const CharClass kind = char_class(c);
    if (kind == CharClass::kWord || kind == CharClass::kDigit) {
      append_utf8(word, c);
    } else {
      flush();
    }
  }
  flush();
  return words;
}

}  // namespace

Expected<std::vector<GoldArticle>> read_gold(const std::string& folder, GoldLayer layer,
                                             const std::string& texts) {
  namespace fs = std::filesystem;
  const char* name = layer == GoldLayer::kEvents ? "events" : "statements";
  if (!fs::is_directory(folder + "/" + name)) {
    return fail(fmt::format("{}: no gold folder: {}/ is missing", folder, name));
  }
  const auto days = read_days(texts);
  std::vector<GoldArticle> articles;
  simdjson::dom::parser parser;
  for (const auto& entry : fs::directory_iterator(folder + "/" + name)) {
    simdjson::dom::element root;
    if (parser.load(entry.path().string()).get(root) != simdjson::SUCCESS) {
      return fail(fmt::format("{}: not JSON", entry.path().string()));
    }
    GoldArticle& article = articles.emplace_back();
    article.id = entry.path().stem().string();
    article.text = read_file(texts + "/text/" + article.id + ".txt");
    if (const auto day = days.find(article.id); day != days.end()) article.crawled = day->second;
    simdjson::dom::array items;
    if (root[name].get(items) != simdjson::SUCCESS) {
      return fail(fmt::format("{}: no {} in it", entry.path().string(), name));
    }
    for (simdjson::dom::element item : items) {
      if (layer == GoldLayer::kEvents) {
        article.events.push_back(event_of(item));
      } else {
        article.statements.push_back(statement_of(item));
      }
    }
  }
  std::sort(articles.begin(), articles.end(),
            [](const GoldArticle& a, const GoldArticle& b) { return a.id < b.id; });
  return articles;
}

void align(GoldArticle& article, const Document& document) {
  const std::vector<Span> spans = annotation_tokens(article.text);
  const auto token_at = [&](uint32_t point) {
    return static_cast<TokenIndex>(
        std::partition_point(document.tokens.begin(), document.tokens.end(),
                             [&](const Token& token) { return token.end <= point; }) -
        document.tokens.begin());
  };
  const auto move = [&](TokenRange& range) {
    if (range.empty()) return;
    range = {token_at(spans[range.begin].begin), token_at(spans[range.end - 1].end - 1) + 1};
  };
  for (GoldStatement& statement : article.statements) {
    move(statement.cue);
    move(statement.source);
    for (TokenRange& range : statement.content) move(range);
  }
  for (GoldEvent& event : article.events) move(event.anchor);
}

bool same_name(std::string_view a, std::string_view b) {
  std::vector<std::string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return false;
  if (x.size() > y.size()) std::swap(x, y);
  const std::set<std::string> longer(y.begin(), y.end());
  return std::all_of(x.begin(), x.end(), [&](const std::string& w) { return longer.contains(w); });
}

}  // namespace musnad
