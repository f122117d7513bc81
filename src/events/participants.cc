#include "events/participants.h"

#include <algorithm>

#include "actors/coreference.h"
#include "events/event_subject.h"
#include "events/participant_list.h"

namespace musnad {
namespace {

using Role = Participant::Role;
using Who = ParticipantList::Who;

constexpr TokenIndex kReach = 30;  // tokens behind a word that its clause may take

// Reads the words behind the word of an event.
class ClauseReader {
 public:
  ClauseReader(Document& document, const Context& context, const EventLexicon& lexicon,
               std::span<const EventMention> told, EventMention& mention)
      : document_(document),
        context_(context),
        mention_(mention),
        lexicon_(lexicon),
        list_(document, context, lexicon, told, mention),
        with_(lexicon.preposition("مع")),
        adjectives_end_(mention.anchor + 1) {}

  void run() {
    const TokenIndex anchor = mention_.anchor;
    const bool verb = mention_.use == kFiniteUse;
    const Agreement pronoun = mention_.analysis->enclitic;
    subject_found_ = find_subject(context_, list_);
    if (const auto role = list_.role_of(kSpeakerLink)) list_.add_speaker(role);
    if (!pronoun.none() && !is_resumptive() && !is_subjects_own(pronoun)) {
      list_.add_antecedents(anchor, pronoun, list_.role_of(verb ? kObjectLink : kOfPersonLink));
    }
    bare_ = first_link();
    if (is_behind_its_verb()) closed_ = kSubjectLink;
    if (bare_ == kNoLink) bare_ = closed_;
    read();
    if (leaves_out_subject()) return add_left_out_subject();
    if (mention_.participants.empty()) return add_state_of_topic();
    if (mention_.type() == EventType::kInvite && has_only(list_.role_of(kObjectLink))) {
      return add_topic_of_carrier();
    }
    if (is_carried_by_pronoun()) return add_topic();
    const bool agreed_with =
        mention_.type() == EventType::kAgree && mention_.use == kFiniteUse && with_somebody_;
    if ((!has_two_sides() && !agreed_with) || mention_.participants.size() != 1) return;
    if (is_hoped_for()) {
      list_.add_speaker(list_.role_of(kSubjectLink));
    } else if (with_somebody_) {
      add_topic();
    } else if (mention_.adjunct != kNoToken) {
      add_company(mention_.main_verb);
    } else if (const Over* carrier = mention_.carrier()) {
      add_company(carrier->token);
    }
  }

 private:
  // What ties whoever stands behind the word to it. A noun with the article has no complement, and
  // what follows one with a pronoun is its object: لقائه الوزير.
  Link first_link() const {
    const Analysis& word = *mention_.analysis;
    if (mention_.use == kFiniteUse) return subject_found_ ? kObjectLink : kSubjectLink;
    if (!word.enclitic.none()) return kObjectLink;
    return word.definite() ? kNoLink : kOfPersonLink;
  }

  // الاتفاق الذي أبرمته إيران: the pronoun means the noun in front of the relative.
  bool is_resumptive() const { return mention_.use == kFiniteUse && is_after_relative(); }

  // ألغى الرئيس زيارته: the pronoun of a noun means the subject that was found.
  bool is_subjects_own(Agreement pronoun) const {
    if (mention_.use == kFiniteUse || !subject_found_ || pronoun.person != 3) return false;
    return std::any_of(mention_.participants.begin(), mention_.participants.end(),
                       [&](const Participant& p) { return list_.agrees(p.actor, pronoun); });
  }

  bool is_after_relative() const {
    const TokenIndex anchor = mention_.anchor;
    return anchor > 0 && context_.word(anchor - 1).best().pos == Pos::kRelative;
  }

  // حضر اللقاء الوزير, جمع لقاء في باريس الوزيرين: whoever is named behind the event takes part.
  bool is_behind_its_verb() const {
    if (mention_.use == kFiniteUse || subject_found_) return false;
    const Over* carrier = mention_.carrier();
    return carrier != nullptr && carrier->token + 1 == mention_.anchor;
  }

