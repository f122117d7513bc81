// Reading the words of a phrase as names and codes, and finding the member of the cast that they
// mean.
#include <algorithm>

#include "actors/cast.h"
#include "actors/name_key.h"
#include "morphology/letters.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMostCandidates = 64;  // actors looked at for one phrase
// Paragraphs within which a name follows the title or noun that leads up to it.
constexpr uint32_t kNextParagraphs = 3;

bool is_state(Code code) { return (code & kStateCode) != 0; }

bool holds(std::span<const Code> codes, Code code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool is_particle(const ActorWord& w) { return w.is(kParticleRole) && !w.is(kGivenNameRole); }

bool is_quotation(char32_t mark) { return mark != 0 && is_quotation_mark(mark); }

// الهيئةفي, كلاركإن: behind a ta marbuta, or as إن, the next word was written without a space.
std::string_view without_glued(std::string_view form) {
  constexpr std::string_view kTaMarbuta = "ة";
  constexpr std::string_view kInna = "إن";
  if (form.ends_with(kInna) && form.size() > kInna.size() + 2 * kLetterBytes) {
    form.remove_suffix(kInna.size());
  }
  const size_t at = form.find(kTaMarbuta);
  return at == std::string_view::npos ? form : form.substr(0, at + kTaMarbuta.size());
}

// ﻣﺼﺎﺩﺭ, الوزيـــر, مُحمّد: in plain letters, without tatweel and vowel signs; not الـ12.
void append_plainly(std::string_view form, std::string& text) {
  constexpr char32_t kFirstForm = 0xFB50, kLastForm = 0xFEFC, kTatweel = 0x0640;
  const auto odd = [](char32_t c) {
    return c == kTatweel || is_diacritic(c) || (c >= kFirstForm && c <= kLastForm);
  };
  bool plain = true;
  for (size_t i = 0; i < form.size() && plain;) plain = !odd(decode_utf8(form, i));
  if (plain || form.starts_with("الـ") || form == "ـ") {
    text += form;
    return;
  }
  std::string letters;
  for (char32_t c : plain_letters(form)) {
    if (!is_diacritic(c)) append_utf8(letters, c);
  }
  text += letters.empty() ? form : std::string_view(letters);  // marks alone stay what they are
}

bool same_word(const NameWord& a, const NameWord& b) {
  return a.id == b.id || (a.skeleton != 0 && a.skeleton == b.skeleton);
}

}  // namespace

// --- reading
// -----------------------------------------------------------------------------------------

// السيد: no clitic stands behind it.
bool Casting::is_address(TokenIndex token) const {
  return is_word(token) && word(token).is(kPrefixRole) && word(token).has(kAl) &&
         !word(token).is(kTitleRoles);
}

// The text of a range without quotation marks and without the clitics of its first word.
// قناة | (روسيا اليوم: a bracket that is closed behind the name.
bool Casting::opens_alone(TokenIndex t, TokenIndex end) const {
  if (document_.tokens[t].mark != U'(') return false;
  while (++t < end && document_.tokens[t].mark != U')') {
  }
  return t >= end;
}

std::string Casting::text_of(TokenRange range) const {
  while (range.size() > 1 && !is_word(range.begin)) ++range.begin;
  std::string text;
  bool space = false;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Token& token = document_.tokens[t];
    space = space || token.space_before;
    if (is_quotation(token.mark) || opens_alone(t, range.end)) continue;
    if (space && !text.empty()) text += ' ';
    space = false;
    std::string_view form = document_.token_text(t);
    if (t + 1 == range.end) form = without_glued(form);
    if (t == range.begin && !(t > 0 && is_address(t - 1))) {
      const ActorWord& w = word(t);
      const bool own = w.kind == WordClass::kVerb && w.has(kFa);  // فورد
      const int before = (w.joined() && !own ? 1 : 0) + (w.prefixed() ? 1 : 0);
      size_t at = 0;
      for (int letters = 0; letters < before && at < form.size(); ++letters) decode_utf8(form, at);
      form.remove_prefix(at);
      if (w.has(kLi) && w.has(kAl)) text += "ا";  // للوزير is ل and الوزير
    }
    append_plainly(form, text);
  }
  return text;
}

