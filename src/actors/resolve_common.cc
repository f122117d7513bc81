// Institutions, groups, documents and other nouns: an institution by a fuller form of its name or
// by its kind, a document by its issuer.
#include <algorithm>

#include "actors/cast.h"
#include "actors/document_author.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

bool is_body(const Phrase& phrase) {
  return phrase.head == PhraseHead::kInstitution || phrase.head == PhraseHead::kEntry;
}

bool is_person(const Phrase& phrase) {
  return phrase.head == PhraseHead::kPerson ||
         (phrase.head == PhraseHead::kTitle && phrase.definite);
}

}  // namespace

// ألقى فلان باللوم على الاتحاد، لكن الأخير نفى: the state or body named last before a token, where
// its sentence tells of no more than one person, who is the other side.
std::optional<ActorIndex> Casting::latter_body(TokenIndex token) const {
  const auto sentence =
      std::upper_bound(document_.sentences.begin(), document_.sentences.end(), token,
                       [](TokenIndex t, const Sentence& other) { return t < other.tokens.begin; });
  if (sentence == document_.sentences.begin()) return std::nullopt;
  const TokenIndex begin = std::prev(sentence)->tokens.begin;
  std::optional<ActorIndex> last, person;
  const auto& mentions = document_.mentions;
  auto mention =
      std::lower_bound(mentions.begin(), mentions.end(), begin,
                       [](const Mention& m, TokenIndex t) { return m.tokens.begin < t; });
  TokenIndex covered = begin;
  for (; mention != mentions.end() && mention->tokens.begin < token; ++mention) {
    const TokenIndex at = mention->tokens.begin;
    const bool within = at < covered;  // a title or name
    covered = std::max(covered, mention->tokens.end);
    if (within || word(at).has(kBi) || (at > begin && word(at - 1).joints == kJoinFi)) continue;
    const Actor& actor = document_.actors[mention->actor];
    const bool nameless = actor.kind == ActorKind::kUnnamed && actor.number == Number::kSingular;
    if (actor.kind == ActorKind::kPerson || nameless) {
      if (person && *person != mention->actor) return std::nullopt;
      person = mention->actor;
    }
    last = mention->actor;
  }
  const bool of_woman = word(token).gender == Gender::kFeminine;  // الأخيرة
  if (!last || (document_.actors[*last].gender == Gender::kFeminine) != of_woman)
    return std::nullopt;
  const ActorKind kind = document_.actors[*last].kind;
  const bool body = kind == ActorKind::kOrganization || kind == ActorKind::kState;
  return body && !document_.actors[*last].key.empty() ? last : std::nullopt;
}

// الأخير, معاليه, بلاده: words that point back to the person named last.
std::optional<ActorIndex> Casting::resolve_pointer(const Phrase& phrase) {
  const TokenIndex token = phrase.tokens.begin;
  const ActorWord& w = word(phrase.noun == kNoToken ? token : phrase.noun);
  if (w.is(kBackRole) && w.has(kAl)) {
    const auto body = latter_body(token);
    return body ? body : last_person(token);
  }
  if (w.is(kStyleRole) && w.pronoun) {
    auto person = last_person(token, w.lemma);
    if (!person) person = last_bearer(w, token);
    if (!person) person = last_person(token);
    if (person) {  // the next معاليه is his as well
      FewCodes& styles = cast_.members[*person].styles;
      if (std::find(styles.begin(), styles.end(), w.lemma) == styles.end())
        styles.push_back(w.lemma);
    }
    return person;
  }
  if (w.is(kSourceRole) && w.pronoun && w.number == Number::kPlural) {  // علمت «الرأي» من مصادرها
    if (const auto outlet = outlet_before(token)) {
      const ActorIndex sources =
          called("مصادر " + document_.actors[*outlet].name, ActorKind::kUnnamed);
      cast_.members[sources].head = phrase.head;
      document_.actors[sources].number = w.number;
      add_codes(sources, {w.lemma});  // the next المصادر are these
      return sources;
    }
  }
  if (w.is(kHomelandRole) && w.pronoun) {
    if (const auto person = last_person(token)) return state_of(*person);
  }
  return std::nullopt;
}

