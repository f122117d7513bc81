#include "events/participant_list.h"

#include <algorithm>

#include "actors/coreference.h"
#include "actors/phrase.h"

namespace musnad {
namespace {

constexpr TokenIndex kPronounReach = 60;  // tokens in front of a pronoun that may name who is meant
constexpr TokenIndex kPairReach = 150;    // and in front of "the two"

// البلدين, الجانبان.
bool is_dual(const Analysis& analysis) {
  return analysis.definite() && analysis.agreement.number == kDual;
}

// الحكومتان, البلدين.
bool means_states(const ActorWord& dual) { return dual.is(kBodyRole | kHomelandRole | kPlaceRole); }

// What two of whom only a dual tells are: الرئيسان are persons, الحكومتان states.
bool may_be(const ActorWord& dual, ActorKind kind) {
  if (dual.is(kTitleRoles)) return kind == ActorKind::kPerson;
  return !means_states(dual) || kind == ActorKind::kState || kind == ActorKind::kOrganization;
}

// المقاتلين, المسلحون, دائنيها, الانفصاليين: a sound plural of people.
bool is_people(const Context& context, TokenIndex t) {
  const Word& word = context.word(t);
  const bool plural = word.key.ends_with("ين") || word.key.ends_with("ون");
  const bool participle =
      std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& a) {
        return a.pos == Pos::kParticiple && a.agreement.number == kPlural &&
               a.agreement.gender == kMasculine && (plural || !a.enclitic.none());
      });
  return participle || (plural && context.token(t).actor->nisba_shape);
}

// دول شرق أفريقيا, قادة المعارضة: states or holders of an office of whom more is told.
bool is_many(const Context& context, TokenIndex t) {
  const ActorWord& word = *context.token(t).actor;
  const bool states = word.is(kPeopleRole) && word.is(kPlaceRole);
  return word.number == Number::kPlural && (states || word.is(kOfficeRole)) && !word.pronoun;
}

}  // namespace

ParticipantList::ParticipantList(Document& document, const Context& context,
                                 const EventLexicon& lexicon, std::span<const EventMention> told,
                                 EventMention& mention)
    : document_(document),
      context_(context),
      lexicon_(lexicon),
      told_(told),
      mention_(mention),
      sentence_(context.sentence_at(mention.anchor).tokens),
      between_(lexicon.preposition("بين")) {}

// --- what ties the words

Link ParticipantList::link_at(TokenIndex t) const {
  const Word& word = context_.word(t);
  const Analysis& best = word.best();
  if (best.pos == Pos::kPreposition) {
    if (t > sentence_.begin && context_.is_preposition(t - 1)) {  // من قبل
      const Link both = lexicon_.preposition(context_.word(t - 1).key + " " + word.key);
      if (both != kNoLink) return both;
    }
    return lexicon_.preposition(word.stem(best));
  }
  std::string_view key = word.key;
  if (best.has(kWa) || best.has(kFa)) key = key.substr(sizeof("و") - 1);
  return lexicon_.preposition(key);
}

Link ParticipantList::clitic_link(TokenIndex t) const {
  const Analysis& best = context_.word(t).best();
  if (best.has(kBi)) return lexicon_.preposition("ب");
  return best.has(kLi) ? lexicon_.preposition("ل") : kNoLink;
}

bool ParticipantList::behind_preposition(TokenIndex t) const {
  return context_.has_preposition_clitic(t) || (t > 0 && context_.is_preposition(t - 1));
}

bool ParticipantList::tells_of_visit(TokenIndex t) const {
  const auto told = std::partition_point(told_.begin(), told_.end(),
                                         [&](const EventMention& m) { return m.anchor < t; });
  return told != told_.end() && told->anchor == t && told->type() == EventType::kVisit;
}

bool ParticipantList::is_each_of(TokenIndex t) const {
  return t + 1 < sentence_.end && context_.token(t).actor->is(kQuantifierRole) &&
         (context_.token(t + 1).actor->joints & kJoinMin) != 0 && context_.mention_at(t) < 0;
}

