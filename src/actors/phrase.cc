#include "actors/phrase.h"

#include <absl/container/inlined_vector.h>

#include <algorithm>

namespace musnad {
namespace {

constexpr TokenIndex kLongestName = 12;    // words
constexpr uint32_t kLongestInitial = 3;    // code points: كيه.
constexpr TokenIndex kLongestQuoted = 5;   // tokens in quotation marks or brackets within a phrase
constexpr TokenIndex kLongestPhrase = 40;  // tokens

bool is_quote(char32_t mark) {
  switch (mark) {
    case U'"':
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
    case U'\'':
    case U'‘':
    case U'’':
      return true;
    default:
      return false;
  }
}

// The end of the sentence that holds a token.
TokenIndex sentence_end(const Document& document, TokenIndex token) {
  const auto next = std::upper_bound(
      document.sentences.begin(), document.sentences.end(), token,
      [](TokenIndex t, const Sentence& sentence) { return t < sentence.tokens.begin; });
  if (next == document.sentences.begin()) return static_cast<TokenIndex>(document.tokens.size());
  return std::max(token, std::prev(next)->tokens.end);
}

// The quotation whose opening mark is the token, nullptr where there is none.
const Quotation* quotation_opened_by(const Document& document, TokenIndex mark) {
  const auto found =
      std::lower_bound(document.quotations.begin(), document.quotations.end(), mark,
                       [](const Quotation& q, TokenIndex t) { return q.tokens.begin < t + 1; });
  return found != document.quotations.end() && found->open == mark ? &*found : nullptr;
}

// The tagger's name that holds the token, nullptr where there is none.
const Name* name_at(const Document& document, TokenIndex token) {
  const auto next =
      std::upper_bound(document.names.begin(), document.names.end(), token,
                       [](TokenIndex t, const Name& n) { return t < n.tokens.begin; });
  if (next == document.names.begin()) return nullptr;
  const Name& name = *std::prev(next);
  return name.tokens.contains(token) ? &name : nullptr;
}

class Parser {
 public:
  Parser(const Document& document, const Register& actors, TokenIndex begin)
      : document_(document),
        actors_(actors),
        begin_(begin),
        limit_(std::min(sentence_end(document, begin), begin + kLongestPhrase)),
        at_(begin) {}

  Phrase parse(bool with_others) {
    if (word(at_) && here().demonstrative) ++at_;
    if (quoted()) phrase_.name = {begin_ + 1, at_ - 1};
    if (!conjunct()) return {};
    while (with_others && another()) {
    }
    phrase_.tokens = {begin_, at_};
    return phrase_;
  }

 private:
  // --- looking
  // ---------------------------------------------------------------------------------------
  bool word(TokenIndex t) const {
    return t < limit_ && document_.tokens[t].kind != TokenKind::kPunctuation;
  }
  bool mark(TokenIndex t, char32_t c) const { return t < limit_ && document_.tokens[t].mark == c; }
  bool comma(TokenIndex t) const { return mark(t, U'،') || mark(t, U','); }
  const ActorWord& at(TokenIndex t) const { return *document_.tokens[t].actor; }
  const ActorWord& here() const { return at(at_); }

