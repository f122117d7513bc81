#include "actors/tagger_conll.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kBlock = 40;  // sentences, about a long article
constexpr size_t kMostForms = 300000;
constexpr std::string_view kBlanks = " \t\r";

std::string_view first_column(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
  return line.substr(0, line.find_first_of(kBlanks));
}

std::string_view last_column(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
  return line.substr(line.find_last_of(kBlanks) + 1);
}

}  // namespace

ConllText::ConllText(std::span<const std::string> lines) : line_count_(lines.size()) {
  std::vector<uint32_t> begins;  // bytes
  for (const std::string& line : lines) {
    begins.push_back(static_cast<uint32_t>(text_.size()));
    text_ += line;
    text_ += line.empty() ? '\n' : ' ';
  }
  document_.text = text_;
  find_tokens(document_);
  uint32_t line = 0;
  for (TokenIndex t = 0; t < document_.tokens.size(); ++t) {
    bool new_sentence = t == 0;
    while (line + 1 < begins.size() && begins[line + 1] <= document_.tokens[t].byte_begin) {
      new_sentence |= lines[line++].empty();
    }
    lines_.push_back(line);
    if (new_sentence) document_.sentences.push_back({.tokens = {t, t}});
    document_.sentences.back().tokens.end = t + 1;
  }
}

std::vector<Tag> ConllText::tags_of_lines(std::span<const Name> names) const {
  std::vector<Tag> tags(line_count_, kOutside);
  for (const Name& name : names) {
    Tag tag = begin_tag(name.type);
    for (TokenIndex t = name.tokens.begin; t < name.tokens.end; ++t) {
      if (tags[lines_[t]] != kOutside) continue;
      tags[lines_[t]] = tag;
      tag = inside_tag(name.type);
    }
  }
  return tags;
}

std::vector<Name> ConllText::names_of_lines(std::span<const Tag> tags) const {
  const auto is_mark = [&](TokenIndex t) {
    return document_.tokens[t].kind == TokenKind::kPunctuation;
  };
  std::vector<Name> names;
  for (Name name : names_of(tags, 0)) {
    const auto token_at = [&](uint32_t line) {
      return static_cast<TokenIndex>(std::ranges::lower_bound(lines_, line) - lines_.begin());
    };
    name.tokens = {token_at(name.tokens.begin), token_at(name.tokens.end)};
    while (name.tokens.size() > 1 && is_mark(name.tokens.begin)) ++name.tokens.begin;
    while (name.tokens.size() > 1 && is_mark(name.tokens.end - 1)) --name.tokens.end;
    if (!name.tokens.empty()) names.push_back(name);
  }
  return names;
}

Expected<std::vector<std::string>> read_conll_block(std::istream& in, size_t sentences,
                                                    size_t& line_number, std::vector<Tag>* tags) {
  std::vector<std::string> block;
  std::string line;
  while (sentences > 0 && std::getline(in, line)) {
    ++line_number;
    if (find_invalid_utf8(line) != std::string::npos) {
      return fail(fmt::format("line {}: not UTF-8; convert the file first", line_number));
    }
    block.emplace_back(first_column(line));
    if (block.back().empty()) --sentences;
    if (tags == nullptr) continue;
    tags->push_back(kOutside);
    if (block.back().empty()) continue;
    const std::optional<Tag> tag = parse_tag(last_column(line));
    if (!tag) return fail(fmt::format("line {}: {} is not a tag", line_number, last_column(line)));
    tags->back() = *tag;
  }
  return block;
}

Expected<void> tag_conll(std::istream& in, std::ostream& out, const Tagger& tagger,
                         TaggerCache& cache, WordCache& words) {
  for (size_t line_number = 0;;) {
    const auto block = read_conll_block(in, kBlock, line_number, nullptr);
    if (!block) return tl::unexpected(block.error());
    if (block->empty()) return {};
    ConllText text(*block);
    analyze_words(text.document(), words);
    tag_names(text.document(), tagger, cache);
    const std::vector<Tag> tags = text.tags_of_lines(text.document().names);
    for (size_t line = 0; line < block->size(); ++line) {
      out << (*block)[line];
      if (!(*block)[line].empty()) out << ' ' << tag_name(tags[line]);
      out << '\n';
    }
    cache.forget(words.trim(kMostForms));
  }
}

}  // namespace musnad