// ولي الله سيف: a particle as the last word of a name, where it is no word for God or the faith.
bool Casting::ends_name(TokenIndex token, TokenRange name) const {
  return token + 1 == name.end && !document_.token_text(token).starts_with("ال");
}

Casting::Name Casting::read_name(TokenRange range) const {
  Name name;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const ActorWord& w = word(t);
    const bool servant = t > range.begin && is_abd(word(t - 1));
    if (!is_word(t) || w.person == 0 || (is_particle(w) && !servant && !ends_name(t, range)))
      continue;
    name.push_back({w.person, w.skeleton, servant || w.is(kGivenNameRole)});
  }
  return name;
}

// عبد الله is the first name that عبدالله is.
bool Casting::is_abd(const ActorWord& w) const {
  return w.is(kParticleRole) && w.lemma != 0 && cast_.words.spelling(w.lemma) == "عبد";
}

// الفرنسي; not وزير المالية, who is of no Mali.
bool Casting::names_state(TokenIndex t) const {
  const ActorWord& w = word(t);
  if (!w.is(kNisbaRole) || !w.is(kPortfolioRole) || t == 0) return w.is(kNisbaRole);
  const ActorWord& before = word(t - 1);
  return before.has(kAl) || !before.is(kOfficeRole | kBodyRole);
}

Codes Casting::read_codes(TokenRange range) const {
  Codes codes;
  const auto add = [&](Code code) {
    if (!holds(codes, code)) codes.push_back(code);
  };
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (!is_word(t)) continue;
    const ActorWord& w = word(t);
    if (w.is(kBackRole) && !w.is(kTitleRoles)) continue;  // نفس المصدر
    if (!codes.empty() && held_at(t) != Held::kNow) {  // but not الراحل, المنتخب at its head
      if (w.held == Held::kBefore) add(kFormerCode);
      continue;
    }
    if (names_state(t)) {
      add(kStateCode | static_cast<Code>(w.state));
      continue;
    }
    const EntryMatch match = match_entry(document_, t);
    if (match.entry != kNoEntry && match.tokens.end <= range.end) {
      const RegisterEntry& entry = actors_.entry(match.entry);
      if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kCapital ||
          entry.kind == EntryKind::kSeat) {
        add(kStateCode | static_cast<Code>(entry.state));
        t = match.tokens.end - 1;
        continue;
      }
    }
    const bool grammar = w.kind == WordClass::kBreak && !w.is(kGivenNameRole);  // not صحيفة صباح
    if (w.kind == WordClass::kPreposition || grammar || w.lemma == 0 ||
        (w.is(kHonorificRoles) && !w.is(kTitleRoles)) ||
        (w.is(kPlaceRole) && match.entry == kNoEntry) || (w.is(kLooseRole) && !codes.empty())) {
      continue;
    }
    const bool portfolio = w.is(kPortfolioRole) && (!codes.empty() || w.has(kAl));
    if (!codes.empty() && codes.front() == w.lemma) add(w.lemma | kAgainCode);
    const Code code = codes.empty() ? code_of_noun(t) : w.lemma;
    add(code | (portfolio ? kPortfolioCode : 0));
  }
  unify_office(codes);
  return codes;
}

// رئيس الحكومة is رئيس الوزراء: the office that the table has in its place.
void Casting::unify_office(Codes& codes) const {
  Codes plain, states;
  for (Code code : codes) (is_state(code) ? states : plain).push_back(code);
  for (const Cast::SameOffice& row : cast_.same_offices) {
    const auto found =
        std::search(plain.begin(), plain.end(), row.office.begin(), row.office.end());
    if (found == plain.end()) continue;
    codes.assign(plain.begin(), found);  // نائب | رئيس الحكومة
    codes.insert(codes.end(), row.same.begin(), row.same.end());
    codes.insert(codes.end(), found + static_cast<ptrdiff_t>(row.office.size()), plain.end());
    codes.insert(codes.end(), states.begin(), states.end());
    return;
  }
}