// The outlet that is mentioned within a few words before a token.
std::optional<ActorIndex> Casting::outlet_before(TokenIndex token) const {
  constexpr TokenIndex kReach = 5;
  for (TokenIndex t = token; t > 0 && token - t < kReach;) {
    const EntryMatch match = match_entry(document_, --t);
    if (match.entry == kNoEntry || actors_.entry(match.entry).kind != EntryKind::kOutlet) continue;
    const auto found = cast_.by_entry.find(match.entry);
    if (found != cast_.by_entry.end()) return found->second;
  }
  return std::nullopt;
}

std::optional<ActorIndex> Casting::state_of(ActorIndex person) {
  const EntryIndex state = state_in(cast_.members[person].codes);
  return state == kNoEntry ? std::nullopt : std::optional(of_entry(state));
}

bool Casting::names_land(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, t);
  return match.entry != kNoEntry && (actors_.entry(match.entry).kind == EntryKind::kState ||
                                     actors_.entry(match.entry).kind == EntryKind::kCapital);
}

// The last institution that a range names.
std::optional<ActorIndex> Casting::issuer_within(TokenRange range) {
  std::optional<ActorIndex> issuer;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (!is_word(t)) continue;
    const ActorWord& w = word(t);
    if (w.masdar && w.prefixed() && !w.is(kInstitutionRoles))
      break;                         // قرار | بتشكيل لجنة: what it says
    if (w.is(kNisbaRole)) continue;  // تقارير تركية
    const bool there = t > range.begin && word(t - 1).joints == kJoinFi;
    if (there && names_land(t)) continue;  // تقارير في نوريا
    const bool group = w.is(kPeopleRole) && w.has(kLi) && w.has(kAl);  // بيان للجالية
    if (!group && w.first == kNoRegisterWord &&
        !w.is(kInstitutionRoles & ~kPlaceRole & ~kMediaRole)) {
      continue;
    }
    const Phrase inner = parse_single_phrase(document_, actors_, t);
    const bool people = inner.head == PhraseHead::kGroup && w.has(kLi) && t == range.begin;
    if (!people && inner.head != PhraseHead::kInstitution && inner.head != PhraseHead::kEntry)
      continue;
    issuer = resolve(inner, true);
    t = inner.tokens.end - 1;
  }
  return issuer;
}

// بيانا is a بيان.
Code Casting::code_of_noun(TokenIndex noun) const {
  constexpr std::string_view kAccusative = "ا";
  const Code lemma = word(noun).lemma;
  if (!is_accusative(document_, noun)) return lemma;
  std::string_view spelling = cast_.words.spelling(lemma);
  if (!spelling.ends_with(kAccusative)) return lemma;
  spelling.remove_suffix(kAccusative.size());
  return cast_.words.intern(std::string(spelling));
}

// أصدر بيانا, بعث برسالة: whether the verb is one of those by which the noun's document comes out.
bool Casting::makes(TokenIndex verb, TokenIndex document) const {
  const Morphology& morphology = cast_.words.morphology();
  const auto named = [&](const std::string& made_by) {
    return morphology.may_be_of_verb(*document_.tokens[verb].word, made_by);
  };
  for (const Analysis& analysis : document_.tokens[document].word->analyses) {
    for (const ReportingEntry& entry : morphology.reporting_of(analysis)) {
      const std::vector<std::string>& verbs = entry.light_verbs;
      if (entry.document && std::any_of(verbs.begin(), verbs.end(), named)) return true;
    }
  }
  return false;
}

