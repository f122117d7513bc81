#include "events/event_subject.h"

#include <algorithm>

#include "events/governors.h"

namespace musnad {
namespace {

using Role = Participant::Role;
using Who = ParticipantList::Who;

class SubjectFinder {
 public:
  SubjectFinder(const Context& context, ParticipantList& list)
      : context_(context),
        list_(list),
        document_(list.document()),
        mention_(list.mention()),
        sentence_(list.sentence()),
        role_(list.role_of(kSubjectLink)) {}

  bool run() {
    const bool verb = mention_.use == kFiniteUse;
    if (verb && find_before(mention_.anchor, *mention_.analysis, role_)) return true;
    if (is_background()) return false;
    for (const Over& over : mention_.over) {
      if (over.analysis != nullptr && is_verbal(over.analysis->pos) && find_under(over))
        return true;
    }
    if (add_left_out_over()) return true;
    if (mention_.use == kParticipleUse) return list_.add_voice(role_);
    if (!verb) return is_occasion() && find_around(mention_.main_verb, role_on_occasion());
    if (is_told_of_pronoun() || mention_.analysis->agreement.person != 3) return add_left_out();
    if (next_is_pair()) return list_.add_pair(mention_.anchor, mention_.anchor + 1, role_);
    return !next_is_subject() && (find_behind_adjuncts() || add_left_out());
  }

 private:
  // التعازي بضحايا الهجوم, مقتل جنديين في الهجوم: an attack that the clause tells of as known is
  // nobody's doing in it.
  bool is_background() const {
    if (mention_.type() != EventType::kAttack || mention_.use == kFiniteUse) return false;
    if (belongs_to_other(context_, mention_)) return true;
    const TokenIndex t = mention_.anchor;
    const bool attended =
        !mention_.over.empty() && mention_.over.front().governor->status == EventStatus::kOccurred;
    if (attended || mention_.use == kMasdarUse) return false;  // شارك في الهجوم, نجح في السيطرة
    return mention_.analysis->definite() && t > sentence_.begin && context_.is_preposition(t - 1) &&
           (context_.token(t - 1).actor->joints & kJoinFi) != 0;
  }

  // --- verbs over the event

  bool find_under(const Over& over) {
    const Governor& governor = *over.governor;
    if (governor.addressee_takes_part && find_addressee(over.token)) return true;
    if (!governor.subject_takes_part || is_between_others(over)) return false;
    const auto role = role_under(governor);
    if (over.token < mention_.anchor && find_between(over.token, role)) return true;
    return over.finite() && find_before(over.token, *over.analysis, role);
  }

  // أعلنت الوزارة عقد لقاء بين الوزير والسفير: who tells of it is none of them.
  bool is_between_others(const Over& over) const {
    constexpr TokenIndex kAttributes = 3;
    if (!reported_by(over.token) || offers_to_mediate(over)) return false;
    const TokenIndex end = std::min(sentence_.end, mention_.anchor + 1 + kAttributes);
    for (TokenIndex t = mention_.anchor + 1; t < end; ++t) {
      if (context_.is_finite_verb(t)) return false;
      if (list_.link_at(t) == list_.between()) return true;
    }
    return false;
  }

  // عرضت الحكومة الوساطة بين الوزير والسفير: "between" tells of others, who offers is the mediator.
  bool offers_to_mediate(const Over& over) const {
    return mention_.type() == EventType::kMediate &&
           over.governor->status == EventStatus::kProposed;
  }

  std::optional<Role> role_under(const Governor& governor) const {
    return governor.subject ? governor.subject : role_;
  }

  bool find_around(TokenIndex verb, std::optional<Role> role) {
    const Analysis& analysis = context_.word(verb).best();
    if (context_.mention_ending_at(verb) >= 0 && find_before(verb, analysis, role)) return true;
    return find_between(verb, role) || find_before(verb, analysis, role);
  }

  // The first one named between a verb and the event without a preposition.
  bool find_between(TokenIndex verb, std::optional<Role> role) {
    for (TokenIndex t = verb + 1; t < mention_.anchor; ++t) {
      if (context_.time_at(t) >= 0) {
        t = document_.times[context_.time_at(t)].tokens.end - 1;
        continue;
      }
      if (add_means(t, role)) return true;  // شنت الطائرات التركية غارات
      const std::optional<Who> who = list_.who_at(t);
      if (!who || (t > verb + 1 && completes_masdar(t))) continue;
      const bool destination = verb == mention_.main_verb && list_.is_place(*who);
      if (!list_.behind_preposition(t) && !destination) {
        const size_t known = mention_.participants.size();
        list_.add(*who, role);
        if (mention_.participants.size() == known && names_pair(who->tokens)) continue;
        add_joined(who->tokens.end, mention_.anchor, role);
        return true;
      }
      if (!mention_.over.empty() && verb == mention_.over.front().token) {  // وجه له الدعوة
        const bool clitic = context_.has_preposition_clitic(t);
        list_.add(*who, list_.role_of(clitic ? list_.clitic_link(t) : list_.link_at(t - 1)));
      }
      t = who->tokens.end - 1;
    }
    return false;
  }

