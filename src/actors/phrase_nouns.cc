// Noun groups within a phrase: a head noun with its complements, adjectives and the prepositions
// that belong to it.
#include <algorithm>

#include "actors/phrase_parser.h"
#include "text/utf8.h"

namespace musnad {

// Whether the word at hand may go on in an idafa.
bool PhraseParser::may_link() const {
  if (!word(at_) || (!nominal(at_) && here().first == kNoRegisterWord)) return false;
  const ActorWord& w = here();
  if ((w.joints & kJoinBism) != 0 && (head_roles_ & kSpokesmanRole) != 0) return false;
  const bool object = accusative(at_) && !accusative(phrase_.noun);  // not مصدرا دبلوماسيا كبيرا
  if (w.joined() || w.prefixed() || object) return false;
  if (w.words && w.roles == 0) return false;  // عن مصدر عسكري | قوله
  // خطيب جمعة المدينة; not "an official said on a day".
  const bool preacher = (head_roles_ & kOfficeRole) != 0 && (head_roles_ & kOfficialRole) == 0 &&
                        at_ == phrase_.noun + 1 && w.kind == WordClass::kNoun && !w.has(kAl) &&
                        word(at_ + 1) && nominal(at_ + 1) && !at(at_ + 1).is(kTimeRole);
  // صحيفة صباح; not صحيفة | صباح أمس
  const bool title_page = w.is(kGivenNameRole) && at(at_ - 1).is(kMediaRole) && given_name(at_);
  // حزب الفجر, حزب الغد: one party without the article has a complement, were it a word of time.
  const ActorWord& before = at(at_ - 1);
  const bool called = before.is(kPartyRole) && before.number != Number::kPlural &&
                      !before.has(kAl) && !before.pronoun && w.has(kAl);
  return !w.is(kTimeRole) || w.is(kNounRoles) || preacher || title_page || called;
}

// محافظة صلاح الدين | أحمد فلان: a place that bears the name of a person.
bool PhraseParser::bears_name_of_faith() const {
  const ActorWord& w = here();
  const bool faith = w.is(kGivenNameRole) && word(at_ + 2) && ends_first_name(at_ + 1) &&
                     at(at_ + 2).is(kGivenNameRole);
  return faith && at(at_ - 1).is(kPlaceRole) && !at(at_ - 1).has(kAl);
}

// مصدر | مسؤول, an attribute; not خادم | الحرمين, where a participle that is a title takes a
// complement, nor إدارة | معلومات, of which the one has no plural and the other is no attribute.
bool PhraseParser::bare_attribute() const {
  const ActorWord& w = here();
  const bool heads_complement = w.is(kTitleRoles) && !w.nisba_shape && !w.is(kAttributeRole) &&
                                word(at_ + 1) && at(at_ + 1).has(kAl);
  const bool many =
      document_.tokens[at_].word->key.ends_with("ات") && at(at_ - 1).number == Number::kSingular;
  return !w.has(kAl) && !w.pronoun && adjective(at_) && !w.is(kInstitutionRoles) &&
         !heads_complement && !many;
}

// مدير عام | وزارة …, مدير عام | جمرك …: the complement comes behind the attribute.
bool PhraseParser::complement_behind_attribute() const {
  const ActorWord& w = here();
  if ((head_roles_ & kTitleRoles) == 0 || w.has(kAl)) return false;
  if (w.is(kInstitutionRoles)) return true;
  return (at(at_ - 1).joints & kJoinAl) != 0 && (head_roles_ & kOfficeRole) != 0 &&
         (w.kind == WordClass::kNoun || w.kind == WordClass::kName) && w.roles == 0 &&
         word(at_ + 1) && (at(at_ + 1).has(kAl) || at(at_ + 1).is(kInstitutionRoles));
}

// One step of an idafa: what the indefinite noun before it takes as its complement or attribute.
bool PhraseParser::chain_link(bool* definite, bool* attributed) {
  if (quoted()) {
    *definite = true;
    return true;
  }
  if (bracketed()) return true;
  if (!*attributed && word(at_) && here().demonstrative && here().proclitics == 0 &&
      word(at_ + 1) && at(at_ + 1).has(kAl) && !at(at_ + 1).joined()) {
    at_ += 2;  // قائد هذه القوات
    *definite = true;
    return true;
  }
  if (!may_link()) return false;
  if (!*attributed) {
    const EntryMatch match = match_entry(document_, at_);
    if (match.entry != kNoEntry && match.tokens.end <= limit_ && !here().is(kNisbaRole) &&
        actors_.entry(match.entry).alone) {
      at_ = match.tokens.end;
      *definite = true;
      return true;
    }
  }
  if (!nominal(at_)) return false;
  if (bears_name_of_faith()) {
    at_ += 2;
    *definite = true;
    return true;
  }
  // مدير مطار كذا | طارق فلان
  const bool holder = (head_roles_ & kTitleRoles) != 0 && at_ > phrase_.noun + 1 &&
                      here().is(kGivenNameRole) && name_begins(at_) && word(at_ + 1) &&
                      (at(at_ + 1).kind == WordClass::kName || at(at_ + 1).is(kGivenNameRole));
  if (holder) return false;
  if (bare_attribute()) {
    *attributed = true;
    ++at_;
    return true;
  }
  if (*attributed && complement_behind_attribute()) *attributed = false;
  return *attributed ? link_behind_attribute(definite, attributed) : link_complement(definite);
}

bool PhraseParser::link_behind_attribute(bool* definite, bool* attributed) {
  if ((head_roles_ & kCompanyRole) != 0 && unknown_name(at_)) {
    ++at_;  // شركة أميركان | إيرلاينز
    return true;
  }
  if (!here().has(kAl) || (at(at_ - 1).joints & kJoinAl) == 0) return false;
  // The complement of مدير عام الموانئ, not of مسؤول رفيع المستوى.
  *definite = (head_roles_ & kOfficeRole) != 0 && (head_roles_ & kOfficialRole) == 0;
  *attributed = !*definite;
  ++at_;
  return true;
}

bool PhraseParser::link_complement(bool* definite) {
  const ActorWord& w = here();
  const bool head_is_person = (head_roles_ & kTitleRoles) != 0;
  head_roles_ |= w.roles & kTitleRoles;  // مساعد المتحدث باسم …
  head_joints_ |= w.joints;
  if (w.has(kAl) && w.is(kRoyalRole | kPrefixRole) && name_begins(at_ + 1) &&
      at(at_ - 1).kind != WordClass::kName) {
    ++at_;  // مدينة الملك فلان الرياضية
    complement_name();
    *definite = true;
    return true;
  }
  const bool two = w.pronoun && document_.tokens[at_].word->key.ends_with("ي") && word(at_ + 1) &&
                   at(at_ + 1).has(kAl) && !at(at_ + 1).joined();  // مجلسي النواب
  if (w.has(kAl) || (w.pronoun && !two) || ends_first_name(at_)) {  // حزب الله | السيد فلان
    ++at_;
    *definite = true;
    return true;
  }
  if (w.is(kQuantifierRole) && at_ > phrase_.noun + 1) return false;
  if (head_is_person && name_begins(at_) && w.is(kGivenNameRole)) {
    // مستشار فلان takes the name as its complement, "رئيس نادي الفلاني فلان" does not, رئيس مجموعة
    // فلان للاستشارات does.
    const bool firm = at(at_ - 1).is(kCompanyRole | kBodyRole) && word(at_ + 1) &&
                      at(at_ + 1).has(kLi) && at(at_ + 1).has(kAl);
    if (at_ != phrase_.noun + 1 && !firm) return false;
    complement_name();
    *definite = true;
    return true;
  }
  *definite = place(at_) && name_at(at_)->tokens.end == at_ + 1;
  ++at_;
  return true;
}

bool PhraseParser::chain(bool definite, bool begin_of_group) {
  bool attributed = false;
  while (!definite && at_ < limit_) {
    if (!chain_link(&definite, &attributed)) break;
  }
  if (begin_of_group) head_definite_ = definite;
  attributes(definite && !attributed);
  return definite;
}

// العاصمة صنعاء, حي كذا شمال شرق المدينة.
bool PhraseParser::further_place() {
  const ActorWord& before = at(at_ - 1);
  if (before.is(kPlaceRole) && before.has(kAl) && (capital(at_) || place(at_))) {
    ++at_;
    return true;
  }
  if (!place(at_ - 1) || !here().is(kPlaceRole) || here().has(kAl)) return false;
  ++at_;
  chain(false);
  return true;
}

// Definite adjectives behind a name of the register.
void PhraseParser::adjectives() {
  while (word(at_) && here().has(kAl) && !here().joined() && !here().prefixed() && adjective(at_) &&
         !here().is(kTitleRoles | kInstitutionRoles)) {
    ++at_;
  }
}

// Whether a definite adjective can go with one of the nouns before it, where its ending tells: not
// اتهمت الحكومة | الانفصاليين, اعتبرت الوزارة | الحادث.
bool PhraseParser::agrees(TokenIndex adjective) const {
  const ActorWord& w = at(adjective);
  const auto ends_in_n = [&](TokenIndex t) {
    const std::string_view key = document_.tokens[t].word->key;
    return key.ends_with("ون") || key.ends_with("ين");
  };
  const bool many = ends_in_n(adjective) && w.number != Number::kSingular;
  const bool elative = document_.tokens[adjective].word->key.starts_with("الا");  // القوة الأكبر
  const bool masculine =
      w.gender == Gender::kMasculine && w.number == Number::kSingular && !elative;
  // ناقش الوزيران | الموانئ: two are described by a word for two, or each by his own (الروسي).
  const std::string_view head =
      document_.tokens[phrase_.noun == kNoToken ? begin_ : phrase_.noun].word->key;
  const bool two = at(begin_).number == Number::kDual && head.ends_with("ان");
  if (two && adjective == begin_ + 1 && !w.nisba_shape &&
      !document_.tokens[adjective].word->key.ends_with("ان")) {
    return false;
  }
  if (!many && !masculine) return true;
  if (at(begin_).is(kPortfolioRole)) return true;  // within وزير الخارجية المصري
  for (TokenIndex t = begin_; t < adjective; ++t) {
    if (!word(t)) continue;
    const ActorWord& noun = at(t);
    const bool counted = t > begin_ && at(t - 1).is(kQuantifierRole);  // أحد المختطفين المفترضين
    const bool attribute = noun.kind == WordClass::kAdjective && !noun.is(kNounRoles) && !counted;
    if (attribute || noun.kind == WordClass::kPreposition) continue;
    if (many ? noun.number != Number::kSingular || ends_in_n(t)
             : noun.gender != Gender::kFeminine) {
      return true;
    }
  }
  return false;
}

// رفض برلمانيون نوريون | موضوع الزيادة: no attribute of several people.
bool PhraseParser::one_behind_many(TokenIndex t) const {
  const ActorWord& w = at(t);
  const std::string_view head = document_.tokens[phrase_.noun].word->key;
  return (head.ends_with("ون") || head.ends_with("ين")) && at(phrase_.noun).is(kTitleRoles) &&
         w.gender == Gender::kMasculine && w.number == Number::kSingular;
}

// الدول الـ12, النواب الـ 20
bool PhraseParser::counted() {
  if (!document_.token_text(at_).starts_with("الـ")) return false;
  const bool apart = document_.token_text(at_) == "الـ";
  at_ += apart && at_ + 1 < limit_ && document_.tokens[at_ + 1].kind == TokenKind::kNumber ? 2 : 1;
  return true;
}

// وزارة الصحة | والسكان: a noun joined to the complement; not what begins another phrase.
bool PhraseParser::joined_noun(bool* definite) {
  const ActorWord& w = here();
  const bool agrees = *definite == (w.has(kAl) || w.pronoun) || w.kind != WordClass::kAdjective;
  const EntryMatch match = match_entry(document_, at_);
  const bool another_actor =
      match.entry != kNoEntry && stands_alone(match) && (head_roles_ & kTitleRoles) == 0;
  const bool another_body =
      (head_roles_ & kInstitutionRoles) != 0 && w.is(kInstitutionRoles) && !w.is(kPortfolioRole);
  if (another_actor || another_body || !agrees || accusative(at_) ||
      w.is(kTitleRoles | kHonorificRoles | kGivenNameRole)) {
    return false;
  }
  const bool inner = w.definite();
  // مع المركز | وإدانة هذا العمل: a bare noun with the article is whole
  const bool whole = at_ == phrase_.noun + 1 && at(phrase_.noun).has(kAl);
  if (whole && w.masdar && !inner) return false;
  const TokenIndex back = at_++;
  if (inner || w.kind == WordClass::kAdjective || w.is(kNisbaRole)) return true;
  bool closed = false;
  bool attributed = false;
  while (!closed && at_ < limit_ && chain_link(&closed, &attributed)) {
  }
  if (at(at_ - 1).pronoun && *definite) {  // مواقع الحركة | ومنع عناصرها
    at_ = back;
    return false;
  }
  *definite = *definite || closed;
  return true;
}

// الدول | الأعضاء, which describes bodies.
bool PhraseParser::members() {
  if (!word(at_) || at_ == begin_ || here().proclitics != kAl || here().number != Number::kPlural)
    return false;
  if (document_.tokens[at_].word->key != "الاعضاء" || !word(at_ - 1)) return false;
  const ActorWord& before = at(at_ - 1);
  if (!before.has(kAl) || before.is(kTitleRoles)) return false;
  ++at_;
  return true;
}

// منظمة | غير الحكومية, الجماعة | شبه المحظورة: an attribute that a word of degree takes in front.
bool PhraseParser::degree_of_attribute() {
  if (!word(at_) || here().joined() || here().prefixed() || here().pronoun || here().has(kAl))
    return false;
  const std::string_view key = document_.tokens[at_].word->key;
  if (key != "غير" && key != "شبه") return false;
  const TokenIndex next = at_ + 1;
  if (!word(next) || !at(next).has(kAl) || at(next).joined() || at(next).prefixed()) return false;
  if (!adjective(next) && !at(next).adjective) return false;
  at_ += 2;
  return true;
}

// What may follow a closed noun group: adjectives, nouns joined to its complement, prepositions.
void PhraseParser::attributes(bool definite) {
  while (at_ < limit_) {
    if (prepositional()) continue;
    if (!definite && word(at_) && here().kind == WordClass::kBreak && here().nisba_shape &&
        document_.tokens[at_].word->key.ends_with("يا") && accusative(phrase_.noun)) {
      ++at_;  // أن خبيرا | قانونيا: no adverb
      continue;
    }
    if (definite && word(at_) && here().is(kTimeRole) && word(at_ + 1) && name_begins(at_ + 1) &&
        at(at_ + 1).is(kGivenNameRole) && !at(at_ + 1).is(kTimeRole)) {
      ++at_;  // وزير الخارجية آنذاك فلان
      continue;
    }
    if (definite && !name_set_apart() && (quoted() || bracketed())) continue;
    if (definite && (counted() || members() || degree_of_attribute())) continue;
    if (!nominal(at_)) return;
    const ActorWord& w = here();
    if (w.prefixed()) return;
    if (!w.joined() && further_place()) continue;
    if (w.has(kFa)) return;  // بحسب مصادر الواحة | فالاتحاد
    if (w.joined()) {
      if (!joined_noun(&definite)) return;
      continue;
    }
    // A feminine participle behind a noun is its attribute more often than a woman's title.
    const bool attribute = w.is(kNisbaRole | kAttributeRole) || w.nisba_shape ||
                           goes_with_things(at_) ||
                           (w.gender == Gender::kFeminine && !name_begins(at_ + 1));
    const bool address = w.is(kTitleRoles | kHonorificRoles) && !attribute;
    if (!definite && !w.has(kAl) && !w.pronoun && adjective(at_) && !w.is(kInstitutionRoles) &&
        (!accusative(at_) || accusative(phrase_.noun)) && !one_behind_many(at_) &&
        !(w.is(kGivenNameRole) && full_name_of_unknown())) {
      ++at_;
      continue;
    }
    if (definite && unknown_nisba(at_)) {
      ++at_;
      continue;
    }
    const bool behind_name = at(at_ - 1).kind == WordClass::kName && !at(at_ - 1).has(kAl);
    const bool behind_nisba = at(at_ - 1).is(kNisbaRole) && at(at_ - 1).has(kAl);
    if ((definite || behind_name || behind_nisba) && w.has(kAl) && adjective(at_) && !address &&
        agrees(at_) && (!named(at_) || (word(at_ + 1) && surely_name(at_ + 1)))) {
      ++at_;
      continue;
    }
    return;
  }
}

// Whether the person of the register who is named at a token held the office that a title tells:
// "the spokesman for President Obama" does not name the spokesman.
bool PhraseParser::bears(TokenIndex name, TokenIndex title) const {
  const EntryMatch person = match_entry(document_, name);
  TokenIndex t = title;
  const Register::OfficeMatch office = actors_.longest_office([&]() -> RegisterWord {
    if (t >= name) return kNoRegisterWord;
    return t++ == title ? at(title).bare : at(t - 1).inner;
  });
  return person.entry != kNoEntry &&
         std::any_of(office.offices.begin(), office.offices.end(),
                     [&](EntryIndex held) { return actors_.held(person.entry, held, ""); });
}

// What a preposition brings: an entry of the register or a noun group of its own.
void PhraseParser::complement() {
  const EntryMatch match = match_entry(document_, at_);
  if (match.entry != kNoEntry && match.tokens.end <= limit_ &&
      (!here().is(kInstitutionRoles) || match.tokens.size() > 1)) {
    at_ = match.tokens.end;
    attributes(true);
    return;
  }
  const TokenIndex noun = at_;
  const bool led = here().has(kLi) && word(at_ + 1) && at(at_ + 1).is(kHonorificRoles) &&
                   document_.token_text(at_).starts_with("لل");  // للجنة | الدكتور فلان
  const bool definite = here().definite() || led;
  if (name_begins(at_)) return complement_name();
  ++at_;
  chain(definite);
  const TokenIndex title = title_before_name(noun);
  if (title == kNoToken || !name_begins(at_)) return;
  // المتحدث باسم الرئيس | فلان names the spokesman, علان المتحدث باسم الرئيس فلان the president.
  const bool other = !phrase_.name.empty();
  const bool his = title == noun && (bears(at_, noun) || is_patron(noun));
  if (!head_definite_ || other || his) complement_name();
}

// الطبيب السابق للرئيس | القرشي: behind a profession a surname alone is his for whom one works; in
// full it would be one's own.
bool PhraseParser::is_patron(TokenIndex title) const {
  return at(title).has(kLi) && at(phrase_.noun).is(kProfessionRole) &&
         !(word(at_ + 1) && name_begins(at_ + 1));
}

// مكتب | الرئيس السابق فلان: the title that a name would stand behind, from a noun on; kNoToken for
// none.
TokenIndex PhraseParser::title_before_name(TokenIndex noun) const {
  if (at(noun).is(kTitleRoles)) return noun;
  for (TokenIndex t = at_; t > noun + 1; --t) {
    const ActorWord& w = at(t - 1);
    const bool one = w.number == Number::kSingular || w.number == Number::kUnknown;
    if (w.is(kOfficeRole | kEnvoyRole) && w.has(kAl) && one && !w.is(kNisbaRole)) return t - 1;
    if (!word(t - 1) || w.kind != WordClass::kAdjective) return kNoToken;
  }
  return kNoToken;
}

// نقل وزير الخارجية | لرئيس الوزراء تحيات …: a title that has its institution takes no person as
// its complement; not النائب الأول للرئيس, المبعوث الخاص للأمين العام.
bool PhraseParser::is_told_to(TokenIndex person) const {
  const ActorWord& w = at(person);
  if (!head_definite_ || !w.is(kTitleRoles | kRoyalRole) || w.is(kInstitutionRoles)) return false;
  for (TokenIndex t = phrase_.noun + 1; t < person; ++t) {
    if (word(t) && at(t).is(kInstitutionRoles)) return true;
  }
  return false;
}

// وزيرة التعاون الدولي: the title says what its holder is in charge of.
bool PhraseParser::has_portfolio() const {
  if (!at(phrase_.noun).is(kOfficeRole)) return false;
  for (TokenIndex t = phrase_.noun + 1; t < at_; ++t) {
    if (word(t) && at(t).is(kPortfolioRole)) return true;
  }
  return false;
}

// Whether a deed behind ل can tell what the body that was named last is for; without a body, what
// one person who is no mere official does.
bool PhraseParser::takes_aim() const {
  for (TokenIndex t = at_; t > phrase_.noun; --t) {
    if (word(t - 1) && at(t - 1).is(kInstitutionRoles)) return (at(t - 1).joints & kJoinNoAim) == 0;
  }
  const ActorWord& head = at(phrase_.noun);
  return !head.is(kOfficialRole) && !(head.is(kTitleRoles) && head.number == Number::kPlural);
}

// Whether a noun with ل completes the head already.
bool PhraseParser::completed_by_li() const {
  for (TokenIndex t = phrase_.noun + 1; t < at_; ++t) {
    if (word(t) && at(t).has(kLi)) return true;
  }
  return false;
}

// Whether what has been read from the head on is a name of the register.
bool PhraseParser::is_entry() const {
  const EntryMatch match = match_entry(document_, phrase_.noun);
  return match.entry != kNoEntry && match.tokens.end == at_;
}

// حركة الفلانية | برئاسة الوزير: who led some of its people, which is no part of its name.
bool PhraseParser::leads(TokenIndex noun) const {
  if (!word(noun + 1) || at(noun).has(kAl) || at(noun).is(kTitleRoles)) return false;
  const ActorWord& next = at(noun + 1);
  const bool one = next.number == Number::kSingular || next.number == Number::kUnknown;
  const bool titled = next.is(kTitleRoles | kHonorificRoles) && !next.is(kInstitutionRoles) && one;
  return titled || name_begins(noun + 1);
}

// ب and ل before the noun that they join.
bool PhraseParser::prefixed_complement() {
  const ActorWord& w = here();
  const bool attribute_before =
      at_ > begin_ && (at(at_ - 1).joints & (w.has(kLi) ? kJoinLi : kJoinBi)) != 0;
  if (w.pronoun && attribute_before && w.kind != WordClass::kNoun) {  // موثوق به
    ++at_;
    return true;
  }
  if (!nominal(at_) || w.is(kOccasionRole)) return false;
  if (document_.tokens[at_].word->best().pos == Pos::kComplementizer)
    return false;  // المتهم | بأنه
  const bool joins =
      w.has(kLi) ? joins_with_li(attribute_before) : w.has(kBi) && joins_with_bi(attribute_before);
  if (joins) complement();
  return joins;
}

// وزير الخارجية | للشؤون الأوروبية, الهيئة الملكية | للجبيل; not قال مصور | لوكالة الواحة
bool PhraseParser::joins_with_li(bool attribute_before) {
  const ActorWord& w = here();
  const bool title = (head_roles_ & kTitleRoles) != 0;
  const bool body = heads_body();
  const bool document = (head_roles_ & kDocumentRole) != 0 && (head_roles_ & kMediaRole) == 0;
  const bool work = document && at_ == phrase_.noun + 1 &&  // مسح لرويترز, not بيان للصحيفة
                    !document_.tokens[phrase_.noun].word->key.ends_with("بيان");
  if (addressee(at_) && !attribute_before && !work) return false;  // قال مصور لوكالة الواحة
  if (title && begin_ > 0 && at(begin_ - 1).reports && is_told_to(at_)) return false;
  if (is_aim(attribute_before)) return false;
  // اتهام المحكمة الجنائية الدولية | للرئيس
  if (body && w.is(kTitleRoles | kRoyalRole) && !w.is(kInstitutionRoles) && is_entry())
    return false;
  // الهيئة الملكية للجبيل; behind a complement of its own another institution is an addressee.
  if (body && !title && !at(phrase_.noun).has(kAl) && w.is(kInstitutionRoles) &&
      !attribute_before) {
    return false;
  }
  if (!title && !body && !document && !attribute_before) return false;
  // "A diplomat said to …": whoever is not named takes no such complement.
  return !(title && !head_definite_ && !attribute_before &&
           (head_roles_ & (kOfficialRole | kProfessionRole)) != 0);
}

// الحكومة | لبدء المحادثات: what it is done for, which is no part of the name; اللجنة العليا
// لمكافحة الفساد is a name.
bool PhraseParser::is_aim(bool attribute_before) const {
  const ActorWord& w = here();
  const bool body = heads_body();
  const bool masdar = document_.tokens[at_].word->best().pos == Pos::kMasdar;
  if (masdar && !w.definite() && body && at(phrase_.noun).has(kAl) && at_ == phrase_.noun + 1)
    return true;
  // وزارته | لتوقيع الاتفاق, حكومة كابول | لإنهاء الحرب, وزيرة التعاون | لتمثيل بلادها: all is
  // told.
  const bool bare_masdar = masdar && !w.definite() && at_ > begin_;
  if (bare_masdar && (at(at_ - 1).pronoun || capital(at_ - 1) || has_portfolio())) return true;
  // الحكومة النورية | لحل الأزمة, المسؤولين بالدولة | لمناقشة الخطة
  const bool common = w.kind == WordClass::kNoun && w.number == Number::kSingular;
  if (!attribute_before && !w.definite() && w.roles == 0 && (bare_masdar || common) &&
      !takes_aim()) {
    return true;
  }
  // الاتحاد الأوروبي | لرفض الخطة: a known name is complete; اللجنة الفنية لسد النهضة | لاقتراح
  // السودان
  if (bare_masdar && (is_entry() || completed_by_li())) return true;
  // المعارضة والحكومة | للتوصل إلى اتفاق
  return masdar && body && word(at_ + 1) && at(at_ + 1).kind == WordClass::kPreposition &&
         at(at_ + 1).joints != kJoinFi;
}

// المتحدث | بالوزارة, مسؤولين | بالدولة; not حركة الفلانية | برئاسة الوزير
bool PhraseParser::joins_with_bi(bool attribute_before) const {
  const bool title = (head_roles_ & kTitleRoles) != 0;
  const bool body = heads_body();
  const bool joins = (head_joints_ & kJoinBi) != 0 || attribute_before;
  // طالب خبراء | بإجراء تحقيق; not طالب خبراء بمكافحة الإرهاب, whose field that is
  const bool deed = at(at_).masdar && !at(at_).definite() && at(at_).roles == 0 && word(at_ + 1) &&
                    !at(at_ + 1).definite() && begin_ > 0 && at(begin_ - 1).reports;
  if (deed && title) return false;
  if (!joins && !institution(at_) && !capital(at_)) return false;
  if (!joins && !title && !body && (head_roles_ & kGroupRoles) == 0) return false;
  return !(body && !title && leads(at_));
}

// وزير الصحة في إقليم الجزر فلان, المتحدث باسم الحركة في المرسى فلان: the end of a place behind
// which the name stands; the token itself for none.
TokenIndex PhraseParser::place_before_name(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, t);
  const Name* tagged = name_at(t);
  TokenIndex end = t;
  if (match.entry != kNoEntry && actors_.entry(match.entry).kind != EntryKind::kPerson) {
    end = match.tokens.end;
  } else if (tagged != nullptr && tagged->type == NameType::kLocation) {
    end = tagged->tokens.end;
  } else if (at(t).kind == WordClass::kName && at(t).roles == 0 && word(t + 1) &&
             at(t + 1).is(kGivenNameRole)) {
    end = t + 1;  // a town that nobody knows, and a first name
  }
  // في إب | الشيخ فلان
  const bool honored =
      word(t + 2) && at(t + 1).is(kHonorificRoles) && at(t + 1).has(kAl) && surely_name(t + 2);
  if (honored && at(t).kind == WordClass::kName && at(t).roles == 0) return t + 1;
  const bool named_next = end < limit_ && word(end) && surely_name(end);
  return named_next ? end : t;
}

