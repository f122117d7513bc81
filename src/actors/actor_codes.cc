#include "actors/actor_codes.h"

#include "actors/cast.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

constexpr int kMostSteps = 4;  // from a spokesman to the state of his ministry

// The role of the first title that is an office of the register, "" where none is.
std::string role_of(const std::vector<std::string>& titles, const Register& actors) {
  for (const std::string& title : titles) {
    const std::vector<std::string_view> words = split(title, ' ');
    size_t next = 0;
    const Register::OfficeMatch match = actors.longest_office([&] {
      return next < words.size() ? actors.find_word(fold(words[next++])) : kNoRegisterWord;
    });
    if (!match.offices.empty()) return actors.entry(match.offices.front()).code;
  }
  return "";
}

std::string code_of(const Document& document, const Register& actors, ActorIndex index, int steps) {
  const Actor& actor = document.actors[index];
  const EntryIndex entry = document.cast->members[index].entry;
  if (entry != kNoEntry) {
    const RegisterEntry& row = actors.entry(entry);
    if (row.kind == EntryKind::kSeat) return actors.entry(row.state).code + "GOV";
    if (!row.code.empty()) return row.code;
  }
  if (!actor.behalf || steps == kMostSteps) return "";
  std::string code = code_of(document, actors, *actor.behalf, steps + 1);
  const bool state = document.actors[*actor.behalf].kind == ActorKind::kState;
  return code.empty() || !state ? code : code + role_of(actor.titles, actors);
}

}  // namespace

void code_actors(Document& document, const Register& actors) {
  for (ActorIndex i = 0; i < document.actors.size(); ++i) {
    document.actors[i].code = code_of(document, actors, i, 0);
  }
}

}  // namespace musnad