  // الجانبان فرنسا وإيطاليا: whether "the two" are named right behind it.
  bool names_pair(TokenRange dual) const {
    const TokenIndex next = dual.end;
    return dual.size() == 1 && list_.is_pair(dual.begin) && next < mention_.anchor &&
           !list_.behind_preposition(next) && list_.who_at(next);
  }

  // The state with whose means an attack is made, by the adjective at a token.
  bool add_means(TokenIndex t, std::optional<Role> role) {
    if (mention_.type() != EventType::kAttack || !list_.is_adjective_of_state(t)) return false;
    list_.add(Who{{t, t + 1}, -1, context_.token(t).actor->state}, role);
    return true;
  }

  // بدأت تشكيل فريق: what a verbal noun without the article is about, no subject of the verb.
  bool completes_masdar(TokenIndex t) const {
    const Analysis& before = context_.word(t - 1).best();
    return before.pos == Pos::kMasdar && !before.definite() && before.enclitic.none() &&
           context_.mention_ending_at(t) < 0 && !context_.word(t).best().has(kWa);
  }

  // Those joined by و to a subject that ends at `next`, before `end`.
  void add_joined(TokenIndex next, TokenIndex end, std::optional<Role> role) {
    while (next < end && context_.word(next).best().has(kWa)) {
      const std::optional<Who> who = list_.who_at(next);
      if (!who) return;
      list_.add(*who, role);
      next = who->tokens.end;
    }
  }

  // Whoever is to do what a verb over the event demands of him or accuses him of: as the statement
  // of that verb tells, else whoever stands second behind it, or behind على (يجب على الحكومة).
  bool find_addressee(TokenIndex verb) {
    if (mention_.claimed_in >= 0) {
      const Statement& statement = document_.statements[mention_.claimed_in];
      if (statement.cue.contains(verb) && statement.addressee) {
        list_.add_actor(*statement.addressee, role_);
        return true;
      }
    }
    bool subject_passed = context_.mention_ending_at(verb) >= 0;
    for (TokenIndex t = verb + 1; t < mention_.anchor; ++t) {
      const std::optional<Who> who = list_.who_at(t);
      if (!who) continue;
      const bool bare = !list_.behind_preposition(t) && !context_.word(t).best().has(kWa);
      if ((bare && subject_passed) || is_on(t - 1)) {
        list_.add(*who, role_);
        return true;
      }
      subject_passed = true;
      t = who->tokens.end - 1;
    }
    return false;
  }

  bool is_on(TokenIndex t) const {
    return context_.is_preposition(t) && (context_.token(t).actor->joints & kJoinAla) != 0;
  }

  // The subject that a verb over the event leaves out: اتفقا على إجراء محادثات.
  bool add_left_out_over() {
    const Over* carrier = mention_.carrier();
    if (carrier == nullptr || !carrier->governor->subject_takes_part) return false;
    if (carrier->analysis->passive) return false;
    const Agreement who = carrier->analysis->agreement;
    if (carrier->token > mention_.anchor) {
      return is_left_to(carrier->token) &&
             list_.add_antecedents(mention_.anchor, who, role_under(*carrier->governor));
    }
    const bool left_out =
        who.person != 3 || who.number == kDual || completes_verbs(context_, carrier->token + 1);
    return left_out && list_.add_antecedents(carrier->token, who, role_under(*carrier->governor));
  }

  // آخر زيارة قام بها لباريس: nobody is named behind the verb of a relative clause.
  bool is_left_to(TokenIndex verb) const {
    TokenIndex t = verb + 1;
    const bool apart = t < sentence_.end && !context_.word(t).best().enclitic.none();
    if (apart) ++t;
    // Without a pronoun for the event it is the verb's subject: المحادثات تبدأ.
    if (!apart && context_.word(verb).best().enclitic.none()) return false;
    if (t >= sentence_.end || context_.token(t).kind == TokenKind::kPunctuation) return true;
    return context_.is_preposition(t) || context_.has_preposition_clitic(t) ||
           context_.time_at(t) >= 0;
  }

  // Whether the event is the occasion of what the clause tells: قال الوزير خلال لقاء.
  bool is_occasion() const {
    if (mention_.main_verb == kNoToken || !mention_.analysis->enclitic.none()) return false;
    if (is_reason_to_come()) return true;
    if (completed_by_others() || reported_by(mention_.main_verb)) return false;
    switch (mention_.type()) {
      case EventType::kMeet:
      case EventType::kNegotiate:
      case EventType::kCall:
      case EventType::kVisit:
        return mention_.adjunct != kNoToken || list_.behind_preposition(mention_.anchor) ||
               is_purpose();
      default:
        return false;
    }
  }

