// Names of persons within a phrase: what leads up to them, how far they go, and names in quotation
// marks or brackets.
#include <algorithm>

#include "actors/phrase_parser.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr TokenIndex kLongestName = 12;   // words
constexpr TokenIndex kLongestQuoted = 5;  // tokens in quotation marks or brackets within a phrase

// The quotation whose opening mark is the token, nullptr where there is none.
const Quotation* quotation_opened_by(const Document& document, TokenIndex mark) {
  const auto found =
      std::lower_bound(document.quotations.begin(), document.quotations.end(), mark,
                       [](const Quotation& q, TokenIndex t) { return q.tokens.begin < t + 1; });
  return found != document.quotations.end() && found->open == mark ? &*found : nullptr;
}

}  // namespace

// د. / الدكتور / معالي / صاحب السمو الملكي …: before a name or a title.
bool PhraseParser::honorifics() {
  const TokenIndex begin = at_;
  while (word(at_)) {
    const ActorWord& w = here();
    const bool rank = at_ > begin && at(at_ - 1).is(kRankRole);  // العميد ركن, الفريق أول
    const bool counts = (w.is(kPrefixRole | kRankRole | kRoyalRole) && w.has(kAl)) ||
                        (rank && w.is(kRankRole | kLooseRole)) ||
                        (w.is(kStyleRole) && !w.pronoun && word(at_ + 1)) ||
                        (w.is(kShortRole) && (mark(at_ + 1, U'.') || mark(at_ + 1, U'/')));
    if (!counts) break;
    // "السفير الفلسطيني": a title with its attribute, not a form of address.
    const bool before_another =
        word(at_ + 1) && at(at_ + 1).is(kHonorificRoles) && at(at_ + 1).has(kAl);
    if (w.is(kTitleRoles) && !name_begins(at_ + 1) && !w.is(kStyleRole) && !before_another) break;
    ++at_;
    while (mark(at_, U'.') || mark(at_, U'/')) ++at_;
  }
  return at_ != begin;
}

EntryIndex PhraseParser::person_name(TokenRange* name) {
  const TokenIndex begin = at_;
  EntryMatch known = match_entry(document_, actors_, at_);
  if (known.entry != kNoEntry && actors_.entry(known.entry).kind == EntryKind::kPerson) {
    at_ = std::min(known.tokens.end, limit_);
  } else {
    known = {};
    ++at_;
  }
  const bool whole = at_ - begin > 2;  // a known name of three words goes on with a particle only
  const Name* tagged = name_at(begin);
  const bool tagged_alone = tagged != nullptr && tagged->tokens.end == begin + 1;
  bool particle = at(at_ - 1).is(kParticleRole) && !at(at_ - 1).is(kGivenNameRole);
  while (at_ < limit_ && at_ - begin < kLongestName) {
    if (joining_mark(at_)) {
      at_ += 2;
      continue;
    }
    if (!word(at_)) break;
    const ActorWord& w = here();
    const bool joins = w.is(kParticleRole) && joins_names(at_);
    const bool bare = !w.joined() && !w.prefixed() && (!w.pronoun || named(at_));
    const bool common = w.is(kTitleRoles) && at_ - begin > 1 && !named(at_);  // X نجم المهرجان
    const bool name =
        bare && ((w.is(kGivenNameRole) && given_name(at_) && !common) || named(at_) ||
                 (w.kind == WordClass::kName && !w.is(kNounRoles | kTimeRole) && !accusative(at_)));
    // سميع الحق, راجح بادي: a first name alone takes any word of no other role behind it.
    const bool surname = bare && at_ - begin == 1 && !tagged_alone && w.roles == 0 && !w.masdar &&
                         !accusative(at_) &&
                         (w.kind == WordClass::kNoun || w.kind == WordClass::kAdjective) &&
                         at(begin).is(kGivenNameRole);
    const bool behind_particle = particle && w.kind != WordClass::kBreak && !w.is(kTimeRole) &&
                                 w.kind != WordClass::kPreposition && !w.joined() && !w.prefixed();
    if (!(joins || name || surname || behind_particle)) break;
    if (whole && !joins && !behind_particle) break;
    if (!particle && !named(at_) && !w.is(kGivenNameRole) && names_no_person(at_)) break;
    particle = joins;
    ++at_;
  }
  if (name->empty()) *name = {begin, at_};
  has_name_ = true;
  return at_ == known.tokens.end ? known.entry : kNoEntry;
}

