// The codes of actors that event data are written in (CAMEO): RUSGOV, USA, IGOUNO. Read from the
// tables of the register.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <string>
#include <string_view>
#include <vector>

#include "musnad/error.h"

namespace musnad {

// Immutable; shared by threads.
class ActorCodes {
 public:
  static Expected<ActorCodes> load();

  // The code of a key of the register on a day (YYYY-MM-DD, "" for none): of a state, an
  // organization, or somebody who held an office then. "" where there is none.
  std::string code(std::string_view key, std::string_view day) const;

 private:
  struct Tenure {
    std::string code;
    std::string from, to;  // YYYY-MM-DD; "" without end
  };
  absl::flat_hash_map<std::string, std::string> bodies_;
  absl::flat_hash_map<std::string, std::vector<Tenure>> people_;
};

}  // namespace musnad