  // To the end of the clause or to what the event is about.
  void read() {
    const TokenIndex anchor = mention_.anchor;
    const TokenIndex end = std::min(list_.sentence().end, anchor + kReach);
    mention_.reach = {anchor, anchor + 1};
    for (TokenIndex t = anchor + 1; t < end; ++t) {
      mention_.reach.end = t;
      if (context_.time_at(t) >= 0) {
        t = document_.times[context_.time_at(t)].tokens.end - 1;
      } else if (!read_word(t)) {
        return;
      }
    }
    mention_.reach.end = end;
  }

  // Reads one word or one name and moves `t` to its last token; false where the clause ends.
  bool read_word(TokenIndex& t) {
    if (context_.token(t).kind == TokenKind::kPunctuation) {
      if (context_.is_mark(t, '(')) t = end_of_brackets(t);
      if (t == adjectives_end_ && is_dash(t)) ++adjectives_end_;  // القمة المصرية - السودانية
      if (bare_ == kOfPersonLink) bare_ = closed_;
      return !context_.is_stop(t) && !context_.is_mark(t, ':');
    }
    const Analysis& best = context_.word(t).best();
    if (list_.is_each_of(t)) {
      other_object_ = true;  // عددا من الكتاب, unless somebody follows
      if (!context_.is_preposition(t - 1)) open_each();
      ++t;
      return true;
    }
    if (is_between_behind(t)) return true;
    if (read_peers(t)) return true;
    const Link preposition = list_.link_at(t);
    if (preposition == kNoLink) {
      const std::optional<Who> who = list_.who_at(t);
      if (who && !is_adjective(t, *who)) return read_named(t, *who);
    }
    if (best.pos == Pos::kRelative || t == mention_.relative_verb) return read_relative(t);
    if (tells_more(t)) {
      bare_ = kObjectLink;
      return true;
    }
    if (context_.complementizer(t) != Complementizer::kNone || best.pos == Pos::kVerb) return false;
    if (preposition != kNoLink || best.pos == Pos::kPreposition) {
      return read_preposition(t, preposition);
    }
    if (read_means(t)) return true;
    if (!read_nisba(t) && context_.has_preposition_clitic(t)) {
      if (best.has(kBi) && best.pos == Pos::kMasdar && brings_matter()) return false;
      pass_preposition(kNoLink);
    }
    note_noun(t);
    return true;
  }

  // مع نظرائه الإيطالي والنمساوي: the states of which the adjectives tell.
  bool read_peers(TokenIndex& t) {
    const Analysis& best = context_.word(t).best();
    if (best.lemma == kNoLemma || best.agreement.number != kPlural) return false;
    if ((lexicon_.word(lexicon_.folded_lemma(best.lemma)) & kPeerWord) == 0) return false;
    TokenIndex next = t + 1;
    const auto state_at = [&](TokenIndex at) {
      const ActorWord& word = *context_.token(at).actor;
      return word.nisba_shape && !word.prefixed() ? word.state : kNoEntry;
    };
    if (next >= list_.sentence().end || state_at(next) == kNoEntry) return false;
    const Link link = context_.has_preposition_clitic(t) ? link_of_clitic(t)
                      : after_preposition_               ? pending_
                                                         : bare_;
    for (; next < list_.sentence().end && state_at(next) != kNoEntry; ++next) {
      list_.add_actor(actor_for_state(document_, state_at(next)), list_.role_of(link));
    }
    with_somebody_ |= link == with_;
    after_preposition_ = false;
    t = next - 1;
    return true;
  }

  // ما بين: ما adds nothing.
  bool is_between_behind(TokenIndex t) const {
    return context_.word(t).best().pos == Pos::kRelative && t + 1 < list_.sentence().end &&
           list_.link_at(t + 1) == list_.between();
  }

  // وقعت على الاتفاق كل من فرنسا وإيطاليا: those behind it belong to the verb, as its subject where
  // it has none yet.
  void open_each() {
    after_preposition_ = false;
    if (mention_.use == kFiniteUse && mention_.participants.empty()) bare_ = kSubjectLink;
  }

  // خلال الزيارة, في مكتبه: a definite noun behind a preposition takes no complement, so that the
  // person behind it is tied to the verb again.
  void note_noun(TokenIndex t) {
    const Analysis& best = context_.word(t).best();
    if (best.pos != Pos::kNoun && best.pos != Pos::kMasdar) return;
    if (best.has(kBi) || !after_preposition_) {
      other_object_ |= best.has(kBi) || !best.definite();
    } else if (mention_.use == kFiniteUse && has_two_sides() &&
               (best.definite() || !best.enclitic.none())) {
      closed_phrase_ = t + 1;
    }
  }

