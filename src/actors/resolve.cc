// Which rule finds the actor of which phrase: a person by name, a title by its holder, an
// institution by a fuller form of its name, a document by its issuer.
#include <algorithm>

#include "actors/cast.h"

namespace musnad {
namespace {

constexpr uint32_t kNextParagraphs =
    2;                                 // within which an official of the headline or lead is named
constexpr size_t kMostOfficials = 64;  // actors looked at for "an official"

}  // namespace

uint32_t Casting::paragraph_of(TokenIndex token) const {
  const auto next = std::upper_bound(
      document_.sentences.begin(), document_.sentences.end(), token,
      [](TokenIndex t, const Sentence& sentence) { return t < sentence.tokens.begin; });
  return next == document_.sentences.begin() ? 0 : std::prev(next)->paragraph;
}

std::optional<ActorIndex> Casting::resolve(const Phrase& phrase, bool create) {
  switch (phrase.head) {
    case PhraseHead::kNone:
      return std::nullopt;
    case PhraseHead::kPerson:
      return resolve_person(phrase, create);
    case PhraseHead::kEntry:
      return of_entry(phrase.entry, phrase.name);
    case PhraseHead::kTitle:
      return resolve_title(phrase, create);
    default:
      return resolve_common(phrase, create);
  }
}

std::optional<ActorIndex> Casting::resolve_person(const Phrase& phrase, bool create) {
  const NameWords name = read_name(phrase.name);
  std::optional<ActorIndex> actor;
  if (phrase.entry != kNoEntry) {
    if (const auto found = cast_.by_entry.find(phrase.entry); found != cast_.by_entry.end()) {
      actor = found->second;
    }
  }
  if (!actor) actor = find_name(name, phrase.tokens.begin);
  if (!actor) {
    if (!create) return std::nullopt;
    Actor person;
    person.kind = ActorKind::kPerson;
    Member member;
    member.head = PhraseHead::kPerson;
    actor = add(std::move(person), std::move(member));
  }
  if (phrase.entry != kNoEntry && cast_.members[*actor].entry == kNoEntry) {
    const RegisterEntry& row = actors_.entry(phrase.entry);
    cast_.members[*actor].entry = phrase.entry;
    document_.actors[*actor].key = row.key;
    document_.actors[*actor].latin = row.latin;
    document_.actors[*actor].gender = row.gender;
    cast_.by_entry.emplace(phrase.entry, *actor);
  }
  enrich(*actor, phrase);
  return actor;
}

// The one who held the office that the title names, where the register knows it. The name stays
// that of the document, which may give none.
std::optional<ActorIndex> Casting::office_holder(const Phrase& phrase) {
  if (cast_.day.empty()) return std::nullopt;
  TokenIndex t = phrase.noun;
  const auto next = [&]() -> RegisterWord {
    if (t >= phrase.title.end) return kNoRegisterWord;
    const ActorWord& w = word(t);
    return t++ == phrase.noun ? w.bare : w.inner;
  };
  const Register::Match office = actors_.longest_office(next);
  if (office.entry == kNoEntry) return std::nullopt;
  EntryIndex holder = kNoEntry;
  for (t = phrase.noun + office.steps; t < phrase.title.end && holder == kNoEntry; ++t) {
    if (!is_word(t)) continue;
    const EntryIndex body =
        word(t).is(kNisbaRole) ? word(t).state : match_entry(document_, actors_, t).entry;
    if (body != kNoEntry) holder = actors_.holder(office.entry, body, cast_.day);
  }
  if (holder == kNoEntry) return std::nullopt;
  if (const auto found = cast_.by_entry.find(holder); found != cast_.by_entry.end()) {
    return found->second;
  }
  const ActorIndex actor = of_entry(holder, phrase.tokens);
  cast_.members[actor].head = PhraseHead::kTitle;
  return actor;
}

// The person who holds any office with the codes behind the first: the last before the token, or
// the first behind it.
std::optional<ActorIndex> Casting::official(const Wanted& wanted, bool before) const {
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  const size_t size = cast_.members.size();
  for (size_t i = size > kMostOfficials ? size - kMostOfficials : 0; i < size; ++i) {
    const Member& member = cast_.members[i];
    if (member.head != PhraseHead::kPerson || member.heads.empty()) continue;
    const bool holds = std::all_of(wanted.codes.begin() + 1, wanted.codes.end(), [&](Code code) {
      return (code & kStateCode) == 0 ||
             std::find(member.codes.begin(), member.codes.end(), code) != member.codes.end();
    });
    const auto after = std::upper_bound(member.places.begin(), member.places.end(), wanted.token);
    if (!holds || (before ? after == member.places.begin() : after == member.places.end()))
      continue;
    const uint32_t far = before ? wanted.token - *std::prev(after) : *after - wanted.token;
    if (far >= nearest) continue;
    best = static_cast<ActorIndex>(i);
    nearest = far;
  }
  return best;
}

// "An Israeli diplomat said" in the headline or the lead, and the next lines name him.
std::optional<ActorIndex> Casting::official_named_later(const Wanted& wanted) const {
  const uint32_t paragraph = paragraph_of(wanted.token);
  const bool state = std::any_of(wanted.codes.begin(), wanted.codes.end(),
                                 [](Code code) { return (code & kStateCode) != 0; });
  if (paragraph > 1 || !state) return std::nullopt;
  const auto actor = official(wanted, false);
  if (!actor) return std::nullopt;
  const auto& places = cast_.members[*actor].places;
  const TokenIndex named = *std::upper_bound(places.begin(), places.end(), wanted.token);
  if (paragraph_of(named) - paragraph > kNextParagraphs) return std::nullopt;
  return actor;
}

std::optional<ActorIndex> Casting::resolve_title(const Phrase& phrase, bool create) {
  const ActorWord& noun = word(phrase.noun);
  Wanted wanted;
  wanted.codes = read_codes(phrase.title);
  wanted.token = phrase.tokens.begin;
  wanted.kinds = head_bit(PhraseHead::kPerson) | head_bit(PhraseHead::kTitle);
  wanted.number = noun.number;
  std::optional<ActorIndex> actor;
  if (phrase.definite && !wanted.codes.empty()) {
    actor = find_codes(wanted);
    if (!actor) actor = office_holder(phrase);
    if (!actor && noun.is(kOfficialRole) && noun.number != Number::kPlural) {
      actor = official(wanted, true);
    }
  } else if (noun.is(kOfficialRole) && noun.number != Number::kPlural) {
    actor = official_named_later(wanted);
  }
  if (actor) {
    if (phrase.definite) add_title(*actor, phrase.title);
    return actor;
  }
  if (!create) return std::nullopt;
  actor = unnamed(phrase.tokens, ActorKind::kUnnamed);
  cast_.members[*actor].head = PhraseHead::kTitle;
  document_.actors[*actor].gender = noun.gender;
  document_.actors[*actor].number = noun.number;
  if (!wanted.codes.empty()) add_codes(*actor, wanted.codes);
  set_behalf(*actor, phrase);
  return actor;
}

// الأخير, معاليه, بلاده: words that point back to the person named last.
std::optional<ActorIndex> Casting::resolve_pointer(const Phrase& phrase) {
  const TokenIndex token = phrase.tokens.begin;
  const ActorWord& w = word(phrase.noun == kNoToken ? token : phrase.noun);
  if (w.is(kBackRole) && w.has(kAl)) return last_person(token);
  if (w.is(kStyleRole) && w.pronoun) return last_person(token, w.lemma);
  if (w.is(kHomelandRole) && w.pronoun) {
    if (const auto person = last_person(token)) return state_of(*person);
  }
  return std::nullopt;
}

std::optional<ActorIndex> Casting::state_of(ActorIndex person) {
  for (Code code : cast_.members[person].codes) {
    if ((code & kStateCode) != 0) return of_entry(static_cast<EntryIndex>(code & ~kStateCode));
  }
  return std::nullopt;
}

// The last institution that a range names.
std::optional<ActorIndex> Casting::issuer_within(TokenRange range) {
  std::optional<ActorIndex> issuer;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (!is_word(t)) continue;
    const ActorWord& w = word(t);
    if (w.first == kNoRegisterWord && !w.is(kInstitutionRoles & ~kPlaceRole & ~kMediaRole))
      continue;
    const Phrase inner = parse_single_phrase(document_, actors_, t);
    if (inner.head != PhraseHead::kInstitution && inner.head != PhraseHead::kEntry) continue;
    issuer = resolve(inner, true);
    t = inner.tokens.end - 1;
  }
  return issuer;
}