  // نقل الوزير خلال الاستقبال: who spoke at a reception need not have given it.
  std::optional<Role> role_on_occasion() const {
    return is_contact(mention_.type()) ? std::optional(Role::kParty) : role_;
  }

  // Whether the verb tells of the event as somebody's words: أعلن المتحدث أن فريقا للتفاوض …
  bool reported_by(TokenIndex verb) const {
    return mention_.claimed_in >= 0 && document_.statements[mention_.claimed_in].cue.contains(verb);
  }

  // يزور باريس لإجراء محادثات
  bool is_purpose() const {
    if (mention_.over.empty()) return false;
    const Over& over = mention_.over.back();
    return over.token < mention_.anchor && over.analysis != nullptr &&
           over.analysis->pos == Pos::kMasdar && over.analysis->has(kLi);
  }

  // وصل الوزير إلى باريس للقاء الرئيس: who came takes part, whoever completes the noun.
  bool is_reason_to_come() const {
    return is_contact(mention_.type()) && mention_.analysis->has(kLi) &&
           !mention_.analysis->definite() && list_.tells_of_visit(mention_.main_verb);
  }

  // خلال لقاء الوزيرين: whose it is stands behind it.
  bool completed_by_others() const {
    const TokenIndex next = mention_.anchor + 1;
    if (next >= sentence_.end || context_.has_preposition_clitic(next)) return false;
    const std::optional<Who> who = list_.who_at(next);
    return who && list_.role_of(kOfPersonLink) && !list_.is_place(*who);
  }

  // --- in front of a verb

  // A preposed subject, or the antecedent of the relative clause that the verb stands in.
  bool find_before(TokenIndex verb, const Analysis& analysis, std::optional<Role> role) {
    TokenIndex t = verb;
    for (int skipped = 0; t > sentence_.begin && skipped < 2; --t, ++skipped) {
      const Pos pos = context_.word(t - 1).best().pos;
      if (pos != Pos::kParticle && pos != Pos::kNegation && pos != Pos::kRelative) break;
    }
    if (t > sentence_.begin && context_.is_comma(t - 1) &&
        is_behind_subject_of_was(context_, t - 1)) {
      --t;  // وكان الوزير فلان، دعا
    }
    if (t > sentence_.begin && add_word(t - 1, analysis, role)) return true;
    const bool relative = relative_before(verb);
    int32_t m = context_.mention_ending_at(t);
    if (m < 0 || (!relative && list_.behind_preposition(document_.mentions[m].tokens.begin))) {
      m = topic_before(t);
    }
    if (m < 0) return add_group_before(t, role);
    if (analysis.agreement.person != 3) return false;
    const Mention& mention = document_.mentions[m];
    if (!list_.agrees(mention.actor, analysis.agreement) && !head_agrees(mention, analysis)) {
      return false;
    }
    if (relative && !analysis.enclitic.none()) return false;  // its object: التي أجراها
    list_.add_group_ending(m, role);
    return true;
  }

  // بلاده ترفض, أن الرئيسين اتفقا, أن الطائرات التركية قصفت: whom the word right in front of a verb
  // stands for by itself.
  bool add_word(TokenIndex t, const Analysis& verb, std::optional<Role> role) {
    if (list_.is_own_state(t)) {
      list_.add(Who{{t, t + 1}, -1}, role);
      return true;
    }
    if (list_.is_pair(t) && verb.agreement.number == kDual) return list_.add_pair(t, t, role);
    return add_means(t, role);
  }

  // أن الوفد يرفض: a group without a name that stands between أن and its verb.
  bool add_group_before(TokenIndex verb, std::optional<Role> role) {
    if (verb < sentence_.begin + 2) return false;
    if (context_.complementizer(verb - 2) != Complementizer::kBare) return false;
    const ActorWord& word = *context_.token(verb - 1).actor;
    if (!word.is(kPeopleRole | kForceRole | kPartyRole) || !word.has(kAl)) return false;
    list_.add(Who{{verb - 1, verb}, -1}, role);
    return true;
  }

  // مليشيا الحوثي تقوم: the verb goes by the noun that heads the phrase.
  bool head_agrees(const Mention& mention, const Analysis& verb) const {
    const Gender head = context_.token(mention.tokens.begin).actor->gender;
    return verb.agreement.number == kSingular && mention.tokens.size() > 1 &&
           head == (verb.agreement.gender == kFeminine ? Gender::kFeminine : Gender::kMasculine);
  }