// --- who is named

std::optional<ParticipantList::Who> ParticipantList::who_at(TokenIndex t) const {
  if (const int32_t m = context_.mention_at(t); m >= 0) {
    const Mention& mention = document_.mentions[m];
    const TokenRange first = mention.name.empty() ? first_of(mention.tokens, true) : mention.tokens;
    return Who{first, first == mention.tokens ? m : -1};
  }
  const ActorWord& word = *context_.token(t).actor;
  if (is_own_state(t) || is_pair(t)) return Who{{t, t + 1}, -1};
  const bool people = is_people(context_, t);
  const bool group = word.is(kGroupRoles | kForceRole | kPartyRole) && !word.is(kPlaceRole);
  const bool many = is_many(context_, t);
  if (is_people_of_state(t)) return Who{{t, t + 1}, -1, word.state};
  if (!people && !group && !many) return std::nullopt;
  TokenRange tokens = parse_single_phrase(document_, context_.actors(), t).tokens;
  if (tokens.empty()) tokens = noun_phrase(document_, context_.actors(), t);
  if (!people && !group && tokens.size() == 1) return std::nullopt;
  if (people && tokens.size() > 1 && !may_follow_people(t + 1)) tokens.end = t + 1;
  return Who{first_of(tokens, false), -1};  // بين الجيش والمسلحين are two
}

// السفير الأمريكي | وبعثة الأمم المتحدة: what stands before those joined to the first by و, who are
// read for themselves. Not لجنة المال والموازنة, وزراء خارجية مصر والأردن, nor a و within a name.
TokenRange ParticipantList::first_of(TokenRange phrase, bool mention) const {
  const TokenIndex single =
      parse_single_phrase(document_, context_.actors(), phrase.begin).tokens.end;
  for (TokenIndex t = phrase.begin + 1; t < phrase.end; ++t) {
    const int32_t within = context_.mention_at(t);
    const bool joined = context_.word(t).best().has(kWa);
    if (!joined && within >= 0 && !document_.mentions[within].name.empty()) {
      t = document_.mentions[within].tokens.end - 1;
    } else if (joined) {
      const bool state = within >= 0 && is_place(Who{{t, t + 1}, within});
      const bool other = (within >= 0 && !state) || is_people(context_, t) || !mention;
      if (other || (t >= single && !context_.token(t).actor->is(kNounRoles))) {
        return {phrase.begin, t};
      }
    }
  }
  return phrase;
}

// مسلحون مجهولون, not مسلحون | قاعدة: a plural with its ن has no noun for its complement.
bool ParticipantList::may_follow_people(TokenIndex t) const {
  const Analysis& best = context_.word(t).best();
  const bool noun = best.pos == Pos::kNoun || best.pos == Pos::kMasdar || best.pos == Pos::kUnknown;
  return !noun || best.proclitics != 0 || is_people(context_, t);
}

bool ParticipantList::is_object(const Who& who) const {
  const TokenIndex t = who.tokens.begin;
  return !is_person(who) && context_.word(t).key.ends_with("ين") && is_people(context_, t);
}

bool ParticipantList::is_own_state(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  return word.is(kHomelandRole) && word.pronoun;
}

// واتفق البلدان is a pair, في البلدان many.
bool ParticipantList::is_pair(TokenIndex t) const {
  const Word& word = context_.word(t);
  if (is_dual(word.best())) return word.best().pos == Pos::kNoun;
  if (t == sentence_.begin || !context_.is_finite_verb(t - 1)) return false;
  return std::any_of(word.analyses.begin(), word.analyses.end(), [](const Analysis& a) {
    return is_dual(a) && a.pos == Pos::kNoun && a.proclitics == kAl;
  });
}

