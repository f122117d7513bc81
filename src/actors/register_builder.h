// Makes a Register from its tables, row by row; what is wrong with a row is kept and told in the
// end, for all rows together.
#pragma once

#include <string>
#include <vector>

#include "actors/register.h"
#include "lexicon/table.h"

namespace musnad {

// Used once, on the stack.
class Register::Builder {
 public:
  Builder();

  // Reads tables of any kind in any order. An error has a line for each bad row: file, line, mend.
  Expected<std::unique_ptr<Register>> build(std::span<const RegisterTable> tables);

 private:
  using Row = Table::Row;

  void make_room(std::span<const RegisterTable> tables);

  // The rows of one kind of table, known by its columns.
  struct Kind {
    std::vector<std::string_view> columns;
    Expected<void> (Builder::*take)(const Row& row);
  };
  static std::span<const Kind> kinds();

  void read(const RegisterTable& table, const Kind& kind);

  // One row each.
  Expected<void> state(const Row& row);
  Expected<void> outlet(const Row& row);
  Expected<void> organization(const Row& row);
  Expected<void> office(const Row& row);
  Expected<void> person(const Row& row);
  Expected<void> tenure(const Row& row);

  // An error at a row of the table being read.
  tl::unexpected<Error> wrong(const Row& row, std::string what) const;
  Expected<EntryIndex> add(RegisterEntry entry, const Row& row);
  // A reference to a row of another table, kNoEntry for an empty cell.
  Expected<EntryIndex> refer(EntryKind kind, std::string_view key, const Row& row);
  // The state or organization of that key; as refer().
  Expected<EntryIndex> body_of(std::string_view key, const Row& row);
  Expected<Gender> gender(std::string_view cell, const Row& row) const;
  void find_namesakes();
  Expected<void> add_capital(EntryIndex state, const Row& row);
  Expected<void> add_seats(EntryIndex state, const Row& row);
  Expected<void> check_alone(const Tenure& tenure, const Row& row) const;

  void add_words(EntryIndex entry, std::vector<std::string> name, bool foreign);
  void add_phrases(EntryIndex entry, std::string_view name, bool foreign);
  void add_phrases(EntryIndex entry, const std::vector<std::string_view>& names, bool foreign);
  Expected<void> add_title(EntryIndex office, std::string_view item, const Row& row);
  void add_adjective(EntryIndex state, std::string_view masculine, std::string_view feminine);
  // The node that a word leads to from another, to be set where it is kNoNode.
  uint32_t& step(uint32_t node, RegisterWord word);
  // The entry of the node that the words lead to from a root, kNoEntry where it is new.
  EntryIndex& node(uint32_t root, const std::vector<std::string>& words, bool foreign);
  RegisterWord word(const std::string& key, bool foreign);

  std::unique_ptr<Register> r_ = std::make_unique<Register>();
  std::string_view file_;  // being read
  std::vector<std::string> faults_;
};

}  // namespace musnad
