#include "actors/cast.h"

#include <algorithm>

#include "actors/romanize.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr Code kStateCode = 0x80000000;  // added to the index of a state
constexpr size_t kMostCandidates = 64;   // actors looked at for one phrase

uint32_t head_bit(PhraseHead head) { return 1u << static_cast<uint32_t>(head); }

bool holds_all(std::span<const Code> all, std::span<const Code> some) {
  return std::all_of(some.begin(), some.end(), [&](Code code) {
    return std::find(all.begin(), all.end(), code) != all.end();
  });
}

bool is_particle(const ActorWord& w) {
  return w.is(kParticleRole) && !w.is(kGivenNameRole);
}

bool is_quotation(char32_t mark) { return mark != 0 && is_quotation_mark(mark); }

ActorKind kind_of(const RegisterEntry& entry) {
  switch (entry.kind) {
    case EntryKind::kState: return ActorKind::kState;
    case EntryKind::kCapital: return ActorKind::kPlace;
    case EntryKind::kPerson: return ActorKind::kPerson;
    default: return ActorKind::kOrganization;
  }
}

}  // namespace

// --- reading the words of a phrase -------------------------------------------------------------------

// The text of a range without quotation marks and without the clitics of its first word.
std::string Casting::text_of(TokenRange range) const {
  while (range.size() > 1 && document_.tokens[range.begin].kind == TokenKind::kPunctuation) {
    ++range.begin;
  }
  std::string text;
  bool space = false;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Token& token = document_.tokens[t];
    space = space || token.space_before;
    if (is_quotation(token.mark)) continue;
    if (space && !text.empty()) text += ' ';
    space = false;
    std::string_view form = document_.token_text(t);
    if (t == range.begin) {
      const ActorWord& w = word(t);
      const int before = (w.joined() ? 1 : 0) + (w.prefixed() ? 1 : 0);
      size_t at = 0;
      for (int letters = 0; letters < before && at < form.size(); ++letters) decode_utf8(form, at);
      form.remove_prefix(at);
      if (w.has(kLi) && w.has(kAl)) text += "ا";  // للوزير is ل and الوزير
    }
    text += form;
  }
  return text;
}

Casting::NameWords Casting::read_name(TokenRange range) const {
  NameWords name;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const ActorWord& w = word(t);
    if (w.person == 0 || (is_particle(w) && range.size() > 1)) continue;
    name.ids.push_back(w.person);
    name.skeletons.push_back(w.skeleton);
  }
  return name;
}

Codes Casting::read_codes(TokenRange range) const {
  Codes codes;
  const auto add = [&](Code code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  };
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const ActorWord& w = word(t);
    if (w.is(kNisbaRole)) {
      add(kStateCode | static_cast<Code>(w.state));
      continue;
    }
    const EntryMatch match = match_entry(document_, actors_, t);
    if (match.entry != kNoEntry && match.tokens.end <= range.end) {
      const RegisterEntry& entry = actors_.entry(match.entry);
      if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kCapital) {
        add(kStateCode | static_cast<Code>(entry.state));
        t = match.tokens.end - 1;
        continue;
      }
    }
    if (w.kind == WordClass::kPreposition || w.kind == WordClass::kBreak || w.lemma == 0 ||
        (w.is(kHonorificRoles) && !w.is(kTitleRoles)) || w.is(kPlaceRole)) {
      continue;
    }
    add(w.lemma);
  }
  return codes;
}

// --- finding -----------------------------------------------------------------------------------------

uint32_t Casting::distance(const Member& member, TokenIndex token) const {
  const auto after = std::upper_bound(member.places.begin(), member.places.end(), token);
  if (after != member.places.begin()) return token - *std::prev(after);
  constexpr uint32_t kBehind = 1u << 30;
  return after == member.places.end() ? kNoToken : kBehind + (*after - token);
}

bool Casting::same_person(const Member& member, const NameWords& name) const {
  const bool longer = name.size() > member.name.size();
  const std::span<const SpellingId> known = member.name, known_skeletons = member.skeletons;
  const std::span<const SpellingId> said = name.ids, said_skeletons = name.skeletons;
  const auto all = longer ? said : known, some = longer ? known : said;
  const auto all_skeletons = longer ? said_skeletons : known_skeletons;
  const auto some_skeletons = longer ? known_skeletons : said_skeletons;
  if (some.empty()) return false;
  const auto equal = [&](size_t i, size_t j) {
    return all[i] == some[j] || (all_skeletons[i] != 0 && all_skeletons[i] == some_skeletons[j]);
  };
  // A longer name takes up a single word that was known only where that is its last.
  if (longer && some.size() == 1 && all.size() > 1) return equal(all.size() - 1, 0);
  size_t matched = 0;
  for (size_t i = 0; i < all.size() && matched < some.size(); ++i) matched += equal(i, matched);
  return matched == some.size();
}

