// What a single word can be in a phrase, by its class and its neighbours.
#include <algorithm>

#include "actors/phrase_parser.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr uint32_t kLongestInitial = 3;  // code points: كيه.

}  // namespace

const Name* PhraseParser::name_at(TokenIndex token) const {
  return musnad::name_at(document_, token);
}

bool PhraseParser::nominal(TokenIndex t) const {
  if (!word(t)) return false;
  const ActorWord& w = at(t);
  if (w.kind == WordClass::kVerb && place(t)) return true;
  if (w.kind == WordClass::kVerb && w.is(kNounRoles)) {
    return t == begin_ || w.has(kAl) || (at(t - 1).is(kTitleRoles) && !at(t - 1).has(kAl));
  }
  if (w.kind == WordClass::kPreposition) return w.is(kGivenNameRole) && first_name_of(t);
  if (w.kind == WordClass::kBreak) return named(t) || w.is(kQuantifierRole);
  return w.kind == WordClass::kNoun || w.kind == WordClass::kAdjective ||
         w.kind == WordClass::kName || w.is(kGivenNameRole | kParticleRole | kQuantifierRole) ||
         named(t);
}

// Whether the tagger takes the word for part of a place.
bool PhraseParser::place(TokenIndex t) const {
  const Name* name = name_at(t);
  return name != nullptr && name->type == NameType::kLocation;
}

// Whether the tagger takes the word for part of a person's name and nothing speaks against it.
bool PhraseParser::named(TokenIndex t) const {
  if (!word(t)) return false;
  const ActorWord& w = at(t);
  if (document_.token_text(t).starts_with("بب")) return false;
  const bool part = w.is(kGivenNameRole | kParticleRole);
  const bool other = w.kind == WordClass::kVerb || w.kind == WordClass::kBreak ||
                     w.kind == WordClass::kPreposition ||
                     w.is(kNounRoles | kTimeRole | kOccasionRole | kAttributeRole);
  if (other && !part) return false;
  const Name* name = name_at(t);
  if (name == nullptr || name->type != NameType::kPerson) return false;
  if (w.prefixed() && w.first != kNoRegisterWord && addressee(t)) return false;  // لفرانس برس
  if (part) return given_name(t);
  if (name->tokens.begin != t) return true;
  if (w.is(kNisbaRole)) return false;                          // الوزير الأردني
  if (w.first != kNoRegisterWord && capital(t)) return false;  // الرياض فلان الفلاني
  return w.kind != WordClass::kNoun || w.gender != Gender::kFeminine;  // قضية فلان
}

bool PhraseParser::adjective(TokenIndex t) const {
  const ActorWord& w = at(t);
  if (w.kind == WordClass::kAdjective) return true;
  if (w.adjective && w.has(kAl) && w.nisba_shape && !w.is(kNounRoles)) return true;  // الأمنية
  if (goes_with_things(t)) return true;
  if (!w.nisba_shape || w.pronoun || w.is(kHonorificRoles | kGroupRoles)) return false;
  // المسؤولية is a noun of the lexicon; الإعلامي and البلدية are adjectives besides.
  if (w.kind == WordClass::kName) return true;
  // Behind a title also the noun of a person (المتحدث العسكري), not حمل الوزير المسؤولية.
  const bool person = (head_roles_ & kTitleRoles) != 0 && w.gender != Gender::kFeminine;
  return w.kind == WordClass::kNoun && (person || w.is(kTitleRoles | kInstitutionRoles));
}

// الدول الشقيقة, القوات المشتركة: the feminine of a noun of persons, behind the plural of a thing
// or body.
bool PhraseParser::goes_with_things(TokenIndex t) const {
  constexpr uint32_t kPosts = kTitleRoles & ~(kPersonRole | kProfessionRole);
  const ActorWord& w = at(t);
  if (!w.of_person || w.is(kPosts | kInstitutionRoles | kHonorificRoles | kDocumentRole)) {
    return false;
  }
  if (t == begin_ || !word(t - 1) || at(t - 1).has(kAl) != w.has(kAl)) return false;
  const ActorWord& before = at(t - 1);
  const bool body = before.is(kInstitutionRoles | kPeopleRole) && !before.is(kTitleRoles);
  return body && (before.number == Number::kPlural || before.gender == Gender::kFeminine);
}

