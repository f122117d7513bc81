// Names of persons within a phrase: what leads up to them, how far they go, and names in quotation
// marks or brackets.
#include <algorithm>

#include "actors/phrase_parser.h"
#include "morphology/agreement.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr TokenIndex kLongestName = 12;   // words
constexpr TokenIndex kLongestQuoted = 5;  // tokens in quotation marks or brackets within a phrase

}  // namespace

// د. / الدكتور / معالي / صاحب السمو الملكي …: before a name or a title.
bool PhraseParser::honorifics() {
  const TokenIndex begin = at_;
  while (word(at_)) {
    const ActorWord& w = here();
    const bool rank = at_ > begin && at(at_ - 1).is(kRankRole);
    TokenIndex next = at_ + 1;
    while (mark(next, U'.') || mark(next, U'/')) ++next;
    // العميد ركن, الفريق أول, اللواء طيار, العقيد دكتور
    const bool of_rank = rank && (w.is(kRankRole | kLooseRole | kPrefixRole) ||
                                  (w.is(kAttributeRole | kProfessionRole) &&
                                   (name_begins(next) || (word(next) && at(next).is(kRankRole)))));
    const bool counts = (w.is(kPrefixRole | kRankRole | kRoyalRole) && w.has(kAl)) || of_rank ||
                        (w.is(kStyleRole) && !w.pronoun && word(at_ + 1)) ||
                        (w.is(kShortRole) && (mark(at_ + 1, U'.') || mark(at_ + 1, U'/')));
    if (!counts) break;
    // "السفير الفلسطيني": a title with its attribute, not a form of address.
    const bool before_another =
        word(at_ + 1) && at(at_ + 1).is(kHonorificRoles) &&
        (at(at_ + 1).has(kAl) || (w.is(kRankRole) && at(at_ + 1).is(kRankRole)));
    if (w.is(kTitleRoles) && !name_begins(next) && !w.is(kStyleRole) && !before_another) break;
    at_ = next;
  }
  return at_ != begin;
}

// كي, فو: a word that is something else elsewhere, between two parts of a name that the tagger
// sees.
bool PhraseParser::inside_tagged(const Name* tagged) const {
  if (tagged == nullptr || tagged->type != NameType::kPerson) return false;
  if (at_ <= tagged->tokens.begin || at_ + 1 >= tagged->tokens.end) return false;
  if (!word(at_) || here().proclitics != 0 || !word(at_ + 1) || at(at_ + 1).joined()) return false;
  if (title_of_something(at_)) return false;  // عبد الله | وزير الدفاع
  const Analysis& best = document_.tokens[at_].word->best();
  switch (here().kind) {
    case WordClass::kVerb:
      return !here().reports;
    case WordClass::kPreposition:
      return here().pronoun;
    case WordClass::kBreak:  // no word of grammar, but clitics that happen to make one
      return best.pos == Pos::kConjunction && best.proclitics != 0;
    default:
      return true;
  }
}

// وقال فهد بارباع, وأوضح غسان جمل: right behind a verb of reporting, whatever the last word of a
// name that the tagger sees is elsewhere. Not what is told (وأكد سالم تأييده, واتهم سالما بتدبيره),
// to whom (وقال سالم لراشد) or of what kind he is (سالم القرشي المقيم في …).
bool PhraseParser::ends_tagged(const Name* tagged) const {
  if (tagged == nullptr || tagged->type != NameType::kPerson) return false;
  if (at_ <= tagged->tokens.begin || at_ + 1 != tagged->tokens.end) return false;
  if (begin_ == 0 || !at(begin_ - 1).reports || !word(at_)) return false;
  const ActorWord& w = here();
  if (w.kind == WordClass::kBreak || w.kind == WordClass::kPreposition || w.has(kLi)) return false;
  if (w.is(kTimeRole) || accusative(at_)) return false;
  if (w.is(kTitleRoles) && (w.has(kAl) || !name_ends_before(at_ + 1))) return false;
  const bool known = w.kind != WordClass::kName;
  const bool described = word(at_ + 1) && at(at_ + 1).kind == WordClass::kPreposition;
  if (known && w.has(kAl) && (w.prefixed() || described || at_ != tagged->tokens.begin + 1)) {
    return false;
  }
  if ((w.masdar || w.is(kNounRoles)) && (w.pronoun || w.has(kAl))) return false;
  return !(w.reports || (w.masdar && w.prefixed())) || name_ends_before(at_ + 1);
}

