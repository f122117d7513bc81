// Every word of every table of times stands for what its row says: each is put into a small text
// and read.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/morphology.h"
#include "text/text.h"
#include "times/calendar.h"
#include "times/times.h"

namespace musnad {
namespace {

constexpr std::string_view kDay = "2024-05-15";  // a Wednesday of week 20

// The values of the times of a text, in order.
std::vector<std::string> values(const std::string& text) {
  static const std::unique_ptr<TimeLexicon> lexicon = TimeLexicon::load().value();
  static const std::unique_ptr<Morphology> morphology = Morphology::load().value();
  static WordCache words(*morphology);
  static TimeWords times(*lexicon);
  Document document;
  document.text = text;
  find_tokens(document);
  find_sentences(document);
  find_quotations(document);
  analyze_words(document, words);
  find_times(document, times, kDay, "");
  std::vector<std::string> out;
  for (const TimeExpression& time : document.times) out.push_back(time.value);
  return out;
}

std::string first_value(const std::string& text) {
  const auto all = values(text);
  return all.empty() ? "none" : all.front();
}

Table read(std::string_view path, const std::vector<std::string_view>& columns) {
  return Table::parse(path, embedded_file(path), columns).value();
}

std::string put(std::string_view pattern, std::string_view word) {
  const size_t at = pattern.find("{}");
  return fmt::format("{}{}{}", pattern.substr(0, at), word, pattern.substr(at + 2));
}

TEST(TimeTables, Months) {
  const Table table = read("lexicon/ar/months.tsv", {"calendar", "month", "names", "ambiguous"});
  for (const Table::Row& row : table.rows()) {
    const bool hijri = row.cells[0] == "hijri";
    const int month = std::stoi(std::string(row.cells[1]));
    for (size_t column : {2, 3}) {
      for (std::string_view name : row.list(column)) {
        const std::string value =
            first_value(put(hijri ? "صدر في 15 {} 1440هـ" : "صدر في 15 {} 2020", name));
        const auto expected = hijri ? make_hijri_day(1440, month, 15) : make_day(2020, month, 15);
        EXPECT_EQ(value, iso_day(expected.value())) << name;
      }
    }
  }
}

TEST(TimeTables, Units) {
  const Table table = read("lexicon/ar/time_units.tsv", {"unit", "singular", "dual", "plural"});
  for (const Table::Row& row : table.rows()) {
    std::string unit(row.cells[0]), times;
    if (unit == "DE") unit = "Y", times = "0";
    if (unit == "CE") unit = "Y", times = "00";
    const auto expected = [&](int count) {
      const bool clock = unit.front() == 'T';
      return fmt::format("P{}{}{}{}", clock ? "T" : "", count, times,
                         clock ? unit.substr(1) : unit);
    };
    for (std::string_view form : row.list(1))
      EXPECT_EQ(first_value(put("استمر 11 {} كاملا", form)), expected(11)) << form;
    for (std::string_view form : row.list(2))
      EXPECT_EQ(first_value(put("استمر {} فقط", form)), expected(2)) << form;
    for (std::string_view form : row.list(3))
      EXPECT_EQ(first_value(put("استمر ثلاث {} فقط", form)), expected(3)) << form;
  }
}

TEST(TimeTables, Numbers) {
  const Table table = read("lexicon/ar/numbers.tsv", {"value", "cardinals", "ordinals"});
  for (const Table::Row& row : table.rows()) {
    const int number = std::stoi(std::string(row.cells[0]));
    for (std::string_view form : row.list(1)) {
      EXPECT_EQ(first_value(put("استمر {} يوما فقط", form)), fmt::format("P{}D", number)) << form;
    }
    for (std::string_view form : row.list(2)) {
      EXPECT_EQ(first_value(put("صدر في {} من مارس 2020", form)),
                fmt::format("2020-03-{:02}", number))
          << form;
    }
  }
}

TEST(TimeTables, NamedDays) {
  const Table table = read("lexicon/ar/named_days.tsv", {"words", "date", "year"});
  for (const Table::Row& row : table.rows()) {
    static constexpr std::string_view kMonths[] = {"يناير",  "فبراير", "مارس",   "أبريل",
                                                   "مايو",   "يونيو",  "يوليو",  "أغسطس",
                                                   "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
    const std::string date(row.cells[1]);
    const std::string day = date.size() > 2 ? std::to_string(std::stoi(date.substr(3))) + " " : "";
    const std::string text =
        fmt::format("{} {}{} معروفة", "{}", day, kMonths[std::stoi(date.substr(0, 2)) - 1]);
    for (std::string_view word : row.list(0)) {
      EXPECT_EQ(first_value(put(text, word)), fmt::format("{}-{}", row.cells[2], date)) << word;
    }
  }
}

// For each class a text with the word at {}, and its first value, where {} is the value of the row.
// Rows with several values have a line for each.
struct Pattern {
  std::string_view kind, row_value, text, value;
};

constexpr Pattern kPatterns[] = {
    {"weekday", "1", "التقيا {} في جنيف", "2024-05-13"},
    {"weekday", "2", "التقيا {} في جنيف", "2024-05-14"},
    {"weekday", "3", "التقيا {} في جنيف", "2024-05-15"},
    {"weekday", "4", "التقيا {} في جنيف", "2024-05-09"},
    {"weekday", "5", "التقيا {} في جنيف", "2024-05-10"},
    {"weekday", "6", "التقيا {} في جنيف", "2024-05-11"},
    {"weekday", "7", "التقيا {} في جنيف", "2024-05-12"},
    {"weekday_name", "*", "كل {} في جنيف", "XXXX-WXX-{}"},
    {"day", "0", "وصل {} إلى جنيف", "2024-05-15"},
    {"day", "0 NI", "وصل {} إلى جنيف", "2024-05-15TNI"},
    {"day", "0 MO", "وصل {} إلى جنيف", "2024-05-15TMO"},
    {"day", "0 EV", "وصل {} إلى جنيف", "2024-05-15TEV"},
    {"day", "-1", "وصل {} إلى جنيف", "2024-05-14"},
    {"day", "-1 NI", "وصل {} إلى جنيف", "2024-05-14TNI"},
    {"day", "-2", "وصل {} إلى جنيف", "2024-05-13"},
    {"day", "-2 NI", "وصل {} إلى جنيف", "2024-05-13TNI"},
    {"day", "1", "وصل {} إلى جنيف", "2024-05-16"},
    {"day", "2", "وصل {} إلى جنيف", "2024-05-17"},
    {"event_day", "1", "وصل {} اجتماع السبت", "2024-05-12"},
    {"event_day", "-1", "وصل {} اجتماع السبت", "2024-05-10"},
    {"only", "", "قبل ثلاثة أيام {} من اللقاء", "P3D"},
    {"year_kind", "", "التقيا العام {} الماضي", "2023"},
    {"part", "*", "وصل {} أمس", "2024-05-14T{}"},
    {"part", "", "وصل {} أمس", "2024-05-14"},
    {"part_adverb", "MO", "وصل الساعة الخامسة {} فقط", "2024-05-15T05:00"},
    {"part_adverb", "AF", "وصل الساعة الخامسة {} فقط", "2024-05-15T17:00"},
    {"part_adverb", "EV", "وصل الساعة الخامسة {} فقط", "2024-05-15T17:00"},
    {"part_adverb", "NI", "وصل الساعة العاشرة {} فقط", "2024-05-15T22:00"},
    {"season", "*", "اندلعت {} 2014 فقط", "2014-{}"},
    {"season_head", "", "اندلعت {} الصيف فقط", "2024-SU"},
    {"direction", "-2", "التقيا الأسبوع {} في جنيف", "2024-W18"},
    {"direction", "-1", "التقيا الأسبوع {} في جنيف", "2024-W19"},
    {"direction", "0", "التقيا الأسبوع {} في جنيف", "2024-W20"},
    {"direction", "1", "التقيا الأسبوع {} في جنيف", "2024-W21"},
    {"direction", "2", "التقيا الأسبوع {} في جنيف", "2024-W22"},
    {"recent", "", "التقيا في السنوات {} كثيرا", "PXY"},
    {"few", "", "التقيا بعد أيام {} في جنيف", "PXD"},
    {"edge", "", "يلتقيان {} العام المقبل في جنيف", "2025"},
    {"edge", "*", "التقيا {} أمس في جنيف", "2024-05-14T{}"},
    {"fraction", "*", "التقيا في {} من عام 2020 فقط", "2020-{}"},
    {"weekend", "", "سيلتقيان {} في جنيف", "2024-W20-WE"},
    {"past", "", "التقيا {} في جنيف", "PAST_REF"},
    {"present", "", "التقيا {} في جنيف", "PRESENT_REF"},
    {"future", "", "التقيا {} في جنيف", "FUTURE_REF"},
    {"past_noun", "", "التقيا في {} كثيرا", "PAST_REF"},
    {"present_noun", "", "لم يلتقيا حتى {} قط", "PRESENT_REF"},
    {"future_noun", "", "التقيا في {} كثيرا", "FUTURE_REF"},
    {"later", "", "سيلتقيان {} في جنيف", "FUTURE_REF"},
    {"later", "PAST_REF", "التقيا في {} في جنيف", "PAST_REF"},
    {"some_day", "", "سيلتقيان {} في جنيف", "FUTURE_REF"},
    {"stretch", "", "انتظرا {} في جنيف", "PXX"},
    {"stretch_noun", "", "التقيا منذ {} في جنيف", "PXX"},
    {"approx", "", "انتظرا {} ثلاثة أيام", "P3D"},
    {"quantity", "", "انتظرا {} أيام", "PXD"},
    {"each", "", "التقيا {} يوم", "P1D"},
    {"this", "", "التقيا {} الأسبوع", "2024-W20"},
    {"set", "*", "التقيا {} في جنيف", "{}"},
    {"decade", "*", "التقيا في مطلع {} من القرن العشرين", "19{}"},
    {"pair", "D", "التقيا {} السبت والأحد الماضيين", "2024-05-11"},
    {"pair", "M", "التقيا في {} مارس وأبريل 2020", "2020-03"},
    {"pair", "Y", "التقيا في {} 2009 و2010", "2009"},
    {"half", "*", "التقيا الساعة الخامسة و{} فقط", "2024-05-15T05:{}"},
    {"except", "", "التقيا الساعة الخامسة {} الربع", "2024-05-15T04:45"},
    {"length", "*", "انتظرا {} في جنيف", "{}"},
    {"article", "", "في القرن {} 21 فقط", "20"},
    {"its_day", "", "التقيا في {} الأول", "2024-05-14"},
    {"whole", "", "انتظرا شهر {} في جنيف", "P1M"},
    {"clock", "", "التقيا {} الخامسة", "2024-05-15T05:00"},
    {"zone", "", "التقيا عند 14:05 {}", "2024-05-15T14:05"},
    {"era", "gregorian", "التقيا عام 1997 {} فقط", "1997"},
    {"era", "hijri", "التقيا عام 1440 {} فقط", "2019"},
    {"same", "", "في 1 رمضان 1445 {} 11 مارس 2024", "2024-03-11"},
    {"of", "", "في الأول {} مارس 2020", "2020-03-01"},
    {"or", "", "في 12 {} 13 مارس 2020", "2020-03-12"},
    {"in", "", "التقيا {} 2010 وسافرا", "2010"},
    {"before", "", "التقيا {} ثلاثة أيام", "2024-05-12"},
    {"after", "", "سيلتقيان {} ثلاثة أيام", "2024-05-18"},
    {"since", "", "غادرا {} عامين في جنيف", "2022"},
    {"during", "", "التقيا {} عام في جنيف", "P1Y"},
    {"until", "", "لم يلتقيا {} اليوم", "PRESENT_REF"},
    {"label", "", "صدر {} 2010، في جنيف", "none"},
    {"named", "", "وصل وفد {} 23 مارس إلى جنيف", "none"},
    {"lasting", "", "بدأت الحرب {} منذ عامين فقط", "P2Y"},
    {"appointment", "", "اختارا 3 مارس {} للقاء", "2025-03-03"},
    {"future_cue", "", "{} اللقاء الاثنين", "2024-05-20"},
    {"void", "", "كتب {} في جنيف", "none"},
};

TEST(TimeTables, Words) {
  const Table table = read("lexicon/ar/time_words.tsv", {"class", "value", "forms"});
  for (const Table::Row& row : table.rows()) {
    if (row.cells[0] == "told") continue;  // below
    size_t tried = 0;
    for (const Pattern& pattern : kPatterns) {
      const bool whole_class = pattern.row_value == "*" && !row.cells[1].empty();
      if (pattern.kind != row.cells[0] || !(whole_class || pattern.row_value == row.cells[1]))
        continue;
      for (std::string_view form : row.list(2)) {
        const std::string expected =
            whole_class ? put(pattern.value, row.cells[1]) : std::string(pattern.value);
        const std::string text = put(pattern.text, form);
        const std::string wanted = pattern.kind == "decade" ? expected.substr(0, 3) : expected;
        EXPECT_EQ(first_value(text), wanted) << text;
        ++tried;
      }
    }
    EXPECT_GT(tried, 0u) << "no pattern for line " << row.line << ", class " << row.cells[0] << " "
                         << row.cells[1];
  }
}

// After a day of March 2020: the value of each is counted from it.
TEST(TimeTables, CountedFromTheTimeNamedBefore) {
  const std::map<std::string_view, std::string_view> expected = {
      {"0 D", "2020-03-11"}, {"1 D", "2020-03-12"}, {"-1 D", "2020-03-10"}, {"0 W", "2020-W11"},
      {"1 W", "2020-W12"},   {"0 M", "2020-03"},    {"1 M", "2020-04"},     {"0 Y", "2020"},
      {"1 Y", "2021"},       {"-1 Y", "2019"}};
  const Table table = read("lexicon/ar/time_words.tsv", {"class", "value", "forms"});
  for (const Table::Row& row : table.rows()) {
    if (row.cells[0] != "told") continue;
    for (std::string_view form : row.list(2)) {
      const auto all = values(put("التقيا في 11 مارس 2020 وفي {} أيضا", form));
      ASSERT_EQ(all.size(), 2u) << form;
      EXPECT_EQ(all.back(), expected.at(row.cells[1])) << form;
    }
  }
}

}  // namespace
}  // namespace musnad