  bool is_dash(TokenIndex t) const {
    return context_.is_mark(t, U'-') || context_.is_mark(t, U'–') || context_.is_mark(t, U'—');
  }

  // The bracket that closes one, or the one itself where none does.
  TokenIndex end_of_brackets(TokenIndex open) const {
    constexpr TokenIndex kBracketReach = 12;
    const TokenIndex end = std::min(list_.sentence().end, open + kBracketReach);
    for (TokenIndex t = open + 1; t < end; ++t) {
      if (context_.is_mark(t, ')')) return t;
    }
    return open;
  }

  bool read_named(TokenIndex& t, const Who& who) {
    if (t == closed_phrase_ && list_.is_person(who)) after_preposition_ = false;
    const bool joined =
        context_.word(t).best().has(kWa) && (!after_preposition_ || awaits_second());
    if (joined) after_preposition_ = false;
    Link link = link_of(t, who, joined);
    if (link == kSubjectLink && mention_.use == kFiniteUse && list_.is_object(who)) {
      link = kObjectLink;  // وطردت أمس الحوثيين
      bare_ = kObjectLink;
    }
    if (link >= kPrepositions && link < kLinks && list_.role_of(link) && !joined) {
      if ((used_ >> link & 1) != 0) return false;  // a second "to" belongs to something else
      used_ |= 1u << link;
    }
    if (link == kOfPersonLink && last_ == link && !joined) make_subject();
    note_place(t, who);
    const bool by_call = mention_.type() == EventType::kCall && link >= kPrepositions;
    with_somebody_ |= link == with_ || by_call;  // اتصالا بالرئيس
    const size_t known = mention_.participants.size();
    const int32_t name = name_behind(who);
    list_.add(name < 0 ? who : Who{document_.mentions[name].tokens, name}, role_as(link, who));
    other_object_ |= link == kObjectLink && mention_.participants.size() == known;
    const size_t added = mention_.participants.size() - known;
    if (added > 0 || !awaits_second()) {
      last_ = link;
      added_ = added;
    }
    if (list_.is_person(who) && list_.role_of(link)) last_of_persons_ = link;
    if (link == kSubjectLink) bare_ = kObjectLink;
    apposition_ = after_preposition_ && list_.is_place(who) ? who.tokens.end : kNoToken;
    after_preposition_ = false;
    t = who.tokens.end - 1;
    return true;
  }

  // القنصل العام في القدس، نديم الصافي، … and نائب رئيس الوزراء ووزير الخارجية نديم الصافي: the
  // mention that names somebody of whom only an office was told; -1 where none follows.
  int32_t name_behind(const Who& who) const {
    const ActorWord& head = *context_.token(who.tokens.begin).actor;
    const bool known =
        who.mention >= 0 && (list_.is_person(who) || !document_.mentions[who.mention].name.empty());
    if (known || !head.is(kTitleRoles) || head.number == Number::kPlural) return -1;
    TokenIndex t = who.tokens.end;
    const TokenIndex end = list_.sentence().end;
    if (t < end && context_.word(t).best().has(kWa)) {
      const bool office = head.is(kOfficeRole) && context_.token(t).actor->is(kOfficeRole);
      return office ? person_at(t) : -1;
    }
    if (t < end && context_.is_preposition(t)) t = context_.noun_phrase_end(t + 1, end);
    if (t + 1 >= end || !context_.is_comma(t)) return -1;
    const int32_t m = person_at(t + 1);
    if (m < 0 || document_.mentions[m].name != document_.mentions[m].tokens) return -1;
    const TokenIndex behind = document_.mentions[m].tokens.end;
    const bool apart = behind >= end || context_.token(behind).kind == TokenKind::kPunctuation;
    return apart && !context_.word(t + 1).best().has(kWa) ? m : -1;
  }

  // The mention that names a person from a token on; -1 for none.
  int32_t person_at(TokenIndex t) const {
    const int32_t m = context_.mention_at(t);
    if (m < 0 || document_.mentions[m].name.empty()) return -1;
    return list_.is_person(Who{document_.mentions[m].tokens, m}) ? m : -1;
  }