bool PhraseParser::accusative(TokenIndex t) const { return is_accusative(document_, t); }

// المبعوث الدولي «فلان الفلاني», الرئيس (فلان الفلاني): the name of the one whom a title means.
bool PhraseParser::name_set_apart() const {
  if ((head_roles_ & kTitleRoles) == 0 || at_ >= limit_ || word(at_) || !word(at_ + 1))
    return false;
  const char32_t opens = document_.tokens[at_].mark;
  if (opens != U'(' && !is_quotation_mark(opens)) return false;
  if (surely_name(at_ + 1)) return true;
  // السفير الفلاني «فلان»: what the title completes would stand behind an institution.
  const ActorWord& first = at(at_ + 1);
  if (first.kind != WordClass::kName || first.joined() || first.prefixed()) return false;
  if (opens == U'(' || !at(phrase_.noun).has(kAl) || names_no_person(at_ + 1)) return false;
  for (TokenIndex t = phrase_.noun + 1; t < at_; ++t) {
    if (!word(t) || !adjective(t)) return false;
  }
  return true;
}

// بمحاسبة, بأطيب: an unknown word that a preposition begins, where the tagger sees no name. لتجييش
// has the pattern of a verbal noun, which is no name's, whatever the tagger sees.
bool PhraseParser::seems_prefixed(TokenIndex t) const {
  const std::string_view text = document_.token_text(t);
  constexpr size_t kLetter = 2;  // bytes of an Arabic letter
  const bool masdar = text.size() == 6 * kLetter && text.starts_with("لت") &&
                      text.substr(4 * kLetter, kLetter) == "ي";
  if (masdar) return true;
  if (text.starts_with("بب")) return true;  // ببلجرشي: no name begins so
  if (text.starts_with("ب") && text.ends_with("ة")) return !named(t);
  const bool hamza = text.starts_with("بأ") || text.starts_with("بإ") || text.starts_with("لأ") ||
                     text.starts_with("لإ") || text.starts_with("كأ");
  return hamza && !named(t);
}

// رحمه الله, not رحمة الله.
bool PhraseParser::blesses(TokenIndex t) const {
  return document_.token_text(t).ends_with("ه") && word(t + 1) &&
         document_.token_text(t + 1) == "الله";
}

// منظمة الهجرة | إيتاري فيري: an unknown word behind a noun with the article is no part of the
// body's name that the tagger sees.
bool PhraseParser::outgrows(const Name& name, TokenIndex t) const {
  return name.type == NameType::kOrganization && name.tokens.begin < t && at(t - 1).has(kAl) &&
         unknown_name(t);
}

// Whether a person's name can begin here.
bool PhraseParser::name_begins(TokenIndex t) const {
  if (!word(t)) return false;
  if (known_person(t) || calls_mother(t)) return true;
  const ActorWord& w = at(t);
  const Name* name = w.is(kGivenNameRole) ? nullptr : name_at(t);
  if (name != nullptr && !outgrows(*name, t)) return named(t) && name->tokens.begin == t;
  if (ends_first_name(t) || blesses(t)) return false;
  const bool clitic = w.joined() || w.prefixed();
  if (w.pronoun || (w.joints & kJoinBism) != 0) return false;
  if (clitic && (t != begin_ || !w.is(kGivenNameRole))) return false;
  if (w.is(kParticleRole) && joins_names(t)) return true;
  if (w.kind == WordClass::kBreak) return false;
  if (w.is(kGivenNameRole) && !w.has(kAl)) {
    if (title_of_something(t)) return false;
    return w.kind == WordClass::kPreposition ? first_name_of(t) : given_name(t);
  }
  const bool surname = (w.roles & ~kGivenNameRole) == 0;  // also العطية
  if (seems_prefixed(t) || is_seat_of_power(t)) return false;
  if (t != begin_ && word(t + 1) && at(t + 1).is(kHonorificRoles) && at(t + 1).has(kAl)) {
    return false;  // الرئيس التنفيذي للهيئة | بينبع الدكتور فلان
  }
  return w.kind == WordClass::kName && surname && !accusative(t);
}