// الطائرات التركية: a noun that stands for nobody, and the adjective of a state.
bool ParticipantList::is_adjective_of_state(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  if (word.state == kNoEntry || t == sentence_.begin || word.joined() || word.prefixed())
    return false;
  const Analysis& noun = context_.word(t - 1).best();
  const bool nominal = noun.pos == Pos::kNoun || (noun.pos == Pos::kMasdar && noun.definite());
  return nominal && noun.definite() == word.has(kAl) && noun.enclitic.none() &&
         context_.mention_ending_at(t) < 0 && !behind_preposition(t - 1);
}

// بين الفلسطينيين والإسرائيليين: the people of a state, and no adjective of the noun in front.
bool ParticipantList::is_people_of_state(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  if (word.state == kNoEntry || !word.has(kAl) || word.number != Number::kPlural) return false;
  return word.joined() || word.prefixed() || (t > 0 && context_.is_preposition(t - 1));
}

bool ParticipantList::is_place(const Who& who) const {
  if (who.mention < 0) return false;
  const Mention& mention = document_.mentions[who.mention];
  const ActorKind kind = document_.actors[mention.actor].kind;
  return kind == ActorKind::kPlace || kind == ActorKind::kState ||
         mention.form == MentionForm::kCapital;
}

bool ParticipantList::is_person(const Who& who) const {
  return who.mention >= 0 &&
         document_.actors[document_.mentions[who.mention].actor].kind == ActorKind::kPerson;
}

bool ParticipantList::agrees(ActorIndex actor, Agreement wanted) const {
  const Actor& a = document_.actors[actor];
  if (wanted.gender == kMasculine && a.gender == Gender::kFeminine) return false;
  if (wanted.gender == kFeminine && a.gender == Gender::kMasculine) return false;
  const bool they = wanted.number == kPlural && wanted.person == 3;  // المدن التي سيطروا عليها
  if (they && a.number == Number::kSingular) return false;
  return wanted.number != kSingular || wanted.gender != kMasculine || a.number != Number::kPlural;
}

// العقوبات الاقتصادية المفروضة: no economist, but an adjective of the noun in front.
bool ParticipantList::is_attribute(const Mention& mention) const {
  const TokenIndex t = mention.tokens.begin;
  if (!mention.name.empty() || t == sentence_.begin || t == 0) return false;
  const ActorWord& word = *context_.token(t).actor;
  const Analysis& before = context_.word(t - 1).best();
  const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kMasdar;
  return noun && (word.nisba_shape || word.adjective) && !word.joined() && !word.prefixed() &&
         word.definite() == before.definite() && context_.mention_ending_at(t) < 0;
}

// Whether those of whom a phrase tells may act: no programme, site or source does.
bool ParticipantList::can_act(const Mention& mention) const {
  constexpr uint32_t kActs = kTitleRoles | kHonorificRoles | kBodyRole | kForceRole | kPartyRole |
                             kPeopleRole | kQuantifierRole | kNisbaRole | kHomelandRole;
  constexpr uint32_t kTells = kSourceRole | kMediaRole | kDocumentRole;
  if (is_attribute(mention)) return false;
  const Actor& actor = document_.actors[mention.actor];
  const ActorWord& head = *context_.token(mention.tokens.begin).actor;
  switch (actor.kind) {
    case ActorKind::kOrganization:
      return !actor.key.empty() || !head.is(kTells);
    case ActorKind::kUnnamed:
      if (is_people(context_, mention.tokens.begin)) return true;
      if (head.is(kTitleRoles) && mention.tokens.size() > 1)
        return !head.is(kTells);  // ممثلي الدول
      return head.is(kActs) && !head.is(kTells | kAttributeRole);
    default:
      return true;
  }
}

bool ParticipantList::is_named(const Who& who) const {
  return who.mention >= 0 && !document_.mentions[who.mention].name.empty();
}

// الطرفان, قادة البلدين: two without names; the token of the dual, kNoToken where it is none.
TokenIndex ParticipantList::dual_in(const Who& who) const {
  if (is_named(who)) return kNoToken;
  if (is_pair(who.tokens.begin) || is_dual(context_.word(who.tokens.begin).best()))
    return who.tokens.begin;
  const TokenIndex last = who.tokens.end - 1;
  const Analysis& best = context_.word(last).best();
  return is_dual(best) && best.pos == Pos::kNoun ? last : kNoToken;
}