// The name of the one whom the phrase means.
void PhraseParser::own_name() {
  if (const EntryIndex entry = person_name(&phrase_.name); entry != kNoEntry) phrase_.entry = entry;
}

// A person's name that is not the name of the one whom the phrase means.
void PhraseParser::complement_name() {
  const bool had_name = has_name_;
  TokenRange name;
  person_name(&name);
  has_name_ = had_name;
}

// "X", «X» or (X) where a name is due: short, without a verb.
bool PhraseParser::quoted() {
  if (at_ >= limit_ || !is_quotation_mark(document_.tokens[at_].mark)) return false;
  const Quotation* quotation = quotation_opened_by(document_, at_);
  if (quotation == nullptr || quotation->close == kNoToken || quotation->close >= limit_ ||
      quotation->tokens.empty() || quotation->tokens.size() > kLongestQuoted) {
    return false;
  }
  for (TokenIndex t = quotation->tokens.begin; t < quotation->tokens.end; ++t) {
    if (!word(t)) continue;
    const bool verb = at(t).kind == WordClass::kVerb && !surely_name(t);
    const bool first = t == quotation->tokens.begin;
    if (first && (verb || at(t).prefixed() || at(t).joined())) return false;
    if (at(t).kind == WordClass::kBreak && !at(t).is(kTimeRole)) return false;
  }
  at_ = quotation->close + 1;
  return true;
}

bool PhraseParser::bracketed() {
  if (!mark(at_, U'(')) return false;
  for (TokenIndex t = at_ + 1; t < limit_ && t <= at_ + 2 * kLongestQuoted; ++t) {
    if (mark(t, U')')) {
      if (t == at_ + 1) return false;
      at_ = t + 1;
      return true;
    }
    if (!word(t)) {
      if (document_.tokens[t].mark != U'.') return false;
      continue;
    }
    const ActorWord& w = at(t);
    const bool initial = mark(t + 1, U'.') || mark(t - 1, U'.');
    if (w.kind == WordClass::kVerb || w.is(kTimeRole)) return false;
    if (w.kind == WordClass::kBreak && !initial) return false;
  }
  return false;
}

void PhraseParser::name_behind_title(bool complete) {
  const TokenIndex before = at_;
  const bool honored = honorifics();
  const TokenIndex begin = at_;
  if (quoted()) {
    phrase_.name = {begin + 1, at_ - 1};
  } else if (word(at_) && (honored || complete) && name_behind(at_)) {
    own_name();
  }
  if (!phrase_.name.empty()) {
    phrase_.head = PhraseHead::kPerson;
    return;
  }
  if (!honored) at_ = before;
}

// المراقب الدائم لدى المنظمة في نيويورك السفير فلان: complements and places stand between a title
// and the name, which a definite honorific or second title then brings in; a name that the tagger
// sees needs none.
void PhraseParser::distant_name() {
  constexpr TokenIndex kReach = 16;
  if (phrase_.head != PhraseHead::kTitle) return;
  // Behind a verb that takes a person (دعا الرئيس السفير فلانا) only a place or complement may lead
  // there.
  const bool object = begin_ > 0 && document_.tokens[begin_ - 1].actor->takes_person;
  bool joined = !object;
  bool complement = false;
  for (TokenIndex t = at_; t < at_ + kReach && word(t) && word(t + 1); ++t) {
    const ActorWord& w = at(t);
    // للجبيل وينبع الأمير فلان: also the second of two places that complete the title.
    const bool second_place = place(t) || (w.joined() && !w.reports && !w.is(kNounRoles));
    const bool ends =
        w.joined() || w.pronoun || w.kind == WordClass::kVerb || w.kind == WordClass::kBreak;
    if (ends && !second_place) return;
    if (w.is(kTimeRole | kOccasionRole | kAddresseeRole)) return;
    const bool preposition = w.kind == WordClass::kPreposition;
    const bool led_to = joined && !w.prefixed() && w.has(kAl) &&
                        w.is(kHonorificRoles | kTitleRoles) &&
                        (at(t + 1).is(kGivenNameRole) || named(t + 1));
    const bool alone = complement && !object && w.is(kGivenNameRole) && named(t) && named(t + 1);
    joined = joined || preposition;
    complement = (complement || (t == at_ && (preposition || w.prefixed()))) &&
                 !w.is(kHonorificRoles | kTitleRoles);
    if (!led_to && !alone) continue;
    at_ = led_to ? t + 1 : t;
    own_name();
    phrase_.head = PhraseHead::kPerson;
    return;
  }
}

}  // namespace musnad