// سالم بن راشد | قطان: a known name that ends in a first name goes on with an unknown word that the
// tagger sees in it.
bool PhraseParser::goes_on_tagged(const Name* tagged) const {
  return tagged != nullptr && tagged->tokens.contains(at_) && unknown_name(at_) &&
         at(at_ - 1).is(kGivenNameRole) && here().person_bare == 0;
}

// عبدالله بن زايد | الفريدي: no known name, but that of another whose family is not known.
bool PhraseParser::unknown_family(TokenIndex t) const {
  const ActorWord& w = at(t);
  if ((w.roles & ~kGivenNameRole) != 0 || !begins_with_al(t) || w.masdar) return false;
  if (w.kind == WordClass::kNoun) return name_ends_before(t + 1);  // الفارس مدير الهيئة
  return w.kind == WordClass::kName && w.nisba_shape && w.first == kNoRegisterWord;
}

// الله عز وجل, الله أن: God, to whom somebody prays, not the end of a name (الجار الله).
bool PhraseParser::praises(TokenIndex t) const {
  if (!ends_first_name(t) || !begins_with_al(t - 1) || !word(t + 1)) return false;
  const std::string_view next = document_.tokens[t + 1].word->key;
  return next == "عز" || next == "سبحانه" || next == "تعالي" || next == "ان";
}

// Whether what stands at a token goes on as nothing but a name does: a clause, a title.
bool PhraseParser::name_ends_before(TokenIndex t) const {
  if (!word(t)) return comma(t) || mark(t, U':');
  const ActorWord& w = at(t);
  if (w.is(kTitleRoles) && !w.joined()) return true;
  return document_.tokens[t].word->best().pos == Pos::kComplementizer;
}

// Whether no clitic ties the word to something else.
bool PhraseParser::bare() const {
  const ActorWord& w = here();
  const bool free = !w.joined() && !w.prefixed() && !seems_prefixed(at_);
  const bool own_letter = named(at_) && w.has(kFa) && !w.is(kGivenNameRole);  // مايكل فرومان
  // ترشحه, حديثه
  const bool common = w.kind == WordClass::kNoun || w.kind == WordClass::kAdjective;
  const bool his =
      common && !w.is(kGivenNameRole) && document_.tokens[at_].word->best().enclitic.person == 3;
  return (free || own_letter) && (!w.pronoun || (named(at_) && !his));
}

// A first name, a name that the tagger sees, an unknown word.
bool PhraseParser::name_part(TokenIndex begin) const {
  const ActorWord& w = here();
  if (!bare()) return false;
  if (w.is(kTimeRole) && word(at_ + 1) && at(at_ + 1).is(kTimeRole)) return false;  // صباح أمس
  const bool day = w.is(kTimeRole) && w.has(kAl) && !at(begin).is(kGivenNameRole);
  if (day && at_ == begin + 1) return false;  // أعلن الهمداوي | الاثنين
  const std::string_view text = document_.token_text(at_);
  const bool nisba = text.starts_with("ال") && text.ends_with("ية") && w.roles == 0;
  if (nisba || text == "غير") return false;  // مدينة عبدالله | الطبية, الهمداوي | غير ملتزم
  const bool common = w.is(kTitleRoles) && at_ - begin > 1 && !named(at_);  // X نجم المهرجان
  if ((w.is(kGivenNameRole) && given_name(at_) && !common) || named(at_)) return true;
  return w.kind == WordClass::kName && !w.is(kNounRoles | kTimeRole) && !accusative(at_);
}