// دعا المسؤول الأجنبي | الرياض إلى, حذر السفير | اليابان من: a capital that stands for its state,
// or a state behind the article of a title, with no name behind it.
bool PhraseParser::is_seat_of_power(TokenIndex t) const {
  const bool seat = at(t).has(kAl) && capital(t);
  return (seat || (t > begin_ && at(t - 1).has(kAl) && state(t))) &&
         !(word(t + 1) && (at(t + 1).is(kGivenNameRole) || at(t + 1).kind == WordClass::kName));
}

// مساعد المتحدث, أمين عام: a title that is also a first name, before what it is the title of.
bool PhraseParser::title_of_something(TokenIndex t) const {
  if (!at(t).is(kTitleRoles)) return false;
  if (!word(t + 1)) {  // أمين «التعاون»
    return t + 1 < limit_ && is_quotation_mark(document_.tokens[t + 1].mark) && !at(t).has(kAl);
  }
  const ActorWord& next = at(t + 1);
  if (next.is(kTitleRoles | kInstitutionRoles) && !next.is(kGivenNameRole)) {
    return next.has(kAl) || (!next.joined() && !next.prefixed());  // مساعد وزير الصحة
  }
  if ((next.has(kAl) && next.is(kNounRoles)) || (next.joints & kJoinAl) != 0) return true;
  const bool noun = next.kind == WordClass::kNoun && next.roles == 0 && !next.has(kAl);
  if (noun && word(t + 2) && !ends_first_name(t + 2) && !next.joined() &&
      (at(t + 2).has(kAl) || at(t + 2).is(kInstitutionRoles))) {
    return true;  // أمين سر الحركة
  }
  return !next.is(kGivenNameRole) && (place(t + 1) || names_no_person(t + 1));  // أمين جدة
}

bool PhraseParser::surely_name(TokenIndex t) const {
  if (title_of_something(t) || blesses(t)) return false;
  const EntryMatch match = match_entry(document_, t);  // فرانس برس, الرياض
  if (match.entry != kNoEntry && actors_.entry(match.entry).kind != EntryKind::kPerson &&
      (match.tokens.size() > 1 || (at(t).has(kAl) && place_or_seat(match)))) {
    return false;
  }
  return named(t) || (at(t).is(kGivenNameRole) && name_begins(t));
}

// A given name that is no particle or preposition here (علي, not على).
bool PhraseParser::given_name(TokenIndex t) const {
  if (at(t).is(kTimeRole) && at(t).has(kAl)) return false;  // قال فلان | الخميس
  if (at(t).is(kTimeRole) && word(t + 1) && at(t + 1).is(kTimeRole)) return false;  // صباح الأحد
  const WordClass kind = at(t).kind;
  if (kind == WordClass::kPreposition) return document_.token_text(t).ends_with("ي");
  return kind != WordClass::kBreak;
}

// بن, عبد, لو …: a particle before another part of the name.
bool PhraseParser::joins_names(TokenIndex t) const {
  if (!word(t + 1)) return false;
  const ActorWord& w = at(t);
  const ActorWord& next = at(t + 1);
  if (w.kind == WordClass::kBreak || w.kind == WordClass::kPreposition) {
    if (document_.token_text(t).starts_with("فإ")) return false;  // فإن is no فان
    const bool verb = t > begin_ && next.kind == WordClass::kVerb && !next.reports &&
                      next.proclitics == 0;  // لويس فان جال
    return verb || (next.kind == WordClass::kName && next.roles == 0 && !accusative(t + 1));
  }
  if (next.is(kTimeRole) && !next.is(kGivenNameRole)) return false;  // ولد عام
  if (document_.token_text(t + 1) == "لا" && word(t + 2)) return unknown_name(t + 2);  // دو لا
  return next.kind != WordClass::kPreposition && next.kind != WordClass::kBreak;
}