// نقلته | وكالة X: whether an outlet stands behind a verb of passing words on.
bool Casting::only_passes_on(TokenIndex outlet) const {
  const Morphology& morphology = cast_.words.morphology();
  if (!word(outlet).is(kMediaRole) || outlet == 0) return false;
  const auto& analyses = document_.tokens[outlet - 1].word->analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& verb) {
    if (verb.pos != Pos::kVerb || verb.lemma == kNoLemma) return false;
    const auto& rows = morphology.lemma(verb.lemma).reporting;
    return std::any_of(rows.begin(), rows.end(),
                       [](const ReportingEntry& row) { return !row.relay.empty(); });
  });
}

// تقرير أعدته الهيئة, البحث الذي أجراه المركز, بيان صدر أمس عن الوزارة
std::optional<ActorIndex> Casting::author_behind(const Phrase& phrase) {
  TokenIndex at = author_behind_document(document_, phrase.noun + 1);
  if (at == kNoToken) at = author_behind_document(document_, phrase.tokens.end);
  if (at == kNoToken) at = author_before_document(document_, phrase.noun);
  if (at == kNoToken) return std::nullopt;
  const Phrase author = parse_single_phrase(document_, actors_, at);
  const bool made = makes(at - 1, phrase.noun) || (at > 1 && makes(at - 2, phrase.noun));
  if (!is_body(author) && !(made && is_person(author))) return std::nullopt;
  if (!made && only_passes_on(at)) return std::nullopt;  // بيان، نقلته وكالة X
  const auto issuer = resolve(author, true);
  if (issuer) cast_.issued[code_of_noun(phrase.noun)].push_back({phrase.noun, *issuer});
  return issuer;
}

// أصدرت الوزارة أمس بيانا: the subject of the verb whose object the document is.
std::optional<ActorIndex> Casting::issuer_before(const Phrase& phrase) {
  constexpr TokenIndex kReach = 12;
  if (!is_accusative(document_, phrase.noun)) return std::nullopt;
  for (TokenIndex t = phrase.noun; t > 0 && phrase.noun - t < kReach;) {
    const bool ends = !is_word(--t) || word(t).kind == WordClass::kBreak;
    if (ends && !(is_word(t) && word(t).is(kTimeRole))) return std::nullopt;
    if (word(t).kind != WordClass::kVerb || word(t).is(kGivenNameRole)) continue;
    if (!makes(t, phrase.noun)) return std::nullopt;
    const Phrase subject = parse_single_phrase(document_, actors_, t + 1);
    const bool before = !subject.tokens.empty() && subject.tokens.end <= phrase.noun;
    const bool issues = before && (is_body(subject) || is_person(subject));
    return issues ? resolve(subject, true) : std::nullopt;
  }
  return std::nullopt;
}

void Casting::note_document(const Phrase& phrase) {
  auto issuer = issuer_within({phrase.noun + 1, phrase.tokens.end});
  if (!issuer) issuer = issuer_before(phrase);
  if (issuer) {
    cast_.issued[code_of_noun(phrase.noun)].push_back({phrase.noun, *issuer});
  } else {
    author_behind(phrase);
  }
}

void Casting::note_issuer(TokenIndex noun, ActorIndex issuer) {
  auto& issued = cast_.issued[code_of_noun(noun)];
  const auto next = std::find_if(issued.begin(), issued.end(),
                                 [&](const Cast::Issued& other) { return other.token >= noun; });
  if (next == issued.end() || next->token != noun) issued.insert(next, {noun, issuer});
}

