#include "web/robots.h"

#include <algorithm>
#include <utility>

#include "formats/ascii.h"

namespace musnad {
namespace {

constexpr std::string_view kOurName = "musnad";
constexpr size_t kMostBytes = size_t{500} << 10;  // as RFC 9309 has it

// A line "field: value" without its comment, the field in small letters.
std::pair<std::string, std::string_view> read_line(std::string_view line) {
  line = line.substr(0, line.find('#'));
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {lower_ascii(strip_ascii(line.substr(0, colon))), strip_ascii(line.substr(colon + 1))};
}

// Whether `pattern` fits the beginning of `path`. Goes back to the last star only, which is enough.
bool fits(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  size_t p = 0, star = std::string_view::npos, tried = 0;
  for (size_t i = 0;;) {
    if (p == pattern.size() && (!to_end || i == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      tried = i;
    } else if (p < pattern.size() && i < path.size() && pattern[p] == path[i]) {
      ++p;
      ++i;
    } else if (star != std::string_view::npos && tried < path.size()) {
      p = star + 1;
      i = ++tried;
    } else {
      return false;
    }
  }
}

}  // namespace

Robots Robots::parse(std::string_view text) {
  text = text.substr(0, kMostBytes);
  Robots ours, all;
  bool found_ours = false, in_ours = false, in_all = false, in_rules = false;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const auto [field, value] = read_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (field == "user-agent") {
      if (std::exchange(in_rules, false)) in_ours = in_all = false;  // a new group
      const std::string name = lower_ascii(value.substr(0, value.find('/')));
      in_ours |= name == kOurName;
      in_all |= name == "*";
      found_ours |= in_ours;
    } else if (field == "allow" || field == "disallow") {
      in_rules = true;
      if (value.empty()) continue;  // disallows nothing
      const Rule rule{std::string(value), field == "allow"};
      if (in_ours) ours.rules_.push_back(rule);
      if (in_all) all.rules_.push_back(rule);
    }
  }
  return found_ours ? ours : all;
}

bool Robots::allows(std::string_view path) const {
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (!fits(rule.pattern, path)) continue;
    const bool better = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                        (rule.pattern.size() == best->pattern.size() && rule.allows);
    if (better) best = &rule;
  }
  return best == nullptr || best->allows;
}

}  // namespace musnad