uint32_t Casting::paragraph_of(TokenIndex token) const {
  const auto next = std::upper_bound(
      document_.sentences.begin(), document_.sentences.end(), token,
      [](TokenIndex t, const Sentence& sentence) { return t < sentence.tokens.begin; });
  return next == document_.sentences.begin() ? 0 : std::prev(next)->paragraph;
}

EntryIndex Casting::state_in(std::span<const Code> codes) {
  const auto found = std::find_if(codes.begin(), codes.end(), is_state);
  return found == codes.end() ? kNoEntry : static_cast<EntryIndex>(*found & ~kStateCode);
}

// The state of an actor, by the titles that it was given, else by the register; kNoEntry where
// neither tells.
EntryIndex Casting::state_known_of(ActorIndex actor) const {
  const Member& member = cast_.members[actor];
  const EntryIndex told = state_in(member.codes);
  return told != kNoEntry || member.entry == kNoEntry ? told : actors_.entry(member.entry).state;
}

// --- finding
// -----------------------------------------------------------------------------------------

uint32_t Casting::distance(const Member& member, TokenIndex token) const {
  const auto after = std::upper_bound(member.places.begin(), member.places.end(), token);
  if (after != member.places.begin()) return token - *std::prev(after);
  constexpr uint32_t kBehind = 1u << 28;
  return after == member.places.end() ? kNoToken >> 3 : kBehind + (*after - token);
}

bool Casting::introduced_behind(const Member& member, TokenIndex token) const {
  if (member.places.empty() || member.places.front() <= token) return false;
  return paragraph_of(member.places.front()) - paragraph_of(token) <= kNextParagraphs;
}

bool Casting::same_person(const Member& member, const Name& name) const {
  const bool longer = name.size() > member.name.size();
  const std::span<const NameWord> known = member.name, said = name;
  const auto all = longer ? said : known, some = longer ? known : said;
  if (some.empty()) return false;
  // A longer name takes up a single word that was known only where that is its last.
  if (longer && some.size() == 1 && all.size() > 1) return same_word(all.back(), some.front());
  // سلمان بن فلان is not محمد بن سلمان بن فلان.
  const bool first = same_word(all.front(), some.front());
  if (some.size() > 1 && some.front().given && !first) return false;
  size_t matched = 0;
  for (const NameWord& word : all) {
    if (matched < some.size()) matched += same_word(word, some[matched]);
  }
  return matched == some.size();
}

// وزارة الحرس الوطني is not وزارة الداخلية: whether both are told of by what they are for, with no
// word in common.
bool Casting::other_ministry(const Member& member, const Wanted& wanted) const {
  if (wanted.codes.front() != cast_.ministry) return false;
  const auto tells = [&](Code code) { return !is_state(code) && code != cast_.ministry; };
  bool told = false;
  for (Code code : wanted.codes) {
    if (!tells(code)) continue;
    if (holds(member.codes, code & ~kPortfolioCode)) return false;
    told = true;
  }
  return told && std::any_of(member.codes.begin(), member.codes.end(), tells);
}

