#include "actors/phrase.h"

#include <absl/container/inlined_vector.h>

#include <algorithm>

#include "actors/phrase_parser.h"

namespace musnad {
namespace {

constexpr TokenIndex kLongestPhrase = 40;  // tokens

// The end of the sentence that holds a token.
TokenIndex sentence_end(const Document& document, TokenIndex token) {
  const auto next = std::upper_bound(
      document.sentences.begin(), document.sentences.end(), token,
      [](TokenIndex t, const Sentence& sentence) { return t < sentence.tokens.begin; });
  if (next == document.sentences.begin()) return static_cast<TokenIndex>(document.tokens.size());
  return std::max(token, std::prev(next)->tokens.end);
}

}  // namespace

PhraseParser::PhraseParser(const Document& document, const Register& actors, TokenIndex begin)
    : document_(document),
      actors_(actors),
      begin_(begin),
      limit_(std::min(sentence_end(document, begin), begin + kLongestPhrase)),
      at_(begin) {}

Phrase PhraseParser::parse(bool with_others) {
  if (word(at_) && here().demonstrative) {  // not أوضح ذلك | رئيس الوفد
    const bool other = word(at_ + 1) && at(at_ + 1).is(kTitleRoles) && !at(at_ + 1).has(kAl);
    if (!other) ++at_;
  }
  if (word(at_) && here().is(kBackRole) && !here().pronoun && word(at_ + 1) && nominal(at_ + 1) &&
      at(at_ + 1).has(kAl) && !at(at_ + 1).joined() && !at(at_ + 1).prefixed()) {
    ++at_;  // نفس المصدر
  }
  const bool in_quotes = quoted();
  if (in_quotes) phrase_.name = {begin_ + 1, at_ - 1};
  if (!conjunct()) return {};
  // "فلان الفلاني" الخبير في …
  if (in_quotes && phrase_.head == PhraseHead::kTitle && phrase_.definite && named(begin_ + 1)) {
    phrase_.head = PhraseHead::kPerson;
  }
  while (with_others && another()) {
  }
  phrase_.tokens = {begin_, at_};
  return phrase_;
}

bool PhraseParser::entry() {
  const EntryMatch match = match_entry(document_, at_);
  if (match.entry == kNoEntry || match.tokens.end > limit_) return false;
  if (!stands_alone(match)) return false;
  const RegisterEntry& found = actors_.entry(match.entry);
  phrase_.entry = match.entry;
  phrase_.name = match.tokens;
  phrase_.head = found.kind == EntryKind::kPerson ? PhraseHead::kPerson : PhraseHead::kEntry;
  has_name_ = found.kind == EntryKind::kPerson;
  at_ = match.tokens.end;
  return true;
}

// 20 %, 20 بالمائة, 20 في المائة
void PhraseParser::percent() {
  if (mark(at_, U'%')) {
    ++at_;
  } else if (word(at_) && here().kind == WordClass::kNumber && here().has(kBi)) {
    ++at_;
  } else if (word(at_) && here().joints == kJoinFi && word(at_ + 1) &&
             at(at_ + 1).kind == WordClass::kNumber && at(at_ + 1).has(kAl)) {
    at_ += 2;
  }
}

bool PhraseParser::quantified() {
  if (!here().is(kQuantifierRole) && here().kind != WordClass::kNumber) return false;
  if (here().is(kTitleRoles)) return false;
  const bool partitive = word(at_ + 1) && at(at_ + 1).joints == kJoinMin;
  if (here().is(kInstitutionRoles) && !partitive) return false;  // مجموعة الفلانية
  phrase_.head = PhraseHead::kGroup;
  phrase_.noun = at_;
  head_roles_ = kQuantifierRole;
  head_joints_ = 0;
  head_definite_ = false;
  const bool whole = here().kind != WordClass::kNumber &&
                     document_.token_text(at_).ends_with("ون");  // دعا آخرون | الحكومة إلى
  ++at_;
  if (whole && word(at_) && here().joints != kJoinMin) return true;
  percent();
  if (word(at_) && adjective(at_) && !here().has(kAl) && word(at_ + 1) &&
      at(at_ + 1).joints == kJoinMin) {
    ++at_;  // عدد كبير من النواب
  }
  if (word(at_) && here().kind == WordClass::kPreposition && here().pronoun &&
      document_.tokens[at_].word->key.starts_with("من")) {
    ++at_;  // عدد منهم
    return true;
  }
  if (word(at_) && here().joints == kJoinMin && word(at_ + 1)) {
    if (at(at_ + 1).demonstrative && !nominal(at_ + 2)) {  // 70 في المائة من هؤلاء
      at_ += 2;
      return true;
    }
    if (nominal(at_ + 1) || at(at_ + 1).kind == WordClass::kNumber) ++at_;
  }
  while (word(at_) && here().kind == WordClass::kNumber && !here().prefixed()) {
    ++at_;  // أكثر من عشرين نائبا, نحو 20 نائبا
  }
  if (!word(at_) || !nominal(at_) || here().joined()) return true;
  if (name_begins(at_) && (here().is(kGivenNameRole) || named(at_))) {
    own_name();
    return true;
  }
  head_roles_ |= here().roles;
  complement();
  if ((head_roles_ & kTitleRoles) != 0) name_behind_comma();  // أكبر نائب في الحزب، فلان
  return true;
}

// صحيفة "X", وكالة X: the outlet of the register that a media noun names.
bool PhraseParser::outlet_behind(TokenIndex noun) {
  TokenIndex t = noun + 1;
  while (t < at_ && !word(t)) ++t;
  if (t >= at_) return false;
  const EntryMatch match = match_entry(document_, t);
  if (match.entry == kNoEntry || actors_.entry(match.entry).kind != EntryKind::kOutlet)
    return false;
  at_ = std::max(at_, match.tokens.end);
  phrase_.entry = match.entry;
  phrase_.name = {noun, match.tokens.end};
  return true;
}

// Whether a title without the article is rather the object of the verb before the phrase.
bool PhraseParser::takes_object() const {
  return begin_ == 0 || !at(begin_ - 1).reports || at(begin_ - 1).takes_person;
}

// مدير العلاقات المتحدث الرسمي فلان: a further title, where a name follows it.
void PhraseParser::another_title() {
  if (!title_in_apposition(at_)) return;
  if (!here().has(kAl) && takes_object()) return;
  const Phrase before = phrase_;
  const TokenIndex back = at_;
  noun_group(&phrase_.second_title);
  phrase_.noun = before.noun;
  const bool therein = word(at_) && here().kind == WordClass::kPreposition && here().pronoun;
  if (therein) ++at_;  // مسؤول العلاقات فيها فلان
  name_behind_title(phrase_.definite);
  if (phrase_.head == PhraseHead::kPerson || name_behind_comma()) return;
  phrase_ = before;
  at_ = back;
}

// فلان المبعوث الخاص ومنسق الشؤون: a second title of the same person, where no other name follows.
void PhraseParser::joined_title() {
  constexpr uint32_t kPosts = kOfficeRole | kSpokesmanRole | kEnvoyRole | kProfessionRole;
  if (!word(at_) || !here().has(kWa) || here().prefixed() || !here().is(kPosts) ||
      here().number == Number::kPlural) {
    return;
  }
  const Phrase before = phrase_;
  const TokenIndex back = at_;
  noun_group(&phrase_.second_title);
  if (!name_begins(at_) && !(word(at_) && here().is(kHonorificRoles))) return;
  phrase_ = before;
  at_ = back;
}

// Title after name or name after title, with a comma, between dashes, or directly.
bool PhraseParser::apposition() {
  if (has_name_) return title_behind_name();
  if (phrase_.head != PhraseHead::kTitle) return false;
  return name_between_marks() || name_behind_comma() || name_behind_adjunct();
}

// Whether what is behind a comma and the apposition can go on with the sentence.
bool PhraseParser::closed() const {
  return !word(at_) || here().is(kTimeRole) || here().kind == WordClass::kVerb ||
         here().kind == WordClass::kBreak || here().kind == WordClass::kPreposition;
}

// انتقد رئيس الحزب، فلان الفلاني | القرار: behind the name of the one who criticises what he does.
bool PhraseParser::before_object() const {
  return begin_ > 0 && at(begin_ - 1).reports && phrase_.name.size() > 1 &&
         at(phrase_.name.begin).is(kGivenNameRole) && word(at_) && begins_with_al(at_) &&
         here().kind == WordClass::kNoun && !here().joined() &&
         !here().is(kNounRoles & ~kDocumentRole);
}

// Whether the mark that is next closes the quotation that a name begins and fills: "فلان" وزير ….
bool PhraseParser::quotes_end(TokenRange name) const {
  if (name.empty() || name.begin == 0 || name.end != at_ || word(at_)) return false;
  const Quotation* quotation = quotation_opened_by(name.begin - 1);
  return quotation != nullptr && quotation->close == at_;
}

bool PhraseParser::title_behind_name() {
  const bool after_comma = comma(at_);
  const TokenIndex next = at_ + (after_comma || quotes_end(phrase_.name) ? 1 : 0);
  const bool titled = !phrase_.title.empty() && style_within(document_, phrase_.title) == kNoToken;
  if (!title_in_apposition(next) || (after_comma && titled)) return false;
  if (!after_comma && at(next).pronoun) return false;  // هنأ الرئيس فلان | نظيره
  // "criticized Erdogan the prime minister": behind such a verb a bare surname is followed by its
  // object.
  if (!after_comma && phrase_.name.size() == 1 && begin_ > 0 &&
      document_.tokens[begin_ - 1].actor->takes_person) {
    return false;
  }
  const Phrase before = phrase_;
  const TokenIndex back = at_;
  at_ = next;
  noun_group(phrase_.title.empty() ? &phrase_.title : &phrase_.second_title);
  while (title_in_apposition(at_)) noun_group(&phrase_.second_title);
  joined_title();
  if (!after_comma && word(at_) && surely_name(at_)) {  // another person's: فلان الملك علان
    phrase_ = before;
    at_ = back;
    return false;
  }
  if (before.noun != kNoToken) phrase_.noun = before.noun;
  if (before.noun == kNoToken && before.head == PhraseHead::kOther) {
    phrase_.head = PhraseHead::kPerson;  // المشهداني القيادي في …
  }
  has_name_ = true;
  if (!after_comma || closed()) return true;
  phrase_ = before;
  at_ = back;
  return false;
}

bool PhraseParser::name_behind_comma() {
  if (!comma(at_)) return false;
  const Phrase before = phrase_;
  const TokenIndex back = at_++;
  if (title_in_apposition(at_) && (here().has(kAl) || !takes_object())) {
    // عضو الائتلاف، المعارض البارز فلان
    noun_group(&phrase_.second_title);
    phrase_.noun = before.noun;
    name_behind_title(phrase_.definite);
    if (phrase_.head == PhraseHead::kPerson && closed()) return true;
    phrase_ = before;
    at_ = back + 1;
    has_name_ = false;
  }
  if (word(at_) && here().is(kNisbaRole) && here().has(kAl)) ++at_;
  const bool honored = honorifics();
  const bool verb = !honored && word(at_) && here().reports && !here().is(kGivenNameRole) &&
                    word(at_ + 1) && at(at_ + 1).is(kGivenNameRole);  // قال السفير، نفى سالم
  const bool full = word(at_) && full_name(at_);
  if (!verb && (honored || full ||
                (name_behind(at_) && (here().is(kGivenNameRole) || named(at_) ||
                                      (word(at_ + 1) && name_begins(at_ + 1)))))) {
    if (word(at_) && (full || nominal(at_))) own_name();
    phrase_.head = PhraseHead::kPerson;
    const bool found = honored || !phrase_.name.empty();
    if (before.definite && before_object()) return true;
    if (found && (closed() || (honored && phrase_.name.size() > 1))) return true;
  }
  phrase_ = before;
  at_ = back;
  has_name_ = false;
  return false;
}

// المستثمر في مجال البناء، فلان: an adjunct of the title stands before the comma.
bool PhraseParser::name_behind_adjunct() {
  constexpr TokenIndex kReach = 12;
  if (!phrase_.definite || !word(at_)) return false;
  if (here().kind != WordClass::kPreposition && !here().joined() && !here().prefixed())
    return false;
  TokenIndex t = at_;
  for (; t < at_ + kReach && word(t); ++t) {
    const ActorWord& w = at(t);
    if (w.kind == WordClass::kVerb || w.kind == WordClass::kBreak) return false;
    if (w.is(kTimeRole | kOccasionRole | kAddresseeRole | kHonorificRoles)) return false;
  }
  if (!comma(t)) return false;
  const TokenIndex back = at_;
  at_ = t;
  if (name_behind_comma()) return true;
  at_ = back;
  return false;
}

// المبعوث الخاص -فلان الفلاني-, الرئيس (فلان الفلاني)
bool PhraseParser::name_between_marks() {
  const auto dash = [&](TokenIndex t) { return mark(t, U'-') || mark(t, U'–') || mark(t, U'—'); };
  const bool bracket = mark(at_, U'(');
  if (!dash(at_) && !bracket) return false;
  const TokenIndex back = at_++;
  honorifics();
  if (word(at_) && name_behind(at_)) {
    own_name();
    if (bracket ? mark(at_, U')') : dash(at_) || comma(at_)) {
      if (!comma(at_)) ++at_;
      phrase_.head = PhraseHead::kPerson;
      return true;
    }
    phrase_.name = {};
    has_name_ = false;
  }
  at_ = back;
  return false;
}

// الموسيقار خالد برزنجي, الغواص الأولمبي توم دالي: an unknown noun with the article tells what he
// is whose first name comes next. Not الصادق المهدي, الطاهر بن عاشور.
bool PhraseParser::named_behind_noun() {
  constexpr TokenIndex kMostAttributes = 2;
  const ActorWord& w = here();
  const bool faction = w.kind == WordClass::kAdjective && w.nisba_shape && at_ == begin_ &&
                       begin_ > 0 && at(begin_ - 1).kind == WordClass::kVerb;  // قال الجمهوري فلان
  if ((w.kind != WordClass::kName && !faction) || w.roles != 0 || !begins_with_al(at_))
    return false;
  if (w.joined() || w.prefixed() || w.first != kNoRegisterWord) return false;
  const std::string_view key = document_.tokens[at_].word->key;
  if (key.ends_with("ين") || key.ends_with("ون")) return false;  // several
  TokenIndex name = at_ + 1;
  while (name <= at_ + kMostAttributes && word(name) && adjective(name) && begins_with_al(name) &&
         !at(name).is(kGivenNameRole)) {
    ++name;
  }
  if (!word(name) || !word(name + 1)) return false;
  const ActorWord& first = at(name);
  if (!first.is(kGivenNameRole) || first.has(kAl) || first.proclitics != 0 || first.pronoun ||
      !given_name(name) || at(name + 1).is(kParticleRole)) {
    return false;
  }
  phrase_.title = {at_, name};
  phrase_.noun = at_;
  at_ = name;
  return true;
}

// One phrase without those joined to it by "and".
bool PhraseParser::conjunct() {
  const TokenIndex begin = at_;
  has_name_ = false;
  bool honored = honorifics();
  const TokenIndex quote = at_;
  if (honored && at(at_ - 1).is(kPrefixRole) && quoted()) {  // الدكتور "الفلاني"
    phrase_.name = {quote + 1, at_ - 1};
    phrase_.head = PhraseHead::kPerson;
    has_name_ = true;
    while (apposition()) {
    }
    return true;
  }
  if (honored && at(begin).is(kRankRole) && word(at_) && here().kind == WordClass::kPreposition) {
    at_ = begin;  // الرقيب في شرطة المدينة فلان
    honored = false;
  }
  if (!word(at_)) return at_ > begin_;
  if (honored && here().is(kTimeRole) && !surely_name(at_))
    return true;  // صرح الجنرال | يوم الجمعة
  const ActorWord& w = here();
  const EntryMatch match = match_entry(document_, at_);
  if (named_behind_noun()) {
    own_name();
    phrase_.head = PhraseHead::kPerson;
  } else if (surely_name(at_) || (honored && (name_behind(at_) || name_addressed(at_)))) {
    own_name();
    phrase_.head = PhraseHead::kPerson;
  } else if (name_before_title(at_)) {
    at_ += 2;
    phrase_.name = {at_ - 2, at_};
    phrase_.head = PhraseHead::kPerson;
    has_name_ = true;
  } else if ((!w.is(kNounRoles) || place_or_seat(match)) && entry()) {
    if (phrase_.head == PhraseHead::kEntry) adjectives();
  } else if (quantified()) {
    return true;
  } else if (w.is(kNounRoles) || !name_begins(at_)) {
    if (!nominal(at_)) return at_ > begin_;
    headed_by_noun(match);
  } else {
    own_name();
    phrase_.head = phrase_.name.size() > 1 ? PhraseHead::kPerson : PhraseHead::kOther;
  }
  while (apposition()) {
  }
  return true;
}

// عضو في وفد الحركة فلان الفلاني: a full name behind the complement of an indefinite title, not the
// object of the verb before it.
bool PhraseParser::full_name_of_unknown() const {
  if (!word(at_) || !word(at_ + 1) || !surely_name(at_)) return false;
  if (begin_ > 0 && document_.tokens[begin_ - 1].actor->takes_person) return false;
  const ActorWord& next = at(at_ + 1);
  const bool of_faith = next.is(kParticleRole) && next.kind == WordClass::kNoun;  // سيف الدين
  return next.kind == WordClass::kName || next.has(kAl) || next.is(kGivenNameRole) || of_faith;
}

// شركة النفط الحكومية | أرامكو: the company of the register that the words before it describe.
bool PhraseParser::named_company() {
  if (!word(at_) || here().joined() || here().prefixed()) return false;
  const EntryMatch match = match_entry(document_, at_);
  if (match.entry == kNoEntry || actors_.entry(match.entry).kind != EntryKind::kOrganization)
    return false;
  phrase_.entry = match.entry;
  phrase_.name = match.tokens;
  phrase_.head = PhraseHead::kEntry;
  at_ = match.tokens.end;
  return true;
}

// منظمة الصليب الأحمر, حركة حماس: the organization of the register whose name all that stands
// behind a noun for its kind is.
EntryMatch PhraseParser::named_by_kind(TokenIndex noun) const {
  const ActorWord& w = at(noun);
  if (w.bodies == 0 || w.definite() || !word(noun + 1) || at(noun + 1).proclitics & ~kAl) return {};
  const EntryMatch match = match_entry(document_, noun + 1);
  if (match.entry == kNoEntry || match.tokens.end != at_) return {};
  const RegisterEntry& entry = actors_.entry(match.entry);
  const bool of_kind = entry.kind == EntryKind::kOrganization && (entry.kinds & w.bodies) != 0;
  return of_kind ? EntryMatch{match.entry, {noun, match.tokens.end}} : EntryMatch{};
}

// كبير مستشاري الرئيس فلان: the adjective that stands before a title.
bool PhraseParser::is_senior(TokenIndex t) const {
  const std::string_view key = document_.tokens[t].word->key;
  return (key == "كبير" || key == "كبيره") && word(t + 1) && at(t + 1).is(kTitleRoles);
}

void PhraseParser::headed_by_noun(const EntryMatch& match) {
  const ActorWord& w = here();
  const TokenIndex begin = at_;
  TokenRange title;
  noun_group(&title);
  const bool short_form = match.tokens.size() > 1 && match.tokens.end < at_ &&
                          !word(match.tokens.end) && !word(at_ - 1);
  if (match.entry != kNoEntry && (match.tokens.end >= at_ || short_form) && stands_alone(match)) {
    at_ = std::max(at_, match.tokens.end);  // حركة المقاومة الإسلامية «حماس»
    phrase_.entry = match.entry;
    phrase_.name = match.tokens;
    phrase_.head = PhraseHead::kEntry;
  } else if (const EntryMatch known = named_by_kind(begin); known.entry != kNoEntry) {
    phrase_.entry = known.entry;
    phrase_.name = known.tokens;
    phrase_.head = PhraseHead::kEntry;
  } else if (w.is(kMediaRole) && outlet_behind(begin)) {
    phrase_.head = PhraseHead::kEntry;
    attributes(true);
  } else if (!w.is(kPlaceRole) && (w.is(kTitleRoles | kRankRole) || is_senior(begin))) {
    phrase_.title = title;
    phrase_.head = PhraseHead::kTitle;
    if (w.number != Number::kPlural) {
      name_behind_title(phrase_.definite || (at_ > begin + 1 && full_name_of_unknown()));
    }
    if (phrase_.head == PhraseHead::kTitle && phrase_.definite) another_title();
    if (w.number == Number::kSingular || w.number == Number::kUnknown) {
      distant_name();
      name_before_own_clause();
    }
  } else if (w.is(kNisbaRole) && w.has(kAl) && at_ == begin + 1 && name_begins(at_)) {
    own_name();  // السويسري فلان
    phrase_.head = PhraseHead::kPerson;
  } else {
    if (w.is(kCompanyRole) && phrase_.definite && named_company()) return;
    phrase_.head = w.is(kInstitutionRoles) ? PhraseHead::kInstitution
                   : w.is(kGroupRoles)     ? PhraseHead::kGroup
                   : w.is(kDocumentRole)   ? PhraseHead::kDocument
                                           : PhraseHead::kOther;
    if (phrase_.head == PhraseHead::kOther && phrase_.definite && named(at_)) {
      phrase_.title = title;
      name_behind_title(true);  // المحاسب فلان
    }
  }
}

// A further phrase joined by "and".
bool PhraseParser::another() {
  if (!word(at_) || !here().has(kWa) || here().prefixed() || accusative(at_)) return false;
  const ActorWord& w = here();
  if (w.kind == WordClass::kVerb || w.kind == WordClass::kBreak ||
      w.kind == WordClass::kPreposition) {
    return false;
  }
  const bool some = w.is(kQuantifierRole) && word(at_ + 1) &&  // وأحد السكان, وعدد من السكان
                    (nominal(at_ + 1) || at(at_ + 1).joints == kJoinMin);
  const bool actor = w.is(kNounRoles | kGivenNameRole) || named(at_) || some ||
                     match_entry(document_, at_).entry != kNoEntry;
  const bool names = phrase_.noun == kNoToken && !phrase_.name.empty() &&
                     w.kind == WordClass::kName && w.roles == 0;  // فيلبرغ والحداد
  const bool alike = phrase_.head != PhraseHead::kPerson && w.kind != WordClass::kAdjective &&
                     phrase_.noun != kNoToken && at(phrase_.noun).definite() == w.definite();
  if (!actor && !names && !alike) return false;
  const Phrase first = phrase_;
  const TokenIndex begin = at_;
  phrase_ = {};
  conjunct();
  const Phrase second = phrase_;
  if (at_ == begin) {
    phrase_ = first;
    return false;
  }
  // المستشار التربوي ومدير المدارس فلان, الكاتب والمحلل وعضو المجلس فلان: titles of one person.
  const bool same =
      first.head == PhraseHead::kTitle && only_titles_ && second.head == PhraseHead::kPerson &&
      !second.title.empty() && second.title.begin < second.name.begin &&
      at(first.noun).number != Number::kPlural && at(first.noun).gender == at(second.noun).gender;
  phrase_ = same ? second : first;
  only_titles_ = only_titles_ && second.head == PhraseHead::kTitle && second.definite &&
                 at(second.noun).number != Number::kPlural;
  if (same) {
    phrase_.second_title = first.title;
    phrase_.coordinated = false;
  } else {
    phrase_.coordinated = true;
  }
  return true;
}

TokenIndex style_within(const Document& document, TokenRange title) {
  const TokenIndex style = title.begin + 1;
  if (style >= title.end || document.tokens[style].kind == TokenKind::kPunctuation) return kNoToken;
  const ActorWord& word = *document.tokens[style].actor;
  return word.is(kStyleRole) && word.has(kAl) ? style : kNoToken;
}

const Name* name_at(const Document& document, TokenIndex token) {
  if (!document.tokens[token].named) return nullptr;
  const auto next =
      std::upper_bound(document.names.begin(), document.names.end(), token,
                       [](TokenIndex t, const Name& n) { return t < n.tokens.begin; });
  if (next == document.names.begin()) return nullptr;
  const Name& name = *std::prev(next);
  return name.tokens.contains(token) ? &name : nullptr;
}

namespace {

// The entry that a name of the register's words is, whatever else is called so.
EntryMatch longest_match_from(const Document& document, const Register& actors, TokenIndex begin) {
  const RegisterWord first = document.tokens[begin].actor->first;
  absl::InlinedVector<TokenIndex, 12> ends;
  TokenIndex at = begin;
  const auto next = [&]() -> RegisterWord {
    if (ends.empty()) {
      ends.push_back(++at);
      return first;
    }
    while (at < document.tokens.size() && !document.tokens[at].line_begin &&
           (document.tokens[at].mark == U'.' || document.tokens[at].mark == U'-')) {
      ++at;
    }
    if (at >= document.tokens.size() || document.tokens[at].line_begin) return kNoRegisterWord;
    const RegisterWord word = document.tokens[at].actor->inner;
    ends.push_back(++at);
    return word;
  };
  const Register::Match match = actors.longest_match(next);
  if (match.entry == kNoEntry) return {};
  return {match.entry, {begin, ends[match.steps - 1]}};
}

// Whether a state called by its own name stands at a token.
bool names_state(const Document& document, const Register& actors, TokenIndex t) {
  if (t >= document.tokens.size() || document.tokens[t].kind == TokenKind::kPunctuation)
    return false;
  const EntryMatch match = longest_match_from(document, actors, t);
  return match.entry != kNoEntry && actors.entry(match.entry).kind == EntryKind::kState;
}

// دعم مالي, الأسواق المالية: an adjective spelled like the state, which stands behind a word for a
// place, a body or an office (شمال مالي), a preposition or a verb.
bool is_adjective(const Document& document, const Register& actors, TokenRange name) {
  const TokenIndex t = name.begin;
  if (name.size() > 1 || t == 0 || document.tokens[t].line_begin) return false;
  if (!document.token_text(t).ends_with("ي")) return false;  // ليبيا, السعودية
  const auto& analyses = document.tokens[t].word->analyses;
  const bool adjective =
      std::any_of(analyses.begin(), analyses.end(),
                  [](const Analysis& analysis) { return analysis.pos == Pos::kAdjective; });
  if (!adjective) return false;
  const Token& before = document.tokens[t - 1];
  if (before.kind == TokenKind::kPunctuation) return false;
  const Pos pos = before.word->best().pos;
  const bool noun = pos == Pos::kNoun || pos == Pos::kMasdar || pos == Pos::kAdjective;
  if (!noun && pos != Pos::kParticiple) return false;
  constexpr auto kOwners = kPlaceRole | kInstitutionRoles | kTitleRoles;
  return !before.actor->is(kOwners) && !names_state(document, actors, t - 1);
}

// عُمان; البحرين وعمان; عمان وقطر; وزير خارجية عمان: the state, not the capital of that name.
bool is_namesake(const Document& document, const Register& actors, TokenRange name) {
  constexpr std::string_view kOman = "عُ";  // عُمان, not عمّان
  if (document.token_text(name.begin).find(kOman) != std::string_view::npos) return true;
  const ActorWord& word = *document.tokens[name.begin].actor;
  if (name.begin == 0) return false;
  const ActorWord& before = *document.tokens[name.begin - 1].actor;
  if (before.is(kOfficeRole | kPortfolioRole) && !before.has(kAl)) return true;
  if (word.joined() && names_state(document, actors, name.begin - 1)) return true;
  return name.end < document.tokens.size() && document.tokens[name.end].actor->joined() &&
         names_state(document, actors, name.end);
}

EntryMatch match_entry_from(const Document& document, const Register& actors, TokenIndex begin) {
  EntryMatch match = longest_match_from(document, actors, begin);
  if (match.entry == kNoEntry) return match;
  const bool state = actors.entry(match.entry).kind == EntryKind::kState;
  if (state && is_adjective(document, actors, match.tokens)) return {};
  const EntryIndex namesake = actors.entry(match.entry).namesake;
  if (namesake != kNoEntry && is_namesake(document, actors, match.tokens)) match.entry = namesake;
  return match;
}

}  // namespace

void match_entries(Document& document, const Register& actors) {
  document.entries.assign(document.tokens.size(), {});
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].actor->first == kNoRegisterWord) continue;
    document.entries[t] = match_entry_from(document, actors, t);
  }
}

Phrase parse_phrase(const Document& document, const Register& actors, TokenIndex begin) {
  return PhraseParser(document, actors, begin).parse(true);
}

Phrase parse_single_phrase(const Document& document, const Register& actors, TokenIndex begin) {
  return PhraseParser(document, actors, begin).parse(false);
}

void clip(Phrase& phrase, TokenIndex end) {
  for (TokenRange* part :
       {&phrase.tokens, &phrase.name, &phrase.title, &phrase.second_title, &phrase.complement}) {
    part->end = std::max(part->begin, std::min(part->end, end));
  }
  if (phrase.head == PhraseHead::kPerson && phrase.name.empty()) {
    phrase.head = phrase.title.empty() ? PhraseHead::kOther : PhraseHead::kTitle;
  }
}

TokenRange noun_phrase(const Document& document, const Register& actors, TokenIndex begin) {
  const Phrase phrase = parse_phrase(document, actors, begin);
  return phrase.tokens.empty() ? TokenRange{begin, begin + 1} : phrase.tokens;
}

}  // namespace musnad
