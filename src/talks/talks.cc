#include "talks/talks.h"

#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

// By sentence, an event that it tells of, talks before others; -1 for none.
std::vector<int32_t> events_by_sentence(const Document& document, const Context& context) {
  std::vector<int32_t> by_sentence(document.sentences.size(), -1);
  const auto note = [&](TokenRange tokens, size_t index) {
    int32_t& known = by_sentence[context.sentence_of(tokens.begin)];
    const bool talks = document.events[index].type == EventType::kNegotiate;
    if (known < 0 || talks) known = static_cast<int32_t>(index);
  };
  for (size_t i = 0; i < document.events.size(); ++i) {
    note(document.events[i].anchor, i);
    for (const TokenRange mention : document.events[i].mentions) note(mention, i);
  }
  return by_sentence;
}

}  // namespace

void find_talks(Document& document, const Context& context, const TalkWords& words) {
  if (!words.speaks_of_talks(document)) return;
  const Signs signs = words.find(document, context.morphology());
  const Clauses clauses(context, signs);
  const TalksContext in{document, context, signs, clauses};
  const std::vector<Negotiation> negotiations = find_negotiations(in);
  if (negotiations.empty()) return;
  const std::vector<uint32_t> by_token = negotiations_by_token(document, context, negotiations);
  const std::vector<int32_t> events = events_by_sentence(document, context);
  for (uint32_t i = 0; i < negotiations.size(); ++i) {
    Dossier dossier(in, negotiations[i], i, by_token, events);
    Talks talks;
    talks.parties = negotiations[i].parties;
    fill_status(dossier, talks);
    fill_teams(dossier, talks);
    dossier.know(talks.teams);
    fill_mediators(dossier, talks);
    fill_agenda(dossier, talks);
    fill_positions(dossier, talks);
    fill_contacts(dossier, talks);
    fill_open_matters(dossier, talks);
    document.talks.push_back(std::move(talks));
  }
}

}  // namespace musnad