// شكك مسؤولون | في إمكانية الحل: what is spoken of, neither body nor place.
bool PhraseParser::is_matter(TokenIndex noun) const {
  const ActorWord& w = at(noun);
  if (w.has(kAl) || w.is(kNounRoles) || w.kind != WordClass::kNoun) return false;
  return w.masdar || document_.tokens[noun].word->key.ends_with("يه");
}

// Whether a preposition that stands alone joins the noun behind it to the head.
bool PhraseParser::joins(uint16_t preposition) const {
  const TokenIndex next = at_ + 1;
  if (!nominal(next) || at(next).is(kOccasionRole) || at(next).joined()) return false;
  if (at(next).is(kTimeRole) && !at(next).is(kNounRoles)) return false;
  // المسؤول عن الملف; not أعرب مسؤولون أجانب | عن القلق, كشف المسؤولون الأجانب | عن الخطة, أعرب
  // المسؤول الأجنبي | عن أمله.
  const bool many = at(phrase_.noun).number == Number::kPlural;
  const bool loose = preposition == kJoinAn && at_ != phrase_.noun + 1 &&
                     (!head_definite_ || many || (at(next).masdar && at(next).pronoun));
  if (preposition == kJoinMin && is_matter(next)) return false;  // قلل مسؤولون | من احتمال الحرب
  const uint16_t joints = (loose ? 0 : head_joints_) | at(at_ - 1).joints;
  // دعا المبعوث | إلى اتخاذ إجراءات: what he calls for, not where he is sent
  const bool deed = preposition == kJoinIla && at(next).masdar && at(next).roles == 0 &&
                    !at(next).definite() && begin_ > 0 && at(begin_ - 1).reports;
  if (deed) return false;
  if ((joints & preposition) != 0) return true;
  const bool title = (head_roles_ & kTitleRoles) != 0;
  const bool document = (head_roles_ & kDocumentRole) != 0 && (head_roles_ & kMediaRole) == 0;
  const bool somebody = title || (head_roles_ & (kGroupRoles | kQuantifierRole)) != 0;
  switch (preposition) {
    case kJoinFi:
      if (title && place_before_name(next) != next) return true;
      if (at(next).is(kPlaceRole) && (head_roles_ & (kPartyRole | kForceRole)) != 0) {
        return false;  // where it met
      }
      // دعت المملكة | في اليمن: a state is complete.
      if (head_definite_ && (head_roles_ & kNounRoles) == kPlaceRole) return false;
      if (institution(next)) return head_roles_ != 0;
      if (at(next).is(kMediaRole)) return (head_roles_ & kMediaRole) != 0;
      return !head_definite_ && somebody && !is_matter(next);
    case kJoinAn:
      // نقل البيان | عن الوزير, نقل بيان للوزارة | عن الوزير
      return document && !head_definite_ && !at(at_ - 1).definite() &&
             (institution(next) || at(next).is(kTitleRoles));
    case kJoinMin:
      if (at(next).pronoun) return false;
      if (document && (institution(next) || at(next).is(kTitleRoles))) return true;
      return somebody && !head_definite_ && (institution(next) || at(next).is(kNisbaRole));
    case kJoinLada:
      return title && (institution(next) || at(next).has(kAl));
    default:
      return false;
  }
}