  bool nominal(TokenIndex t) const {
    if (!word(t)) return false;
    const ActorWord& w = at(t);
    if (w.kind == WordClass::kVerb && place(t)) return true;
    if (w.kind == WordClass::kVerb && w.is(kNounRoles)) return t == begin_ || w.has(kAl);
    if (w.kind == WordClass::kPreposition) return w.is(kGivenNameRole) && first_name_of(t);
    if (w.kind == WordClass::kBreak) return named(t) || w.is(kQuantifierRole);
    return w.kind == WordClass::kNoun || w.kind == WordClass::kAdjective ||
           w.kind == WordClass::kName || w.is(kGivenNameRole | kParticleRole | kQuantifierRole) ||
           named(t);
  }
  // Whether the tagger takes the word for part of a place.
  bool place(TokenIndex t) const {
    const Name* name = name_at(document_, t);
    return name != nullptr && name->type == NameType::kLocation;
  }
  // Whether the tagger takes the word for part of a person's name and nothing speaks against it.
  bool named(TokenIndex t) const {
    const Name* name = name_at(document_, t);
    if (name == nullptr || name->type != NameType::kPerson) return false;
    const ActorWord& w = at(t);
    if (w.is(kGivenNameRole | kParticleRole)) return given_name(t);
    if (w.is(kNisbaRole) && name->tokens.begin == t) return false;  // الوزير الأردني
    return w.kind != WordClass::kVerb && w.kind != WordClass::kBreak &&
           w.kind != WordClass::kPreposition &&
           !w.is(kNounRoles | kTimeRole | kOccasionRole | kAttributeRole);
  }
  bool adjective(TokenIndex t) const {
    const ActorWord& w = at(t);
    if (w.kind == WordClass::kAdjective) return true;
    if (!w.nisba_shape || w.is(kHonorificRoles | kGroupRoles)) return false;
    // المسؤولية is a noun of the lexicon; الإعلامي and البلدية are adjectives besides.
    return w.kind == WordClass::kName ||
           (w.kind == WordClass::kNoun && w.is(kTitleRoles | kInstitutionRoles));
  }
  // Written with tanwin in the accusative: the verb's object, not part of its subject.
  bool accusative(TokenIndex t) const {
    const std::string_view text = document_.token_text(t);
    return text.ends_with("\u064B") || text.ends_with("\u064Bا");
  }
  // Whether a person's name can begin here.
  bool name_begins(TokenIndex t) const {
    if (!word(t)) return false;
    if (known_person(t)) return true;
    const ActorWord& w = at(t);
    if (const Name* name = name_at(document_, t); name != nullptr && !w.is(kGivenNameRole)) {
      return named(t) && name->tokens.begin == t;
    }
    if (w.joined() || w.prefixed() || w.pronoun || (w.joints & kJoinBism) != 0) return false;
    if (w.is(kParticleRole) && joins_names(t)) return true;
    if (w.kind == WordClass::kBreak) return false;
    if (w.is(kGivenNameRole) && !w.has(kAl)) {
      return w.kind != WordClass::kPreposition || first_name_of(t);
    }
    return w.kind == WordClass::kName && w.roles == 0 && !accusative(t);
  }
  // A given name that is no particle or preposition here (علي, not على).
  bool given_name(TokenIndex t) const {
    const WordClass kind = at(t).kind;
    if (kind == WordClass::kPreposition) return document_.token_text(t).ends_with("ي");
    return kind != WordClass::kBreak;
  }
  // بن, عبد, لو …: a particle before another part of the name.
  bool joins_names(TokenIndex t) const {
    if (!word(t + 1)) return false;
    const ActorWord& w = at(t);
    const ActorWord& next = at(t + 1);
    if (w.kind == WordClass::kBreak || w.kind == WordClass::kPreposition) {
      return next.kind == WordClass::kName && next.roles == 0 && !accusative(t + 1);
    }
    return next.kind != WordClass::kPreposition && next.kind != WordClass::kBreak;
  }
  // The hyphen of جان-مارك, the stop of an initial (كيه. شانموجام).
  bool joining_mark(TokenIndex t) const {
    if (!word(t + 1) || document_.tokens[t].space_before) return false;
    const Token& before = document_.tokens[t - 1];
    if (mark(t, U'-')) return !document_.tokens[t + 1].space_before;
    return mark(t, U'.') && before.end - before.begin <= kLongestInitial && name_begins(t + 1);
  }
  // Whether the match means its entry here: an everyday word does only in quotation marks
  // («الحياة»).
  bool stands_alone(const EntryMatch& match) const {
    return actors_.entry(match.entry).alone ||
           (match.tokens.begin > 0 && is_quote(document_.tokens[match.tokens.begin - 1].mark));
  }
  bool known_person(TokenIndex t) const {
    const EntryMatch match = match_entry(document_, actors_, t);
    return match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kPerson;
  }
  // Right behind a title also a word that is not known as a name begins one before a first name.
  bool name_behind(TokenIndex t) const {
    if (name_begins(t)) return true;
    if (!word(t) || !word(t + 1) || at(t).roles != 0 || at(t).proclitics != 0) return false;
    if (at(t).kind == WordClass::kBreak || at(t).kind == WordClass::kPreposition) return false;
    return at(t + 1).is(kGivenNameRole | kParticleRole) && at(t + 1).proclitics == 0 &&
           given_name(t + 1);
  }

  bool institution(TokenIndex t) const;
  bool capital(TokenIndex t) const;
  bool addressee(TokenIndex t) const;
  bool joins(uint16_t preposition) const;
  bool place_or_seat(const EntryMatch& match) const;
  bool title_in_apposition(TokenIndex t) const;

  // علي is a name where a name follows that is written with it: the preposition is على.
  bool first_name_of(TokenIndex t) const {
    if (!document_.token_text(t).ends_with("ي") || !word(t + 1)) return false;
    const ActorWord& next = at(t + 1);
    return next.is(kGivenNameRole | kParticleRole) ||
           (next.kind == WordClass::kName && next.roles == 0);
  }

  // Whether a state, organization or outlet of the register begins here.
  bool names_no_person(TokenIndex t) const {
    const EntryMatch match = match_entry(document_, actors_, t);
    return match.entry != kNoEntry && actors_.entry(match.entry).kind != EntryKind::kPerson;
  }