  // اغتيال المتمردين الوزير: whoever completes the noun did it to whoever follows him.
  void make_subject() {
    for (Participant& p : mention_.participants) {
      const bool completes = p.role == list_.role_of(kOfPersonLink);
      if (completes && p.role == list_.role_of(kObjectLink)) p.role = *list_.role_of(kSubjectLink);
    }
  }

  // بين القوات من جهة والمتمردين من جهة أخرى: whether "between" has yet to bring in the second.
  bool awaits_second() const { return last_ == list_.between() && added_ == 1; }

  // مبعوثا خاصا: what somebody is appointed to be.
  bool is_office_given(const Who& who) const {
    const ActorWord& head = *context_.token(who.tokens.begin).actor;
    return mention_.type() == EventType::kAppoint && !mention_.participants.empty() &&
           who.mention >= 0 && document_.mentions[who.mention].name.empty() && head.accusative &&
           !head.definite();
  }

  // بقصر قرطاج, بمكتبه: where it was.
  bool is_premises(const Who& who) const {
    const ActorWord& head = *context_.token(who.tokens.begin).actor;
    return context_.word(who.tokens.begin).best().has(kBi) && head.is(kPlaceRole);
  }

  std::optional<Role> role_as(Link link, const Who& who) const {
    if (is_office_given(who) || is_premises(who)) return std::nullopt;
    if (!list_.is_place(who)) return list_.role_of(link);
    if (link == kOfPersonLink)
      return called_for_place(who) ? std::nullopt : list_.role_of(kOfPlaceLink);
    return list_.role_of(link);
  }

  // Behind an indefinite noun ل tells whose it is: the attack itself (غارات للقوات) or what it hits
  // (قصف مواقع للقوات). In other places it brings nobody into an attack.
  Link link_of_clitic(TokenIndex t) const {
    const Link link = list_.clitic_link(t);
    if (mention_.type() != EventType::kAttack || !context_.word(t).best().has(kLi)) return link;
    const Analysis& before = context_.word(t - 1).best();
    if (before.definite() || !before.enclitic.none() || context_.mention_ending_at(t) >= 0)
      return kNoLink;
    const bool own = t == adjectives_end_ && mention_.use != kFiniteUse;
    return own ? kOfPersonLink : link;
  }

  // Talks and agreements are called for the capital that they were held in: مباحثات القاهرة.
  bool called_for_place(const Who& who) const {
    const EventType type = mention_.type();
    return (type == EventType::kNegotiate || type == EventType::kAgree) &&
           document_.mentions[who.mention].form == MentionForm::kCapital;
  }

  Link link_of(TokenIndex t, const Who& who, bool joined) const {
    if (context_.has_preposition_clitic(t)) return link_of_clitic(t);
    if (after_preposition_) return pending_;
    const bool apposition = t == apposition_ && !joined && list_.is_place(who);
    if (apposition) return last_;  // في العاصمة الفرنسية باريس
    // مع نديم الصافي من الوزارة وعادل مراد
    if (joined && last_of_persons_ != kNoLink && list_.is_person(who)) return last_of_persons_;
    if (joined && last_ != kNoLink) return last_;
    const bool reached = bare_ == kSubjectLink && mention_.type() == EventType::kVisit;
    return reached && list_.is_place(who) ? kObjectLink : bare_;  // غادر الخرطوم
  }

  void pass_preposition(Link link) {
    pending_ = link;
    after_preposition_ = true;
    if (bare_ == kOfPersonLink) bare_ = closed_;
  }

  bool read_preposition(TokenIndex t, Link link) {
    pass_preposition(link);
    if (!list_.role_of(link) && brings_matter() && completes_verbs(context_, t)) {
      return is_where_agreed(t);
    }
    const Agreement enclitic = context_.word(t).best().enclitic;
    if (enclitic.none()) return true;
    after_preposition_ = false;
    const bool resumes = mention_.relative_verb != kNoToken && t == mention_.relative_verb + 1;
    if (resumes) return true;  // القصف الذي تعرضت له المدينة
    with_somebody_ |= link == with_;
    list_.add_antecedents(t, enclitic, list_.role_of(link));
    return true;
  }

  // اتفقا في لقاء بباريس على: where one agreed, not what on.
  bool is_where_agreed(TokenIndex t) const {
    return mention_.type() == EventType::kAgree && (context_.token(t).actor->joints & kJoinFi) != 0;
  }

