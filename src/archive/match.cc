#include "archive/match.h"

#include <fmt/format.h>

#include "archive/names.h"

namespace musnad {
namespace {

// Joins conditions on columns of the index.
class Conditions {
 public:
  void add(std::string_view column, std::string_view expression) {
    if (!all_.empty()) all_ += " AND ";
    all_ += fmt::format("({} : {})", column, expression);
  }
  const std::string& all() const { return all_; }

 private:
  std::string all_;
};

}  // namespace

Expected<std::string> match_expression(Connection& connection, const Search& search,
                                       const SearchWords& words) {
  if (words.empty() && words.has_unwanted()) {
    return fail("only words to leave out were given; name one to look for as well");
  }
  Conditions conditions;
  if (!words.empty()) conditions.add("words", fmt::format("({})", words.expression()));
  for (const auto& [column, name] :
       {std::pair{"speaker", &search.speaker}, std::pair{"about", &search.about}}) {
    if (name->empty()) continue;
    const std::vector<int64_t> actors = actors_named(connection, *name);
    if (actors.empty()) {
      return fail(
          fmt::format("nobody in the archive is called \"{}\"; write a part of the name", *name));
    }
    conditions.add(column, any_of(actors));
  }
  if (!search.outlet.empty()) {
    const SearchWords publisher(search.outlet, connection.terms());
    const std::vector<int64_t> relays = actors_named(connection, search.outlet);
    if (publisher.empty()) return fail(fmt::format("\"{}\" is no name", search.outlet));
    const std::string or_relays = relays.empty() ? "" : " OR " + any_of(relays);
    conditions.add("outlet", fmt::format("(({}){})", publisher.expression(), or_relays));
  }
  return conditions.all();
}

}  // namespace musnad
