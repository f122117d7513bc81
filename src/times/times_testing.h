// How the tests of this stage read small texts with one expression marked in them.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "morphology/morphology.h"
#include "text/text.h"
#include "times/times.h"

namespace musnad {

constexpr std::string_view kOpen = "⟦", kClose = "⟧";

// The lexicon and word cache of all tests of this program.
struct Language {
  std::unique_ptr<TimeLexicon> lexicon = TimeLexicon::load().value();
  std::unique_ptr<Morphology> morphology = Morphology::load().value();
  WordCache words{*morphology};
  TimeWords times{*lexicon};
};

inline Language& language() {
  static Language language;
  return language;
}

// A document read as far as its times.
struct Reading {
  std::string text;
  Document document;

  Reading(std::string given, std::string_view crawled, std::string_view published = "")
      : text(std::move(given)) {
    document.text = text;
    find_tokens(document);
    find_sentences(document);
    find_quotations(document);
    analyze_words(document, language().words);
    find_times(document, language().times, crawled, published);
  }

  std::string all() const {
    std::string out;
    for (const TimeExpression& time : document.times) {
      out += "[" + std::string(document.range_text(time.tokens)) + " = " + time.value + "] ";
    }
    return out;
  }
};

struct Case {
  std::string_view
      text;  // the expression between ⟦ and ⟧; without them the text holds no time at all
  TimeType type;
  std::string_view value;
};

constexpr TimeType kDate = TimeType::kDate, kTime = TimeType::kTime,
                   kDuration = TimeType::kDuration, kSet = TimeType::kSet;

inline void check(const Case& c, std::string_view day) {
  const size_t open = c.text.find(kOpen);
  if (open == std::string_view::npos) {
    const Reading reading(std::string(c.text), day);
    EXPECT_TRUE(reading.document.times.empty()) << c.text << "\n  read: " << reading.all();
    return;
  }
  const size_t close = c.text.find(kClose);
  const std::string_view span = c.text.substr(open + kOpen.size(), close - open - kOpen.size());
  const Reading reading(std::string(c.text.substr(0, open)) + std::string(span) +
                            std::string(c.text.substr(close + kClose.size())),
                        day);
  bool found = false;
  for (const TimeExpression& time : reading.document.times) {
    const Token& first = reading.document.tokens[time.tokens.begin];
    if (first.byte_begin != open || reading.document.range_text(time.tokens) != span) continue;
    found = true;
    EXPECT_EQ(time.value, c.value) << c.text;
    EXPECT_EQ(time.type, c.type) << c.text;
  }
  EXPECT_TRUE(found) << c.text << "\n  read: " << reading.all();
}

// All cases below are read as of Wednesday 15 May 2024, a day of week 20.
constexpr std::string_view kDay = "2024-05-15";

template <size_t n>
void check_all(const Case (&cases)[n]) {
  for (const Case& c : cases) check(c, kDay);
}

}  // namespace musnad