  // Whether a verb's other prepositions bring in what it is about: دعا إلى, اتفق على.
  bool brings_matter() const {
    if (mention_.use != kFiniteUse) return false;
    switch (mention_.type()) {
      case EventType::kAgree:
      case EventType::kDemand:
      case EventType::kInvite:
      case EventType::kOrder:
      case EventType::kPropose:
      case EventType::kReject:
        return true;
      default:
        return false;
    }
  }

  // والتقى الرئيس الروسي, وسيزور بكين: a verb that goes on with what was told, and behind it nobody
  // but its object.
  bool leaves_out_subject() const {
    const Analysis& verb = *mention_.analysis;
    const TokenIndex anchor = mention_.anchor;
    if (subject_found_ || mention_.use != kFiniteUse || verb.passive) return false;
    if (!verb.enclitic.none()) return false;  // واستقبله الرئيس
    if (verb.agreement.person != 3 || mention_.continues || is_after_relative()) return false;
    const bool opens = anchor == list_.sentence().begin && !verb.has(kWa) && !verb.has(kFa);
    if (opens || mention_.participants.empty()) return false;
    if (mention_.type() == EventType::kVisit) return !has_role(list_.role_of(kSubjectLink));
    return has_two_sides() && list_.role_of(kObjectLink) && mention_.participants.size() == 1 &&
           !with_somebody_ && !other_object_;
  }

  // أنه عقد اجتماعا مع الوزير والسفير: the subject of the verb that carries the event is a pronoun.
  bool is_carried_by_pronoun() const {
    const Over* carrier = mention_.carrier();
    if (carrier == nullptr || !carrier->finite() || carrier->token == 0 || subject_found_)
      return false;
    return has_two_sides() && with_somebody_ && mention_.participants.size() > 1 &&
           context_.complementizer(carrier->token - 1) == Complementizer::kPronoun;
  }

  bool has_only(std::optional<Role> role) const {
    return mention_.participants.size() == 1 && has_role(role);
  }

  bool has_role(std::optional<Role> role) const {
    return std::any_of(mention_.participants.begin(), mention_.participants.end(),
                       [&](const Participant& p) { return p.role == role; });
  }

  // The subject that a verb leaves out is whom the text was telling of: then whoever was taken for
  // it is the object.
  void add_left_out_subject() {
    const int32_t topic = topic_before(mention_.anchor, mention_.analysis->agreement);
    if (topic < 0) return;
    const ActorIndex actor = document_.mentions[topic].actor;
    if (mention_.participants.front().actor == actor) return;
    for (Participant& p : mention_.participants) {
      if (p.role == list_.role_of(kSubjectLink)) p.role = *list_.role_of(kObjectLink);
    }
    list_.add_mention(topic, list_.role_of(kSubjectLink));
  }

  // The first person of the sentence in front of a verb, of those whom its claim tells of, else the
  // only one of the sentence before; -1 where there is none.
  int32_t topic_before(TokenIndex verb, Agreement wanted) const {
    TokenRange clause{list_.sentence().begin, verb};
    for (TokenIndex t = verb; t-- > clause.begin;) {
      if (context_.complementizer(t) == Complementizer::kBare && !context_.is_subjunctive(t)) {
        clause.begin = t + 1;
      }
    }
    if (const int32_t m = person_in(clause, wanted, false); m >= 0) return m;
    const uint32_t sentence = context_.sentence_of(verb);
    if (sentence == 0 || document_.sentences[sentence - 1].paragraph == 0) return -1;
    return person_in(document_.sentences[sentence - 1].tokens, wanted, true);
  }

  // The first person whom a range names and a verb of this form may mean, no spokesman and behind
  // no preposition; with `alone` only where it names no other.
  int32_t person_in(TokenRange range, Agreement wanted, bool alone) const {
    int32_t found = -1;
    for (TokenIndex t = range.begin; t < range.end; ++t) {
      const int32_t m = context_.mention_at(t);
      if (m < 0) continue;
      const ActorIndex actor = document_.mentions[m].actor;
      if (document_.actors[actor].kind != ActorKind::kPerson) continue;
      if (found >= 0 && document_.mentions[found].actor != actor) return -1;
      const bool may_be = !list_.behind_preposition(t) && list_.agrees(actor, wanted) &&
                          !context_.token(t).actor->is(kSpokesmanRole);
      if (may_be && found < 0) found = m;
      if (found >= 0 && !alone) return found;
      if (!may_be && alone && found < 0) return -1;
      t = document_.mentions[m].tokens.end - 1;
    }
    return found;
  }

