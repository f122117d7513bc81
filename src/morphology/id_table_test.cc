// Ids are found by their hashes, also among others of the same hash, until they are removed.
#include "morphology/id_table.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

// Runs of slots that touch, and one that goes on from the last slot to the first.
uint32_t hash_of_id(uint32_t id) { return id % 3 == 0 ? 1020 : id / 4 * 4; }

TEST(IdTable, FindsWhatWasNotRemoved) {
  constexpr uint32_t kIds = 700;
  IdTable table;
  for (uint32_t id = 0; id < kIds; ++id) table.add(hash_of_id(id), id);
  for (const uint32_t step : {7u, 5u, 2u}) {
    table.remove([&](uint32_t id) { return id % step == 0; });
    for (uint32_t id = 0; id < kIds; ++id) {
      const bool gone = id % 7 == 0 || (step <= 5 && id % 5 == 0) || (step == 2 && id % 2 == 0);
      const uint32_t found = table.find(hash_of_id(id), [&](uint32_t i) { return i == id; });
      EXPECT_EQ(found, gone ? IdTable::kNone : id) << step;
    }
  }
  EXPECT_EQ(table.size(), 240u);
}

}  // namespace
}  // namespace musnad
