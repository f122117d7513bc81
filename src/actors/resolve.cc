// Persons: who is called by a name, and who by a title alone. A title means the one whom the
// document names with it; failing that the one who, by the register, holds the office
// (resolve_office.cc).
#include <algorithm>

#include "actors/cast.h"

namespace musnad {

std::optional<ActorIndex> Casting::resolve(const Phrase& phrase, bool create) {
  switch (phrase.head) {
    case PhraseHead::kNone:
      return of_rank(phrase);
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

// وأضاف اللواء: a rank alone, the person who has it.
std::optional<ActorIndex> Casting::of_rank(const Phrase& phrase) const {
  if (phrase.tokens.size() != 1) return std::nullopt;
  const TokenIndex token = phrase.tokens.begin;
  if (!word(token).is(kRankRole) || !word(token).has(kAl)) return std::nullopt;
  Wanted wanted;
  wanted.codes = {word(token).lemma};
  wanted.token = token;
  wanted.kinds = head_bit(PhraseHead::kPerson);
  return find_codes(wanted);
}

Casting::Wanted Casting::wanted_by(const Phrase& phrase) const {
  Wanted wanted;
  wanted.token = phrase.tokens.begin;
  wanted.kinds = head_bit(PhraseHead::kPerson) | head_bit(PhraseHead::kTitle);
  if (!phrase.title.empty()) wanted.codes = read_codes(phrase.title);
  if (word(phrase.tokens.begin).is(kStyleRole)) wanted.style = word(phrase.tokens.begin).lemma;
  if (phrase.noun != kNoToken) {
    wanted.number = word(phrase.noun).number;
    wanted.gender = word(phrase.noun).gender;
    wanted.construct = phrase.definite && !word(phrase.noun).has(kAl);
    wanted.woman = word(phrase.noun).of_person;
    wanted.envoy = word(phrase.noun).is(kEnvoyRole);
    wanted.mission = wanted.envoy && !word(phrase.noun).is(kHonorificRoles);
    wanted.every_side = word(phrase.noun).is(kSpokesmanRole);
  }
  return wanted;
}

// What the register tells of a person, for an actor found without it.
void Casting::adopt(ActorIndex actor, EntryIndex person) {
  if (cast_.members[actor].entry != kNoEntry) return;
  const RegisterEntry& row = actors_.entry(person);
  cast_.members[actor].entry = person;
  document_.actors[actor].key = row.key;
  document_.actors[actor].latin = row.latin;
  document_.actors[actor].gender = row.gender;
  cast_.by_entry.emplace(person, actor);
}

std::optional<ActorIndex> Casting::resolve_person(const Phrase& phrase, bool create) {
  std::optional<ActorIndex> actor;
  if (phrase.entry != kNoEntry) {
    if (const auto found = cast_.by_entry.find(phrase.entry); found != cast_.by_entry.end()) {
      actor = found->second;
    }
  }
  const TokenIndex before = phrase.name.begin - 1;
  const bool royal =
      phrase.name.begin > phrase.tokens.begin && is_word(before) && word(before).is(kRoyalRole);
  if (!actor) actor = find_name(read_name(phrase.name), wanted_by(phrase), royal);
  if (!actor) {
    if (!create) return std::nullopt;
    Actor person;
    person.kind = ActorKind::kPerson;
    actor = add(std::move(person), PhraseHead::kNone);
  }
  cast_.members[*actor].head = PhraseHead::kPerson;
  document_.actors[*actor].kind = ActorKind::kPerson;
  if (phrase.entry != kNoEntry) adopt(*actor, phrase.entry);
  enrich(*actor, phrase);
  return actor;
}

std::optional<ActorIndex> Casting::known_by_surname(TokenIndex token, bool any_word) {
  const EntryIndex person = officer_called(token, any_word);
  if (person == kNoEntry || cast_.by_entry.contains(person)) return std::nullopt;
  const ActorIndex actor = of_entry(person, {token, token + 1});
  cast_.members[actor].head = PhraseHead::kPerson;
  cast_.members[actor].said = 1;
  return actor;
}

TokenIndex Casting::words_of_one(const Phrase& phrase) const {
  const auto whole = static_cast<TokenIndex>(phrase.tokens.size());
  if (phrase.tokens != phrase.name || whole != 2 || phrase.entry != kNoEntry) return whole;
  const TokenIndex first = phrase.name.begin;
  if (!is_word(first + 1) || word(first + 1).joined()) return whole;
  if (word(first).is(kGivenNameRole)) {  // only of two whom the text has named in full
    const auto one = surname_of_known(first), other = surname_of_known(first + 1);
    if (!one || !other || one == other) return whole;
  }
  const Name name = read_name(phrase.name);
  if (name.size() != 2 || find_name(name, first)) return whole;
  const auto known = [&](TokenIndex token) {
    return surname_of_known(token).has_value() || officer_called(token) != kNoEntry;
  };
  return known(first) && known(first + 1) ? 1 : whole;
}

// The same for persons whom the document calls by surname alone wherever it names them. Not for the
// likes of الدكتور فلان, of whom there are many.
void Casting::adopt_surnames() {
  for (const Mention& mention : document_.mentions) {
    Member& member = cast_.members[mention.actor];
    if (mention.name.size() != 1 || member.name.size() != 1 || member.entry != kNoEntry) continue;
    if (member.heads.empty() && mention.tokens.size() > 1) continue;
    const EntryIndex person = officer_called(mention.name.begin);
    if (person == kNoEntry || cast_.by_entry.contains(person)) continue;
    adopt(mention.actor, person);
    member.name = cast_.words.name_of(person);
    index(mention.actor);
  }
}

// الفريق المحرج: what looks like a title with its adjective, and the second word is the surname of
// somebody who was introduced. الرئيس سلام: the surname of a president, which is also a noun.
std::optional<ActorIndex> Casting::named_behind(const Phrase& phrase) const {
  const TokenIndex last = phrase.title.end - 1, next = phrase.tokens.end;
  if (phrase.title.size() == 1 && next < document_.tokens.size() && is_word(next)) {
    const auto known = word(next).joined() ? std::nullopt : surname_of_known(next);
    if (known && is_called(*known, word(last).lemma)) return known;
  }
  if (phrase.title.size() != 2 || !is_word(last) || word(last).roles != 0) return std::nullopt;
  return surname_of_known(last);
}

std::optional<ActorIndex> Casting::surname_of_known(TokenIndex token) const {
  const auto actor = known_by_name(token);
  if (!actor || cast_.members[*actor].name.size() < 2) return std::nullopt;
  return word(token).person == cast_.members[*actor].name.back().id ? actor : std::nullopt;
}

// Whether a word stands where the subject of a clause does, behind a verb (وقال صالح, وكان صالح),
// أنّ or a particle: there no attribute stands.
bool Casting::opens_subject(TokenIndex token) const {
  if (token == 0 || word(token).joined() || word(token).prefixed()) return false;
  const ActorWord& before = word(token - 1);
  if (before.reports || before.kind == WordClass::kVerb) return true;
  const auto& analyses = document_.tokens[token - 1].word->analyses;  // ونقل صالح, at its head
  const bool verb = std::any_of(analyses.begin(), analyses.end(), [](const Analysis& a) {
    return a.pos == Pos::kVerb && a.has(kWa);
  });
  const bool first = token == 1 || !is_word(token - 2);
  if (verb && before.joined() && first) return true;
  return before.kind == WordClass::kBreak && is_word(token - 1) && !before.is(kTimeRole);
}

std::optional<ActorIndex> Casting::single_name(TokenIndex token) {
  const ActorWord& w = word(token);
  if (w.is((kNounRoles & ~kDocumentRole) | kTimeRole) || w.kind == WordClass::kBreak ||
      w.kind == WordClass::kPreposition) {
    return std::nullopt;
  }
  if (w.kind == WordClass::kName) {
    const auto known = known_by_name(token);
    return known ? known : known_by_surname(token);
  }
  const bool whole = (w.joined() || w.prefixed()) && token > 0 && word(token - 1).reports;
  if (whole) return surname_of_known(token);  // وقال بادي, whose first letter is his own
  if (!opens_subject(token)) return std::nullopt;
  if (const auto known = surname_of_known(token)) return known;  // also بقائي, "my …"
  const bool says = speaks_at(token) && token + 1 < document_.tokens.size() &&
                    document_.tokens[token + 1].word->best().pos == Pos::kComplementizer;
  return says ? known_by_surname(token, true) : std::nullopt;  // وقال سلام إن
}

std::optional<ActorIndex> Casting::resolve_title(const Phrase& phrase, bool create) {
  const ActorWord& noun = word(phrase.noun);
  const Wanted wanted = wanted_by(phrase);
  const bool rank = !noun.is(kGroupRoles);  // أشار العميد | إلى; not الفريق, the team
  if (const auto ranked = rank ? of_rank(phrase) : std::nullopt) return ranked;
  const bool one = noun.number != Number::kPlural && noun.number != Number::kDual;
  std::optional<ActorIndex> actor;
  if (phrase.definite) {
    actor = named_behind(phrase);
    if (!actor) actor = find_codes(wanted);
    if (one && (!actor || only_before(*actor, wanted))) {
      if (const auto holder = office_holder(phrase)) actor = holder;
    }
    const bool now = one && held(phrase.title) == Held::kNow;
    if (!actor && now && noun.is(kSpokesmanRole)) actor = spokesman(phrase, wanted);
    if (!actor && now && noun.is(kOfficialRole)) actor = official(wanted);
    if (!actor && now && noun.is(kEnvoyRole)) actor = envoy(wanted);
    if (!actor && now) actor = sole_speaker(phrase, wanted);
    if (!actor && now && says_more_at(wanted.token)) actor = last_of_noun(wanted);
  } else if (one) {
    actor = introduced_later(wanted, noun.is(kOfficialRole));
    if (!actor) actor = teller_of_lead(phrase, wanted);
  }
  if (!actor && one) actor = named_next(phrase, wanted);
  if (actor && wanted.woman && is_man(*actor)) actor.reset();
  if (actor) {
    if (phrase.definite) add_title(*actor, phrase.title);
    if (!one) call_in_nominative(*actor, phrase);
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

// The officials of المسؤولين are called المسؤولون where the text has it.
void Casting::call_in_nominative(ActorIndex actor, const Phrase& phrase) {
  const Actor& many = document_.actors[actor];
  if (many.kind != ActorKind::kUnnamed || !phrase.definite) return;
  if (!document_.token_text(phrase.noun).ends_with("ون")) return;
  std::string name = text_of(phrase.tokens);
  const bool oblique = many.name.substr(0, many.name.find(' ')).ends_with("ين");
  call(actor, std::move(name), oblique);
}

// The actor of the mention that is exactly this phrase.
std::optional<ActorIndex> Casting::mentioned(TokenRange phrase) const {
  auto mention =
      std::lower_bound(document_.mentions.begin(), document_.mentions.end(), phrase.begin,
                       [](const Mention& m, TokenIndex begin) { return m.tokens.begin < begin; });
  for (; mention != document_.mentions.end() && mention->tokens.begin == phrase.begin; ++mention) {
    if (mention->tokens == phrase) return mention->actor;
  }
  return std::nullopt;
}

ActorIndex Casting::of_phrase(const Phrase& phrase, TokenRange range) {
  if (phrase.entry != kNoEntry && phrase.head == PhraseHead::kEntry) {
    const RegisterEntry& row = actors_.entry(phrase.entry);
    return of_entry(row.kind == EntryKind::kCapital ? row.state : phrase.entry, phrase.name);
  }
  std::optional<ActorIndex> actor;
  const ActorWord& first = word(range.begin);
  const bool land = first.is(kPlaceRole) && first.has(kAl);  // المملكة, not a man called مملوك
  if (range.size() == 1 && !land) actor = known_by_name(range.begin);
  if (!actor) actor = pair_meant(phrase);
  if (!actor) actor = mentioned(phrase.tokens);
  if (!actor) actor = name_of_titled(phrase);
  if (!actor) actor = name_of_headline(phrase);
  if (!actor) actor = resolve(phrase, true);
  return actor ? *actor : unnamed(range, ActorKind::kUnnamed);
}

// فلان، وعلان: whether somebody is told together with those before him behind a comma.
bool Casting::is_list(TokenRange range) const {
  for (TokenIndex t = range.begin; t + 1 < range.end; ++t) {
    const bool comma = document_.tokens[t].mark == U'،' || document_.tokens[t].mark == U',';
    if (comma && is_word(t + 1) && word(t + 1).joined() && mention_begins(t + 1)) return true;
  }
  return false;
}

bool Casting::mention_begins(TokenIndex token) const {
  const auto& mentions = document_.mentions;
  const auto mention =
      std::lower_bound(mentions.begin(), mentions.end(), token,
                       [](const Mention& m, TokenIndex begin) { return m.tokens.begin < begin; });
  return mention != mentions.end() && mention->tokens.begin == token;
}

// Whether a range is all that stands within quotation marks.
bool Casting::fills_quotation(TokenRange range) const {
  const auto& all = document_.quotations;
  const auto found = std::partition_point(all.begin(), all.end(), [&](const Quotation& quotation) {
    return quotation.tokens.begin < range.begin;
  });
  return found != all.end() && found->tokens == range && found->close != kNoToken;
}

ActorIndex Casting::of_source(TokenRange range) {
  while (range.size() > 1 && !is_word(range.begin)) ++range.begin;
  Phrase phrase = parse_phrase(document_, actors_, range.begin);
  const bool longer = phrase.tokens.end > range.end && phrase.name.empty() && is_word(range.begin);
  if (longer && phrase.head == PhraseHead::kGroup) return unnamed(range, ActorKind::kUnnamed);
  if (longer && is_word(range.end) && word(range.end).masdar && !word(range.end).prefixed()) {
    clip(phrase, range.end);  // أعلن | مدعون أجانب | توجيه الاتهام
  }
  if (phrase.entry == kNoEntry && phrase.tokens.end < range.end && fills_quotation(range)) {
    return unnamed(range, ActorKind::kUnnamed);  // اتهمت «ساحل أحمر»
  }
  const bool joint = phrase.coordinated && phrase.tokens.end <= range.end;
  const TokenIndex next = phrase.tokens.end;  // فلان | وعلان
  const bool more = next > range.begin && next < range.end && is_word(next) &&
                    word(next).joined() && mention_begins(next);
  const ActorIndex actor = more || is_list(range) ? joint_source(range)
                           : joint                ? joint_source(phrase.tokens)
                                                  : of_phrase(phrase, range);
  note(actor, range.begin);
  cast_.last_source = actor;
  return actor;
}

ActorIndex Casting::of_outlet(TokenRange range) {
  while (range.size() > 1 && !is_word(range.begin)) ++range.begin;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (!is_word(t)) continue;
    const EntryMatch match = match_entry(document_, t);
    if (match.entry == kNoEntry || match.tokens.end > range.end) continue;
    const EntryKind kind = actors_.entry(match.entry).kind;
    if (kind == EntryKind::kOutlet || kind == EntryKind::kOrganization) {
      return of_entry(match.entry, {range.begin, match.tokens.end});
    }
  }
  std::string name = text_of(range);  // قناة (ساحل)
  std::erase_if(name, [](char c) { return c == '(' || c == ')'; });
  const ActorIndex actor = called(std::move(name), ActorKind::kOrganization);
  document_.actors[actor].outlet = true;
  return actor;
}

}  // namespace musnad