std::optional<ActorIndex> Casting::find_name(const NameWords& name, TokenIndex token) const {
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  bool best_last = false;
  const auto look = [&](SpellingId id) {
    const auto found = cast_.by_name.find(id);
    if (id == 0 || found == cast_.by_name.end()) return;
    size_t looked = 0;
    for (ActorIndex actor : found->second) {
      if (++looked > kMostCandidates) break;
      const Member& member = cast_.members[actor];
      if (!same_person(member, name)) continue;
      // A surname is nearer to its bearer than to one who has it as a first name.
      const bool last =
          name.size() == 1 &&
          (member.name.back() == name.ids[0] ||
           (name.skeletons[0] != 0 && member.skeletons.back() == name.skeletons[0]));
      const uint32_t far = distance(member, token);
      if (best && (last < best_last || (last == best_last && far >= nearest))) continue;
      best = actor;
      nearest = far;
      best_last = last;
    }
  };
  for (SpellingId id : name.ids) look(id);
  if (best) return best;
  for (SpellingId id : name.skeletons) look(id);
  return best;
}

std::optional<ActorIndex> Casting::find_codes(const Codes& codes, TokenIndex token,
                                           uint32_t heads) const {
  if (codes.empty()) return std::nullopt;
  const auto found = cast_.by_code.find(codes.front());
  if (found == cast_.by_code.end()) return std::nullopt;
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  size_t looked = 0;
  for (auto actor = found->second.rbegin(); actor != found->second.rend(); ++actor) {
    if (++looked > kMostCandidates) break;
    const Member& member = cast_.members[*actor];
    if ((head_bit(member.head) & heads) == 0 || !holds_all(member.codes, codes)) continue;
    const uint32_t far = distance(member, token);
    if (best && far >= nearest) continue;
    best = *actor;
    nearest = far;
  }
  return best;
}

std::optional<ActorIndex> Casting::last_person(TokenIndex before) const {
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  const size_t first = cast_.members.size() > kMostCandidates ? cast_.members.size() - kMostCandidates : 0;
  for (size_t i = first; i < cast_.members.size(); ++i) {
    if (document_.actors[i].kind != ActorKind::kPerson) continue;
    const uint32_t far = distance(cast_.members[i], before);
    if (best && far >= nearest) continue;
    best = static_cast<ActorIndex>(i);
    nearest = far;
  }
  return best;
}

std::optional<ActorIndex> Casting::known_by_name(TokenIndex token) const {
  const ActorWord& w = word(token);
  if (w.person == 0 || is_particle(w)) return std::nullopt;
  if (auto actor = find_name({{w.person}, {w.skeleton}}, token)) return actor;
  if (w.person_bare == 0) return std::nullopt;
  return find_name({{w.person_bare}, {0}}, token);
}

// --- adding ------------------------------------------------------------------------------------------

void Casting::index(ActorIndex actor) {
  const Member& member = cast_.members[actor];
  const auto add = [&](auto& map, uint32_t key) {
    if (key == 0) return;
    auto& list = map[key];
    if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
  };
  for (SpellingId id : member.name) add(cast_.by_name, id);
  for (SpellingId id : member.skeletons) add(cast_.by_name, id);
  for (Code code : member.codes) add(cast_.by_code, code);
}

ActorIndex Casting::add(Actor actor, Member member) {
  const auto index_of_new = static_cast<ActorIndex>(document_.actors.size());
  if (actor.latin.empty()) actor.latin = romanize(actor.name, cast_.lexicon);
  document_.actors.push_back(std::move(actor));
  cast_.members.push_back(std::move(member));
  index(index_of_new);
  return index_of_new;
}

void Casting::note(ActorIndex actor, TokenIndex token) {
  auto& places = cast_.members[actor].places;
  const auto after = std::upper_bound(places.begin(), places.end(), token);
  if (after == places.begin() || *std::prev(after) != token) places.insert(after, token);
}

ActorIndex Casting::of_entry(EntryIndex entry) {
  if (const auto found = cast_.by_entry.find(entry); found != cast_.by_entry.end()) return found->second;
  const RegisterEntry& row = actors_.entry(entry);
  Actor actor;
  actor.name = row.name;
  actor.latin = row.latin;
  actor.kind = kind_of(row);
  actor.gender = row.gender;
  actor.number = row.number;
  actor.key = row.key;
  actor.outlet = row.kind == EntryKind::kOutlet;
  Member member;
  member.entry = entry;
  member.head = PhraseHead::kEntry;
  if (row.kind == EntryKind::kSeat) actor.behalf = of_entry(row.state);
  const ActorIndex added = add(std::move(actor), std::move(member));
  cast_.by_entry.emplace(entry, added);
  return added;
}

