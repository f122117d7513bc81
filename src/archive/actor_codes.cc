#include "archive/actor_codes.h"

#include <algorithm>

#include "actors/register.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"

namespace musnad {
namespace {

// Hands the cells of two columns of a register table, named in its header line, to `use`.
template <size_t count, typename Use>
Expected<void> read_columns(std::string_view file, const std::array<std::string_view, count>& names,
                            Use use) {
  const std::string_view text = embedded_file(file);
  size_t begin = 0;
  while (text[begin] == '#') begin = text.find('\n', begin) + 1;
  const std::vector<std::string_view> header =
      split(text.substr(begin, text.find('\n', begin) - begin), '\t');
  const Expected<Table> table = Table::parse(file, text, header);
  if (!table) return tl::unexpected(table.error());
  std::array<size_t, count> columns;
  for (size_t i = 0; i < count; ++i) {
    columns[i] = std::find(header.begin(), header.end(), names[i]) - header.begin();
  }
  for (const Table::Row& row : table->rows()) {
    std::array<std::string_view, count> cells;
    for (size_t i = 0; i < count; ++i) cells[i] = row.cells[columns[i]];
    use(cells);
  }
  return {};
}

}  // namespace

Expected<ActorCodes> ActorCodes::load() {
  ActorCodes codes;
  absl::flat_hash_map<std::string, std::string> offices;
  const auto into = [](auto& map) {
    return
        [&map](const std::array<std::string_view, 2>& cells) { map.emplace(cells[0], cells[1]); };
  };
  const auto add_tenure = [&](const std::array<std::string_view, 5>& cells) {
    const auto [person, office, body, from, to] = cells;
    codes.people_[std::string(person)].push_back(
        {codes.bodies_[std::string(body)] + offices[std::string(office)], std::string(from),
         std::string(to)});
  };
  for (const auto& read :
       {read_columns<2>("register/states.tsv", {"key", "cameo"}, into(codes.bodies_)),
        read_columns<2>("register/organizations.tsv", {"key", "code"}, into(codes.bodies_)),
        read_columns<2>("register/offices.tsv", {"key", "code"}, into(offices)),
        read_columns<5>("register/tenures.tsv", {"person", "office", "of", "from", "to"},
                        add_tenure)}) {
    if (!read) return tl::unexpected(read.error());
  }
  return codes;
}

std::string ActorCodes::code(std::string_view key, std::string_view day) const {
  if (const auto body = bodies_.find(lookup_key(key)); body != bodies_.end()) return body->second;
  const auto person = people_.find(lookup_key(key));
  if (person == people_.end()) return "";
  for (const Tenure& tenure : person->second) {
    if (tenure.from <= day && (tenure.to.empty() || day < tenure.to)) return tenure.code;
  }
  return "";
}

}  // namespace musnad