// هاينز فيشر، …: a verb that seems to begin with ف, right behind a first name and with nothing
// behind it.
bool PhraseParser::looks_like_verb(TokenIndex begin) const {
  const ActorWord& w = here();
  if (at_ - begin != 1 || w.kind != WordClass::kVerb || !w.has(kFa)) return false;
  const bool told = begin_ > 0 && at(begin_ - 1).reports && at(begin).kind == WordClass::kName;
  if (!(at(begin).is(kGivenNameRole) || told) || at(begin).has(kAl)) return false;
  if (w.reports || told) return name_ends_before(at_ + 1);
  return !word(at_ + 1) || at(at_ + 1).kind == WordClass::kBreak;
}

// حسيب صديقي, محمد يحيى مكتبي: spelled like what is mine or what is two.
bool PhraseParser::mine(TokenIndex t) const {
  if (at(t).kind != WordClass::kNoun) return false;
  const Analysis& best = document_.tokens[t].word->best();
  return best.enclitic.person == 1 || best.agreement.number == kDual;
}

// A word that is no name elsewhere, as the surname behind a first name.
bool PhraseParser::surname_part(TokenIndex begin) const {
  const ActorWord& w = here();
  const ActorWord& first = at(begin);
  const bool of_two = at_ - begin == 2 && ends_first_name(begin + 1);  // عبد الله
  if (!bare() || !(first.is(kGivenNameRole) || of_two) || first.has(kAl)) return false;
  const Name* tagged = name_at(begin);
  const bool second = of_two || at_ - begin == 1;
  // سميع الحق, راجح بادي: a first name alone takes any word of no other role; not لحسن الجوار.
  if (second && (tagged == nullptr || tagged->tokens.end != begin + 1) && w.roles == 0 &&
      !w.masdar && !accusative(at_) && !(w.number == Number::kPlural && !w.has(kAl)) &&
      !(w.kind == WordClass::kAdjective && w.gender == Gender::kFeminine) &&
      (!first.prefixed() || named(begin)) &&
      (w.kind == WordClass::kNoun || w.kind == WordClass::kAdjective)) {
    return true;
  }
  // محمد توفيق | مدني, مقبل | غربي العنزي: no attribute of a name, which is definite.
  const bool indefinite = w.kind == WordClass::kAdjective && !w.is(kNounRoles) && !w.has(kAl) &&
                          w.gender != Gender::kFeminine && w.number != Number::kPlural;
  if (w.nisba_shape && (indefinite || mine(at_)) && !accusative(at_) &&
      at(at_ - 1).is(kGivenNameRole)) {
    return true;
  }
  // رأى الخبير جورج علم أن: the verb before the phrase waits for the clause
  if (second && (w.kind == WordClass::kVerb || w.masdar) && w.proclitics == 0 && begin_ > 0 &&
      at(begin_ - 1).reports && word(at_ + 1) &&
      document_.tokens[at_ + 1].word->best().pos == Pos::kComplementizer) {
    return true;
  }
  // ماثيو تولمان: a verb of two is not what one does.
  if (second && w.kind == WordClass::kVerb && w.number == Number::kDual && !w.reports) return true;
  // شذى المغربي, سالم العمري
  return w.has(kAl) && w.kind == WordClass::kAdjective && w.number != Number::kPlural &&
         w.gender != Gender::kFeminine &&
         (w.is(kNisbaRole) ? second : w.roles == 0 && w.nisba_shape);
}

// عبدالرحمن الشيخ: a form of address with no name behind it ends the tagger's name.
bool PhraseParser::address_part(const Name* tagged) const {
  return tagged != nullptr && tagged->tokens.end == at_ + 1 && bare() &&
         here().is(kHonorificRoles) && here().has(kAl) && !(word(at_ + 1) && name_begins(at_ + 1));
}

