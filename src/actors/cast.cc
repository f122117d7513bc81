#include "actors/cast.h"

#include <algorithm>

#include "morphology/normalize.h"

namespace musnad {
namespace {

size_t words(std::string_view name) { return 1 + std::count(name.begin(), name.end(), ' '); }

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

Cast::Cast(const Register& actors, ActorWordCache& words, std::string_view day)
    : actors(actors), words(words), day(day), ministry(words.intern("وزاره")) {
  const auto codes_of = [&](const std::vector<std::string>& nouns) {
    Codes codes;
    for (const std::string& noun : nouns) codes.push_back(words.intern(noun));
    return codes;
  };
  for (const ActorLexicon::SameOffice& row : words.lexicon().same_offices()) {
    same_offices.push_back({codes_of(row.office), codes_of(row.same)});
  }
}

void Casting::index(ActorIndex actor) {
  const Member& member = cast_.members[actor];
  const auto add = [&](auto& map, uint32_t key) {
    if (key == 0) return;
    auto& list = map[key];
    if (std::find(list.begin(), list.end(), actor) == list.end()) list.push_back(actor);
  };
  for (const NameWord& name : member.name) {
    add(cast_.by_name, name.id);
    add(cast_.by_name, name.skeleton);
  }
  for (Code head : member.heads) add(cast_.by_head, head);
}

ActorIndex Casting::add(Actor actor, PhraseHead head, EntryIndex entry) {
  const auto index_of_new = static_cast<ActorIndex>(document_.actors.size());
  document_.actors.push_back(std::move(actor));
  Member& member = cast_.members.emplace_back();
  member.head = head;
  member.entry = entry;
  const bool person = entry != kNoEntry && actors_.entry(entry).kind == EntryKind::kPerson;
  if (person) member.name = cast_.words.name_of(entry);
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
      if (fuller) add_body_codes(found->second, name);
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
  if (row.kind == EntryKind::kSeat) actor.behalf = of_entry(row.state);
  const ActorIndex added = add(std::move(actor), PhraseHead::kEntry, entry);
  cast_.by_entry.emplace(entry, added);
  if (!name.empty()) {
    add_body_codes(added, name);
    call(added, std::move(text), false);
  }
  return added;
}

// The words by which a body of the register is called: المنظمة means منظمة التعاون afterwards.
void Casting::add_body_codes(ActorIndex actor, TokenRange name) {
  const EntryKind kind = actors_.entry(cast_.members[actor].entry).kind;
  if (kind == EntryKind::kCapital || kind == EntryKind::kPerson) return;
  const Codes codes = read_codes(name);
  if (!codes.empty()) add_codes(actor, codes);
}

ActorIndex Casting::unnamed(TokenRange range, ActorKind kind) {
  return called(text_of(range), kind);
}

ActorIndex Casting::called(std::string text, ActorKind kind) {
  const std::string key = fold(text);
  if (const auto found = cast_.by_text.find(key); found != cast_.by_text.end())
    return found->second;
  Actor actor;
  actor.name = std::move(text);
  actor.kind = kind;
  const ActorIndex added = add(std::move(actor), PhraseHead::kOther);
  cast_.by_text.emplace(key, added);
  return added;
}

// Another name, which becomes the first where it is fuller.
void Casting::call(ActorIndex index_of_actor, std::string name, bool fuller) {
  Actor& actor = document_.actors[index_of_actor];
  if (fuller) std::swap(actor.name, name);
  auto& aliases = actor.aliases;
  std::erase(aliases, actor.name);
  if (name.empty() || name == actor.name) return;
  if (std::find(aliases.begin(), aliases.end(), name) == aliases.end()) {
    aliases.push_back(std::move(name));
  }
}

// The first code heads the title or name; what a ministry is for heads its name as well (الخارجية).
void Casting::add_codes(ActorIndex actor, const Codes& codes) {
  Member& member = cast_.members[actor];
  const auto add = [](Code code, FewCodes& list) {
    if (std::find(list.begin(), list.end(), code) == list.end()) list.push_back(code);
  };
  for (Code code : codes) add(code & ~kPortfolioCode, member.codes);
  add(codes.front() & ~kPortfolioCode, member.heads);
  if ((codes.front() & kPortfolioCode) != 0) {  // الخارجية is called الوزارة afterwards
    add(cast_.ministry, member.codes);
    add(cast_.ministry, member.heads);
  }
  if (codes.front() == cast_.ministry && codes.size() > 1 && (codes[1] & kPortfolioCode) != 0) {
    add(codes[1] & ~kPortfolioCode, member.heads);
  }
  index(actor);
}

void Casting::add_title(ActorIndex actor, TokenRange title) {
  if (title.empty()) return;
  std::string text = text_of(title);
  auto& titles = document_.actors[actor].titles;
  if (std::find(titles.begin(), titles.end(), text) == titles.end())
    titles.push_back(std::move(text));
  if (const Codes codes = read_codes(title); !codes.empty()) add_codes(actor, codes);
  if (is_word(title.begin) && word(title.begin).is(kEnvoyRole)) cast_.members[actor].envoy = true;
  // "Deputy spokesman for …" is called the spokesman afterwards.
  for (TokenIndex t = title.begin; t < title.end; ++t) {
    if (is_word(t) && word(t).is(kSpokesmanRole)) add_codes(actor, {word(t).lemma});
  }
}

// Whom the title of a phrase speaks for: the complement of a spokesman, else the institution or
// state in it.
std::optional<ActorIndex> Casting::behalf_in(const Phrase& phrase) {
  const TokenRange where = phrase.complement.empty() ? phrase.title : phrase.complement;
  for (TokenIndex t = where.begin; t < where.end; ++t) {
    if (document_.tokens[t].kind == TokenKind::kPunctuation) continue;
    const bool head = t == phrase.noun;
    const ActorWord& w = word(t);
    // وزير الخارجية الفرنسي speaks for his state: what he is in charge of is no body.
    const bool portfolio = w.is(kPortfolioRole) && phrase.complement.empty();
    if (const EntryMatch match = match_entry(document_, t); match.entry != kNoEntry && !head) {
      const RegisterEntry& entry = actors_.entry(match.entry);
      return entry.kind == EntryKind::kCapital ? of_entry(entry.state)
                                               : of_entry(match.entry, match.tokens);
    }
    if (w.is(kInstitutionRoles) && !w.is(kPlaceRole) && !head && !portfolio) {
      const Phrase inner = parse_single_phrase(document_, actors_, t);
      const bool body = inner.head == PhraseHead::kInstitution || inner.head == PhraseHead::kEntry;
      if (body && inner.tokens.end <= where.end) return resolve(inner, true);
    } else if (names_state(t)) {
      return of_entry(w.state);
    }
  }
  return std::nullopt;
}

void Casting::set_behalf(ActorIndex actor, const Phrase& phrase) {
  if (document_.actors[actor].behalf) return;
  const auto behalf = behalf_in(phrase);
  if (behalf && *behalf != actor) document_.actors[actor].behalf = behalf;
}

// The office of the person named last before a token, without its state; empty for one who is
// called by several titles.
Codes Casting::office_of_last_named(TokenIndex token) const {
  constexpr size_t kReach = 3;      // mentions
  constexpr size_t kOneOffice = 3;  // codes
  size_t seen = 0;
  for (size_t i = document_.mentions.size(); i-- > 0 && seen < kReach;) {
    const Mention& mention = document_.mentions[i];
    if (mention.tokens.begin >= token) continue;
    ++seen;
    if (document_.actors[mention.actor].kind != ActorKind::kPerson) continue;
    Codes codes;
    for (Code code : cast_.members[mention.actor].codes) {
      if ((code & kStateCode) == 0) codes.push_back(code);
    }
    return codes.size() <= kOneOffice ? codes : Codes{};
  }
  return {};
}

// The office that is told last before a token within its sentence, without its state; where that
// is the bare title or none, the one of the person named last.
Codes Casting::office_before(TokenIndex token) const {
  constexpr TokenIndex kReach = 30;
  for (TokenIndex t = token; t > 0 && token - t < kReach && is_word(t - 1); --t) {
    const ActorWord& noun = word(t - 1);
    const bool inner = t > 1 && is_word(t - 2) && word(t - 2).is(kTitleRoles);  // نائب | الرئيس
    if (!noun.is(kOfficeRole | kEnvoyRole) || noun.is(kOfficialRole) || inner) continue;
    Codes codes = read_codes(parse_single_phrase(document_, actors_, t - 1).title);
    codes.erase(std::remove_if(codes.begin(), codes.end(),
                               [](Code code) { return (code & kStateCode) != 0; }),
                codes.end());
    if (codes.size() > 1) return codes;
    break;
  }
  return office_of_last_named(token);
}

// نظيره الروماني فلان: he has the office of the one before him, in his own state.
void Casting::share_office(ActorIndex actor, const Phrase& phrase) {
  if (phrase.noun == kNoToken) return;
  const ActorWord& noun = word(phrase.noun);
  if (!noun.is(kTitleRoles) || !noun.is(kBackRole) || !noun.pronoun) return;
  const EntryIndex state = state_in(read_codes(phrase.title));
  Codes codes = office_before(phrase.tokens.begin);
  if (codes.empty() || state == kNoEntry) return;
  codes.push_back(kStateCode | static_cast<Code>(state));
  add_codes(actor, codes);
}

// المتحدثة فلانة, المندوب الدائم السفيرة فلانة; not مديره, جلالة الملك, nor what stands behind the
// name.
bool Casting::is_womans_title(const Phrase& phrase) const {
  const TokenIndex noun = phrase.noun;
  const auto womans = [&](TokenIndex t, uint32_t but) {
    const ActorWord& w = word(t);
    return w.is(kTitleRoles) && !w.is(but) && !w.pronoun && w.gender == Gender::kFeminine &&
           document_.tokens[t].word->key.ends_with("ه");
  };
  const TokenIndex before = phrase.name.begin - 1;
  const bool near = phrase.name.begin > phrase.tokens.begin && is_word(before);
  if (near && word(before).has(kAl) && womans(before, kStyleRole | kRoyalRole)) return true;
  if (noun == kNoToken || noun != phrase.title.begin || phrase.name.begin < phrase.title.end)
    return false;
  return womans(noun, kHonorificRoles);
}

// A further mention may give a fuller name, another title, the gender.
void Casting::enrich(ActorIndex index_of_actor, const Phrase& phrase) {
  const Name name = read_name(phrase.name);
  Member& member = cast_.members[index_of_actor];
  const bool fuller = name.size() > member.said;
  if (fuller) member.said = name.size();
  if (name.size() > member.name.size()) member.name.assign(name.begin(), name.end());
  if (!phrase.name.empty()) call(index_of_actor, text_of(phrase.name), fuller);
  for (TokenIndex t = phrase.tokens.begin; t < phrase.tokens.end && is_word(t); ++t) {
    const ActorWord& w = word(t);
    if (t == phrase.title.begin || t == phrase.name.begin || !w.is(kHonorificRoles)) break;
    if (w.is(kStyleRole)) member.styles.push_back(w.lemma);
    if (w.is(kTitleRoles | kRankRole | kRoyalRole))
      add_codes(index_of_actor, {w.lemma});  // السفير, اللواء
  }
  if (const TokenIndex style = style_within(document_, phrase.title); style != kNoToken) {
    member.styles.push_back(word(style).lemma);
  }
  for (TokenIndex t = phrase.name.begin; !phrase.name.empty() && t > phrase.title.end; --t) {
    if (!is_word(t - 1) || !word(t - 1).is(kHonorificRoles))
      break;  // المتحدث باسم الجيش | اللواء فلان
    if (word(t - 1).is(kRankRole | kTitleRoles)) add_codes(index_of_actor, {word(t - 1).lemma});
  }
  Actor& actor = document_.actors[index_of_actor];
  if (is_womans_title(phrase)) actor.gender = Gender::kFeminine;  // whatever the first name
  if (actor.gender == Gender::kUnknown && !phrase.name.empty()) {
    const ActorWord& first = word(phrase.name.begin);
    if (first.is(kGivenNameRole)) actor.gender = first.gender;
  }
  if (actor.gender == Gender::kUnknown && phrase.noun != kNoToken) {
    actor.gender = word(phrase.noun).gender;
  }
  add_title(index_of_actor, phrase.title);
  add_title(index_of_actor, phrase.second_title);
  share_office(index_of_actor, phrase);
  set_behalf(index_of_actor, phrase);
  index(index_of_actor);
}

}  // namespace musnad