  // صحفي in مؤتمر صحفي is no journalist, سرية in محادثات سرية no company.
  bool is_adjective(TokenIndex t, const Who& who) const {
    if (who.tokens.contains(mention_.anchor)) return true;
    if (t > adjectives_end_ || mention_.use == kFiniteUse) return false;
    const ActorWord& word = *context_.token(t).actor;
    if (who.mention >= 0 && !document_.mentions[who.mention].name.empty() && word.definite())
      return false;
    constexpr std::string_view kAlif = "ا";  // زيارة إيطاليا: looks like إيطالي in the accusative
    if (list_.is_place(who) && context_.word(t).key.ends_with(kAlif)) return false;
    const bool shaped = word.nisba_shape || word.adjective;
    return shaped && word.definite() == mention_.analysis->definite();
  }

  // قام بجولة شملت لبنان, بعد لقاء جمع الوزيرين: a clause on a noun without the article, whose verb
  // carries the event and has it for its subject; not جلسة جرى خلالها بحث الأوضاع.
  bool tells_more(TokenIndex t) const {
    constexpr TokenIndex kAdjectives = 2;
    if (mention_.use == kFiniteUse || mention_.definite) return false;
    if (t > mention_.anchor + 1 + kAdjectives || !context_.is_finite_verb(t)) return false;
    const TokenIndex next = t + 1;
    const bool other = next < list_.sentence().end && context_.is_preposition(next) &&
                       !context_.word(next).best().enclitic.none();
    if (other) return false;
    const Analysis& verb = context_.word(t).best();
    const Governor* governor = lexicon_.governor_of(verb);
    return governor != nullptr && !governor->status && !governor->subject_takes_part &&
           !verb.passive && (verb.proclitics & ~kSa) == 0;
  }

  // المحادثات التي أجراها الوزير مع نظيره: goes on behind the verb that carries the event.
  bool read_relative(TokenIndex& t) {
    const TokenIndex verb = mention_.relative_verb;
    if (verb == kNoToken || verb < t || verb > t + 3) return false;
    t = verb;
    const Governor& governor = *mention_.over.back().governor;
    bare_ = governor.subject_takes_part && !subject_found_ ? kSubjectLink : kObjectLink;
    return true;
  }

  // اللقاء الروسي الأمريكي: the states of the adjectives right behind a noun.
  bool read_nisba(TokenIndex t) {
    const ActorWord& word = *context_.token(t).actor;
    if (t == adjectives_end_ && word.nisba_shape) ++adjectives_end_;
    if (mention_.use == kFiniteUse || word.state == kNoEntry || t >= adjectives_end_) return false;
    const std::optional<Role> role = list_.role_of(kOfPersonLink);
    if (role) list_.add_actor(actor_for_state(document_, word.state), role);
    return true;
  }

  // قصفت الطائرات التركية قاعدة أمريكية: with whose means an attack is made, or what of whose it
  // hits.
  bool read_means(TokenIndex t) {
    const bool bare = !after_preposition_ && (bare_ == kSubjectLink || bare_ == kObjectLink);
    if (mention_.type() != EventType::kAttack || !bare || t <= mention_.anchor + 1) return false;
    if (!list_.is_adjective_of_state(t)) return false;
    list_.add_actor(actor_for_state(document_, context_.token(t).actor->state),
                    list_.role_of(bare_));
    bare_ = kObjectLink;
    return true;
  }

  void note_place(TokenIndex t, const Who& who) {
    const bool in =
        t > 0 && context_.is_preposition(t - 1) && (context_.token(t - 1).actor->joints & kJoinFi);
    const bool clitic = context_.word(t).best().has(kBi);
    if ((in || clitic) && !mention_.place && list_.is_place(who)) {
      mention_.place = document_.mentions[who.mention].actor;
    }
  }

  bool has_two_sides() const {
    const EventType type = mention_.type();
    return type == EventType::kMeet || type == EventType::kCall || type == EventType::kNegotiate;
  }