// قالت أم طارق: behind a verb no "or", but a name.
bool PhraseParser::calls_mother(TokenIndex t) const {
  if (t != begin_ || t == 0 || !word(t + 1) || at(t).kind != WordClass::kBreak) return false;
  const bool subject = at(t - 1).reports || at(t - 1).kind == WordClass::kVerb;
  return subject && at(t).is(kParticleRole) && document_.token_text(t) == "أم" &&
         at(t + 1).is(kGivenNameRole) && at(t + 1).proclitics == 0;
}

// The hyphen of جان-مارك, the stop of an initial (كيه. شانموجام).
bool PhraseParser::joining_mark(TokenIndex t) const {
  if (!word(t + 1) || document_.tokens[t].space_before) return false;
  const Token& before = document_.tokens[t - 1];
  if (mark(t, U'-')) return !document_.tokens[t + 1].space_before;
  return mark(t, U'.') && before.end - before.begin <= kLongestInitial && name_begins(t + 1);
}

// Whether the match means its entry here: an everyday word does only in quotation marks or brackets
// («الحياة», (وام)), unless the word for its kind is part of the name (وكالة أنباء الإمارات).
bool PhraseParser::stands_alone(const EntryMatch& match) const {
  const TokenIndex begin = match.tokens.begin, end = match.tokens.end;
  if (actors_.entry(match.entry).alone) return true;
  if (match.tokens.size() > 1 && at(begin).is(kMediaRole)) return true;
  if (begin == 0 || end >= document_.tokens.size()) return false;
  const char32_t before = document_.tokens[begin - 1].mark, behind = document_.tokens[end].mark;
  return (is_quotation_mark(before) && is_quotation_mark(behind)) ||
         (before == U'(' && behind == U')');
}

bool PhraseParser::known_person(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, t);
  return match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kPerson;
}

// أكد مجذوب الصاوي مستشار الرئيس: behind the verb, what a title without the article follows is a
// name, whatever its words are elsewhere; not أكد ضرورة الحل وزير الخارجية.
bool PhraseParser::name_before_title(TokenIndex t) const {
  if (t != begin_ || t == 0 || !at(t - 1).reports || !word(t) || !word(t + 1)) return false;
  const ActorWord& first = at(t);
  const ActorWord& second = at(t + 1);
  const bool nouns = (first.kind == WordClass::kNoun || first.kind == WordClass::kAdjective) &&
                     document_.token_text(t + 1).starts_with("ال");
  return nouns && first.roles == 0 && second.roles == 0 && first.proclitics == 0 &&
         !first.pronoun && !first.masdar && first.gender != Gender::kFeminine &&
         first.number != Number::kPlural && !accusative(t) && title_in_apposition(t + 2) &&
         !at(t + 2).has(kAl);
}

// Right behind a title also a word that is not known as a name begins one before a first name.
bool PhraseParser::name_behind(TokenIndex t) const {
  if (word(t) && blesses(t)) return false;  // خادم الحرمين الشريفين – حفظه الله –
  if (name_begins(t) || full_name(t) || name_before_clause(t)) return true;
  if (!word(t) || !word(t + 1) || at(t).roles != 0 || at(t).proclitics != 0) return false;
  if (seems_prefixed(t)) return false;
  if (at(t).kind == WordClass::kBreak || at(t).kind == WordClass::kPreposition) return false;
  return at(t + 1).is(kGivenNameRole | kParticleRole) && at(t + 1).proclitics == 0 &&
         given_name(t + 1);
}