// A statement or report speaks for the one who issued it: named in its phrase, behind it (تقرير
// أعدته …), or with an earlier mention of it.
std::optional<ActorIndex> Casting::resolve_document(const Phrase& phrase) {
  const Code noun = word(phrase.noun).lemma;
  std::optional<ActorIndex> issuer = issuer_within({phrase.noun + 1, phrase.tokens.end});
  const TokenIndex next = phrase.tokens.end;
  if (!issuer && next + 1 < document_.tokens.size() && is_word(next) &&
      word(next).kind == WordClass::kVerb && word(next).pronoun && is_word(next + 1)) {
    const Phrase author = parse_single_phrase(document_, actors_, next + 1);
    if (author.head == PhraseHead::kInstitution || author.head == PhraseHead::kEntry) {
      issuer = resolve(author, true);
    }
  }
  if (issuer) {
    cast_.issuers[noun] = *issuer;
    return issuer;
  }
  if (!phrase.definite) return std::nullopt;
  if (const auto found = cast_.issuers.find(noun); found != cast_.issuers.end())
    return found->second;
  if (cast_.last_source && document_.actors[*cast_.last_source].kind == ActorKind::kOrganization) {
    return cast_.last_source;
  }
  return std::nullopt;
}

// Institutions, groups, documents and other nouns.
std::optional<ActorIndex> Casting::resolve_common(const Phrase& phrase, bool create) {
  const TokenIndex token = phrase.tokens.begin;
  const ActorWord& noun = word(phrase.noun == kNoToken ? token : phrase.noun);
  if (auto actor = resolve_pointer(phrase)) return actor;
  if (phrase.head == PhraseHead::kOther && phrase.tokens.size() == 1) {
    if (auto actor = known_by_name(token)) return actor;
  }
  if (phrase.head == PhraseHead::kDocument) {
    if (auto actor = resolve_document(phrase)) return actor;
  }
  Wanted wanted;
  wanted.codes = read_codes(phrase.tokens);
  wanted.token = token;
  wanted.kinds =
      head_bit(phrase.head) | head_bit(PhraseHead::kInstitution) | head_bit(PhraseHead::kEntry);
  wanted.number = noun.is(kInstitutionRoles) ? Number::kUnknown : noun.number;
  if (phrase.definite) {
    if (auto actor = find_codes(wanted)) return actor;
    const bool source = noun.is(kSourceRole) && noun.number == Number::kSingular;
    if (source && cast_.last_source &&
        document_.actors[*cast_.last_source].kind == ActorKind::kOrganization) {
      return cast_.last_source;
    }
  }
  if (!create) return std::nullopt;
  const bool body = phrase.head == PhraseHead::kInstitution;
  const ActorIndex actor =
      unnamed(phrase.tokens, body ? ActorKind::kOrganization : ActorKind::kUnnamed);
  cast_.members[actor].head = phrase.head;
  document_.actors[actor].gender = noun.gender;
  document_.actors[actor].number = noun.number;
  if (!wanted.codes.empty()) add_codes(actor, wanted.codes);
  if (body) set_behalf(actor, phrase);
  return actor;
}