  // Whom a clause with أن is about, though more stands between: أن الوزير المكلف بالملف غادر.
  int32_t topic_before(TokenIndex verb) const {
    constexpr TokenIndex kTopicReach = 16;
    for (TokenIndex t = verb; t > sentence_.begin && t + kTopicReach > verb; --t) {
      if (context_.complementizer(t - 1) == Complementizer::kBare) return context_.mention_at(t);
      if (context_.is_finite_verb(t - 1) || context_.is_stop(t - 1)) return -1;
    }
    return -1;
  }

  bool relative_before(TokenIndex verb) const {
    return verb > sentence_.begin && context_.word(verb - 1).best().pos == Pos::kRelative;
  }

  // --- behind the verb of the event, or left to it

  // اتفق الزعيمان, الطرفان: two who were named before.
  bool next_is_pair() const {
    const TokenIndex next = mention_.anchor + 1;
    if (next >= sentence_.end) return false;
    const Analysis& best = context_.word(next).best();
    return best.definite() && best.agreement.number == kDual;
  }

  // أنه التقى, أنها لن تزور: the subject is the pronoun.
  bool is_told_of_pronoun() const {
    const TokenIndex verb = mention_.anchor - (mention_.negated ? 1 : 0);
    return verb > sentence_.begin && context_.complementizer(verb - 1) == Complementizer::kPronoun;
  }

  // اجتمع في جدة، أمس، الوزيران: a verb that opens its clause may have its subject behind what
  // tells where, when or with whom. A و would go on with the subject of the clause before.
  bool find_behind_adjuncts() {
    constexpr TokenIndex kAdjunctReach = 16;
    const TokenIndex anchor = mention_.anchor;
    const Analysis& verb = *mention_.analysis;
    const bool opens = verb.agreement.person == 3 && !verb.has(kWa) && !verb.has(kFa) &&
                       (anchor == sentence_.begin || context_.is_comma(anchor - 1));
    const TokenIndex end = std::min(sentence_.end, anchor + kAdjunctReach);
    TokenIndex t = anchor + 1;
    bool each = false;  // ووقعت على الاتفاق كل من فرنسا وإيطاليا
    while (t < end) {
      const TokenIndex next = behind_adjunct(t, end);
      if (next == t) break;
      each = list_.is_each_of(t) && !context_.is_preposition(t - 1);
      t = next;
    }
    if (t == anchor + 1 || t >= end || (!opens && !each)) return false;
    const std::optional<Who> who = list_.who_at(t);
    if (!who || context_.word(t).best().has(kWa)) return false;
    list_.add(*who, role_);
    if (each) add_joined(who->tokens.end, sentence_.end, role_);
    return true;
  }

  // Behind a time, a comma, a preposition with its noun or "each of"; `t` where none stands there.
  TokenIndex behind_adjunct(TokenIndex t, TokenIndex end) const {
    if (context_.time_at(t) >= 0) return document_.times[context_.time_at(t)].tokens.end;
    if (context_.is_comma(t)) return t + 1;
    if (list_.is_each_of(t)) return t + 2;
    if (context_.has_preposition_clitic(t)) return context_.noun_phrase_end(t, end);
    if (!context_.is_preposition(t)) return t;
    const bool pronoun = !context_.word(t).best().enclitic.none();
    return pronoun ? t + 1 : context_.noun_phrase_end(t + 1, end);
  }

  bool next_is_subject() const {
    const TokenIndex next = mention_.anchor + 1;
    if (next >= sentence_.end || context_.has_preposition_clitic(next)) return false;
    // A name that no phrase covers, a part of some: it need not be known to be the subject.
    const bool stranger = context_.token(next).kind == TokenKind::kWord &&
                          context_.word(next).best().pos == Pos::kUnknown;
    const bool counted = context_.token(next).actor->is(kQuantifierRole) ||
                         context_.word(next).best().pos == Pos::kNumeral;  // قتل 25 مقاتلا
    return stranger || counted || list_.who_at(next);
  }

  bool add_left_out() {
    // Behind الذي, and behind another word of the event (غارة استهدفت), the noun before is the
    // verb's subject.
    if (mention_.analysis->passive || mention_.continues) return false;
    if (relative_before(mention_.anchor)) return false;
    if (list_.add_voice(role_)) return true;
    return list_.add_antecedents(mention_.anchor, mention_.analysis->agreement, role_);
  }

  const Context& context_;
  ParticipantList& list_;
  const Document& document_;
  const EventMention& mention_;
  const TokenRange sentence_;
  const std::optional<Role> role_;  // of the event's own subject
};

}  // namespace

bool find_subject(const Context& context, ParticipantList& list) {
  return SubjectFinder(context, list).run();
}

}  // namespace musnad