// الله, الدين: a particle behind which a first name is complete.
bool PhraseParser::ends_first_name(TokenIndex t) const {
  return at(t).is(kParticleRole) && document_.token_text(t).starts_with("ال");
}

// سمير القاضي: behind a first name a title that nothing completes is a surname.
bool PhraseParser::title_as_surname(TokenIndex begin) const {
  const ActorWord& first = at(begin);
  const ActorWord& w = here();
  const bool of_two = at_ - begin == 2 && ends_first_name(begin + 1);  // فضل الله المرشد
  if (!of_two && (at_ != begin + 1 || !first.is(kGivenNameRole))) return false;
  if (first.has(kAl) || !bare()) return false;
  if (!w.is(kTitleRoles) || !w.has(kAl) || w.gender == Gender::kFeminine ||
      w.number == Number::kPlural || w.number == Number::kDual) {
    return false;
  }
  const TokenIndex next = at_ + 1;
  if (!word(next)) return true;
  const bool noun = at(next).kind == WordClass::kNoun || at(next).kind == WordClass::kPreposition;
  return at(next).kind == WordClass::kBreak || at(next).kind == WordClass::kVerb ||
         (noun && (!at(next).has(kAl) || at(next).joined()) && !name_begins(next));
}

// Any noun behind بن, عبد …; not سيف الدين | اختار.
bool PhraseParser::behind_particle() const {
  const ActorWord& w = here();
  if (document_.token_text(at_) == "لا" && word(at_ + 1) && unknown_name(at_ + 1)) {
    return true;  // جان مارك دو | لا سابليير
  }
  if (w.kind == WordClass::kBreak || w.kind == WordClass::kPreposition || w.is(kTimeRole)) {
    return false;
  }
  if (w.kind == WordClass::kVerb && at(at_ - 1).kind == WordClass::kNoun) return false;
  return !w.joined() && !w.prefixed();
}

// أكد القرشي ضرورة الحل, أعلن العميد القرشي مقتل 20: what he tells, whatever the tagger sees.
bool PhraseParser::object_behind() const {
  const ActorWord& w = here();
  if (begin_ == 0 || !at(begin_ - 1).reports) return false;
  // تمنى القرشي التوفيق للجميع
  if (w.masdar && w.has(kAl) && word(at_ + 1) && at(at_ + 1).has(kLi)) return true;
  if (at(begin_ - 1).takes_person && w.has(kAl) && at_ == begin_ + 1) {  // حذر غراهام | السعودية
    const EntryMatch match = match_entry(document_, at_);
    if (match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kState)
      return true;
  }
  if (w.is(kGivenNameRole) || w.has(kAl)) return false;
  const TokenIndex next = at_ + 1;  // أبرز عبد الله القرشي | أهمية «المشاركة»
  if (w.kind == WordClass::kNoun && w.roles == 0 && !w.pronoun &&
      (w.masdar || w.gender == Gender::kFeminine) && next < limit_ && !word(next) &&
      quotation_opened_by(next) != nullptr) {
    return true;
  }
  if (w.kind != WordClass::kNoun || !word(at_ + 1)) return false;
  if (at(at_ + 1).kind == WordClass::kNumber) return true;
  return (w.masdar || w.gender == Gender::kFeminine) &&
         (at(at_ + 1).has(kAl) || at(at_ + 1).kind == WordClass::kBreak);
}