  // الاتفاق حول البرنامج النووي الإيراني: the state whose affair talks are about.
  void add_state_of_topic() {
    const EventType type = mention_.type();
    const bool talks = type == EventType::kAgree || type == EventType::kNegotiate;
    if (!talks || mention_.use == kFiniteUse) return;
    bool about = false;
    for (TokenIndex t = mention_.anchor + 1; t < mention_.reach.end; ++t) {
      if (context_.has_preposition_clitic(t) || context_.is_comma(t)) return;
      if (context_.is_preposition(t)) {
        if (about || completes_verbs(context_, t)) return;
        about = true;
      }
      const EntryIndex state = context_.token(t).actor->state;
      if (!about || state == kNoEntry) continue;
      list_.add_actor(actor_for_state(document_, state), list_.role_of(kOfPlaceLink));
      return;
    }
  }

  // Whoever hopes for a meeting with one other means to take part: أعرب عن أمله في لقاء الرئيس.
  bool is_hoped_for() const {
    return std::any_of(mention_.over.begin(), mention_.over.end(),
                       [](const Over& over) { return over.governor->subject_if_alone; });
  }

  // The other side of a contact of which its clause names one: whom the sentence tells of.
  void add_topic() {
    for (TokenIndex t = list_.sentence().begin; t < mention_.anchor; ++t) {
      const int32_t m = context_.mention_at(t);
      if (m < 0) continue;
      const ActorKind kind = document_.actors[document_.mentions[m].actor].kind;
      const bool named = kind == ActorKind::kPerson || kind == ActorKind::kState ||
                         kind == ActorKind::kOrganization;
      if (named && !list_.behind_preposition(t)) {
        list_.add_mention(m, list_.role_of(kSubjectLink));
        return;
      }
      t = document_.mentions[m].tokens.end - 1;
    }
    add_topic_of_carrier();
  }

  // وعقد اجتماعا مع الرئيس: the verb that carries the event goes on with what was told.
  void add_topic_of_carrier() {
    const Over* carrier = mention_.carrier();
    if (carrier == nullptr || carrier->token > mention_.anchor || carrier->analysis->passive)
      return;
    if (!carrier->governor->subject_takes_part || carrier->analysis->agreement.person != 3) return;
    const int32_t topic = topic_before(carrier->token, carrier->analysis->agreement);
    if (topic >= 0) list_.add_mention(topic, list_.role_of(kSubjectLink));
  }

  // اتفق مع نظيره في اتصال على عقد قمة: with whom the verb was done is who the contact is with.
  void add_company(TokenIndex verb) {
    if (verb == kNoToken) return;
    for (TokenIndex t = verb + 1; t + 1 < mention_.anchor; ++t) {
      if (list_.link_at(t) != with_) continue;
      if (const auto who = list_.who_at(t + 1)) return list_.add(*who, list_.role_of(with_));
    }
  }

  Document& document_;
  const Context& context_;
  EventMention& mention_;
  const EventLexicon& lexicon_;
  ParticipantList list_;
  const Link with_;  // that of مع
  bool subject_found_ = false;
  bool with_somebody_ = false;
  bool other_object_ = false;  // a noun without preposition that stands for nobody known
  TokenIndex adjectives_end_;  // behind the adjectives that follow a noun

  // Where the reading stands.
  Link bare_ = kNoLink;             // of whoever is named without a preposition
  Link closed_ = kNoLink;           // the same once nothing can complete the noun any more
  Link pending_ = kNoLink;          // of the preposition just read
  Link last_ = kNoLink;             // of whoever was named last
  size_t added_ = 0;                // how many he stood for
  Link last_of_persons_ = kNoLink;  // of the last person who takes part
  bool after_preposition_ = false;
  TokenIndex closed_phrase_ = kNoToken;  // behind the definite noun that a preposition governs
  TokenIndex apposition_ = kNoToken;     // behind the place that stood last behind a preposition
  uint32_t used_ = 0;  // links of prepositions that have brought somebody in, as bits
};

}  // namespace

void find_participants(Document& document, const Context& context, const EventLexicon& lexicon,
                       std::span<const EventMention> told, EventMention& mention) {
  ClauseReader(document, context, lexicon, told, mention).run();
}

}  // namespace musnad