// القيادي في «الفلانية», النائب عن «الفلاني», أمين عام لـ«الفلانية» فلان: what is quoted completes
// a title where it is an actor or the holder's name stands behind it; not قال الوزير لـ«الواحة».
bool PhraseParser::quoted_complement(uint16_t preposition) {
  if ((head_roles_ & kTitleRoles) == 0) return false;
  const bool own = preposition == kJoinFi || (head_joints_ & preposition) != 0;
  if (!own && preposition != kJoinLi) return false;
  const TokenIndex back = at_++;
  const EntryMatch match = word(at_ + 1) ? match_entry(document_, at_ + 1) : EntryMatch{};
  const bool known = match.entry != kNoEntry;
  const bool body = known && actors_.entry(match.entry).kind != EntryKind::kPerson;
  if ((own || !known) && quoted() &&
      ((body && match.tokens.end + 1 == at_) || (word(at_) && surely_name(at_)))) {
    attributes(true);
    return true;
  }
  at_ = back;
  return false;
}

// في, ل, ب, لدى …: taken where it completes the noun, left where it opens an adjunct.
bool PhraseParser::prepositional() {
  if (!word(at_) || here().joined() || has_name_) return false;
  const ActorWord& w = here();
  if ((w.joints & kJoinBism) != 0 && (head_roles_ & kSpokesmanRole) != 0) {
    if (w.pronoun) {  // باسمها
      ++at_;
      return true;
    }
    const bool in_quotes = at_ + 1 < limit_ && is_quotation_mark(document_.tokens[at_ + 1].mark);
    if (!in_quotes && !nominal(at_ + 1)) return false;
    const TokenIndex begin = ++at_;
    if (!in_quotes) {
      complement();
    } else if (quoted()) {  // المتحدث باسم «الفلانية»
      attributes(true);
    } else {
      --at_;
      return false;
    }
    if (phrase_.complement.empty()) phrase_.complement = {begin, at_};
    return true;
  }
  if (w.prefixed()) return prefixed_complement();
  if (w.kind == WordClass::kPreposition && w.pronoun && at_ > begin_) {  // مصدر مقرب | منه
    const Word& him = *document_.tokens[at_].word;
    const uint16_t joint = joint_of(him.stem(him.best())).value_or(0);
    if ((at(at_ - 1).joints & joint) != 0) {
      ++at_;
      return true;
    }
  }
  if (w.kind != WordClass::kPreposition || w.joints == 0) return false;
  const bool first_name = w.is(kGivenNameRole) && first_name_of(at_);
  if (first_name && at(at_ + 1).is(kParticleRole))
    return false;  // المشرف على إعلام الوزارة | علي بن سالم
  if (quoted_complement(w.joints)) return true;
  if (!joins(w.joints)) return false;
  const bool where = w.joints == kJoinFi && (head_roles_ & kTitleRoles) != 0;
  const TokenIndex place = where ? place_before_name(++at_) : ++at_;
  if (place != at_) {
    at_ = place;
  } else {
    complement();
  }
  return true;
}