// أبلغ جون كيري | سيرغي لافروف, دعا سالم القرشي | الحوثيين, زار سالم القرشي | دبي: behind a full
// name another actor, whatever the tagger sees; السويد is a surname behind بن.
bool PhraseParser::begins_another(TokenIndex begin) const {
  const std::string_view key = document_.tokens[at_].word->key;
  if (here().has(kAl) && (key.ends_with("يين") || key.ends_with("يون"))) return true;
  if (here().has(kAl) && here().number == Number::kPlural && here().is(kTitleRoles)) return true;
  const EntryMatch match = match_entry(document_, at_);
  if (match.entry == kNoEntry) return false;
  const bool person = actors_.entry(match.entry).kind == EntryKind::kPerson;
  if (person) return match.tokens.size() > 1;
  for (TokenIndex t = begin; t < at_; ++t) {
    if (at(t).is(kParticleRole)) return false;
  }
  return place_or_seat(match) && !here().is(kNisbaRole);
}

// التقى سمير القرشي | ماتيو فالان: behind a family name with the article the first name of another,
// who has a family name of his own.
bool PhraseParser::begins_full_name(TokenIndex begin) const {
  if (at_ - begin < 2 || !word(at_ + 1)) return false;
  const ActorWord& family = at(at_ - 1);
  const bool surname = family.nisba_shape || (family.kind == WordClass::kName && family.roles == 0);
  if (!surname || !begins_with_al(at_ - 1) || family.is(kGivenNameRole | kParticleRole))
    return false;
  if (ends_first_name(at_ - 2)) return false;  // عبد الله القرشي
  const auto part = [&](TokenIndex t) {
    const ActorWord& w = at(t);
    const bool name = w.kind == WordClass::kName || (w.is(kGivenNameRole) && given_name(t));
    return name && !begins_with_al(t) && w.proclitics == 0 && (w.roles & ~kGivenNameRole) == 0;
  };
  return part(at_) && part(at_ + 1);
}