// A statement or report speaks for the one who issued it: named in its phrase, behind it (تقرير
// أعدته …), or with an earlier mention of it; failing that for the one who spoke last.
std::optional<ActorIndex> Casting::resolve_document(const Phrase& phrase) {
  const ActorWord& noun = word(phrase.noun);
  if (auto issuer = issuer_within({phrase.noun + 1, phrase.tokens.end})) return issuer;
  if (auto author = author_behind(phrase)) return author;
  if (!phrase.definite || noun.number == Number::kPlural) return std::nullopt;
  if (const auto found = cast_.issued.find(noun.lemma); found != cast_.issued.end()) {
    std::optional<ActorIndex> issuer;
    for (const auto& issued : found->second) {
      if (issued.token < phrase.noun) issuer = issued.issuer;
    }
    if (issuer) return issuer;
  }
  Wanted wanted;
  wanted.codes = read_codes(phrase.tokens);
  wanted.token = phrase.tokens.begin;
  wanted.kinds = head_bit(PhraseHead::kDocument);
  wanted.number = noun.number;
  if (const auto spoke = find_codes(wanted)) {
    const auto& places = cast_.members[*spoke].places;
    const bool word = document_.actors[*spoke].name.find(' ') == std::string::npos;
    const bool object = word && !places.empty() && is_accusative(document_, places.front());
    call(*spoke, text_of(phrase.tokens), object);  // الإعلان is the better name of إعلانا
    return spoke;
  }
  if (!cast_.last_source) return std::nullopt;
  const ActorKind kind = document_.actors[*cast_.last_source].kind;
  const bool body = kind == ActorKind::kOrganization || kind == ActorKind::kState;
  return body || noun.is(kOccasionRole) ? cast_.last_source : std::nullopt;
}

// The organization or outlet of the register, mentioned last before the token, that is of a kind
// and of the state wanted.
std::optional<ActorIndex> Casting::of_kind(uint16_t kinds, const Wanted& wanted) const {
  std::optional<ActorIndex> best;
  const EntryIndex state = state_in(wanted.codes);
  uint32_t nearest = wanted.token;
  for (const auto& [entry, actor] : cast_.by_entry) {
    const RegisterEntry& row = actors_.entry(entry);
    if ((row.kinds & kinds) == 0 || (state != kNoEntry && row.state != state)) continue;
    const uint32_t far = distance(cast_.members[actor], wanted.token);
    if (far >= nearest) continue;
    best = actor;
    nearest = far;
  }
  return best;
}

// المركز في مدينة كذا: the one named before with the noun; where it is belongs to the clause.
std::optional<ActorIndex> Casting::named_elsewhere(const Phrase& phrase,
                                                   const Wanted& wanted) const {
  const TokenIndex place = phrase.tokens.begin + 1;
  if (phrase.tokens.size() < 3 || !word(phrase.tokens.begin).has(kAl) || !is_word(place))
    return std::nullopt;
  if (word(place).joints != kJoinFi || word(place).pronoun || wanted.codes.empty())
    return std::nullopt;
  Wanted noun = wanted;
  noun.codes = {wanted.codes.front()};
  if (const EntryIndex state = state_in(wanted.codes); state != kNoEntry) {
    noun.codes.push_back(kStateCode | static_cast<Code>(state));
  }
  const auto found = find_codes(noun);
  const bool before = found && distance(cast_.members[*found], wanted.token) < wanted.token;
  return before ? found : std::nullopt;
}

// A definite institution, group or source that was named before, or will be.
std::optional<ActorIndex> Casting::resolve_body(const Phrase& phrase, const Wanted& wanted) {
  const ActorWord& noun = word(phrase.noun == kNoToken ? phrase.tokens.begin : phrase.noun);
  if (auto actor = find_codes(wanted)) {
    const Member& member = cast_.members[*actor];
    const bool as_full = wanted.codes.size() > 1 && wanted.codes.size() == member.codes.size();
    // وزارة الخارجية الفرنسية behind الخارجية الفرنسية
    const bool longer = as_full && member.heads.front() != wanted.codes.front() &&
                        wanted.codes.front() == cast_.ministry;
    const bool fuller =
        member.entry == kNoEntry && (longer || wanted.codes.size() > member.codes.size());
    if (fuller || as_full) call(*actor, text_of(phrase.tokens), fuller);
    return actor;
  }
  if (auto actor = named_elsewhere(phrase, wanted)) return actor;
  const bool several = noun.number == Number::kPlural || noun.number == Number::kDual;
  if (noun.bodies != 0 && noun.has(kAl) && !several) {
    const Codes codes = read_codes(phrase.tokens);
    const bool bare = codes.size() < 2 || says_more_at(wanted.token) ||
                      (codes.size() == 2 && state_in(codes) != kNoEntry);
    if (auto actor = bare ? of_kind(noun.bodies, wanted) : std::nullopt) return actor;
  }
  const bool source = noun.is(kSourceRole) && noun.number == Number::kSingular;
  if (source && cast_.last_source) {
    const ActorKind kind = document_.actors[*cast_.last_source].kind;
    if (kind == ActorKind::kOrganization || kind == ActorKind::kUnnamed) return cast_.last_source;
  }
  return std::nullopt;
}

