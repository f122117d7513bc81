#include "actors/coreference.h"

#include <algorithm>

#include "actors/cast.h"
#include "actors/mentions.h"
#include "actors/phrase.h"

namespace musnad {
namespace {

constexpr uint16_t kPlaceJoints = kJoinFi | kJoinMin | kJoinIla;

// Whether a capital is only a place here: behind "in", "from", "to", behind a word for a place, or
// at the head of a dispatch (موسكو - ).
bool only_place(const Document& document, TokenRange capital) {
  const ActorWord& first = *document.tokens[capital.begin].actor;
  if (first.has(kBi)) return true;
  if (capital.end < document.tokens.size()) {
    const char32_t mark = document.tokens[capital.end].mark;
    const bool begins = capital.begin == 0 || document.tokens[capital.begin].line_begin;
    if (begins && (mark == U'-' || mark == U'–' || mark == U'—' || mark == U'(')) return true;
  }
  if (capital.begin == 0) return false;
  const ActorWord& before = *document.tokens[capital.begin - 1].actor;
  if (before.kind == WordClass::kPreposition) return (before.joints & kPlaceJoints) != 0;
  return before.is(kPlaceRole);
}

MentionForm form_of(const Register& actors, const Phrase& phrase) {
  if (phrase.entry != kNoEntry && actors.entry(phrase.entry).kind == EntryKind::kCapital) {
    return MentionForm::kCapital;
  }
  return phrase.name.empty() && phrase.head == PhraseHead::kTitle ? MentionForm::kTitle
                                                                  : MentionForm::kName;
}

bool named(const Phrase& phrase) {
  return phrase.head == PhraseHead::kPerson || phrase.head == PhraseHead::kEntry;
}

// Takes words that begin no name from the names that the tagger sees: وأسف فلان, تم إحضار فلان.
void trim_names(Document& document) {
  const auto begins_none = [&](TokenIndex t) {
    const ActorWord& w = *document.tokens[t].actor;
    if (w.is(kGivenNameRole | kParticleRole) || w.has(kAl)) return false;
    return w.masdar || (w.kind == WordClass::kVerb && (w.reports || w.joined()));
  };
  for (Name& name : document.names) {
    if (name.type != NameType::kPerson) continue;
    while (!name.tokens.empty() && begins_none(name.tokens.begin)) ++name.tokens.begin;
  }
  std::erase_if(document.names, [](const Name& name) { return name.tokens.empty(); });
}

void add_mention(Document& document, const Phrase& phrase, ActorIndex actor, MentionForm form) {
  document.mentions.push_back({phrase.tokens, phrase.name, actor, form});
  Casting(document).note(actor, phrase.tokens.begin);
}

// Words that no phrase covers and that are part of a known person's name.
void add_single_names(Document& document) {
  Casting casting(document);
  std::vector<TokenRange> covered;
  for (const Mention& mention : document.mentions) covered.push_back(mention.tokens);
  std::sort(covered.begin(), covered.end(),
            [](TokenRange a, TokenRange b) { return a.begin < b.begin; });
  size_t next = 0;
  TokenIndex free_from = 0;
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    while (next < covered.size() && covered[next].begin <= t) {
      free_from = std::max(free_from, covered[next++].end);
    }
    if (t < free_from || document.tokens[t].kind != TokenKind::kWord) continue;
    const auto actor = casting.single_name(t);
    if (!actor) continue;
    document.mentions.push_back({{t, t + 1}, {t, t + 1}, *actor, MentionForm::kName});
    casting.note(*actor, t);
    casting.call_by(*actor, {t, t + 1});
  }
}

}  // namespace