ActorIndex Casting::unnamed(TokenRange range, ActorKind kind) {
  std::string text = text_of(range);
  const std::string key = fold(text);
  if (const auto found = cast_.by_text.find(key); found != cast_.by_text.end()) return found->second;
  Actor actor;
  actor.name = std::move(text);
  actor.kind = kind;
  Member member;
  member.head = PhraseHead::kOther;
  const ActorIndex added = add(std::move(actor), std::move(member));
  cast_.by_text.emplace(key, added);
  return added;
}

void Casting::add_title(ActorIndex actor, TokenRange title) {
  if (title.empty()) return;
  std::string text = text_of(title);
  auto& titles = document_.actors[actor].titles;
  if (std::find(titles.begin(), titles.end(), text) == titles.end()) titles.push_back(std::move(text));
  auto& codes = cast_.members[actor].codes;
  for (Code code : read_codes(title)) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  index(actor);
}

// Whom a person speaks for: the complement of a spokesman, else the institution or state in the title.
void Casting::set_behalf(ActorIndex actor, const Phrase& phrase) {
  if (document_.actors[actor].behalf) return;
  const TokenRange where = phrase.complement.empty() ? phrase.title : phrase.complement;
  for (TokenIndex t = where.begin; t < where.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const bool head = t == phrase.noun;
    const ActorWord& w = word(t);
    std::optional<ActorIndex> behalf;
    if (const EntryMatch match = match_entry(document_, actors_, t); match.entry != kNoEntry && !head) {
      const RegisterEntry& entry = actors_.entry(match.entry);
      behalf = of_entry(entry.kind == EntryKind::kCapital ? entry.state : match.entry);
    } else if (w.is(kInstitutionRoles) && !w.is(kPlaceRole) && !head) {
      const Phrase inner = parse_single_phrase(document_, actors_, t);
      if (inner.head == PhraseHead::kInstitution && inner.tokens.end <= where.end) {
        behalf = resolve(inner, true);
      }
    } else if (w.is(kNisbaRole)) {
      behalf = of_entry(w.state);
    }
    if (!behalf || *behalf == actor) continue;
    document_.actors[actor].behalf = behalf;
    return;
  }
}

// A further mention may give a fuller name, another title, the gender.
void Casting::enrich(ActorIndex index_of_actor, const Phrase& phrase) {
  const NameWords name = read_name(phrase.name);
  std::string text = phrase.name.empty() ? std::string() : text_of(phrase.name);
  Actor& actor = document_.actors[index_of_actor];
  Member& member = cast_.members[index_of_actor];
  if (name.size() > member.name.size()) {
    member.name.assign(name.ids.begin(), name.ids.end());
    member.skeletons.assign(name.skeletons.begin(), name.skeletons.end());
    std::swap(actor.name, text);
    if (actor.key.empty()) actor.latin = romanize(actor.name, cast_.lexicon);
  }
  if (!text.empty() && text != actor.name &&
      std::find(actor.aliases.begin(), actor.aliases.end(), text) == actor.aliases.end()) {
    actor.aliases.push_back(std::move(text));
  }
  if (actor.gender == Gender::kUnknown && !phrase.name.empty()) {
    const ActorWord& first = word(phrase.name.begin);
    if (first.is(kGivenNameRole)) actor.gender = first.gender;
  }
  if (actor.gender == Gender::kUnknown && phrase.noun != kNoToken) {
    actor.gender = word(phrase.noun).gender;
  }
  add_title(index_of_actor, phrase.title);
  add_title(index_of_actor, phrase.second_title);
  set_behalf(index_of_actor, phrase);
  index(index_of_actor);
}

// --- resolving ---------------------------------------------------------------------------------------