// Whether the group that begins at a noun ends in the title of one person: حملة الرئيس, not مجلس
// الوزراء.
bool PhraseParser::names_holder(TokenIndex noun) const {
  if ((head_roles_ & kTitleRoles) == 0) return false;
  for (TokenIndex t = noun + 1; t < at_; ++t) {
    if (word(t) && at(t).is(kTitleRoles) && at(t).number != Number::kPlural) return true;
  }
  return false;
}

// إمام وخطيب المسجد: two titles of one person share what completes them.
bool PhraseParser::shares_complement() const {
  const auto bare_title = [&](TokenIndex t) {
    const ActorWord& w = at(t);
    return w.is(kTitleRoles) && !w.definite() && !w.prefixed() && w.number == Number::kSingular &&
           w.gender == Gender::kMasculine && !accusative(t);
  };
  if (!word(at_ + 1) || !word(at_ + 2) || !at(at_ + 1).has(kWa)) return false;
  if (!bare_title(at_) || !bare_title(at_ + 1)) return false;
  const ActorWord& next = at(at_ + 2);
  const bool noun = next.kind == WordClass::kNoun && !next.joined() && !next.prefixed();
  return noun && (next.has(kAl) || (word(at_ + 3) && at(at_ + 3).has(kAl)));
}

// A noun with its complement and attributes, and the name behind a title.
void PhraseParser::noun_group(TokenRange* title) {
  const TokenIndex begin = at_;
  if (shares_complement()) ++at_;
  const ActorWord& head = here();
  phrase_.noun = at_;
  head_roles_ = head.roles;
  head_joints_ = head.joints;
  has_name_ = false;
  ++at_;
  phrase_.definite = chain(head.definite(), true);
  // حملة الرئيس فلان: the name of the one whose institution it is; not برئاسة الوزير فلان.
  if (!head.is(kTitleRoles) && !is_senior(begin) && !head.has(kBi) && names_holder(begin) &&
      word(at_) && name_begins(at_)) {
    complement_name();
  }
  if (title->empty()) *title = {begin, at_};
}

}  // namespace musnad