// Somebody of whom nothing is told: شخصا, رئيس.
bool ParticipantList::is_anybody(const Who& who) const {
  if (is_named(who) || who.tokens.size() > 1) return false;
  const ActorWord& word = *context_.token(who.tokens.begin).actor;
  if (word.definite() || word.is(kForceRole | kPartyRole | kBodyRole)) return false;
  const Agreement form = context_.word(who.tokens.begin).best().agreement;
  return form.number == kSingular && word.number != Number::kPlural;
}

// --- adding

void ParticipantList::add(const Who& who, std::optional<Role> role) {
  if (!role) return;
  if (const TokenIndex dual = dual_in(who); dual != kNoToken) {
    add_pair(who.tokens.begin, dual, role);
    return;
  }
  if (is_anybody(who)) return;
  if (who.state != kNoEntry) return add_actor(actor_for_state(document_, who.state), role);
  if (is_victim(who)) return;
  if (add_acting(who, role)) return;
  if (who.mention >= 0 && !can_act(document_.mentions[who.mention])) {
    if (mention_.type() == EventType::kAttack) add_owner(who.tokens, role);
    return;
  }
  if (!is_named(who) && add_states_in(who.tokens, role)) return;
  ActorIndex actor =
      who.mention >= 0 ? document_.mentions[who.mention].actor : actor_without_mention(who.tokens);
  if (told_by_spokesman(who.tokens.begin)) {
    const ActorIndex principal = principal_of(document_, actor);
    const bool unknown = principal == actor;  // الناطقة باسم المبعوث
    if (unknown && context_.token(who.tokens.begin).actor->is(kSpokesmanRole)) return;
    actor = principal;
  }
  add_actor(state_of_capital(document_, actor), role);
}

// الجانب الفرنسي, القوات الفرنسية, وفد الحركة, وفد بلاده: the state or body of whose side, forces
// or delegation nothing more is told; false where it is none.
bool ParticipantList::add_acting(const Who& who, std::optional<Role> role) {
  const TokenIndex next = who.tokens.begin + 1;
  const Word& head = context_.word(who.tokens.begin);
  const uint8_t use = lexicon_.word(head.stem(head.best()));
  if ((use & (kStateWord | kSideWord)) == 0 || who.tokens.size() < 2 || is_named(who)) return false;
  const ActorWord& word = *context_.token(next).actor;
  if (who.tokens.size() == 2 && word.nisba_shape && word.state != kNoEntry) {
    add_actor(actor_for_state(document_, word.state), role);
    return true;
  }
  if ((use & kSideWord) == 0) return false;
  if ((word.joints & kJoinMin) != 0) return add_sender(next + 1, role);
  const int32_t m = context_.mention_at(next);
  const bool whole =
      m >= 0 && document_.mentions[m].tokens.end == who.tokens.end && !is_person({{}, m});
  if (!whole && !(who.tokens.size() == 2 && is_own_state(next))) return false;
  add(whole ? Who{document_.mentions[m].tokens, m} : Who{{next, next + 1}, -1}, role);
  return true;
}

// وفد من الحركة: who has sent the delegation.
bool ParticipantList::add_sender(TokenIndex t, std::optional<Role> role) {
  const int32_t m = t < sentence_.end ? context_.mention_at(t) : -1;
  if (m < 0 || is_person({{}, m})) return false;
  add({document_.mentions[m].tokens, m}, role);
  return true;
}

// The actor of a phrase that no mention covers, without those joined to it.
ActorIndex ParticipantList::actor_without_mention(TokenRange tokens) {
  Phrase phrase = parse_single_phrase(document_, context_.actors(), tokens.begin);
  if (phrase.tokens.empty()) return actor_for_phrase(document_, tokens);
  clip(phrase, tokens.end);
  return actor_for_single_phrase(document_, phrase);
}