std::optional<ActorIndex> Casting::resolve(const Phrase& phrase, bool create) {
  switch (phrase.head) {
    case PhraseHead::kNone: return std::nullopt;
    case PhraseHead::kPerson: return resolve_person(phrase, create);
    case PhraseHead::kEntry: return of_entry(phrase.entry);
    case PhraseHead::kTitle: return resolve_title(phrase, create);
    default: return resolve_common(phrase, create);
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

// The one who held the office that the title names, where the register knows it.
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
  for (t = phrase.noun + office.steps; t < phrase.title.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const EntryMatch match = match_entry(document_, actors_, t);
    const EntryIndex body = word(t).is(kNisbaRole) ? word(t).state : match.entry;
    if (body == kNoEntry) continue;
    const EntryIndex holder = actors_.holder(office.entry, body, cast_.day);
    if (holder == kNoEntry) return std::nullopt;
    const ActorIndex actor = of_entry(holder);
    return actor;
  }
  return std::nullopt;
}

std::optional<ActorIndex> Casting::resolve_title(const Phrase& phrase, bool create) {
  const TokenIndex token = phrase.tokens.begin;
  const Codes codes = read_codes(phrase.title);
  const uint32_t persons = head_bit(PhraseHead::kPerson) | head_bit(PhraseHead::kTitle);
  if (phrase.definite) {
    if (auto actor = find_codes(codes, token, persons)) {
      add_title(*actor, phrase.title);
      return actor;
    }
    if (auto actor = office_holder(phrase)) {
      add_title(*actor, phrase.title);
      return actor;
    }
  }
  if (!create) return std::nullopt;
  const ActorIndex actor = unnamed(phrase.tokens, ActorKind::kUnnamed);
  Member& member = cast_.members[actor];
  member.head = PhraseHead::kTitle;
  member.codes.assign(codes.begin(), codes.end());
  document_.actors[actor].gender = word(phrase.noun).gender;
  document_.actors[actor].number = word(phrase.noun).number;
  set_behalf(actor, phrase);
  index(actor);
  return actor;
}

// Institutions, groups, documents and other nouns.
std::optional<ActorIndex> Casting::resolve_common(const Phrase& phrase, bool create) {
  const TokenIndex token = phrase.tokens.begin;
  const TokenIndex noun = phrase.noun == kNoToken ? token : phrase.noun;
  const ActorWord& w = word(noun);
  if (w.is(kBackRole) && w.has(kAl)) return last_person(token);
  if (w.is(kStyleRole) && w.pronoun) return last_person(token);
  if (phrase.head == PhraseHead::kOther && phrase.tokens.size() == 1) {
    if (auto actor = known_by_name(token)) return actor;
  }
  const Codes codes = read_codes(phrase.tokens);
  const uint32_t heads = phrase.head == PhraseHead::kDocument
                             ? head_bit(PhraseHead::kDocument)
                             : head_bit(phrase.head) | head_bit(PhraseHead::kInstitution) |
                                   head_bit(PhraseHead::kTitle);
  if (phrase.definite) {
    if (auto actor = find_codes(codes, token, heads)) return actor;
  }
  if (!create) return std::nullopt;
  const bool body = phrase.head == PhraseHead::kInstitution;
  const ActorIndex actor =
      unnamed(phrase.tokens, body ? ActorKind::kOrganization : ActorKind::kUnnamed);
  cast_.members[actor].head = phrase.head;
  cast_.members[actor].codes.assign(codes.begin(), codes.end());
  document_.actors[actor].gender = w.gender;
  document_.actors[actor].number = w.number;
  index(actor);
  return actor;
}

ActorIndex Casting::of_source(TokenRange range) {
  while (range.size() > 1 && document_.tokens[range.begin].kind == TokenKind::kPunctuation) {
    ++range.begin;
  }
  const Phrase phrase = parse_phrase(document_, actors_, range.begin);
  std::optional<ActorIndex> actor;
  if (phrase.coordinated && phrase.tokens.end <= range.end) {
    actor = unnamed(range, ActorKind::kGroup);
    document_.actors[*actor].number = Number::kPlural;
  } else if (phrase.entry != kNoEntry && phrase.head == PhraseHead::kEntry) {
    const RegisterEntry& row = actors_.entry(phrase.entry);
    actor = of_entry(row.kind == EntryKind::kCapital ? row.state : phrase.entry);
  } else {
    actor = resolve(phrase, true);
  }
  if (!actor) actor = unnamed(range, ActorKind::kUnnamed);
  note(*actor, range.begin);
  return *actor;
}

ActorIndex Casting::of_outlet(TokenRange range) {
  while (range.size() > 1 && document_.tokens[range.begin].kind == TokenKind::kPunctuation) {
    ++range.begin;
  }
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const EntryMatch match = match_entry(document_, actors_, t);
    if (match.entry == kNoEntry || match.tokens.end > range.end) continue;
    const EntryKind kind = actors_.entry(match.entry).kind;
    if (kind == EntryKind::kOutlet || kind == EntryKind::kOrganization) return of_entry(match.entry);
  }
  const ActorIndex actor = unnamed(range, ActorKind::kOrganization);
  document_.actors[actor].outlet = true;
  return actor;
}

}  // namespace musnad