// Several who speak together: called as the phrase stands, a capital as its state.
ActorIndex Casting::joint_source(const Phrase& phrase, TokenRange range) {
  const ActorIndex actor = unnamed(range, ActorKind::kGroup);
  document_.actors[actor].number = Number::kPlural;
  if (phrase.entry == kNoEntry || phrase.name.begin != range.begin) return actor;
  const RegisterEntry& row = actors_.entry(phrase.entry);
  if (row.kind == EntryKind::kCapital && phrase.name.end < range.end) {
    const std::string others(document_.range_text({phrase.name.end, range.end}));
    call(actor, actors_.entry(row.state).name + " " + others, true);
  }
  return actor;
}

ActorIndex Casting::of_source(TokenRange range) {
  while (range.size() > 1 && !is_word(range.begin)) ++range.begin;
  const Phrase phrase = parse_phrase(document_, actors_, range.begin);
  std::optional<ActorIndex> actor;
  if (phrase.coordinated && phrase.tokens.end <= range.end) {
    actor = joint_source(phrase, range);
  } else if (phrase.entry != kNoEntry && phrase.head == PhraseHead::kEntry) {
    const RegisterEntry& row = actors_.entry(phrase.entry);
    actor = of_entry(row.kind == EntryKind::kCapital ? row.state : phrase.entry, phrase.name);
  } else {
    actor = resolve(phrase, true);
  }
  if (!actor) actor = unnamed(range, ActorKind::kUnnamed);
  note(*actor, range.begin);
  cast_.last_source = actor;
  return *actor;
}

ActorIndex Casting::of_outlet(TokenRange range) {
  while (range.size() > 1 && !is_word(range.begin)) ++range.begin;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (!is_word(t)) continue;
    const EntryMatch match = match_entry(document_, actors_, t);
    if (match.entry == kNoEntry || match.tokens.end > range.end) continue;
    const EntryKind kind = actors_.entry(match.entry).kind;
    if (kind == EntryKind::kOutlet || kind == EntryKind::kOrganization) {
      return of_entry(match.entry, {range.begin, match.tokens.end});
    }
  }
  const ActorIndex actor = unnamed(range, ActorKind::kOrganization);
  document_.actors[actor].outlet = true;
  return actor;
}

}  // namespace musnad