std::optional<uint32_t> Casting::misfit(ActorIndex actor, const Wanted& wanted) const {
  const Member& member = cast_.members[actor];
  const EntryIndex told = state_in(member.codes);
  EntryIndex theirs = told;
  // An envoy to a state is hardly of it.
  if (theirs == kNoEntry && member.entry != kNoEntry && !(wanted.mission && member.envoy)) {
    theirs = actors_.entry(member.entry).state;
  }
  const EntryIndex state = state_in(wanted.codes);
  const bool same_state =
      state == theirs || holds(member.codes, kStateCode | static_cast<Code>(state));
  if (state != kNoEntry && theirs != kNoEntry && !same_state) return std::nullopt;
  if (wanted.woman && is_man(actor)) return std::nullopt;  // الرئيسة, الدبلوماسية
  const Code again = wanted.codes.front() | kAgainCode;
  if (holds(wanted.codes, again) != holds(member.codes, again)) return std::nullopt;
  if (holds(wanted.codes, kFormerCode) && !holds(member.codes, kFormerCode)) return std::nullopt;
  size_t lacking = 0, more = 0;
  const bool ministry = holds(member.heads, cast_.ministry);
  if (ministry && other_ministry(member, wanted)) return std::nullopt;
  for (Code code : wanted.codes) {
    const bool other = (code & kPortfolioCode) != 0 && !is_state(code) &&
                       !holds(member.codes, code & ~kPortfolioCode);
    if (ministry && other) return std::nullopt;  // وزارة الدفاع is not الخارجية
    lacking += !is_state(code) && !holds(member.codes, code & ~kPortfolioCode);
  }
  for (Code code : member.codes) {
    more += !is_state(code) && !holds(member.heads, code) && !holds(wanted.codes, code) &&
            !holds(wanted.codes, code | kPortfolioCode);
  }
  const bool same_sender = wanted.envoy && state != kNoEntry && state == theirs;
  if (lacking > 0 && more > 0 && !same_sender) return std::nullopt;
  const bool outlet =
      member.entry != kNoEntry &&  // وكالة الأنباء الرسمية is not رويترز, named later
      actors_.entry(member.entry).kind == EntryKind::kOutlet;
  if (lacking > 0 && outlet && !member.places.empty() && member.places.front() > wanted.token)
    return std::nullopt;
  // "The minister of finance" is hardly the one who was named as "the minister" alone, unless that
  // is how the text goes on; nor is رئيس الأركان the president of a state.
  const bool less = lacking > 0 || (state != kNoEntry && theirs == kNoEntry);
  const auto states = std::count_if(member.codes.begin(), member.codes.end(), is_state);
  const size_t told_of = member.codes.size() - (wanted.construct ? states : 0);
  const bool new_title = told_of < 2 || other_gender(actor, wanted);
  if (less && new_title && !wanted.envoy && !introduced_behind(member, wanted.token))
    return std::nullopt;
  const bool alone = more > 0 && complete_alone(wanted.codes);
  if (alone && wanted.construct) return std::nullopt;  // رئيس الجمهورية is no رئيس الوزراء
  constexpr uint32_t kLess = 1u << 31, kOtherStyle = 1u << 30, kMore = 1u << 29, kFormer = 1u << 28,
                     kForeign = 1u << 27;
  const bool other_style = wanted.style != 0 && !holds(member.styles, wanted.style);
  const bool foreign = state == kNoEntry && told != kNoEntry && !wanted.every_side;
  const bool former = holds(member.codes, kFormerCode) && !holds(wanted.codes, kFormerCode);
  return (less ? kLess : 0) + (other_style ? kOtherStyle : 0) + (alone ? kMore : 0) +
         (former ? kFormer : 0) + (foreign ? kForeign : 0);
}

bool Casting::is_called(ActorIndex actor, Code title) const {
  return holds(cast_.members[actor].heads, title);
}

bool Casting::is_man(ActorIndex actor) const {
  return document_.actors[actor].kind == ActorKind::kPerson &&
         document_.actors[actor].gender == Gender::kMasculine;
}

// After الرئيس السابق: whether the title of a state is rather that of who holds the office now.
bool Casting::only_before(ActorIndex actor, const Wanted& wanted) const {
  return state_in(wanted.codes) != kNoEntry && !holds(wanted.codes, kFormerCode) &&
         holds(cast_.members[actor].codes, kFormerCode);
}

// الرئيس: an office that its noun alone tells, so that رئيس الوزراء is hardly meant.
bool Casting::complete_alone(const Codes& codes) const {
  return std::any_of(cast_.same_offices.begin(), cast_.same_offices.end(),
                     [&](const Cast::SameOffice& row) {
                       return row.same.size() == 1 && row.same.front() == codes.front() &&
                              (codes.size() == 1 || (codes.size() == 2 && is_state(codes[1])));
                     });
}