EntryIndex PhraseParser::person_name(TokenRange* name) {
  const TokenIndex begin = at_;
  EntryMatch known = match_entry(document_, at_);
  if (known.entry != kNoEntry && actors_.entry(known.entry).kind == EntryKind::kPerson) {
    at_ = std::min(known.tokens.end, limit_);
  } else {
    known = {};
    ++at_;
  }
  const bool whole = at_ - begin > 2;  // a known name of three words goes on with a particle only
  const Name* tagged = name_at(begin);
  bool particle =
      at(at_ - 1).is(kParticleRole) && !at(at_ - 1).is(kGivenNameRole) && !ends_first_name(at_ - 1);
  while (at_ < limit_ && at_ - begin < kLongestName) {
    if (joining_mark(at_)) {
      at_ += 2;
      continue;
    }
    if (!word(at_)) break;
    if (praises(at_)) break;  // دعا سالم القرشي | الله أن
    if (document_.token_text(at_).starts_with("@")) break;  // سالم القرشي | @salem
    const bool joins = here().is(kParticleRole) && joins_names(at_);
    const bool any = particle && behind_particle();
    const bool before_clause = at_ == begin + 1 && name_before_clause(begin);
    const bool part = before_clause || joins || any || name_part(begin) || surname_part(begin) ||
                      title_as_surname(begin) || looks_like_verb(begin) || inside_tagged(tagged) ||
                      address_part(tagged) || ends_tagged(tagged);
    const bool ended = whole && !joins && !any && !goes_on_tagged(tagged) && !unknown_family(at_);
    if (!part || object_behind() || ended || begins_full_name(begin)) break;
    const bool surname = at_ == begin + 1 && !at(begin).is(kGivenNameRole | kParticleRole);
    if ((at_ - begin > 1 || surname) && !particle && begins_another(begin)) break;
    if (!particle && !named(at_) && !here().is(kGivenNameRole) && names_no_person(at_)) break;
    particle = joins && !ends_first_name(at_);
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

// The quotation whose opening mark is the token, nullptr where there is none.
const Quotation* PhraseParser::quotation_opened_by(TokenIndex mark) const {
  const auto found =
      std::lower_bound(document_.quotations.begin(), document_.quotations.end(), mark,
                       [](const Quotation& q, TokenIndex t) { return q.tokens.begin < t + 1; });
  return found != document_.quotations.end() && found->open == mark ? &*found : nullptr;
}

// "X", «X» or (X) where a name is due: short, without a verb.
bool PhraseParser::quoted() {
  if (at_ >= limit_ || !is_quotation_mark(document_.tokens[at_].mark)) return false;
  const Quotation* quotation = quotation_opened_by(at_);
  if (quotation == nullptr || quotation->close == kNoToken || quotation->close >= limit_ ||
      quotation->tokens.empty() || quotation->tokens.size() > kLongestQuoted) {
    return false;
  }
  const EntryMatch known = match_entry(document_, quotation->tokens.begin);
  if (known.entry != kNoEntry && known.tokens == quotation->tokens) {
    at_ = quotation->close + 1;
    return true;
  }
  const ActorWord& called = at(quotation->tokens.begin);  // اتهم رئيس الوزراء | «عملاء أجانب»
  if (begin_ > 0 && at(begin_ - 1).takes_person && at_ > begin_ && at(at_ - 1).has(kAl) &&
      called.number == Number::kPlural && called.proclitics == 0) {
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
  } else if (word(at_) && (honored || (complete && !here().prefixed())) &&
             (name_behind(at_) || (honored && name_addressed(at_)))) {
    own_name();
  }
  if (!phrase_.name.empty()) {
    phrase_.head = PhraseHead::kPerson;
    return;
  }
  if (!honored) at_ = before;
}

bool PhraseParser::unknown_name(TokenIndex t) const {
  const ActorWord& w = at(t);
  return w.kind == WordClass::kName && w.roles == 0 && !w.has(kAl) && w.proclitics == 0 &&
         !begins_with_al(t) && !accusative(t) && !names_no_person(t);
}

// رئيس المجلس في سيراف | وكيل محافظتها فلان: a further title with the name behind a place.
bool PhraseParser::title_behind_place(TokenIndex t) {
  const TokenIndex back = at_;
  at_ = t;
  another_title();
  if (phrase_.head == PhraseHead::kPerson) return true;
  at_ = back;
  return false;
}

// Whether a word behind a title cannot stand between it and its name.
bool PhraseParser::cuts_off_name(TokenIndex t) const {
  const ActorWord& w = at(t);
  // للجبيل وينبع الأمير فلان: also the second of two places that complete the title.
  const bool second_place = place(t) || (w.joined() && !w.reports && !w.is(kNounRoles));
  const bool verb = w.kind == WordClass::kVerb && !(w.is(kGivenNameRole) && named(t));  // سالم
  const bool ends = w.joined() || w.pronoun || verb || w.kind == WordClass::kBreak;
  if (ends && !second_place) return true;
  if (w.is(kTimeRole | kOccasionRole | kAddresseeRole)) return true;
  if (w.has(kBi) && w.is(kTitleRoles)) return true;  // لقاء المسؤول | برئيس الوزراء فلان
  // اقترح الرئيس | إجراء حوار مع الرئيس علان
  return t == at_ && w.masdar && !w.has(kAl) && !w.prefixed();
}

// Whether a preposition behind a title leads to another one than its bearer.
bool PhraseParser::leads_to_another(TokenIndex t) const {
  const ActorWord& w = at(t);
  if (w.kind != WordClass::kPreposition) return false;
  // وزير الخارجية خلال الاستقبال | تحيات الملك فلان, وزير الخارجية | مع الأمير فلان
  if (w.joints == 0 || (w.joints & kJoinMaa) != 0) return true;
  // أثنى الوزير | على اللاعب فلان: what would complete the title has been read already.
  const ActorWord& before = at(t - 1);
  const bool closed = t == at_ && !before.masdar && before.joints == 0 &&
                      (before.kind == WordClass::kNoun || before.is(kNisbaRole));
  return closed && (w.joints & (kJoinAla | kJoinIla)) != 0;
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
  bool complement = completed_by_li();
  for (TokenIndex t = at_; t < at_ + kReach && word(t) && word(t + 1); ++t) {
    const ActorWord& w = at(t);
    const bool preposition = w.kind == WordClass::kPreposition;
    if (preposition && w.pronoun) continue;  // مسؤول العلاقات فيها فلان
    if (cuts_off_name(t)) return;
    const bool in_place = t > at_ && (place(t - 1) || (t > at_ + 1 && at(t - 2).joints == kJoinFi));
    if (in_place && joined && phrase_.definite && title_behind_place(t)) return;
    if (leads_to_another(t)) return;
    TokenIndex name = t + 1;
    while (!object && word(name + 1) && at(name).is(kNisbaRole) && at(name).has(kAl)) {
      ++name;  // اليمني فلان
    }
    const bool led_to = joined && !w.prefixed() && w.has(kAl) &&
                        w.is(kHonorificRoles | kTitleRoles) &&
                        ((at(name).is(kGivenNameRole) && given_name(name)) || named(name));
    const Name* tagged = name_at(t);
    const bool full = named(t) && tagged->tokens.begin == t && named(t + 1);
    const bool unknown = unknown_name(t) && unknown_name(t + 1);  // لحزب الفلاني بختيار دوغان
    const bool given = w.is(kGivenNameRole) && !w.has(kAl) && name_begins(t) &&
                       begins_with_al(t + 1) &&
                       !title_of_something(t);  // للحزب الفلاني وفاء صلاح الصيادي
    const bool outlet = at(t - 1).is(kMediaRole) && !at(t - 1).has(kAl);  // لوكالة | فارس
    const bool alone = complement && !object && !outlet && (full || unknown || given);
    joined = joined || preposition;
    complement = (complement || (t == at_ && (preposition || w.prefixed()))) &&
                 !w.is(kHonorificRoles | kTitleRoles);
    if (!led_to && !alone) continue;
    at_ = led_to ? name : t;
    own_name();
    phrase_.head = PhraseHead::kPerson;
    return;
  }
}

// عضو لجنة الموانئ | على الرصيف الجديد سالم القرشي أن: behind an adjunct that ends
// in a noun with the article, the name of the one whose words the next clause is.
void PhraseParser::name_before_own_clause() {
  constexpr TokenIndex kReach = 12;
  if (phrase_.head != PhraseHead::kTitle || !phrase_.definite || begin_ == 0) return;
  if (!at(begin_ - 1).reports || !word(at_) || here().kind != WordClass::kPreposition) return;
  for (TokenIndex t = at_ + 2; t < at_ + kReach && word(t) && word(t + 1); ++t) {
    const ActorWord& w = at(t);
    if (opens_name_and_clause(t)) {
      at_ = t;
      own_name();
      phrase_.head = PhraseHead::kPerson;
      return;
    }
    const bool verb = w.kind == WordClass::kVerb && !w.is(kGivenNameRole);
    if (verb || w.kind == WordClass::kBreak || w.is(kTimeRole | kAddresseeRole)) return;
  }
}

// الرصيف الجديد | سالم القرشي أن; not السفير الجديد | سالم القرشي أن.
bool PhraseParser::opens_name_and_clause(TokenIndex t) const {
  if (!at(t).is(kGivenNameRole) || at(t).has(kAl) || !at(t - 1).has(kAl) || !name_begins(t))
    return false;
  TokenIndex noun = t - 1;
  while (noun > begin_ && adjective(noun) && at(noun).has(kAl)) --noun;
  const ActorWord& surname = at(t + 1);
  if (at(noun).is(kTitleRoles | kHonorificRoles) || surname.kind != WordClass::kName) return false;
  if (surname.joined() || surname.prefixed() || t + 2 >= limit_) return false;
  return mark(t + 2, U':') || document_.tokens[t + 2].word->best().pos == Pos::kComplementizer;
}

}  // namespace musnad
