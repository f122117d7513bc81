// Persons whom a title or a strange name means by what stands around it: the only one who spoke, or
// one who is named later.
#include <algorithm>

#include "actors/cast.h"

namespace musnad {
namespace {

constexpr size_t kMostSpeakers = 64;  // actors looked at for one title

}  // namespace

// "The official", "the European official": the person with any office of the state or body that is
// named, or the one without a name (مصدر قيادي كبير), who spoke last before the token; failing that
// the person who was named last.
std::optional<ActorIndex> Casting::official(const Wanted& wanted) const {
  const auto other = [&](Code code) {  // المسؤول | المقرب من المنظمة
    return (code & kStateCode) == 0 && code != wanted.codes.front();
  };
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  const EntryIndex state = state_in(wanted.codes);
  const size_t size = cast_.members.size();
  for (size_t i = size > kMostSpeakers ? size - kMostSpeakers : 0; i < size; ++i) {
    const Member& member = cast_.members[i];
    const bool named = member.head == PhraseHead::kPerson && !member.heads.empty();
    if (!named && !is_nameless_one(static_cast<ActorIndex>(i))) continue;
    if (state != kNoEntry && state_in(member.codes) != state) continue;
    const bool same = std::all_of(wanted.codes.begin(), wanted.codes.end(), [&](Code code) {
      return !other(code) ||
             std::find(member.codes.begin(), member.codes.end(), code) != member.codes.end();
    });
    if (!same) continue;
    constexpr uint32_t kSilent = 1u << 20;  // of whom nothing was quoted
    const TokenIndex spoke = last_spoken(member, wanted.token);
    if (spoke == kNoToken && !named) continue;
    const uint32_t far = distance(member, wanted.token);
    const uint32_t rank = spoke != kNoToken ? wanted.token - spoke : far + kSilent;
    if (far > wanted.token || rank >= nearest) continue;
    best = static_cast<ActorIndex>(i);
    nearest = rank;
  }
  return best;
}

// مسؤول أميركي, مصدر قيادي: a single person who is told of by no name.
bool Casting::is_nameless_one(ActorIndex actor) const {
  const Actor& one = document_.actors[actor];
  const Member& member = cast_.members[actor];
  if (one.kind != ActorKind::kUnnamed || one.number != Number::kSingular) return false;
  if (member.places.empty()) return false;  // known from a document alone: بيان للجالية
  if (member.head == PhraseHead::kTitle) return true;
  return member.head == PhraseHead::kGroup && word(member.places.front()).is(kSourceRole);
}

// Where a member is mentioned last before a token as one who speaks; kNoToken for nowhere.
TokenIndex Casting::last_spoken(const Member& member, TokenIndex before) const {
  constexpr int kMostPlaces = 256;  // looked at
  auto place = std::lower_bound(member.places.begin(), member.places.end(), before);
  for (int looked = 0; looked < kMostPlaces && place != member.places.begin(); ++looked) {
    if (speaks_at(*--place)) return *place;
  }
  return kNoToken;
}

// "The ambassador": the only person introduced before as an envoy, by whatever title, of the state.
std::optional<ActorIndex> Casting::envoy(const Wanted& wanted) const {
  const EntryIndex state = state_in(wanted.codes);
  std::optional<ActorIndex> sole;
  for (size_t i = 0; i < std::min(cast_.members.size(), kMostSpeakers); ++i) {
    const Member& member = cast_.members[i];
    if (member.head != PhraseHead::kPerson || !member.envoy) continue;
    if (state == kNoEntry || state_in(member.codes) != state) continue;
    if (member.places.empty() || member.places.front() > wanted.token) continue;
    if (sole) return std::nullopt;
    sole = static_cast<ActorIndex>(i);
  }
  return sole;
}

// Of the members of whom a test holds, and who are mentioned, the one who is so first.
std::optional<ActorIndex> Casting::first_mentioned(absl::FunctionRef<bool(ActorIndex)> fits) const {
  std::optional<ActorIndex> first;
  TokenIndex front = kNoToken;
  for (size_t i = 0; i < std::min(cast_.members.size(), kMostSpeakers); ++i) {
    const auto actor = static_cast<ActorIndex>(i);
    const auto& places = cast_.members[i].places;
    if (places.empty() || places.front() >= front || !fits(actor)) continue;
    first = actor;
    front = places.front();
  }
  return first;
}

// Whether a member is first mentioned behind a token of the headline, in the next lines.
bool Casting::is_in_lead(ActorIndex actor, TokenIndex headline) const {
  constexpr uint32_t kLead = 2;  // paragraphs
  const TokenIndex front = cast_.members[actor].places.front();
  return front >= headline && paragraph_of(front) <= kLead;
}

// "An Israeli minister said" in the headline or the lead, and the next lines name him. Of an
// official any office may be told later, if the state is the same and he is named as he speaks.
std::optional<ActorIndex> Casting::introduced_later(const Wanted& wanted, bool any_office) const {
  if (paragraph_of(wanted.token) > 1 || wanted.codes.empty()) return std::nullopt;
  const EntryIndex state = state_in(wanted.codes);
  return first_mentioned([&](ActorIndex actor) {
    const Member& member = cast_.members[actor];
    if (member.head != PhraseHead::kPerson || !introduced_behind(member, wanted.token))
      return false;
    const bool same_head = std::find(member.heads.begin(), member.heads.end(),
                                     wanted.codes.front()) != member.heads.end();
    if (same_head) return misfit(actor, wanted).has_value();
    return any_office && speaks_at(member.places.front()) && state != kNoEntry &&
           state_in(member.codes) == state;
  });
}

// سياسي نوري: الحل قريب ¶ قال فلان إن الحل قريب: he of whom a headline tells what he is, is the
// first person named in the next lines where that one speaks and is of no other state or gender.
std::optional<ActorIndex> Casting::teller_of_lead(const Phrase& phrase,
                                                  const Wanted& wanted) const {
  if (paragraph_of(wanted.token) > 0 || wanted.codes.empty()) return std::nullopt;
  const ActorWord& noun = word(phrase.noun);
  if (!noun.is(kOfficialRole | kProfessionRole)) return std::nullopt;
  const auto first = first_mentioned([&](ActorIndex actor) {
    const Member& member = cast_.members[actor];
    return member.head == PhraseHead::kPerson && speaks_at(member.places.front());  // not who wrote
  });
  if (!first || !is_in_lead(*first, wanted.token)) return std::nullopt;
  const EntryIndex state = state_in(wanted.codes), theirs = state_known_of(*first);
  const bool foreign = state != kNoEntry && theirs != kNoEntry && state != theirs;
  return foreign || other_gender(*first, wanted) ? std::nullopt : first;
}

// "A spokeswoman said … Dana Weston added": who speaks next by a name that the text neither knows
// before nor explains is the one who was just told of by title.
std::optional<ActorIndex> Casting::named_next(const Phrase& phrase, const Wanted& wanted) const {
  constexpr TokenIndex kReach = 80;
  if (!speaks_at(wanted.token)) return std::nullopt;
  const auto next = first_mentioned([&](ActorIndex actor) {
    const Member& member = cast_.members[actor];
    return member.head == PhraseHead::kPerson && member.places.front() >= phrase.tokens.end;
  });
  if (!next) return std::nullopt;
  const TokenIndex first = cast_.members[*next].places.front();
  if (first >= phrase.tokens.end + kReach) return std::nullopt;
  if (!speaks_at(first) || !word(first - 1).joined()) return std::nullopt;
  for (TokenIndex t = phrase.tokens.end; t < first; ++t) {  // another one without a name speaks
    if (is_word(t) && word(t).is(kTitleRoles) && !word(t).has(kAl) && speaks_at(t))
      return std::nullopt;
  }
  const Member& member = cast_.members[*next];
  if (!member.heads.empty() || other_gender(*next, wanted)) return std::nullopt;
  // "A senior official said … Dana Weston said": perhaps another one.
  if (word(phrase.noun).is(kOfficialRole) && !says_more_at(first)) return std::nullopt;
  if (member.entry == kNoEntry) return next;
  // Of a known person the text would tell as much as his state.
  const bool official = word(phrase.noun).is(kOfficialRole);
  const EntryIndex state = state_in(wanted.codes);
  const bool fits = !official && state != kNoEntry && actors_.entry(member.entry).state == state;
  return fits ? next : std::nullopt;
}

// The same where the name is a surname alone, which is an actor only as somebody speaks.
std::optional<ActorIndex> Casting::name_of_titled(const Phrase& phrase) {
  constexpr TokenIndex kReach = 80;
  if (!cast_.last_source || phrase.tokens.size() != 1) return std::nullopt;
  const TokenIndex token = phrase.tokens.begin;
  const ActorIndex actor = *cast_.last_source;
  Member& member = cast_.members[actor];
  if (member.head != PhraseHead::kTitle || document_.actors[actor].kind != ActorKind::kUnnamed ||
      document_.actors[actor].number != Number::kSingular || member.entry != kNoEntry) {
    return std::nullopt;
  }
  if (word(token).kind != WordClass::kName || word(token).has(kAl) || !speaks_at(token)) {
    return std::nullopt;
  }
  if (member.places.empty() || token - member.places.front() > kReach) return std::nullopt;
  return give_name(actor, phrase.tokens) ? std::optional(actor) : std::nullopt;
}

// Whether somebody who was told of by a title could be called by a name.
bool Casting::give_name(ActorIndex actor, TokenRange range) {
  const Name name = read_name(range);
  if (name.empty()) return false;
  Member& member = cast_.members[actor];
  document_.actors[actor].kind = ActorKind::kPerson;
  member.head = PhraseHead::kPerson;
  member.name.assign(name.begin(), name.end());
  member.said = name.size();
  call(actor, text_of(range), true);
  index(actor);
  return true;
}

// القرشي: الجسر آمن ¶ قال الناطق باسم الوزارة إن الجسر آمن: a surname that nobody has, before the
// colon of a headline, is that of the first who speaks in the next lines, where he is told of by a
// title.
std::optional<ActorIndex> Casting::name_of_headline(const Phrase& phrase) {
  const TokenIndex token = phrase.tokens.begin;
  if (paragraph_of(token) > 0 || phrase.tokens.size() != 1) return std::nullopt;
  if (token + 1 >= document_.tokens.size() || document_.tokens[token + 1].mark != U':')
    return std::nullopt;
  if (word(token).kind != WordClass::kName || word(token).roles != 0) return std::nullopt;
  const musnad::Name* tagged = name_at(document_, token);
  const bool person = tagged != nullptr && tagged->type == NameType::kPerson;
  if (!person && !word(token).nisba_shape) return std::nullopt;  // سيراف: a town
  const auto first = first_mentioned(
      [&](ActorIndex actor) { return speaks_at(cast_.members[actor].places.front()); });
  if (!first || !is_in_lead(*first, token)) return std::nullopt;
  const bool titled = cast_.members[*first].head == PhraseHead::kTitle &&
                      document_.actors[*first].kind == ActorKind::kUnnamed &&
                      document_.actors[*first].number == Number::kSingular;
  return titled && give_name(*first, phrase.tokens) ? first : std::nullopt;
}

// وأضاف المتحدث العسكري: as the text goes on, the person who was told by the same noun last,
// whatever its adjectives; not one of another state.
std::optional<ActorIndex> Casting::last_of_noun(const Wanted& wanted) const {
  const auto found =
      wanted.codes.empty() ? cast_.by_head.end() : cast_.by_head.find(wanted.codes.front());
  if (found == cast_.by_head.end()) return std::nullopt;
  const EntryIndex state = state_in(wanted.codes);
  std::optional<ActorIndex> last;
  uint32_t nearest = wanted.token;
  for (ActorIndex actor : found->second) {
    const Member& member = cast_.members[actor];
    const EntryIndex theirs = state_in(member.codes);
    const bool foreign = state != kNoEntry && theirs != kNoEntry && state != theirs;
    const uint32_t far = distance(member, wanted.token);
    if (member.head != PhraseHead::kPerson || foreign || other_gender(actor, wanted)) continue;
    if (far >= nearest) continue;
    last = actor;
    nearest = far;
  }
  return last;
}

// الناطق باسم منظمة كذا: the person named last before who speaks for the same one, however it was
// told.
std::optional<ActorIndex> Casting::spokesman(const Phrase& phrase, const Wanted& wanted) {
  if (phrase.complement.empty() || wanted.codes.empty()) return std::nullopt;
  const auto whose = behalf_in(phrase);
  if (!whose) return std::nullopt;
  std::optional<ActorIndex> last;
  uint32_t nearest = wanted.token;
  for (size_t i = 0; i < std::min(cast_.members.size(), kMostSpeakers); ++i) {
    const auto actor = static_cast<ActorIndex>(i);
    const uint32_t far = distance(cast_.members[i], wanted.token);
    if (document_.actors[i].behalf != whose || !is_called(actor, wanted.codes.front())) continue;
    if (other_gender(actor, wanted) || far >= nearest) continue;
    last = actor;
    nearest = far;
  }
  return last;
}

// Whether the person is named at a place as one who speaks.
bool Casting::speaks_at(TokenIndex place) const { return place > 0 && word(place - 1).reports; }

// وأضاف | الزعيم: whether somebody is named at a place as one who goes on to speak.
bool Casting::says_more_at(TokenIndex place) const {
  return place > 0 && word(place - 1).says_more;
}

// المسؤول الأوروبي, after only a minister of Noria spoke.
bool Casting::is_of_another_state(ActorIndex actor, const Phrase& phrase) const {
  const EntryIndex theirs = state_known_of(actor);
  if (theirs == kNoEntry) return false;
  for (TokenIndex t = phrase.title.begin; t < phrase.title.end; ++t) {
    if (is_word(t) && word(t).is(kNisbaRole) && word(t).state != theirs) return true;
  }
  return false;
}

// تطرق الضابط نفسه: the one who was told of with the noun, not who spoke with another.
bool Casting::is_same_again(const Phrase& phrase) const {
  const TokenIndex next = phrase.title.end;
  return next < document_.tokens.size() && is_word(next) && word(next).is(kBackRole) &&
         word(next).pronoun;
}

// "The dean of the diplomatic corps added": a title that nobody has, of one who speaks, means the
// only person who spoke before.
std::optional<ActorIndex> Casting::sole_speaker(const Phrase& phrase, const Wanted& wanted) const {
  if (!speaks_at(wanted.token) || is_same_again(phrase)) return std::nullopt;
  const ActorWord& noun = word(phrase.noun);
  const bool post = noun.is(kOfficeRole | kEnvoyRole | kSpokesmanRole) && !noun.is(kOfficialRole);
  std::optional<ActorIndex> sole;
  for (size_t i = 0; i < std::min(cast_.members.size(), kMostSpeakers); ++i) {
    const auto actor = static_cast<ActorIndex>(i);
    const Member& member = cast_.members[i];
    if (member.head != PhraseHead::kPerson) continue;
    // A post is told with the name of the one who holds it, so that another's means another.
    if (post && !says_more_at(wanted.token)) continue;
    if (last_spoken(member, wanted.token) == kNoToken) continue;
    if (sole) return std::nullopt;
    sole = actor;
  }
  if (!sole || contradicts(*sole, wanted) || is_of_another_state(*sole, phrase))
    return std::nullopt;
  const auto& places = cast_.members[*sole].places;
  const bool in_title = std::any_of(places.begin(), places.end(), [&](TokenIndex place) {
    return phrase.tokens.contains(place);  // المتحدث باسم فلان
  });
  return in_title ? std::nullopt : sole;
}

}  // namespace musnad