// «الإسكان»: السوق مستقرة ¶ قالت وزارة الإسكان …: a headline tells a body by what it is for, and
// the next lines name it.
std::optional<ActorIndex> Casting::body_of_headline(const Phrase& phrase,
                                                    const Wanted& wanted) const {
  const TokenIndex token = phrase.tokens.begin;
  if (phrase.head != PhraseHead::kOther || paragraph_of(token) > 0) return std::nullopt;
  if (wanted.codes.empty() || !word(token).has(kAl)) return std::nullopt;
  const auto first = first_mentioned([&](ActorIndex actor) {
    const Member& member = cast_.members[actor];
    const Actor& body = document_.actors[actor];
    if (body.kind != ActorKind::kOrganization || body.number == Number::kPlural) return false;
    if (member.heads.empty() || paragraph_of(member.places.front()) == 0) return false;
    return std::all_of(wanted.codes.begin(), wanted.codes.end(), [&](Code code) {
      return code != member.heads.front() &&
             std::find(member.codes.begin(), member.codes.end(), code & ~kPortfolioCode) !=
                 member.codes.end();
    });
  });
  return first && is_in_lead(*first, token) ? first : std::nullopt;
}

// "A research institute said" in the lead, and the next lines name it with the same noun.
std::optional<ActorIndex> Casting::body_named_later(const Wanted& wanted) const {
  if (paragraph_of(wanted.token) > 1 || wanted.codes.empty()) return std::nullopt;
  const auto found = cast_.by_head.find(wanted.codes.front());
  if (found == cast_.by_head.end()) return std::nullopt;
  const EntryIndex state = state_in(wanted.codes);
  for (ActorIndex actor : found->second) {
    const Member& member = cast_.members[actor];
    const Actor& named = document_.actors[actor];
    if (named.kind != ActorKind::kOrganization || member.codes.size() < 2) continue;
    if (named.number == Number::kPlural) continue;
    if (!introduced_behind(member, wanted.token)) continue;
    const EntryIndex theirs =
        member.entry == kNoEntry ? state_in(member.codes) : actors_.entry(member.entry).state;
    if (state == kNoEntry || theirs == kNoEntry || state == theirs) return actor;
  }
  return std::nullopt;
}

// وزارة الداخلية في سيراف, وزارة الداخلية السيرافية: the body is called by the name with its
// attribute.
void Casting::call_by_attribute(ActorIndex actor, const Phrase& phrase) {
  constexpr std::string_view kIn = " في ";
  const bool attribute = phrase.tokens.size() > 2 && word(phrase.tokens.end - 1).is(kNisbaRole);
  if (!attribute || document_.actors[actor].kind != ActorKind::kOrganization) return;
  if (document_.actors[actor].name.find(kIn) == std::string::npos) return;
  std::string name = text_of(phrase.tokens);
  if (name.find(kIn) == std::string::npos) call(actor, std::move(name), true);
}

// اتحاد الصناعات (BDI): the body without the brackets behind its name, which hold another one.
ActorIndex Casting::new_body(TokenRange range) {
  constexpr TokenIndex kLongest = 3;  // words in the brackets
  TokenIndex open = range.end;
  if (range.size() > 3 && document_.tokens[range.end - 1].mark == U')') {
    for (TokenIndex t = range.end - 1; t > range.begin && range.end - 1 - t <= kLongest; --t) {
      if (document_.tokens[t].mark == U'(') open = t;
    }
  }
  if (open == range.end || open <= range.begin || open + 2 >= range.end)
    return unnamed(range, ActorKind::kOrganization);
  const ActorIndex body = unnamed({range.begin, open}, ActorKind::kOrganization);
  std::string alias = text_of({open + 1, range.end - 1});
  cast_.by_text.emplace(fold(alias), body);
  call(body, std::move(alias), false);
  return body;
}