bool PhraseParser::name_addressed(TokenIndex t) const {
  if (!word(t) || t == begin_) return false;
  if (!at(t - 1).is(kPrefixRole | kRankRole) || at(t - 1).is(kTitleRoles)) return false;
  const ActorWord& w = at(t);
  if (w.is(kNounRoles | kTimeRole | kNisbaRole) || accusative(t) || w.pronoun) return false;
  if (at(t - 1).is(kRankRole) && (w.kind != WordClass::kName || w.has(kAl))) return false;
  const bool before_name = word(t + 1) && at(t + 1).kind == WordClass::kName &&
                           !at(t + 1).joined() && !at(t + 1).prefixed() && !at(t + 1).has(kAl);
  switch (w.kind) {
    case WordClass::kName:
      return true;
    case WordClass::kVerb:  // behind a verb of its own the addressed one needs no other
      return before_name || (begin_ > 0 && at(begin_ - 1).reports && !w.reports);
    case WordClass::kBreak:  // no word of grammar ends a clause
      return t + 1 == document_.tokens.size() || !word(t + 1);
    case WordClass::kNoun:
    case WordClass::kAdjective:  // not الرفيق المناضل «فلان», الرفيق المناضل فلان
      return !w.joined() && !w.prefixed() && !w.masdar &&
             !(w.has(kAl) && t + 1 < limit_ &&
               (word(t + 1) ? surely_name(t + 1)
                            : is_quotation_mark(document_.tokens[t + 1].mark)));
    default:
      return false;
  }
}

// Two words that are names together, whatever the first is alone (دولت بهتشلي), or whatever kind of
// name the tagger takes them for.
bool PhraseParser::full_name(TokenIndex t) const {
  if (!word(t) || !word(t + 1) || at(t).reports || at(t).joined() || at(t).has(kAl)) return false;
  if (at(t).kind == WordClass::kBreak) return false;
  const ActorWord& next = at(t + 1);
  if (next.kind != WordClass::kName || next.roles != 0 || next.has(kAl)) return false;
  const Name* name = name_at(t);
  if (name == nullptr || name->tokens.begin != t || !name->tokens.contains(t + 1)) return false;
  if (name->type == NameType::kPerson) return true;
  return at(t).kind == WordClass::kName && at(t).roles == 0 && !names_no_person(t) &&
         name->type != NameType::kLocation;
}

// الشاطبي: of an unknown word the article is only seen in its letters.
bool PhraseParser::begins_with_al(TokenIndex t) const {
  return document_.tokens[t].word->key.starts_with("ال");
}

// المجلس الصحي | التعاوني فلان: an unknown word like a nisba, before the first name that it is no
// part of.
bool PhraseParser::unknown_nisba(TokenIndex t) const {
  const ActorWord& w = at(t);
  return w.kind == WordClass::kName && w.roles == 0 && w.nisba_shape && begins_with_al(t) &&
         word(t + 1) && at(t + 1).is(kGivenNameRole) && name_begins(t + 1);
}

// قالت الوزيرة | نجاة الشاطبي، الأحد، إن: a noun or adjective with a surname, both between a title
// and the clause that its bearer says.
bool PhraseParser::name_before_clause(TokenIndex t) const {
  if (!word(t) || !word(t + 1)) return false;
  const ActorWord& w = at(t);
  const ActorWord& surname = at(t + 1);
  if (w.is(kNounRoles | kTimeRole) || w.proclitics != 0 || w.pronoun || w.reports) return false;
  if (w.kind != WordClass::kNoun && w.kind != WordClass::kAdjective) return false;
  const bool nisba = surname.nisba_shape && !surname.is(kNounRoles | kTimeRole) &&
                     document_.token_text(t + 1).ends_with("ي");  // العمري, which no noun is
  const bool unknown = surname.kind == WordClass::kName && surname.roles == 0;
  if (!(unknown || nisba) || !begins_with_al(t + 1)) return false;
  TokenIndex behind = t + 2;
  if (comma(behind)) ++behind;
  while (word(behind) && at(behind).is(kTimeRole)) ++behind;
  if (comma(behind)) ++behind;
  if (behind >= limit_) return false;
  const bool phrase = word(behind) && (at(behind).prefixed() ||  // رحب الأمين | كرم النهري بالقرار
                                       at(behind).kind == WordClass::kPreposition);
  if (nisba && phrase) return true;
  return mark(behind, U':') || document_.tokens[behind].word->best().pos == Pos::kComplementizer;
}