// قتل أربعة أشخاص: some of whom only their number is told.
bool ParticipantList::is_victim(const Who& who) const {
  const TokenIndex begin = who.tokens.begin;
  if (mention_.type() != EventType::kAttack || is_named(who) || begin == 0) return false;
  const ActorWord& head = *context_.token(begin).actor;
  const bool people = head.is(kPeopleRole) && !head.is(kForceRole | kPartyRole);
  if (people && who.tokens.size() == 1 && !head.definite()) return true;  // نساء
  const bool counts = context_.token(begin).actor->is(kQuantifierRole);
  const bool counted = context_.word(begin - 1).best().pos == Pos::kNumeral ||
                       context_.token(begin - 1).actor->is(kQuantifierRole);
  return (counts || counted) && !context_.token(begin).actor->definite();
}

// مواقع الحوثيين: whose what is attacked is.
void ParticipantList::add_owner(TokenRange phrase, std::optional<Role> role) {
  for (TokenIndex t = phrase.begin + 1; t < phrase.end; ++t) {
    if (behind_preposition(t)) return;
    const std::optional<Who> who = who_at(t);
    if (!who || !who->tokens.contains(t)) continue;
    if (who->mention >= 0 && !can_act(document_.mentions[who->mention])) continue;
    add(*who, role);
    return;
  }
}

// وزراء خارجية مصر والأردن والعراق: the states of which offices of several are; false where it
// names one or none.
bool ParticipantList::add_states_in(TokenRange phrase, std::optional<Role> role) {
  std::vector<ActorIndex> states;
  for (TokenIndex t = phrase.begin + 1; t < phrase.end; ++t) {
    const int32_t m = context_.mention_at(t);
    if (m < 0) continue;
    const ActorIndex actor = state_of_capital(document_, document_.mentions[m].actor);
    const bool joined = states.empty() || context_.word(t).best().has(kWa);
    const bool from = behind_preposition(t) || context_.has_preposition_clitic(t);
    if (from && states.empty()) return false;  // رؤساء بلديات من مدن بأفريقيا
    if (document_.actors[actor].kind != ActorKind::kState || !joined) return false;
    states.push_back(actor);
  }
  if (states.size() < 2) return false;
  for (ActorIndex state : states) add_actor(state, role);
  return true;
}

// نفى المتحدث إجراء محادثات, أعلن مسؤول تأجيل الزيارة: who speaks for others takes no part in what
// they do himself.
bool ParticipantList::told_by_spokesman(TokenIndex head) const {
  if (!context_.token(head).actor->is(kSpokesmanRole | kOfficialRole)) return false;
  switch (mention_.type()) {
    case EventType::kMeet:
    case EventType::kCall:
    case EventType::kNegotiate:
    case EventType::kAgree:
    case EventType::kVisit:
    case EventType::kWithdraw:
    case EventType::kPostpone:
    case EventType::kAttack:
      return mention_.claimed_in >= 0 || !mention_.over.empty();
    default:
      return false;
  }
}

void ParticipantList::add_mention(int32_t mention, std::optional<Role> role) {
  add(Who{document_.mentions[mention].tokens, mention}, role);
}

void ParticipantList::add_actor(ActorIndex actor, std::optional<Role> role) {
  if (!role) return;
  if (document_.actors[actor].outlet) {
    mention_.with_press |= is_contact(mention_.type());
    return;
  }
  for (const Participant& known : mention_.participants) {
    if (known.actor == actor) return;
  }
  mention_.participants.push_back({actor, *role});
}

void ParticipantList::add_group_ending(int32_t mention, std::optional<Role> role) {
  for (int joined = 0; mention >= 0 && joined < 4; ++joined) {
    const TokenIndex begin = document_.mentions[mention].tokens.begin;
    add_mention(mention, role);
    if (!context_.word(begin).best().has(kWa) || begin == 0) return;
    mention = context_.mention_ending_at(begin);
  }
}

