#include "actors/mentions.h"

namespace musnad {
namespace {

// Whether a state or its capital begins at a token that could be a verb: وقالت عدن, وقالت تل أبيب.
bool is_place_like_verb(const Document& document, const Register& actors, TokenIndex t) {
  const EntryMatch match = match_entry(document, t);
  if (match.entry == kNoEntry) return false;
  const EntryKind kind = actors.entry(match.entry).kind;
  if (kind != EntryKind::kState && kind != EntryKind::kCapital) return false;
  if (match.tokens.size() > 1) return true;
  if (t == 0 || document.tokens[t].line_begin) return false;
  const ActorWord& before = *document.tokens[t - 1].actor;  // behind which no verb stands
  return before.reports || before.kind == WordClass::kVerb ||
         before.kind == WordClass::kPreposition;
}

// Whether a phrase of an actor can begin with the token. `tagged`: the tagger sees a person's name
// begin there.
bool can_begin(const Document& document, const Register& actors, TokenIndex t, bool tagged) {
  if (document.tokens[t].kind == TokenKind::kPunctuation) return false;
  const ActorWord& w = *document.tokens[t].actor;
  const bool told = w.reports && document.token_text(t).ends_with("ى") &&  // روى, not روي (Roy)
                    document.tokens[t].word->best().tense == Tense::kPerfect;
  if (tagged && !told && w.kind != WordClass::kBreak) return true;
  if ((w.kind == WordClass::kVerb || w.reports) && !w.has(kAl)) {
    if (is_place_like_verb(document, actors, t)) return true;
    // سالم القرشي: a first name that could be a verb, before what can be a surname, not a subject.
    if (t + 1 == document.tokens.size()) return false;
    const ActorWord& next = *document.tokens[t + 1].actor;
    if (w.is(kParticleRole) && document.token_text(t) == "آل") {  // آل الشيخ, وأضاف آل مريح
      const bool told = t > 0 && document.tokens[t - 1].actor->reports;
      return next.has(kAl) || (told && next.kind != WordClass::kPreposition && !next.prefixed());
    }
    if (!w.is(kGivenNameRole) || w.reports) return false;
    return next.kind == WordClass::kName ||
           (next.kind == WordClass::kAdjective && next.has(kAl) && next.roles == 0);
  }
  // عدد كبير من النواب: nobody is called great.
  if (w.is(kTitleRoles) && w.adjective && !w.has(kAl) && t > 0 &&
      document.tokens[t - 1].actor->is(kQuantifierRole)) {
    return false;
  }
  // زيارة مقررة للرئيس: what is planned, no rapporteur.
  if (w.is(kTitleRoles) && w.adjective && w.gender == Gender::kFeminine && !w.has(kAl) && t > 0) {
    const ActorWord& before = *document.tokens[t - 1].actor;
    if (before.kind == WordClass::kNoun && before.gender == Gender::kFeminine &&
        !before.definite() && !before.is(kNounRoles)) {
      return false;
    }
  }
  // مؤتمر صحفي: no journalist.
  if (w.is(kProfessionRole) && w.nisba_shape && !w.has(kAl) && t > 0 &&
      document.tokens[t - 1].actor->is(kOccasionRole)) {
    return false;
  }
  const bool faction = w.kind == WordClass::kAdjective && w.nisba_shape && w.roles == 0;
  if ((w.is(kNisbaRole) || faction) && w.has(kAl) && t > 0 &&
      document.tokens[t - 1].actor->kind == WordClass::kVerb) {
    return true;  // وأعلن الفرنسي فلان, الجمهوري فلان
  }
  return w.first != kNoRegisterWord || w.is(kNounRoles | kGivenNameRole | kParticleRole);
}

// قال ضابط كبير: whether one person is told of where he who speaks is; not رأى استشاري طب | وجراحة.
bool speaks_alone(const Document& document, const Phrase& phrase) {
  const TokenIndex begin = phrase.tokens.begin, end = phrase.tokens.end;
  if (begin == 0 || document.tokens[begin].line_begin) return false;
  if (!document.tokens[begin - 1].actor->reports) return false;
  if (document.tokens[phrase.noun].actor->number != Number::kSingular) return false;
  return end == document.tokens.size() || !document.tokens[end].actor->joined();
}

// كونه نائبا للرئيس, بصفته وزيرا: what somebody is, not who.
bool is_predicate(const Document& document, const Phrase& phrase) {
  if (phrase.definite || phrase.tokens.begin == 0) return false;
  if (document.tokens[phrase.tokens.begin].line_begin) return false;
  const ActorWord& before = *document.tokens[phrase.tokens.begin - 1].actor;
  const bool his = before.pronoun && before.kind != WordClass::kVerb;
  return his && document.tokens[phrase.noun].actor->accusative;
}

// موارد النفط والغاز: what a thing is of, no ministry; not بيان الخارجية, مقر الدفاع.
bool is_of_thing(const Document& document, TokenIndex portfolio) {
  if (portfolio == 0 || document.tokens[portfolio].line_begin) return false;
  const ActorWord& w = *document.tokens[portfolio].actor;
  const ActorWord& before = *document.tokens[portfolio - 1].actor;
  const bool construct = before.kind == WordClass::kNoun && !before.definite() && !before.words &&
                         !before.masdar && !before.is(kNounRoles) && !before.accusative;
  return construct && w.has(kAl) && !w.nisba_shape && !w.joined() && !w.prefixed();
}

// Whether a phrase says enough to be kept without knowing that somebody speaks or acts there.
bool stands_for_actor(const Document& document, const Phrase& phrase) {
  const ActorWord& noun =
      *document.tokens[phrase.noun == kNoToken ? phrase.tokens.begin : phrase.noun].actor;
  switch (phrase.head) {
    case PhraseHead::kPerson:
      return phrase.name.size() > 1 || !phrase.title.empty() || phrase.entry != kNoEntry ||
             phrase.tokens.size() > phrase.name.size();
    case PhraseHead::kEntry:
      return true;
    case PhraseHead::kInstitution:
      if (noun.is(kPortfolioRole) && is_of_thing(document, phrase.tokens.begin)) return false;
      return phrase.definite && !noun.is(kPlaceRole);
    case PhraseHead::kTitle:
      if (is_predicate(document, phrase)) return false;
      return phrase.definite ||  // not عدوانا كبيرا, قائمة بالأسماء
             (noun.is(kOfficeRole | kSpokesmanRole | kEnvoyRole) && !noun.adjective) ||
             speaks_alone(document, phrase);
    case PhraseHead::kGroup:
      return noun.is(kSourceRole);
    default:
      return false;
  }
}

// States and institutions within the title of a phrase, and persons whom it names with a title of
// their own (المتحدث باسم الرئيس فلان). What a minister is in charge of (وزير الخارجية الفرنسي) is
// none.
void find_inner(const Document& document, const Register& actors, TokenRange within,
                std::vector<Phrase>& found) {
  for (TokenIndex t = within.begin; t < within.end; ++t) {
    if (document.tokens[t].kind == TokenKind::kPunctuation) continue;
    const ActorWord& w = *document.tokens[t].actor;
    const bool titled = w.is(kTitleRoles) && w.has(kAl);
    const bool body = w.first != kNoRegisterWord || w.is(kInstitutionRoles);
    if (!body && !titled) continue;
    const ActorWord& before = *document.tokens[t - 1].actor;
    const bool governed = before.kind == WordClass::kPreposition || w.prefixed() ||
                          (before.joints & kJoinBism) != 0;  // باسم الخارجية
    if (w.is(kPortfolioRole) && !governed) continue;
    const Phrase inner = parse_single_phrase(document, actors, t);
    const bool person = inner.head == PhraseHead::kPerson;
    const bool called = titled && !inner.title.empty() && inner.name.size() > 1;
    const bool counts = person ? called : body && stands_for_actor(document, inner);
    if (inner.tokens.end > within.end || !counts) continue;
    found.push_back(inner);
    t = inner.tokens.end - 1;
  }
}

}  // namespace

std::vector<Phrase> find_phrases(const Document& document, const Register& actors) {
  std::vector<Phrase> found;
  const auto size = static_cast<TokenIndex>(document.tokens.size());
  auto name = document.names.begin();
  for (TokenIndex t = 0; t < size; ++t) {
    while (name != document.names.end() && name->tokens.begin < t) ++name;
    const bool tagged =
        name != document.names.end() && name->tokens.begin == t && name->type == NameType::kPerson;
    if (!can_begin(document, actors, t, tagged)) continue;
    const Phrase phrase = parse_single_phrase(document, actors, t);
    if (phrase.head == PhraseHead::kDocument) {
      found.push_back(phrase);
      continue;
    }
    if (phrase.tokens.empty() || !stands_for_actor(document, phrase)) continue;
    found.push_back(phrase);
    for (TokenRange title : {phrase.title, phrase.second_title}) {
      if (!title.empty()) find_inner(document, actors, {title.begin + 1, title.end}, found);
    }
    t = phrase.tokens.end - 1;
  }
  return found;
}

}  // namespace musnad