// علي is a name where a name follows that is written with it: the preposition is على.
bool PhraseParser::first_name_of(TokenIndex t) const {
  if (!document_.token_text(t).ends_with("ي") || !word(t + 1)) return false;
  const ActorWord& next = at(t + 1);
  return next.is(kGivenNameRole | kParticleRole) ||
         (next.kind == WordClass::kName && next.roles == 0);
}

// Whether a state, organization or outlet of the register begins here.
bool PhraseParser::names_no_person(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, t);
  return match.entry != kNoEntry && actors_.entry(match.entry).kind != EntryKind::kPerson;
}

// Whether the word can be the institution or place that a preposition joins to a title.
bool PhraseParser::institution(TokenIndex t) const {
  if (!word(t)) return false;
  const ActorWord& w = at(t);
  if (w.is(kInstitutionRoles | kPeopleRole) && !w.is(kOccasionRole | kMediaRole)) return true;
  if (const Name* name = name_at(t)) {
    if (name->type == NameType::kOrganization || (w.has(kBi) && place(t))) return true;
  }
  const EntryMatch match = match_entry(document_, t);
  if (match.entry == kNoEntry) return false;
  const EntryKind kind = actors_.entry(match.entry).kind;
  return kind == EntryKind::kState || kind == EntryKind::kOrganization;
}

bool PhraseParser::state(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, t);
  return match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kState;
}

bool PhraseParser::capital(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, t);
  return match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kCapital;
}

// Whether "ل" before this word says to whom or when somebody spoke.
bool PhraseParser::addressee(TokenIndex t) const {
  const ActorWord& w = at(t);
  if (w.is(kAddresseeRole | kMediaRole | kOccasionRole) || w.pronoun) return true;
  // The envoy for the Middle East, not one who tells it to the newspaper of that name.
  if (w.is(kPlaceRole) && (head_roles_ & kEnvoyRole) != 0) return false;
  const EntryMatch match = match_entry(document_, t);
  return match.entry != kNoEntry && stands_alone(match) &&  // not استطلاع للرأي
         actors_.entry(match.entry).kind == EntryKind::kOutlet;
}

// الولايات المتحدة is found as a whole although its first word is a noun of the tables.
bool PhraseParser::place_or_seat(const EntryMatch& match) const {
  if (match.entry == kNoEntry) return false;
  const EntryKind kind = actors_.entry(match.entry).kind;
  return kind == EntryKind::kState || kind == EntryKind::kCapital || kind == EntryKind::kSeat;
}

bool PhraseParser::title_in_apposition(TokenIndex t) const {
  if (!word(t)) return false;
  const ActorWord& w = at(t);
  if (w.joined() || w.prefixed() || accusative(t)) return false;
  if (w.pronoun && has_name_) return false;  // التقى فلان نظيره
  if (!w.is(kTitleRoles | kQuantifierRole) || (w.is(kGivenNameRole) && !w.has(kAl))) return false;
  return w.definite() || nominal(t + 1);
}

bool is_accusative(const Document& document, TokenIndex token) {
  const std::string_view text = document.token_text(token);
  if (text.ends_with("\u064B") || text.ends_with("\u064Bا")) return true;
  if (!document.tokens[token].actor->accusative) return false;
  const TokenIndex next = token + 1;  // وزيرا الطاقة are two
  return next == document.tokens.size() || !document.tokens[next].actor->has(kAl);
}

}  // namespace musnad