// The token of the و that joins a mention to the one in front: its own, or that of the adjective
// before it (الرئيسين التركي نديم والأمريكي عادل). kNoToken where nothing joins it.
TokenIndex ParticipantList::joint_of(const Mention& mention) const {
  const TokenIndex begin = mention.tokens.begin;
  if (context_.word(begin).best().has(kWa)) return begin;
  if (begin < 2) return kNoToken;
  const bool adjective = context_.token(begin - 1).actor->state != kNoEntry;
  return adjective && context_.word(begin - 1).best().has(kWa) ? begin - 1 : kNoToken;
}

// الجانبان المصري والتركي: the two states of which the adjectives of a dual tell.
bool ParticipantList::add_states_of_pair(TokenIndex dual, std::optional<Role> role) {
  if (dual + 2 >= sentence_.end) return false;
  const ActorWord& first = *context_.token(dual + 1).actor;
  const ActorWord& second = *context_.token(dual + 2).actor;
  const bool adjectives = first.nisba_shape && !first.prefixed() && !first.joined() &&
                          second.nisba_shape && second.joined();
  if (!adjectives || first.state == kNoEntry || second.state == kNoEntry) return false;
  add_actor(actor_for_state(document_, first.state), role);
  add_actor(actor_for_state(document_, second.state), role);
  return true;
}

bool ParticipantList::add_pair(TokenIndex before, TokenIndex dual, std::optional<Role> role) {
  const ActorWord& word = *context_.token(dual).actor;
  if (!word.is(kTitleRoles) && add_states_of_pair(dual, role)) return true;
  const auto fits = [&](int32_t m) {
    return may_be(word, document_.actors[document_.mentions[m].actor].kind);
  };
  for (TokenIndex t = before; t > 1 && t + kPairReach > before; --t) {
    const int32_t second = context_.mention_at(t - 1);
    if (second < 0 || document_.mentions[second].tokens.end > before) continue;
    const TokenIndex joint = joint_of(document_.mentions[second]);
    const int32_t first = joint == kNoToken ? -1 : context_.mention_ending_at(joint);
    if (first < 0 || !fits(first) || !fits(second)) continue;
    add_mention(first, role);
    add_mention(second, role);
    return true;
  }
  return add_two_told_of(before, word, role) || add_states_of_pair(dual, role) ||
         (means_states(word) && add_two_states(before, role));
}

// زار الرئيس التركي طهران. واتفق البلدان: the two states of which the sentences in front tell,
// where they tell of no third.
bool ParticipantList::add_two_states(TokenIndex before, std::optional<Role> role) {
  std::vector<ActorIndex> states;
  const std::vector<Mention>& mentions = document_.mentions;
  auto at = std::partition_point(mentions.begin(), mentions.end(),
                                 [&](const Mention& m) { return m.tokens.begin < before; });
  uint32_t sentence = context_.sentence_of(before);
  while (at != mentions.begin()) {
    --at;
    const TokenIndex t = at->tokens.begin;
    const bool other_sentence = context_.sentence_of(t) < sentence;
    if (t + kPairReach < before || (other_sentence && states.size() >= 2)) break;
    sentence = context_.sentence_of(t);
    const ActorIndex actor = principal_of(document_, at->actor);
    const bool state = document_.actors[actor].kind == ActorKind::kState;
    if (state && std::find(states.begin(), states.end(), actor) == states.end()) {
      states.push_back(actor);
    }
  }
  if (states.size() != 2) return false;
  for (auto state = states.rbegin(); state != states.rend(); ++state) add_actor(*state, role);
  return true;
}

// استقبل الرئيس الوزير … وبحث الجانبان: the two of the last contact that has two; for a word that
// means states (الحكومتان) theirs.
bool ParticipantList::add_two_told_of(TokenIndex before, const ActorWord& dual,
                                      std::optional<Role> role) {
  for (size_t i = told_.size(); i-- > 0;) {
    const EventMention& contact = told_[i];
    if (contact.anchor + kPairReach <= before) return false;
    if (!is_contact(contact.type()) || contact.participants.size() != 2) continue;
    std::vector<ActorIndex> two;
    for (const Participant& p : contact.participants) {
      const Actor& actor = document_.actors[p.actor];
      if (actor.kind == ActorKind::kUnnamed) continue;
      if (may_be(dual, actor.kind)) {
        two.push_back(p.actor);
      } else if (actor.behalf && may_be(dual, document_.actors[*actor.behalf].kind)) {
        two.push_back(*actor.behalf);
      }
    }
    if (two.size() != 2) continue;
    for (ActorIndex actor : two) add_actor(actor, role);
    return true;
  }
  return false;
}