  // --- taking
  // ----------------------------------------------------------------------------------------
  bool conjunct();
  bool another();
  bool honorifics();
  bool entry();
  bool quantified();
  void person_name(TokenRange* name);
  void noun_group(TokenRange* title);
  void name_behind_title(bool complete);
  void distant_name();
  bool chain(bool definite, bool begin_of_group = false);  // returns whether the group is definite
  bool chain_link(bool* definite, bool* attributed);
  void attributes(bool definite);
  void adjectives();
  bool further_place();
  bool prepositional();
  bool prefixed_complement();
  void complement();
  void complement_name();
  bool quoted();
  bool bracketed();
  bool apposition();
  void joined_title();
  void another_title();
  bool outlet_behind(TokenIndex noun);

  const Document& document_;
  const Register& actors_;
  const TokenIndex begin_;
  const TokenIndex limit_;
  TokenIndex at_;
  Phrase phrase_;
  uint32_t head_roles_ = 0;  // of the noun group being read
  uint16_t head_joints_ = 0;
  bool head_definite_ = false;
  bool has_name_ = false;  // in the conjunct being read
};

// د. / الدكتور / معالي / صاحب السمو الملكي …: before a name or a title.
bool Parser::honorifics() {
  const TokenIndex begin = at_;
  while (word(at_)) {
    const ActorWord& w = here();
    const bool counts = (w.is(kPrefixRole | kRankRole | kRoyalRole) && w.has(kAl)) ||
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

bool Parser::entry() {
  const EntryMatch match = match_entry(document_, actors_, at_);
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

void Parser::person_name(TokenRange* name) {
  const TokenIndex begin = at_;
  const EntryMatch known = match_entry(document_, actors_, at_);
  if (known.entry != kNoEntry && actors_.entry(known.entry).kind == EntryKind::kPerson) {
    at_ = std::min(known.tokens.end, limit_);
  } else {
    ++at_;
  }
  bool particle = at(at_ - 1).is(kParticleRole) && !at(at_ - 1).is(kGivenNameRole);
  while (at_ < limit_ && at_ - begin < kLongestName) {
    if (joining_mark(at_)) {
      at_ += 2;
      continue;
    }
    if (!word(at_)) break;
    const ActorWord& w = here();
    const bool joins = w.is(kParticleRole) && joins_names(at_);
    const bool bare = !w.joined() && !w.prefixed() && !w.pronoun;
    const bool common = w.is(kTitleRoles) && at_ - begin > 1 && !named(at_);  // X نجم المهرجان
    const bool name =
        bare && ((w.is(kGivenNameRole) && given_name(at_) && !common) || named(at_) ||
                 (w.kind == WordClass::kName && !w.is(kNounRoles | kTimeRole) && !accusative(at_)));
    // سميع الحق, راجح بادي: a first name alone takes any word of no other role behind it.
    const bool surname = bare && at_ - begin == 1 && w.roles == 0 && !w.masdar &&
                         !accusative(at_) &&
                         (w.kind == WordClass::kNoun || w.kind == WordClass::kAdjective) &&
                         at(begin).is(kGivenNameRole);
    const bool behind_particle = particle && w.kind != WordClass::kBreak && !w.is(kTimeRole) &&
                                 w.kind != WordClass::kPreposition && !w.joined() && !w.prefixed();
    if (!(joins || name || surname || behind_particle)) break;
    if (!particle && !named(at_) && !w.is(kGivenNameRole) && names_no_person(at_)) break;
    particle = joins;
    ++at_;
  }
  if (name->empty()) *name = {begin, at_};
  has_name_ = true;
}

// "X", «X» or (X) where a name is due: short, without a verb.
bool Parser::quoted() {
  if (at_ >= limit_ || !is_quote(document_.tokens[at_].mark)) return false;
  const Quotation* quotation = quotation_opened_by(document_, at_);
  if (quotation == nullptr || quotation->close == kNoToken || quotation->close >= limit_ ||
      quotation->tokens.empty() || quotation->tokens.size() > kLongestQuoted) {
    return false;
  }
  for (TokenIndex t = quotation->tokens.begin; t < quotation->tokens.end; ++t) {
    if (!word(t)) continue;
    const bool first = t == quotation->tokens.begin;
    if (first && (at(t).kind == WordClass::kVerb || at(t).prefixed() || at(t).joined()))
      return false;
    if (at(t).kind == WordClass::kBreak && !at(t).is(kTimeRole)) return false;
  }
  at_ = quotation->close + 1;
  return true;
}

bool Parser::bracketed() {
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

// One step of an idafa: what the indefinite noun before it takes as its complement or attribute.
bool Parser::chain_link(bool* definite, bool* attributed) {
  if (quoted()) {
    *definite = true;
    return true;
  }
  if (bracketed()) return true;
  if (!word(at_) || (!nominal(at_) && here().first == kNoRegisterWord)) return false;
  const ActorWord& w = here();
  if (w.joined() || w.prefixed() || accusative(at_)) return false;
  if (w.is(kTimeRole) && !w.is(kNounRoles)) return false;
  const bool head_is_person = (head_roles_ & kTitleRoles) != 0;
  if (!*attributed) {
    const EntryMatch match = match_entry(document_, actors_, at_);
    if (match.entry != kNoEntry && match.tokens.end <= limit_ && !w.is(kNisbaRole) &&
        actors_.entry(match.entry).alone) {
      at_ = match.tokens.end;
      *definite = true;
      return true;
    }
  }
  if (!nominal(at_)) return false;
  // خادم الحرمين: a participle that is a title takes a complement, مصدر مسؤول is an attribute.
  const bool heads_complement = w.is(kTitleRoles) && !w.nisba_shape && !w.is(kAttributeRole) &&
                                word(at_ + 1) && at(at_ + 1).has(kAl);
  if (!w.has(kAl) && !w.pronoun && adjective(at_) && !w.is(kInstitutionRoles) &&
      !heads_complement) {
    *attributed = true;
    ++at_;
    return true;
  }
  if (*attributed && head_is_person && !w.has(kAl) && w.is(kInstitutionRoles)) {
    *attributed = false;  // مدير عام وزارة …
  }
  if (*attributed) {
    if (!w.has(kAl) || (at(at_ - 1).joints & kJoinAl) == 0) return false;  // رفيع المستوى
    ++at_;
    return true;
  }
  head_roles_ |= w.roles & kTitleRoles;  // مساعد المتحدث باسم …
  head_joints_ |= w.joints;
  if (w.has(kAl) && w.is(kRoyalRole | kPrefixRole) && name_begins(at_ + 1)) {
    ++at_;  // مدينة الملك فلان الرياضية
    complement_name();
    *definite = true;
    return true;
  }
  if (w.has(kAl) || w.pronoun) {
    ++at_;
    *definite = true;
    return true;
  }
  if (w.is(kQuantifierRole) && at_ > phrase_.noun + 1) return false;
  if (head_is_person && name_begins(at_) && w.is(kGivenNameRole)) {
    // مستشار فلان takes the name as its complement, "رئيس نادي الفلاني فلان" does not.
    if (at_ != phrase_.noun + 1) return false;
    complement_name();
    *definite = true;
    return true;
  }
  *definite = place(at_) && name_at(document_, at_)->tokens.end == at_ + 1;
  ++at_;
  return true;
}

// A person's name that is not the name of the one whom the phrase means.
void Parser::complement_name() {
  const bool had_name = has_name_;
  TokenRange name;
  person_name(&name);
  has_name_ = had_name;
}

bool Parser::chain(bool definite, bool begin_of_group) {
  bool attributed = false;
  while (!definite && at_ < limit_) {
    if (!chain_link(&definite, &attributed)) break;
  }
  if (begin_of_group) head_definite_ = definite;
  attributes(definite && !attributed);
  return definite;
}

// الولايات المتحدة is found as a whole although its first word is a noun of the tables.
bool Parser::place_or_seat(const EntryMatch& match) const {
  if (match.entry == kNoEntry) return false;
  const EntryKind kind = actors_.entry(match.entry).kind;
  return kind == EntryKind::kState || kind == EntryKind::kCapital || kind == EntryKind::kSeat;
}

// العاصمة صنعاء, حي كذا شمال شرق المدينة.
bool Parser::further_place() {
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
void Parser::adjectives() {
  while (word(at_) && here().has(kAl) && !here().joined() && !here().prefixed() && adjective(at_) &&
         !here().is(kTitleRoles | kInstitutionRoles)) {
    ++at_;
  }
}

// What may follow a closed noun group: adjectives, nouns joined to its complement, prepositions.
void Parser::attributes(bool definite) {
  while (at_ < limit_) {
    if (prepositional()) continue;
    if (definite && word(at_) && here().is(kTimeRole) && word(at_ + 1) && name_begins(at_ + 1) &&
        at(at_ + 1).is(kGivenNameRole)) {
      ++at_;  // وزير الخارجية آنذاك فلان
      continue;
    }
    if (definite && (quoted() || bracketed())) continue;
    if (!nominal(at_)) return;
    const ActorWord& w = here();
    if (w.prefixed()) return;
    if (!w.joined() && further_place()) continue;
    if (w.joined()) {
      const bool agrees = definite == (w.has(kAl) || w.pronoun) || w.kind != WordClass::kAdjective;
      const EntryMatch match = match_entry(document_, actors_, at_);
      const bool another_actor =
          match.entry != kNoEntry && stands_alone(match) && (head_roles_ & kTitleRoles) == 0;
      if (another_actor || !agrees || accusative(at_) ||
          w.is(kTitleRoles | kHonorificRoles | kGivenNameRole) ||
          ((head_roles_ & kInstitutionRoles) != 0 && w.is(kInstitutionRoles) &&
           !w.is(kPortfolioRole))) {
        return;
      }
      const bool inner = w.definite();
      ++at_;
      if (!inner && w.kind != WordClass::kAdjective && !w.is(kNisbaRole)) {
        bool closed = false;
        bool attributed = false;
        while (!closed && at_ < limit_ && chain_link(&closed, &attributed)) {
        }
        definite = definite || closed;
      }
      continue;
    }
    // A feminine participle behind a noun is its attribute more often than a woman's title.
    const bool attribute = w.is(kNisbaRole | kAttributeRole) || w.nisba_shape ||
                           (w.gender == Gender::kFeminine && !name_begins(at_ + 1));
    const bool address = w.is(kTitleRoles | kHonorificRoles) && !attribute;
    if (!definite && !w.has(kAl) && !w.pronoun && adjective(at_) && !w.is(kInstitutionRoles) &&
        !accusative(at_)) {
      ++at_;
      continue;
    }
    const bool behind_name = at(at_ - 1).kind == WordClass::kName && !at(at_ - 1).has(kAl);
    if ((definite || behind_name) && w.has(kAl) && adjective(at_) && !named(at_) && !address) {
      ++at_;
      continue;
    }
    return;
  }
}

// What a preposition brings: an entry of the register or a noun group of its own.
void Parser::complement() {
  const EntryMatch match = match_entry(document_, actors_, at_);
  if (match.entry != kNoEntry && match.tokens.end <= limit_ && !here().is(kInstitutionRoles)) {
    at_ = match.tokens.end;
    attributes(true);
    return;
  }
  const bool title = here().is(kTitleRoles);
  const bool definite = here().definite();
  if (name_begins(at_)) return complement_name();
  ++at_;
  chain(definite);
  if (title && name_begins(at_)) complement_name();
}

// Whether the word can be the institution or place that a preposition joins to a title.
bool Parser::institution(TokenIndex t) const {
  if (!word(t)) return false;
  const ActorWord& w = at(t);
  if (w.is(kInstitutionRoles | kPeopleRole) && !w.is(kOccasionRole | kMediaRole)) return true;
  if (const Name* name = name_at(document_, t)) {
    if (name->type == NameType::kOrganization || (w.has(kBi) && place(t))) return true;
  }
  const EntryMatch match = match_entry(document_, actors_, t);
  if (match.entry == kNoEntry) return false;
  const EntryKind kind = actors_.entry(match.entry).kind;
  return kind == EntryKind::kState || kind == EntryKind::kOrganization;
}

bool Parser::capital(TokenIndex t) const {
  const EntryMatch match = match_entry(document_, actors_, t);
  return match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kCapital;
}

// Whether "ل" before this word says to whom or when somebody spoke.
bool Parser::addressee(TokenIndex t) const {
  const ActorWord& w = at(t);
  if (w.is(kAddresseeRole | kMediaRole | kOccasionRole) || w.pronoun) return true;
  const EntryMatch match = match_entry(document_, actors_, t);
  return match.entry != kNoEntry && actors_.entry(match.entry).kind == EntryKind::kOutlet;
}

// ب and ل before the noun that they join.
bool Parser::prefixed_complement() {
  const ActorWord& w = here();
  const bool title = (head_roles_ & kTitleRoles) != 0;
  const bool body = (head_roles_ & kInstitutionRoles & ~kPlaceRole) != 0;
  const bool document = (head_roles_ & kDocumentRole) != 0;
  const bool attribute_before =
      at_ > begin_ && (at(at_ - 1).joints & (w.has(kLi) ? kJoinLi : kJoinBi)) != 0;
  if (w.pronoun && attribute_before && w.kind != WordClass::kNoun) {  // موثوق به
    ++at_;
    return true;
  }
  if (!nominal(at_) || w.is(kOccasionRole)) return false;
  if (w.has(kLi)) {
    if (addressee(at_)) return false;
    // الهيئة الملكية للجبيل; behind a complement of its own another institution is an addressee.
    if (body && !title && !at(phrase_.noun).has(kAl) && w.is(kInstitutionRoles)) return false;
    if (!title && !body && !document && !attribute_before) return false;
    // "A diplomat said to …": whoever is not named takes no such complement.
    if (title && !head_definite_ && !attribute_before &&
        (head_roles_ & (kOfficialRole | kProfessionRole)) != 0) {
      return false;
    }
  } else if (w.has(kBi)) {
    const bool joins = (head_joints_ & kJoinBi) != 0 || attribute_before;
    if (!joins && !institution(at_) && !capital(at_)) return false;
    if (!joins && !title && !body && (head_roles_ & kGroupRoles) == 0) return false;
  } else {
    return false;
  }
  complement();
  return true;
}

// Whether a preposition that stands alone joins the noun behind it to the head.
bool Parser::joins(uint16_t preposition) const {
  const TokenIndex next = at_ + 1;
  if (!nominal(next) || at(next).is(kOccasionRole) || at(next).joined()) return false;
  if (at(next).is(kTimeRole) && !at(next).is(kNounRoles)) return false;
  if (((head_joints_ | at(at_ - 1).joints) & preposition) != 0) return true;
  const bool title = (head_roles_ & kTitleRoles) != 0;
  const bool somebody = title || (head_roles_ & (kGroupRoles | kQuantifierRole)) != 0;
  switch (preposition) {
    case kJoinFi:
      if (institution(next)) return head_roles_ != 0;
      if (at(next).is(kMediaRole)) return (head_roles_ & kMediaRole) != 0;
      return !head_definite_ && somebody;
    case kJoinMin:
      if (at(next).pronoun) return false;
      return somebody && !head_definite_ && (institution(next) || at(next).is(kNisbaRole));
    case kJoinLada:
      return title && (institution(next) || at(next).has(kAl));
    default:
      return false;
  }
}

// في, ل, ب, لدى …: taken where it completes the noun, left where it opens an adjunct.
bool Parser::prepositional() {
  if (!word(at_) || here().joined() || has_name_) return false;
  const ActorWord& w = here();
  if ((w.joints & kJoinBism) != 0 && (head_roles_ & kSpokesmanRole) != 0) {
    if (w.pronoun) {  // باسمها
      ++at_;
      return true;
    }
    if (!nominal(at_ + 1)) return false;
    const TokenIndex begin = ++at_;
    complement();
    if (phrase_.complement.empty()) phrase_.complement = {begin, at_};
    return true;
  }
  if (w.prefixed()) return prefixed_complement();
  if (w.kind != WordClass::kPreposition || w.joints == 0 || !joins(w.joints)) return false;
  ++at_;
  complement();
  return true;
}

// A noun with its complement and attributes, and the name behind a title.
void Parser::noun_group(TokenRange* title) {
  const TokenIndex begin = at_;
  const ActorWord& head = here();
  phrase_.noun = at_;
  head_roles_ = head.roles;
  head_joints_ = head.joints;
  has_name_ = false;
  ++at_;
  phrase_.definite = chain(head.definite(), true);
  if (title->empty()) *title = {begin, at_};
}

void Parser::name_behind_title(bool complete) {
  const TokenIndex before = at_;
  const bool honored = honorifics();
  const TokenIndex begin = at_;
  if (quoted()) {
    phrase_.name = {begin + 1, at_ - 1};
  } else if (word(at_) && (honored || complete) && name_behind(at_)) {
    person_name(&phrase_.name);
  }
  if (!phrase_.name.empty()) {
    phrase_.head = PhraseHead::kPerson;
    return;
  }
  if (!honored) at_ = before;
}

// المراقب الدائم لدى المنظمة في نيويورك السفير فلان: complements and places stand between a title
// and the name, which a definite honorific or second title then brings in.
void Parser::distant_name() {
  constexpr TokenIndex kReach = 16;
  if (phrase_.head != PhraseHead::kTitle) return;
  // Behind a verb that takes a person (دعا الرئيس السفير فلانا) only a place or complement may lead
  // there.
  bool joined = begin_ == 0 || !document_.tokens[begin_ - 1].actor->takes_person;
  for (TokenIndex t = at_; t < at_ + kReach && word(t) && word(t + 1); ++t) {
    const ActorWord& w = at(t);
    if (w.joined() || w.pronoun || w.kind == WordClass::kVerb || w.kind == WordClass::kBreak)
      return;
    if (w.is(kTimeRole | kOccasionRole | kAddresseeRole)) return;
    joined = joined || w.kind == WordClass::kPreposition;
    if (!joined || w.prefixed() || !w.has(kAl) || !w.is(kHonorificRoles | kTitleRoles)) continue;
    if (!at(t + 1).is(kGivenNameRole) && !named(t + 1)) continue;
    at_ = t + 1;
    person_name(&phrase_.name);
    phrase_.head = PhraseHead::kPerson;
    return;
  }
}

// مدير العلاقات المتحدث الرسمي فلان: a further title, where a name follows it.
void Parser::another_title() {
  if (!title_in_apposition(at_) || !here().has(kAl)) return;
  const Phrase before = phrase_;
  const TokenIndex back = at_;
  noun_group(&phrase_.second_title);
  phrase_.noun = before.noun;
  name_behind_title(phrase_.definite);
  if (phrase_.head == PhraseHead::kPerson) return;
  phrase_ = before;
  at_ = back;
}

bool Parser::title_in_apposition(TokenIndex t) const {
  if (!word(t)) return false;
  const ActorWord& w = at(t);
  if (w.joined() || w.prefixed() || accusative(t)) return false;
  if (!w.is(kTitleRoles | kQuantifierRole) || (w.is(kGivenNameRole) && !w.has(kAl))) return false;
  return w.definite() || nominal(t + 1);
}

// فلان المبعوث الخاص ومنسق الشؤون: a second title of the same person, where no other name follows.
void Parser::joined_title() {
  if (!word(at_) || !here().joined() || here().prefixed() || !here().is(kOfficeRole) ||
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

// Title after name or name after title, with a comma or without.
bool Parser::apposition() {
  const bool after_comma = comma(at_);
  const TokenIndex next = at_ + (after_comma ? 1 : 0);
  const Phrase before = phrase_;
  const TokenIndex back = at_;
  if (has_name_) {
    if (!title_in_apposition(next)) return false;
    if (after_comma && !phrase_.title.empty()) return false;
    // "criticized Erdogan the prime minister": behind such a verb a bare surname is followed by its
    // object.
    if (!after_comma && phrase_.name.size() == 1 && begin_ > 0 &&
        document_.tokens[begin_ - 1].actor->takes_person) {
      return false;
    }
    at_ = next;
    const TokenIndex noun = phrase_.noun;
    noun_group(phrase_.title.empty() ? &phrase_.title : &phrase_.second_title);
    while (title_in_apposition(at_)) noun_group(&phrase_.second_title);
    joined_title();
    if (noun != kNoToken) phrase_.noun = noun;
    has_name_ = true;
  } else {
    if (!after_comma || phrase_.head != PhraseHead::kTitle) return false;
    at_ = next;
    if (word(at_) && here().is(kNisbaRole) && here().has(kAl)) ++at_;
    const bool honored = honorifics();
    if (!honored && !(name_behind(at_) && (here().is(kGivenNameRole) || named(at_) ||
                                           (word(at_ + 1) && name_begins(at_ + 1))))) {
      at_ = back;
      return false;
    }
    if (word(at_) && nominal(at_)) person_name(&phrase_.name);
    phrase_.head = PhraseHead::kPerson;
  }
  const bool closed = !word(at_) || at(at_).kind == WordClass::kVerb ||
                      at(at_).kind == WordClass::kBreak ||
                      at(at_).kind == WordClass::kPreposition || at(at_).is(kTimeRole);
  if (after_comma && !closed) {
    phrase_ = before;
    at_ = back;
    has_name_ = !phrase_.name.empty() && phrase_.head == PhraseHead::kPerson;
    return false;
  }
  return true;
}

bool Parser::quantified() {
  if (!here().is(kQuantifierRole) && here().kind != WordClass::kNumber) return false;
  if (here().is(kTitleRoles)) return false;
  const bool partitive = word(at_ + 1) && at(at_ + 1).joints == kJoinMin;
  if (here().is(kInstitutionRoles) && !partitive) return false;  // مجموعة الفلانية
  phrase_.head = PhraseHead::kGroup;
  phrase_.noun = at_;
  head_roles_ = kQuantifierRole;
  head_joints_ = 0;
  head_definite_ = false;
  ++at_;
  if (word(at_) && here().joints == kJoinMin && nominal(at_ + 1)) ++at_;
  if (!word(at_) || !nominal(at_) || here().joined()) return true;
  if (name_begins(at_) && (here().is(kGivenNameRole) || named(at_))) {
    person_name(&phrase_.name);
    return true;
  }
  head_roles_ |= here().roles;
  complement();
  return true;
}

// صحيفة "X", وكالة X: the outlet of the register that a media noun names.
bool Parser::outlet_behind(TokenIndex noun) {
  TokenIndex t = noun + 1;
  while (t < at_ && !word(t)) ++t;
  if (t >= at_) return false;
  const EntryMatch match = match_entry(document_, actors_, t);
  if (match.entry == kNoEntry || actors_.entry(match.entry).kind != EntryKind::kOutlet)
    return false;
  at_ = std::max(at_, match.tokens.end);
  phrase_.entry = match.entry;
  phrase_.name = {noun, match.tokens.end};
  return true;
}

// One phrase without those joined to it by "and".
bool Parser::conjunct() {
  has_name_ = false;
  const bool honored = honorifics();
  if (!word(at_)) return at_ > begin_;
  const ActorWord& w = here();
  const bool surely_name = named(at_) || (w.is(kGivenNameRole) && name_begins(at_));
  const EntryMatch match = match_entry(document_, actors_, at_);
  if (surely_name || (honored && name_begins(at_))) {
    TokenRange name;
    person_name(&name);
    if (match.entry != kNoEntry && match.tokens.end == at_) phrase_.entry = match.entry;
    if (phrase_.name.empty()) phrase_.name = name;
    phrase_.head = PhraseHead::kPerson;
  } else if ((!w.is(kNounRoles) || place_or_seat(match)) && entry()) {
    if (phrase_.head == PhraseHead::kEntry) adjectives();
  } else if (quantified()) {
    return true;
  } else if (w.is(kNounRoles) || !name_begins(at_)) {
    if (!nominal(at_)) return at_ > begin_;
    const TokenIndex begin = at_;
    TokenRange title;
    noun_group(&title);
    if (match.entry != kNoEntry && match.tokens.end >= at_ && stands_alone(match)) {
      at_ = match.tokens.end;
      phrase_.entry = match.entry;
      phrase_.name = match.tokens;
      phrase_.head = PhraseHead::kEntry;
    } else if (w.is(kMediaRole) && outlet_behind(begin)) {
      phrase_.head = PhraseHead::kEntry;
      attributes(true);
    } else if (w.is(kTitleRoles | kRankRole) && !w.is(kPlaceRole)) {
      phrase_.title = title;
      phrase_.head = PhraseHead::kTitle;
      if (w.number != Number::kPlural) name_behind_title(phrase_.definite);
      if (phrase_.head == PhraseHead::kTitle && phrase_.definite) another_title();
      if (w.number == Number::kSingular || w.number == Number::kUnknown) distant_name();
    } else if (w.is(kNisbaRole) && w.has(kAl) && at_ == begin + 1 && name_begins(at_)) {
      person_name(&phrase_.name);  // السويسري فلان
      phrase_.head = PhraseHead::kPerson;
    } else {
      phrase_.head = w.is(kInstitutionRoles) ? PhraseHead::kInstitution
                     : w.is(kGroupRoles)     ? PhraseHead::kGroup
                     : w.is(kDocumentRole)   ? PhraseHead::kDocument
                                             : PhraseHead::kOther;
      if (phrase_.head == PhraseHead::kOther && phrase_.definite && named(at_)) {
        phrase_.title = title;
        name_behind_title(true);  // المحاسب فلان
      }
    }
  } else {
    person_name(&phrase_.name);
    phrase_.head = phrase_.name.size() > 1 ? PhraseHead::kPerson : PhraseHead::kOther;
  }
  while (apposition()) {
  }
  return true;
}

// A further phrase joined by "and".
bool Parser::another() {
  if (!word(at_) || !here().joined() || here().prefixed() || accusative(at_)) return false;
  const ActorWord& w = here();
  if (w.kind == WordClass::kVerb || w.kind == WordClass::kBreak ||
      w.kind == WordClass::kPreposition) {
    return false;
  }
  const bool actor = w.is(kNounRoles | kGivenNameRole) || named(at_) ||
                     match_entry(document_, actors_, at_).entry != kNoEntry;
  const bool alike = phrase_.head != PhraseHead::kPerson && w.kind != WordClass::kAdjective &&
                     phrase_.noun != kNoToken && at(phrase_.noun).definite() == w.definite();
  if (!actor && !alike) return false;
  const Phrase first = phrase_;
  conjunct();
  phrase_ = first;
  phrase_.coordinated = true;
  return true;
}

}  // namespace

EntryMatch match_entry(const Document& document, const Register& actors, TokenIndex begin) {
  const RegisterWord first = document.tokens[begin].actor->first;
  if (first == kNoRegisterWord) return {};
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

Phrase parse_phrase(const Document& document, const Register& actors, TokenIndex begin) {
  return Parser(document, actors, begin).parse(true);
}

Phrase parse_single_phrase(const Document& document, const Register& actors, TokenIndex begin) {
  return Parser(document, actors, begin).parse(false);
}

TokenRange noun_phrase(const Document& document, const Register& actors, TokenIndex begin) {
  const Phrase phrase = parse_phrase(document, actors, begin);
  return phrase.tokens.empty() ? TokenRange{begin, begin + 1} : phrase.tokens;
}

}  // namespace musnad
