// robots.txt (RFC 9309): which addresses of a server a robot may ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace musnad {

class Robots {
 public:
  // May ask for everything.
  Robots() = default;

  // Reads the groups for "musnad", else those for all robots. Any bytes will do.
  static Robots parse(std::string_view text);

  // `path` begins with "/" and may have a query. Of the rules that fit, the longest counts; of two
  // as long, the one that allows.
  bool allows(std::string_view path) const;

 private:
  struct Rule {
    std::string pattern;  // * is anything, $ at its end the end of the path
    bool allows;
  };
  std::vector<Rule> rules_;
};

}  // namespace musnad
