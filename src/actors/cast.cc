#include "actors/cast.h"

#include <algorithm>
#include <span>

#include "actors/romanize.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMostCandidates = 64;  // actors looked at for one phrase

bool is_state(Code code) { return (code & kStateCode) != 0; }

bool holds_all(std::span<const Code> all, std::span<const Code> some) {
  return std::all_of(some.begin(), some.end(), [&](Code code) {
    return std::find(all.begin(), all.end(), code) != all.end();
  });
}

bool is_particle(const ActorWord& w) { return w.is(kParticleRole) && !w.is(kGivenNameRole); }

size_t words(std::string_view name) { return 1 + std::count(name.begin(), name.end(), ' '); }

bool is_quotation(char32_t mark) { return mark != 0 && is_quotation_mark(mark); }

ActorKind kind_of(const RegisterEntry& entry) {
  switch (entry.kind) {
    case EntryKind::kState:
      return ActorKind::kState;
    case EntryKind::kCapital:
      return ActorKind::kPlace;
    case EntryKind::kPerson:
      return ActorKind::kPerson;
    default:
      return ActorKind::kOrganization;
  }
}

}  // namespace

// --- reading the words of a phrase
// -------------------------------------------------------------------

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
      if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kCapital ||
          entry.kind == EntryKind::kSeat) {
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

// --- finding
// -----------------------------------------------------------------------------------------

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
      const bool last = name.size() == 1 &&
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

std::optional<ActorIndex> Casting::find_codes(const Wanted& wanted) const {
  if (wanted.codes.empty()) return std::nullopt;
  const auto found = cast_.by_head.find(wanted.codes.front());
  if (found == cast_.by_head.end()) return std::nullopt;
  const bool of_state = std::any_of(wanted.codes.begin(), wanted.codes.end(), is_state);
  std::optional<ActorIndex> best;
  uint64_t nearest = UINT64_MAX;
  size_t looked = 0;
  for (auto actor = found->second.rbegin(); actor != found->second.rend(); ++actor) {
    if (++looked > kMostCandidates) break;
    const Member& member = cast_.members[*actor];
    const Number number = document_.actors[*actor].number;
    if ((head_bit(member.head) & wanted.kinds) == 0) continue;
    if (wanted.number != Number::kUnknown && number != Number::kUnknown &&
        wanted.number != number) {
      continue;
    }
    const bool shorter = holds_all(member.codes, wanted.codes);
    const bool longer = member.codes.size() > 1 && holds_all(wanted.codes, member.codes);
    if (!shorter && !longer) continue;
    const bool foreign =
        !of_state && std::any_of(member.codes.begin(), member.codes.end(), is_state);
    const uint64_t far =
        uint64_t{!shorter} << 33 | uint64_t{foreign} << 32 | distance(member, wanted.token);
    if (far >= nearest) continue;
    best = *actor;
    nearest = far;
  }
  return best;
}

std::optional<ActorIndex> Casting::last_person(TokenIndex before, Code style) const {
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  const size_t size = cast_.members.size();
  for (size_t i = size > kMostCandidates ? size - kMostCandidates : 0; i < size; ++i) {
    if (document_.actors[i].kind != ActorKind::kPerson) continue;
    const Member& member = cast_.members[i];
    if (style != 0 &&
        std::find(member.styles.begin(), member.styles.end(), style) == member.styles.end()) {
      continue;
    }
    const uint32_t far = distance(member, before);
    if (far >= nearest) continue;
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

// --- adding
// ------------------------------------------------------------------------------------------

void Casting::index(ActorIndex actor) {
  const Member& member = cast_.members[actor];
  const auto add = [&](auto& map, uint32_t key) {
    if (key == 0) return;
    auto& list = map[key];
    if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
  };
  for (SpellingId id : member.name) add(cast_.by_name, id);
  for (SpellingId id : member.skeletons) add(cast_.by_name, id);
  for (Code head : member.heads) add(cast_.by_head, head);
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

ActorIndex Casting::of_entry(EntryIndex entry, TokenRange name) {
  const RegisterEntry& row = actors_.entry(entry);
  std::string text = name.empty() ? row.name : text_of(name);
  if (const auto found = cast_.by_entry.find(entry); found != cast_.by_entry.end()) {
    const bool state = row.kind == EntryKind::kState;
    if (!name.empty()) {
      const bool fuller = !state && words(text) > words(document_.actors[found->second].name);
      call(found->second, std::move(text), fuller);
    }
    return found->second;
  }
  Actor actor;
  actor.name = row.kind == EntryKind::kState ? row.name : text;
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
  if (!name.empty() && row.kind != EntryKind::kCapital) {
    Codes codes = read_codes(name);
    if (!codes.empty()) add_codes(added, codes);
  }
  if (!name.empty()) call(added, std::move(text), false);
  return added;
}

ActorIndex Casting::unnamed(TokenRange range, ActorKind kind) {
  std::string text = text_of(range);
  const std::string key = fold(text);
  if (const auto found = cast_.by_text.find(key); found != cast_.by_text.end())
    return found->second;
  Actor actor;
  actor.name = std::move(text);
  actor.kind = kind;
  Member member;
  member.head = PhraseHead::kOther;
  const ActorIndex added = add(std::move(actor), std::move(member));
  cast_.by_text.emplace(key, added);
  return added;
}

// Another name, which becomes the first where it is fuller.
void Casting::call(ActorIndex index_of_actor, std::string name, bool fuller) {
  Actor& actor = document_.actors[index_of_actor];
  if (fuller) {
    std::swap(actor.name, name);
    if (actor.key.empty()) actor.latin = romanize(actor.name, cast_.lexicon);
  }
  auto& aliases = actor.aliases;
  std::erase(aliases, actor.name);
  if (name.empty() || name == actor.name) return;
  if (std::find(aliases.begin(), aliases.end(), name) == aliases.end()) {
    aliases.push_back(std::move(name));
  }
}

// The first code heads the title; what a ministry is for heads its name as well (الخارجية).
void Casting::add_codes(ActorIndex actor, const Codes& codes) {
  Member& member = cast_.members[actor];
  const auto add = [](Code code, std::vector<Code>& list) {
    if (std::find(list.begin(), list.end(), code) == list.end()) list.push_back(code);
  };
  for (Code code : codes) add(code, member.codes);
  add(codes.front(), member.heads);
  index(actor);
}

void Casting::add_title(ActorIndex actor, TokenRange title) {
  if (title.empty()) return;
  std::string text = text_of(title);
  auto& titles = document_.actors[actor].titles;
  if (std::find(titles.begin(), titles.end(), text) == titles.end())
    titles.push_back(std::move(text));
  if (const Codes codes = read_codes(title); !codes.empty()) add_codes(actor, codes);
  // "Deputy spokesman for …" is called the spokesman afterwards.
  for (TokenIndex t = title.begin; t < title.end; ++t) {
    if (is_word(t) && word(t).is(kSpokesmanRole)) add_codes(actor, {word(t).lemma});
  }
}

// Whom a person speaks for: the complement of a spokesman, else the institution or state in the
// title.
void Casting::set_behalf(ActorIndex actor, const Phrase& phrase) {
  if (document_.actors[actor].behalf) return;
  const TokenRange where = phrase.complement.empty() ? phrase.title : phrase.complement;
  for (TokenIndex t = where.begin; t < where.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const bool head = t == phrase.noun;
    const ActorWord& w = word(t);
    std::optional<ActorIndex> behalf;
    if (const EntryMatch match = match_entry(document_, actors_, t);
        match.entry != kNoEntry && !head) {
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
  Member& member = cast_.members[index_of_actor];
  const bool fuller = name.size() > member.name.size();
  if (fuller) {
    member.name.assign(name.ids.begin(), name.ids.end());
    member.skeletons.assign(name.skeletons.begin(), name.skeletons.end());
  }
  if (!phrase.name.empty()) call(index_of_actor, text_of(phrase.name), fuller);
  for (TokenIndex t = phrase.tokens.begin; t < phrase.tokens.end && is_word(t); ++t) {
    const ActorWord& w = word(t);
    if (t == phrase.title.begin || t == phrase.name.begin || !w.is(kHonorificRoles)) break;
    if (w.is(kStyleRole)) member.styles.push_back(w.lemma);
    if (w.is(kTitleRoles | kRankRole)) add_codes(index_of_actor, {w.lemma});  // السفير, اللواء
  }
  Actor& actor = document_.actors[index_of_actor];
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

}  // namespace musnad