std::optional<ActorIndex> Casting::find_name(const Name& name, const Wanted& title,
                                             bool royal) const {
  struct Rank {
    bool contradicts = true;
    bool other_part = true;  // of the name than expected
    uint32_t far = kNoToken;
    auto operator<=>(const Rank&) const = default;
  };
  std::optional<ActorIndex> best;
  Rank least;
  const auto look = [&](SpellingId id) {
    const auto found = cast_.by_name.find(id);
    if (id == 0 || found == cast_.by_name.end()) return;
    size_t looked = 0;
    for (ActorIndex actor : found->second) {
      if (++looked > kMostCandidates) break;
      const Member& member = cast_.members[actor];
      if (!same_person(member, name)) continue;
      const bool single = name.size() == 1 && member.name.size() > 1;
      const NameWord& expected = royal ? member.name.front() : member.name.back();
      const Rank rank{single && contradicts(actor, title),
                      single && !same_word(expected, name.front()), distance(member, title.token)};
      if (best && !(rank < least)) continue;
      best = actor;
      least = rank;
    }
  };
  for (const NameWord& word : name) look(word.id);
  if (!best) {
    for (const NameWord& word : name) look(word.skeleton);
  }
  return best;
}

std::optional<ActorIndex> Casting::find_name(const Name& name, TokenIndex token) const {
  Wanted nothing;
  nothing.token = token;
  return find_name(name, nothing, false);
}

bool Casting::other_gender(ActorIndex actor, const Wanted& title) const {
  const Gender gender = document_.actors[actor].gender;
  return gender != Gender::kUnknown && title.gender != Gender::kUnknown && gender != title.gender;
}

// Whether a title is another's than this member's: of the other gender, or the member has such a
// title and it does not fit.
bool Casting::contradicts(ActorIndex actor, const Wanted& title) const {
  const Member& member = cast_.members[actor];
  if (other_gender(actor, title)) return true;
  if (title.codes.empty() || !holds(member.heads, title.codes.front())) return false;
  return !misfit(actor, title);
}

std::optional<ActorIndex> Casting::find_codes(const Wanted& wanted) const {
  if (wanted.codes.empty()) return std::nullopt;
  // from sources something is learned without their speaking
  const bool continues = says_more_at(wanted.token) && !word(wanted.token).is(kSourceRole);
  std::optional<ActorIndex> best;
  uint32_t least = kNoToken;
  const auto look = [&](Code head) {
    const auto found = cast_.by_head.find(head & ~kPortfolioCode);
    if (found == cast_.by_head.end()) return;
    size_t looked = 0;
    for (auto actor = found->second.rbegin(); actor != found->second.rend(); ++actor) {
      if (++looked > kMostCandidates) break;
      const Member& member = cast_.members[*actor];
      const Number number = document_.actors[*actor].number;
      if ((head_bit(member.head) & wanted.kinds) == 0) continue;
      const bool many_one = wanted.body && member.entry != kNoEntry &&
                            wanted.number == Number::kSingular &&
                            number == Number::kPlural;  // الجماعة, of الحوثيون
      const bool other_number = wanted.number != Number::kUnknown && number != Number::kUnknown &&
                                wanted.number != number && !many_one;
      if (other_number && !wanted.source) continue;
      const bool woman = wanted.gender == Gender::kFeminine && other_gender(*actor, wanted);
      if (woman && member.head == PhraseHead::kTitle) continue;  // الوزيرة is not الوزير
      const auto bad = misfit(*actor, wanted);
      if (!bad) continue;
      constexpr uint32_t kOtherNumber = 1u << 20;  // المصدر, of مصادر أمنية
      constexpr uint32_t kSilent = 1u << 26;  // وأضاف المجلس, which one spoke before
      const bool silent = continues && last_spoken(member, wanted.token) == kNoToken;
      const uint32_t rank = *bad + distance(member, wanted.token) +
                            (other_number ? kOtherNumber : 0) + (silent ? kSilent : 0);
      if (rank >= least) continue;
      best = *actor;
      least = rank;
    }
  };
  look(wanted.codes.front());
  // وزارة الخارجية was perhaps called الخارجية before.
  if (!best && wanted.codes.front() == cast_.ministry && wanted.codes.size() > 1 &&
      (wanted.codes[1] & kPortfolioCode) != 0) {
    look(wanted.codes[1]);
  }
  return best;
}