// --- who is meant

bool ParticipantList::add_speaker(std::optional<Role> role) {
  if (mention_.claimed_in < 0) return false;
  const std::optional<ActorIndex> speaker = document_.statements[mention_.claimed_in].speaker;
  if (speaker) add_actor(*speaker, role);
  return speaker.has_value();
}

bool ParticipantList::add_voice(std::optional<Role> role) {
  if (mention_.voiced_in < 0) return false;
  const std::optional<ActorIndex> speaker = document_.statements[mention_.voiced_in].speaker;
  if (speaker) add_actor(*speaker, role);
  return speaker.has_value();
}

bool ParticipantList::add_speaker_as(Agreement wanted, std::optional<Role> role) {
  if (mention_.claimed_in < 0 || wanted.person == 2) return false;
  const Statement& statement = document_.statements[mention_.claimed_in];
  if (!statement.speaker || !agrees(*statement.speaker, wanted)) return false;
  const bool we = wanted.person == 1 && wanted.number == kPlural;
  add_actor(we ? meant_by_we(statement) : *statement.speaker, role);
  return true;
}

// Those for whom a speaker says "we": his state, or whoever a spokesman speaks for; else himself.
ActorIndex ParticipantList::meant_by_we(const Statement& statement) {
  const ActorIndex principal = principal_of(document_, *statement.speaker);
  const bool spokesman =
      !statement.source.empty() && context_.token(statement.source.begin).actor->is(kSpokesmanRole);
  const bool state = document_.actors[principal].kind == ActorKind::kState;
  return state || spokesman ? principal : *statement.speaker;
}

void ParticipantList::add_meant(int32_t mention, Agreement wanted, std::optional<Role> role) {
  if (wanted.number > kSingular) {
    add_group_ending(mention, role);
  } else {
    add_mention(mention, role);
  }
}

bool ParticipantList::add_antecedents(TokenIndex before, Agreement wanted,
                                      std::optional<Role> role) {
  if (!role) return false;
  if (wanted.person == 1 || wanted.person == 2) return add_speaker_as(wanted, role);
  if (wanted.number == kDual) return add_pair(before, before, role);
  int32_t m = named_before(before, wanted, true);
  if (m < 0 && add_speaker_as(wanted, role)) return true;
  if (m < 0) m = named_before(before, wanted, false);
  if (m >= 0) add_meant(m, wanted, role);
  return m >= 0;
}

// The last mention in front that agrees, -1 for none; persons of the sentence only, or any.
int32_t ParticipantList::named_before(TokenIndex before, Agreement wanted, bool persons) const {
  const std::vector<Mention>& mentions = document_.mentions;
  auto at = std::partition_point(mentions.begin(), mentions.end(),
                                 [&](const Mention& m) { return m.tokens.begin < before; });
  const TokenIndex first = persons ? sentence_.begin : before - std::min(before, kPronounReach);
  while (at != mentions.begin()) {
    --at;
    if (at->tokens.begin < first) return -1;
    const ActorKind kind = document_.actors[at->actor].kind;
    if (at->tokens.contains(before) || kind == ActorKind::kPlace) continue;
    const bool office = kind == ActorKind::kUnnamed &&
                        context_.token(at->tokens.begin).actor->is(kOfficeRole | kEnvoyRole);
    if (persons && kind != ActorKind::kPerson && !office) continue;
    if (can_act(*at) && agrees(at->actor, wanted)) return context_.mention_at(at->tokens.begin);
  }
  return -1;
}

}  // namespace musnad