std::optional<ActorIndex> Casting::resolve_common(const Phrase& phrase, bool create) {
  const TokenIndex token = phrase.tokens.begin;
  const ActorWord& noun = word(phrase.noun == kNoToken ? token : phrase.noun);
  if (auto actor = resolve_pointer(phrase)) return actor;
  if (phrase.head == PhraseHead::kOther) {  // a surname, perhaps behind a rank
    const TokenIndex last = phrase.tokens.end - 1;
    const bool lone = token == last || phrase.noun == last;
    if (auto actor = lone ? known_by_name(last) : std::nullopt) return actor;
  }
  if (phrase.head == PhraseHead::kDocument) {
    if (auto actor = resolve_document(phrase)) return actor;
  }
  Wanted wanted;
  wanted.codes = read_codes(phrase.tokens);
  wanted.token = token;
  wanted.kinds =
      head_bit(phrase.head) | head_bit(PhraseHead::kInstitution) | head_bit(PhraseHead::kEntry);
  wanted.number = noun.number;
  wanted.body = noun.is(kInstitutionRoles);
  wanted.every_side = true;
  wanted.source = create && noun.is(kSourceRole);  // once those who spoke are known
  const bool body = phrase.head == PhraseHead::kInstitution;
  const bool press = noun.is(kMediaRole) && noun.number == Number::kPlural;  // الصحف, not one
  if (phrase.definite && !press) {
    if (auto actor = resolve_body(phrase, wanted)) {
      call_by_attribute(*actor, phrase);
      return actor;
    }
  } else if (body && !noun.is(kPlaceRole) && noun.number == Number::kSingular) {
    if (auto actor = body_named_later(wanted)) return actor;
  }
  if (auto actor = body_of_headline(phrase, wanted)) return actor;
  if (!create) return std::nullopt;
  const ActorIndex actor =
      body ? new_body(phrase.tokens) : unnamed(phrase.tokens, ActorKind::kUnnamed);
  cast_.members[actor].head = phrase.head;
  document_.actors[actor].gender = noun.gender;
  document_.actors[actor].number = noun.number;
  if (!wanted.codes.empty()) add_codes(actor, wanted.codes);
  if (body) set_behalf(actor, phrase);
  return actor;
}

// How one of several is called in the name of all: by the name that the document gives.
std::string Casting::name_in_list(const Phrase& phrase) {
  std::optional<ActorIndex> actor;
  if (phrase.head == PhraseHead::kEntry) {
    const RegisterEntry& row = actors_.entry(phrase.entry);
    const bool capital = row.kind == EntryKind::kCapital;
    actor = of_entry(capital ? row.state : phrase.entry, phrase.name);
  } else if (phrase.head == PhraseHead::kPerson || phrase.head == PhraseHead::kTitle) {
    actor = resolve(phrase, phrase.head == PhraseHead::kPerson);
  } else if (phrase.tokens.size() == 1) {
    actor = known_by_name(phrase.tokens.begin);
  }
  return actor ? document_.actors[*actor].name : text_of(phrase.tokens);
}

