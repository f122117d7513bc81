#include "formats/json_splitter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace musnad {
namespace {

using Next = Expected<std::optional<RawArticle>>;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Whether one of eight bytes is `c`: the lowest such byte is one from which the subtraction
// borrows.
bool has_byte(uint64_t bytes, char c) {
  constexpr uint64_t kOnes = 0x0101010101010101u;
  const uint64_t others = bytes ^ kOnes * static_cast<uint8_t>(c);
  return ((others - kOnes) & ~others & kOnes << 7) != 0;
}

// Moves from `at` over eight bytes at a time that neither end a string nor escape anything in it.
size_t skip_plain(std::string_view text, size_t at) {
  for (uint64_t bytes; at + sizeof bytes <= text.size(); at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (has_byte(bytes, '"') || has_byte(bytes, '\\')) break;
  }
  return at;
}

// What both ways of cutting share: the place in the input and the article under construction.
class Splitter : public RawSource {
 public:
  Splitter(std::unique_ptr<ByteReader> reader, std::string name, std::string stem)
      : reader_(std::move(reader)), name_(std::move(name)), stem_(std::move(stem)) {}

  double fraction() const override { return reader_->fraction(); }

 protected:
  void append(std::string_view bytes) {
    too_long_ = too_long_ || bytes_.size() + bytes.size() > kMostRawBytes;
    if (too_long_) {
      bytes_.clear();
    } else {
      bytes_.append(bytes);
    }
  }

  // The article that the appended bytes make up; begins the next one.
  Next finish(std::string where) {
    RawArticle raw{RawFormat::kJson, std::exchange(bytes_, {}), std::move(where)};
    if (!stem_.empty()) raw.told.id = fmt::format("{}-{:05}", stem_, index_);
    ++index_;
    if (std::exchange(too_long_, false)) return fail(too_long(raw.where, kMostRawBytes));
    return raw;
  }

  // Ends the input with an error.
  template <typename Failure>
  Next stop(Failure failure) {
    done_ = true;
    return failure;
  }

  // Ends the input; to have held no article is an error.
  Next end() {
    done_ = true;
    if (index_ > 0) return std::nullopt;
    return fail(fmt::format("{}: holds no article; give JSON objects with \"text\"", name_));
  }

  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  uint64_t line_ = 1;  // at the reader's place
  bool done_ = false;

 private:
  std::string stem_;
  std::string bytes_;
  bool too_long_ = false;
  uint64_t index_ = 0;
};

class LineSplitter : public Splitter {
 public:
  using Splitter::Splitter;

  Next next() override {
    while (!done_) {
      const Expected<bool> blank = take_line();
      if (!blank) return stop(tl::unexpected(blank.error()));
      if (!*blank) return finish(fmt::format("{}:{}", name_, line_ - 1));
      if (at_end_) return end();
    }
    return std::nullopt;
  }

 private:
  // Appends the line at the reader's place without its indent; true when nothing else is on it.
  Expected<bool> take_line() {
    bool blank = true;
    for (bool line_end = false; !line_end;) {
      const Expected<std::string_view> chunk = reader_->peek();
      if (!chunk) return tl::unexpected(chunk.error());
      const size_t feed = chunk->find('\n');
      const std::string_view piece = chunk->substr(0, feed);
      const size_t indent =
          blank ? std::find_if_not(piece.begin(), piece.end(), is_space) - piece.begin() : 0;
      at_end_ = chunk->empty();
      line_end = at_end_ || feed != std::string_view::npos;
      blank = indent == piece.size() && blank;
      append(piece.substr(indent));
      reader_->consume(std::min(chunk->size(), piece.size() + 1));
    }
    ++line_;
    return blank;
  }

  bool at_end_ = false;
};

class ValueSplitter : public Splitter {
 public:
  using Splitter::Splitter;

  Next next() override {
    if (done_) return std::nullopt;
    Expected<char> c = skip_space();
    if (c && !begun_) {
      begun_ = true;
      in_array_ = *c == '[';
      if (in_array_) c = skip_one();
      if (c && in_array_ && *c == ']') return close();
    } else if (c && in_array_) {
      if (*c == ']') return close();
      if (*c != ',') return broken(*c, "a comma or ]");
      c = skip_one();
    }
    if (!c) return stop(tl::unexpected(c.error()));
    if (*c == '\0' && !in_array_) return end();
    if (*c != '{') return broken(*c, "{");
    return take_object();
  }

 private:
  // Moves over white space; the byte behind it, or NUL at the end.
  Expected<char> skip_space() {
    for (;;) {
      const Expected<std::string_view> chunk = reader_->peek();
      if (!chunk) return tl::unexpected(chunk.error());
      if (chunk->empty()) return '\0';
      const size_t length =
          std::find_if_not(chunk->begin(), chunk->end(), is_space) - chunk->begin();
      const bool found = length < chunk->size();
      const char c = found ? (*chunk)[length] : '\0';
      consume(chunk->substr(0, length));
      if (found) return c;
    }
  }

  // Moves over the byte at the reader's place and white space behind it.
  Expected<char> skip_one() {
    reader_->consume(1);
    return skip_space();
  }

  // The object that begins at the reader's place.
  Next take_object() {
    std::string where = fmt::format("{}:{} (byte {})", name_, line_, reader_->offset());
    int64_t depth = 0;
    bool in_string = false, escaped = false;
    do {
      const Expected<std::string_view> chunk = reader_->peek();
      if (!chunk) return stop(tl::unexpected(chunk.error()));
      if (chunk->empty()) return cut_off(where);
      size_t i = 0;
      do {
        if (in_string && !escaped) i = skip_plain(*chunk, i);
        if (i == chunk->size()) break;
        const char c = (*chunk)[i++];
        if (in_string) {
          in_string = escaped || c != '"';
          escaped = !escaped && c == '\\';
        } else {
          in_string = c == '"';
          depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        }
      } while (depth > 0 && i < chunk->size());
      append(chunk->substr(0, i));
      consume(chunk->substr(0, i));
    } while (depth > 0);
    return finish(std::move(where));
  }

  // The closing bracket of the array: nothing may follow it.
  Next close() {
    const Expected<char> c = skip_one();
    if (!c) return stop(tl::unexpected(c.error()));
    if (*c != '\0') return broken(*c, "the end of the file");
    return end();
  }

  Next cut_off(std::string_view begin) {
    return stop(
        fail(fmt::format("{}: the JSON breaks off at byte {}, inside this object; fetch the "
                         "file again",
                         begin, reader_->offset())));
  }

  Next broken(char found, std::string_view wanted) {
    const std::string what = found == '\0' ? "the JSON breaks off" : "broken JSON";
    return stop(
        fail(fmt::format("{}:{}: {} at byte {}, where {} should stand; mend or fetch the file "
                         "again",
                         name_, line_, what, reader_->offset(), wanted)));
  }

  void consume(std::string_view bytes) {
    line_ += std::count(bytes.begin(), bytes.end(), '\n');
    reader_->consume(bytes.size());
  }

  bool begun_ = false;
  bool in_array_ = false;
};

}  // namespace

std::unique_ptr<RawSource> split_json_lines(std::unique_ptr<ByteReader> reader, std::string name,
                                            std::string stem) {
  return std::make_unique<LineSplitter>(std::move(reader), std::move(name), std::move(stem));
}

std::unique_ptr<RawSource> split_json_values(std::unique_ptr<ByteReader> reader, std::string name,
                                             std::string stem) {
  return std::make_unique<ValueSplitter>(std::move(reader), std::move(name), std::move(stem));
}

}  // namespace musnad