template <typename Test>
std::optional<ActorIndex> Casting::last_person_that(Test test, TokenIndex before) const {
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  const size_t size = cast_.members.size();
  for (size_t i = size > kMostCandidates ? size - kMostCandidates : 0; i < size; ++i) {
    const Member& member = cast_.members[i];
    if (document_.actors[i].kind != ActorKind::kPerson || member.places.empty()) continue;
    if (member.places.front() >= before || !test(member)) continue;
    const uint32_t far = distance(member, before);
    if (far >= nearest) continue;
    best = static_cast<ActorIndex>(i);
    nearest = far;
  }
  return best;
}

std::optional<ActorIndex> Casting::last_person(TokenIndex before, Code style) const {
  return last_person_that(
      [&](const Member& member) { return style == 0 || holds(member.styles, style); }, before);
}

std::optional<ActorIndex> Casting::last_bearer(const ActorWord& style, TokenIndex before) const {
  Codes titles;
  for (const std::string& title :
       cast_.words.lexicon().bearers(cast_.words.spelling(style.lemma))) {
    titles.push_back(cast_.words.intern(title));
  }
  return last_person_that(
      [&](const Member& member) {
        if (!member.styles.empty() && !holds(member.styles, style.lemma)) return false;
        return std::any_of(titles.begin(), titles.end(),
                           [&](Code title) { return holds(member.heads, title); });
      },
      before);
}

std::optional<ActorIndex> Casting::known_by_name(TokenIndex token) const {
  const ActorWord& w = word(token);
  if (w.person == 0 || (is_particle(w) && !speaks_at(token))) return std::nullopt;
  if (auto actor = find_name({{w.person, w.skeleton}}, token)) return actor;
  if (w.person_bare == 0) return std::nullopt;
  return find_name({{w.person_bare, 0}}, token);
}

// The person of the register whom a surname alone means: the only one of that name who held an
// office on the day. كنيس and توطئة are near to surnames, too: words that are short or spelled
// otherwise are, where they speak, behind a title or where the tagger sees a person.
EntryIndex Casting::officer_called(TokenIndex token, bool any_word) const {
  const ActorWord& w = word(token);
  constexpr uint32_t kShortest = 3;  // letters: not سي of بي بي سي
  constexpr uint32_t kSure = 4;
  const Token& named = document_.tokens[token];
  const uint32_t letters = named.end - named.begin;
  const bool name = w.kind == WordClass::kName && w.roles == 0;
  const bool word_too = any_word && !cast_.day.empty() && !w.is(kNounRoles | kTimeRole);
  if ((!name && !word_too) || letters < kShortest) return kNoEntry;
  const RegisterWord surname = w.bare != kNoRegisterWord ? w.bare : w.inner;
  if (surname == kNoRegisterWord) return kNoEntry;
  const bool same = w.stem != 0 && actors_.find_word(cast_.words.spelling(w.stem)) == surname;
  if (same && !w.has(kAl) && letters >= kSure) return actors_.officer_called(surname, cast_.day);
  if (!speaks_at(token)) {
    const musnad::Name* tagged = name_at(document_, token);
    const bool person = tagged != nullptr && tagged->type == NameType::kPerson;
    const bool titled = token > 0 && word(token - 1).is(kTitleRoles);
    const bool headline = named.line_begin && token + 1 < document_.tokens.size() &&
                          document_.tokens[token + 1].mark == U':';
    const bool sure = same ? person || headline : person && titled;
    if (!sure && !(titled && (same || w.has(kAl)))) return kNoEntry;
  }
  return actors_.officer_called(surname, cast_.day);
}

}  // namespace musnad