// Several who speak together.
ActorIndex Casting::joint_source(TokenRange range) {
  std::string name;
  TokenIndex begin = range.begin;
  const bool each = word(begin).is(kQuantifierRole) && begin + 2 < range.end &&
                    is_word(begin + 1) && word(begin + 1).joints == kJoinMin;
  if (each && word(begin + 2).is(kTitleRoles | kHonorificRoles | kGivenNameRole)) {
    begin += 2;  // كل من | فلان وعلان
  }
  for (TokenIndex t = begin; t < range.end;) {
    if (!is_word(t)) {  // فلان، وعلان
      ++t;
      continue;
    }
    const Phrase part = parse_single_phrase(document_, actors_, t);
    const TokenRange words{t, part.tokens.empty() ? t + 1 : std::min(part.tokens.end, range.end)};
    if (!name.empty()) name += word(t).joined() ? " و" : " ";
    name += part.tokens.empty() ? text_of(words) : name_in_list(part);
    t = words.end;
  }
  const ActorIndex actor = called(std::move(name), ActorKind::kGroup);
  document_.actors[actor].number = Number::kPlural;
  return actor;
}

// Whether two mentions that stand side by side are told together: فلان وفلان, فلان مع فلان, and as
// subject and object (التقى فلان | نظيره فلانا).
bool Casting::told_together(const Mention& first, const Mention& second) const {
  const TokenIndex begin = second.tokens.begin;
  if (first.actor == second.actor) return false;
  const ActorWord& head = word(begin);
  if (first.tokens.end == begin) return head.joined() || head.is(kTitleRoles);
  const bool comma = first.tokens.end + 1 == begin && document_.tokens[begin - 1].mark == U'،';
  if (comma && head.joined()) return true;
  return first.tokens.end + 1 == begin && is_word(begin - 1) && word(begin - 1).joints == kJoinMaa;
}

// The two who were last told together before a token, of the kinds that the roles of a noun say:
// with a title two persons, with a place two states, of people two sides. Needs all mentions in
// order.
std::optional<ActorIndex> Casting::last_pair(TokenIndex before, uint32_t roles) {
  constexpr size_t kReach = 100;  // mentions looked at
  const auto& mentions = document_.mentions;
  auto last =
      std::lower_bound(mentions.begin(), mentions.end(), before,
                       [](const Mention& m, TokenIndex begin) { return m.tokens.begin < begin; });
  for (size_t looked = 0; looked < kReach && last != mentions.begin(); ++looked) {
    const Mention& second = *--last;
    if (last == mentions.begin()) break;
    auto first = std::prev(last);
    while (first != mentions.begin() && first->tokens.end > second.tokens.begin) --first;
    while (first != mentions.begin() && std::prev(first)->tokens.end >= first->tokens.end) {
      --first;  // within a longer one
    }
    if (!told_together(*first, second)) continue;
    const ActorKind kind = document_.actors[first->actor].kind;
    const bool persons = kind == ActorKind::kPerson;
    const bool known = persons || !document_.actors[first->actor].key.empty();
    if (!known || kind != document_.actors[second.actor].kind) continue;
    if ((roles & kTitleRoles) != 0 && !persons) continue;
    if ((roles & kPlaceRole) != 0 && kind != ActorKind::kState) continue;
    if ((roles & kPeopleRole) != 0 && of_one_state(first->actor, second.actor)) continue;
    const ActorIndex pair =
        called(document_.actors[first->actor].name + " و" + document_.actors[second.actor].name,
               ActorKind::kGroup);
    document_.actors[pair].number = Number::kPlural;
    return pair;
  }
  return std::nullopt;
}

// Two persons of one state are no two sides (الجانبان).
bool Casting::of_one_state(ActorIndex first, ActorIndex second) const {
  const EntryIndex state = state_known_of(first);
  return state != kNoEntry && state == state_known_of(second);
}

// الرجلان, الوزيران, الطرفان: the two who were last told together.
std::optional<ActorIndex> Casting::pair_meant(const Phrase& phrase) {
  if (phrase.noun == kNoToken || !phrase.definite || phrase.tokens.size() > 2) return std::nullopt;
  const ActorWord& noun = word(phrase.noun);
  if (noun.number != Number::kDual || !noun.is(kTitleRoles | kPeopleRole | kPlaceRole)) {
    return std::nullopt;
  }
  return last_pair(phrase.tokens.begin, noun.roles);
}

}  // namespace musnad