void find_actors(Document& document, const Register& actors, ActorWordCache& cache,
                 std::string_view day) {
  find_actor_words(document, cache);
  match_entries(document, actors);
  trim_names(document);
  document.cast = std::make_shared<Cast>(actors, cache, day);
  Casting casting(document);
  const std::vector<Phrase> phrases = find_phrases(document, actors);
  for (const Phrase& phrase : phrases) {
    if (!named(phrase)) continue;
    if (phrase.head == PhraseHead::kPerson && casting.words_of_one(phrase) < phrase.tokens.size()) {
      continue;  // each is found by its surname
    }
    const MentionForm form = form_of(actors, phrase);
    const bool state = form == MentionForm::kCapital && !only_place(document, phrase.name);
    const auto actor = state ? casting.of_entry(actors.entry(phrase.entry).state, phrase.name)
                             : casting.resolve(phrase, true);
    if (actor) add_mention(document, phrase, *actor, form);
  }
  casting.adopt_surnames();
  add_single_names(document);
  for (const Phrase& phrase : phrases) {
    if (named(phrase)) continue;
    if (phrase.head == PhraseHead::kDocument) {
      casting.note_document(phrase);
      continue;
    }
    // "The source" alone may be an agency that is found only as somebody speaks.
    const bool bare = phrase.definite && phrase.tokens.size() == 1;
    const auto actor = casting.resolve(phrase, !bare);
    if (actor) add_mention(document, phrase, *actor, form_of(actors, phrase));
  }
  for (const Mention& mention : document.mentions) {  // a name of particles alone is no name
    std::string& name = document.actors[mention.actor].name;
    if (name.empty()) name = document.range_text(mention.tokens);
  }
  std::stable_sort(document.mentions.begin(), document.mentions.end(),
                   [](const Mention& a, const Mention& b) {
                     return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                                             : a.tokens.end > b.tokens.end;
                   });
}

std::optional<ActorIndex> last_issuer(const Document& document, TokenIndex after,
                                      TokenIndex before) {
  const Cast::Issued* last = nullptr;
  for (const auto& [noun, issued] : document.cast->issued) {
    const auto behind = std::partition_point(
        issued.begin(), issued.end(), [&](const Cast::Issued& one) { return one.token < before; });
    if (behind == issued.begin()) continue;
    const Cast::Issued& one = *std::prev(behind);
    if (one.token > after && (last == nullptr || one.token > last->token)) last = &one;
  }
  return last == nullptr ? std::nullopt : std::optional(last->issuer);
}

ActorIndex actor_for_phrase(Document& document, TokenRange phrase) {
  return Casting(document).of_source(phrase);
}

void note_issuer(Document& document, TokenIndex noun, ActorIndex issuer) {
  Casting(document).note_issuer(noun, issuer);
}

ActorIndex actor_for_single_phrase(Document& document, const Phrase& phrase) {
  Casting casting(document);
  const ActorIndex actor = casting.of_phrase(phrase, phrase.tokens);
  casting.note(actor, phrase.tokens.begin);
  return actor;
}

ActorIndex actor_for_outlet(Document& document, TokenRange phrase) {
  return Casting(document).of_outlet(phrase);
}

std::optional<ActorIndex> actor_for_pair(Document& document, TokenIndex before) {
  return Casting(document).last_pair(before, kTitleRoles);
}

ActorIndex actor_for_state(Document& document, EntryIndex state) {
  return Casting(document).of_entry(state);
}

ActorIndex actor_not_told(Document& document) {
  return Casting(document).called("غير مذكور", ActorKind::kUnnamed);
}

ActorIndex state_of_capital(Document& document, ActorIndex actor) {
  const Cast& cast = *document.cast;
  const EntryIndex entry = cast.members[actor].entry;
  if (entry == kNoEntry || cast.actors.entry(entry).kind != EntryKind::kCapital) return actor;
  return actor_for_state(document, cast.actors.entry(entry).state);
}

ActorIndex principal_of(Document& document, ActorIndex actor) {
  constexpr int kLongestChain = 4;  // from a spokesman to his state
  for (int step = 0; step < kLongestChain && document.actors[actor].behalf; ++step) {
    actor = *document.actors[actor].behalf;
  }
  return state_of_capital(document, actor);
}

}  // namespace musnad
