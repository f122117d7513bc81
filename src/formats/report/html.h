// Text in HTML, and the words of the report's interface in its two languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/table.h"

namespace musnad {

// `text` fit for the content of an element and for a quoted attribute: & < > " ' become references
// and control characters other than white space become U+FFFD.
std::string escape_html(std::string_view text);

// `page` with every {{name}} replaced by the value of that name. What is put in is not looked at
// again, so a value may contain {{ and }}.
struct Slot {
  std::string_view name;
  std::string_view value;
};
std::string fill_slots(std::string_view page, const std::vector<Slot>& slots);

// The table report/labels.tsv, which is embedded in the program.
class Labels {
 public:
  Labels();

  // The Arabic label in an element that report.js can give the other language. `key` must exist.
  std::string element(std::string_view key) const;

  // The same for the name that assistive software reads: attributes for an element's start tag.
  std::string attributes(std::string_view key) const;

  // {"ar": {key: label, …}, "en": {…}}, safe inside a script element.
  std::string json() const;

 private:
  std::string_view arabic(std::string_view key) const;

  Table table_;
};

}  // namespace musnad
