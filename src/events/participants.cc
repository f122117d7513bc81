#include "events/participants.h"

#include <algorithm>

#include "actors/coreference.h"
#include "actors/phrase.h"
#include "morphology/agreement.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

using Role = Participant::Role;

constexpr TokenIndex kReach = 30;         // tokens behind a word that its clause may take
constexpr TokenIndex kPronounReach = 60;  // tokens in front of a pronoun that may name who is meant

class Participation {
 public:
  Participation(Document& document, const Context& context, const EventLexicon& lexicon,
                EventMention& mention)
      : document_(document),
        context_(context),
        lexicon_(lexicon),
        mention_(mention),
        on_(lexicon.preposition(fold("على"))),
        with_(lexicon.preposition("مع")) {}

  void run() {
    const TokenIndex anchor = mention_.anchor;
    sentence_ = context_.sentence_at(anchor).tokens;
    mention_.reach = {anchor, anchor + 1};
    adjectives_end_ = anchor + 1;
    read_subject();
    if (const auto role = role_of(kSpeakerLink); role && mention_.claimed_in >= 0) {
      const std::optional<ActorIndex> speaker = document_.statements[mention_.claimed_in].speaker;
      if (speaker) add_actor(*speaker, role);
    }
    if (mention_.use == kFiniteUse) {
      read_object_pronoun();
    } else if (!mention_.analysis->enclitic.none()) {
      add_antecedents(anchor, mention_.analysis->enclitic, role_of(kOfPersonLink));
    }
    const bool verb = mention_.use == kFiniteUse;
    scan(anchor + 1, verb ? (subject_found_ ? kObjectLink : kSubjectLink) : kOfPersonLink);
    if (has_two_sides() && with_somebody_ && mention_.participants.size() == 1) add_topic();
  }

 private:
  bool has_two_sides() const {
    const EventType type = mention_.type();
    return type == EventType::kMeet || type == EventType::kCall || type == EventType::kNegotiate;
  }

  // The other side of a contact of which its clause names one: whom the sentence tells of.
  void add_topic() {
    for (TokenIndex t = sentence_.begin; t < mention_.anchor; ++t) {
      const int32_t m = context_.mention_at(t);
      if (m < 0) continue;
      const ActorKind kind = document_.actors[document_.mentions[m].actor].kind;
      const bool named = kind == ActorKind::kPerson || kind == ActorKind::kState ||
                         kind == ActorKind::kOrganization;
      if (named && !behind_preposition(t)) return add_mention(m, role_of(kSubjectLink));
      t = document_.mentions[m].tokens.end - 1;
    }
  }

  std::optional<Role> role_of(Link link) const {
    return link < kLinks ? mention_.entry->roles[link] : std::nullopt;
  }

  // --- who is named

  // A mention, or a group of people that no mention stands for (القوات, المتمردون).
  struct Who {
    TokenRange tokens;
    int32_t mention = -1;
  };

  std::optional<Who> who_at(TokenIndex t) const {
    if (const int32_t m = context_.mention_at(t); m >= 0) {
      return Who{document_.mentions[m].tokens, m};
    }
    const ActorWord& word = *context_.token(t).actor;
    const Analysis& best = context_.word(t).best();
    const bool people = best.pos == Pos::kParticiple && best.agreement.number == kPlural &&
                        best.agreement.gender == kMasculine;
    if (is_dual(best)) return Who{{t, t + 1}, -1};
    if (!people && !word.is(kGroupRoles | kForceRole | kPartyRole)) return std::nullopt;
    const TokenRange tokens = noun_phrase(document_, context_.actors(), t);
    return tokens.empty() ? std::nullopt : std::optional(Who{tokens, -1});
  }

  // البلدين, الجانبان.
  static bool is_dual(const Analysis& analysis) {
    return analysis.definite() && analysis.agreement.number == kDual && analysis.pos == Pos::kNoun;
  }

  // --- subjects

  // The subject of the verb that the event is, or of the nearest verb over it that lends it one.
  void read_subject() {
    if (mention_.use == kFiniteUse) {
      subject_found_ = read_subject_before(mention_.anchor, role_of(kSubjectLink));
      if (subject_found_) return;
    }
    for (const Over& over : mention_.over) {
      if (over.analysis == nullptr || !is_verbal(over.analysis->pos)) continue;
      if (over.governor->addressee_takes_part) {
        subject_found_ = read_addressee(over.token, role_of(kSubjectLink));
        if (subject_found_) return;
      }
      if (!over.governor->subject_takes_part) continue;
      const auto role = over.governor->subject ? over.governor->subject : role_of(kSubjectLink);
      subject_found_ = over.token < mention_.anchor && read_subject_between(over.token, role);
      if (!subject_found_ && over.finite()) subject_found_ = read_subject_before(over.token, role);
      if (subject_found_) return;
    }
    read_left_out_subject_over();
    if (subject_found_) return;
    if (mention_.use == kFiniteUse && next_is_pair()) {
      subject_found_ = add_pair(mention_.anchor, role_of(kSubjectLink));
    } else if (mention_.use == kFiniteUse && !next_is_subject()) {
      read_left_out_subject();
    }
    if (mention_.use != kFiniteUse && is_occasion()) {
      subject_found_ = read_subject_between(mention_.main_verb, role_of(kSubjectLink)) ||
                       read_subject_before(mention_.main_verb, role_of(kSubjectLink));
    }
  }

  // The subject that a verb over the event leaves out: اتفقا على إجراء محادثات.
  void read_left_out_subject_over() {
    const Over* carrier = mention_.carrier();
    if (carrier == nullptr || !carrier->governor->subject_takes_part) return;
    if (carrier->analysis->passive || carrier->token > mention_.anchor) return;
    const Agreement who = carrier->analysis->agreement;
    if (who.person == 3 && who.number != kDual && !completes_verbs(context_, carrier->token + 1))
      return;
    const auto role =
        carrier->governor->subject ? carrier->governor->subject : role_of(kSubjectLink);
    subject_found_ = add_antecedents(carrier->token, carrier->analysis->agreement, role);
  }

  // اتفق الزعيمان, الطرفان: two who were named before.
  bool next_is_pair() const {
    const TokenIndex next = mention_.anchor + 1;
    if (next >= sentence_.end) return false;
    const Analysis& best = context_.word(next).best();
    return best.definite() && best.agreement.number == kDual;
  }

  // Whether the event is the occasion of what the clause tells: قال الوزير خلال لقاء.
  bool is_occasion() const {
    if (mention_.main_verb == kNoToken || !mention_.analysis->enclitic.none()) return false;
    switch (mention_.type()) {
      case EventType::kMeet:
      case EventType::kNegotiate:
      case EventType::kCall:
      case EventType::kVisit:
        return mention_.adjunct != kNoToken || behind_preposition(mention_.anchor);
      default:
        return false;
    }
  }

  // Who is named right behind the verb of the event.
  bool next_is_subject() const {
    const TokenIndex next = mention_.anchor + 1;
    return next < sentence_.end && who_at(next) && !context_.has_preposition_clitic(next);
  }

  // A preposed subject, or the antecedent of the relative clause that the verb stands in.
  bool read_subject_before(TokenIndex verb, std::optional<Role> role) {
    TokenIndex t = verb;
    for (int skipped = 0; t > sentence_.begin && skipped < 2; --t, ++skipped) {
      const Pos pos = context_.word(t - 1).best().pos;
      if (pos != Pos::kParticle && pos != Pos::kNegation && pos != Pos::kRelative) break;
    }
    int32_t m = context_.mention_ending_at(t);
    if (m < 0 ||
        (behind_preposition(document_.mentions[m].tokens.begin) && !relative_before(verb))) {
      m = topic_before(t);
    }
    if (m < 0) return false;
    const Mention& found = document_.mentions[m];
    const Analysis& analysis = context_.word(verb).best();
    if (analysis.agreement.person != 3 || !agrees(found.actor, analysis.agreement)) return false;
    if (relative_before(verb) && !analysis.enclitic.none())
      return false;  // its object: التي أجراها
    add_group_ending(m, role);
    return true;
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

  bool behind_preposition(TokenIndex t) const {
    return context_.has_preposition_clitic(t) || (t > 0 && context_.is_preposition(t - 1));
  }

  // A mention and those joined to it in front by و.
  void add_group_ending(int32_t m, std::optional<Role> role) {
    for (int joined = 0; m >= 0 && joined < 4; ++joined) {
      const TokenIndex begin = document_.mentions[m].tokens.begin;
      add_mention(m, role);
      if (!context_.word(begin).best().has(kWa) || begin == 0) return;
      m = context_.mention_ending_at(begin);
    }
  }

  // The first one named between a verb and the event without a preposition.
  bool read_subject_between(TokenIndex verb, std::optional<Role> role) {
    for (TokenIndex t = verb + 1; t < mention_.anchor; ++t) {
      if (context_.time_at(t) >= 0) {
        t = document_.times[context_.time_at(t)].tokens.end - 1;
        continue;
      }
      const std::optional<Who> who = who_at(t);
      if (!who) continue;
      if (!behind_preposition(t)) {
        add(who, role);
        add_joined(who->tokens.end, role);
        return true;
      }
      if (!mention_.over.empty() && verb == mention_.over.front().token) {  // وجه له الدعوة
        add(who, role_of(context_.has_preposition_clitic(t) ? clitic_link(t) : link_at(t - 1)));
      }
      t = who->tokens.end - 1;
    }
    return false;
  }

  // Whoever is to do what a verb over the event demands of him or accuses him of: as the statement
  // of that verb tells, else whoever stands second behind it, or behind على (يجب على الحكومة).
  bool read_addressee(TokenIndex verb, std::optional<Role> role) {
    if (mention_.claimed_in >= 0) {
      const Statement& statement = document_.statements[mention_.claimed_in];
      if (statement.cue.contains(verb) && statement.addressee) {
        add_actor(*statement.addressee, role);
        return true;
      }
    }
    bool subject_passed = context_.mention_ending_at(verb) >= 0;
    for (TokenIndex t = verb + 1; t < mention_.anchor; ++t) {
      const std::optional<Who> who = who_at(t);
      if (!who) continue;
      const bool on = context_.is_preposition(t - 1) && link_at(t - 1) == on_;
      if (on || (!behind_preposition(t) && subject_passed && !context_.word(t).best().has(kWa))) {
        add(who, role);
        return true;
      }
      subject_passed = true;
      t = who->tokens.end - 1;
    }
    return false;
  }

  // Those joined by و to a subject that ends at `next`.
  void add_joined(TokenIndex next, std::optional<Role> role) {
    while (next < mention_.anchor && context_.word(next).best().has(kWa)) {
      const std::optional<Who> who = who_at(next);
      if (!who) return;
      add(who, role);
      next = who->tokens.end;
    }
  }

  void read_object_pronoun() {
    const Agreement enclitic = mention_.analysis->enclitic;
    if (!enclitic.none()) add_antecedents(mention_.anchor, enclitic, role_of(kObjectLink));
  }

  void read_left_out_subject() {
    if (mention_.analysis->passive) return;
    // Behind الذي, and behind an indefinite noun (اتفاق أبرم مع), the verb's subject is that noun.
    if (relative_before(mention_.anchor)) return;
    subject_found_ =
        add_antecedents(mention_.anchor, mention_.analysis->agreement, role_of(kSubjectLink));
  }

  // --- pronouns

  bool agrees(ActorIndex actor, Agreement wanted) const {
    const Actor& a = document_.actors[actor];
    if (wanted.gender == kMasculine && a.gender == Gender::kFeminine) return false;
    if (wanted.gender == kFeminine && a.gender == Gender::kMasculine) return false;
    if (wanted.number == kSingular && wanted.gender == kMasculine && a.number == Number::kPlural) {
      return false;
    }
    return true;
  }

  // Who is meant by a pronoun: the last person named in the sentence, else the speaker whose words
  // they are, else whoever was named last.
  bool add_antecedents(TokenIndex before, Agreement wanted, std::optional<Role> role) {
    if (!role) return false;
    if (wanted.person == 1 || wanted.person == 2) return add_speaker(wanted, role);
    if (wanted.number == kDual) return add_pair(before, role);
    if (const int32_t m = named_before(before, wanted, true); m >= 0)
      return add_meant(m, wanted, role);
    if (add_speaker(wanted, role)) return true;
    const int32_t m = named_before(before, wanted, false);
    return m >= 0 && add_meant(m, wanted, role);
  }

  // The two who were last named together: X و Y.
  bool add_pair(TokenIndex before, std::optional<Role> role) {
    constexpr TokenIndex kPairReach = 150;
    for (TokenIndex t = before; t > 1 && t + kPairReach > before; --t) {
      const int32_t second = context_.mention_at(t - 1);
      if (second < 0 || !context_.word(t - 1).best().has(kWa)) continue;
      const int32_t first = context_.mention_ending_at(t - 1);
      if (first < 0 || document_.mentions[second].tokens.end > before) continue;
      add_mention(first, role);
      add_mention(second, role);
      return true;
    }
    return false;
  }

  bool add_speaker(Agreement wanted, std::optional<Role> role) {
    if (mention_.claimed_in < 0) return false;
    const std::optional<ActorIndex> speaker = document_.statements[mention_.claimed_in].speaker;
    if (!speaker || wanted.person == 2 || !agrees(*speaker, wanted)) return false;
    add_actor(*speaker, role);
    return true;
  }

  bool add_meant(int32_t m, Agreement wanted, std::optional<Role> role) {
    if (wanted.number > kSingular) {
      add_group_ending(m, role);
    } else {
      add_mention(m, role);
    }
    return true;
  }

  // The last mention in front that agrees, -1 for none; persons of the sentence only, or any.
  int32_t named_before(TokenIndex before, Agreement wanted, bool persons) const {
    const std::vector<Mention>& mentions = document_.mentions;
    auto at = std::partition_point(mentions.begin(), mentions.end(),
                                   [&](const Mention& m) { return m.tokens.begin < before; });
    const TokenIndex first = persons ? sentence_.begin : before - std::min(before, kPronounReach);
    while (at != mentions.begin()) {
      --at;
      if (at->tokens.begin < first) return -1;
      const ActorKind kind = document_.actors[at->actor].kind;
      if (at->tokens.contains(before) || kind == ActorKind::kPlace) continue;
      if (persons && kind != ActorKind::kPerson) continue;
      if (!can_act(*at)) continue;
      if (agrees(at->actor, wanted)) return context_.mention_at(at->tokens.begin);
    }
    return -1;
  }

  // --- what stands behind the word

  Link link_at(TokenIndex t) const {
    const Word& word = context_.word(t);
    const Analysis& best = word.best();
    if (best.pos == Pos::kPreposition) return lexicon_.preposition(word.stem(best));
    std::string_view key = word.key;
    if (best.has(kWa) || best.has(kFa)) key = key.substr(sizeof("و") - 1);
    return lexicon_.preposition(key);
  }

  Link clitic_link(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    if (best.has(kBi)) return lexicon_.preposition("ب");
    return best.has(kLi) ? lexicon_.preposition("ل") : kNoLink;
  }

  // Where reading the words behind the event stands.
  struct Scan {
    Link bare = kNoLink;     // of whoever is named without a preposition
    Link pending = kNoLink;  // of the preposition just read
    Link last = kNoLink;     // of whoever was named last
    bool after_preposition = false;
    uint32_t used = 0;  // links of prepositions that have brought somebody in, as bits

    void pass_preposition(Link link) {
      pending = link;
      after_preposition = true;
      if (bare == kOfPersonLink) bare = kNoLink;
    }
  };

  // Reads on from `t` to the end of the clause or to what the event is about.
  void scan(TokenIndex t, Link bare) {
    const TokenIndex end = std::min(sentence_.end, mention_.anchor + kReach);
    Scan scan{.bare = bare};
    for (; t < end; ++t) {
      mention_.reach.end = t;
      if (context_.time_at(t) >= 0) {
        t = document_.times[context_.time_at(t)].tokens.end - 1;
      } else if (!read_word(t, scan)) {
        return;
      }
    }
    mention_.reach.end = end;
  }

  // Reads one word or one name and moves `t` to its last token; false where the clause ends.
  bool read_word(TokenIndex& t, Scan& scan) {
    if (context_.token(t).kind == TokenKind::kPunctuation) {
      if (scan.bare == kOfPersonLink) scan.bare = kNoLink;
      return !context_.is_stop(t) && !context_.is_mark(t, ':');
    }
    const Analysis& best = context_.word(t).best();
    const Link preposition = link_at(t);
    if (preposition == kNoLink) {
      const std::optional<Who> who = who_at(t);
      if (who && !is_adjective(t, *who)) return read_named(t, *who, scan);
    }
    if (best.pos == Pos::kRelative || t == mention_.relative_verb)
      return read_relative(t, scan.bare);
    if (context_.complementizer(t) != Complementizer::kNone || best.pos == Pos::kVerb) return false;
    if (preposition != kNoLink || best.pos == Pos::kPreposition) {
      return read_preposition(t, preposition, scan);
    }
    if (!read_nisba(t) && context_.has_preposition_clitic(t)) scan.pass_preposition(kNoLink);
    return true;
  }

  bool read_named(TokenIndex& t, const Who& who, Scan& scan) {
    const bool joined = context_.word(t).best().has(kWa) && !scan.after_preposition;
    Link link = scan.bare;
    if (context_.has_preposition_clitic(t)) {
      link = clitic_link(t);
    } else if (scan.after_preposition) {
      link = scan.pending;
    } else if (joined && scan.last != kNoLink) {
      link = scan.last;
    }
    if (link >= kPrepositions && link < kLinks && role_of(link) && !joined) {
      if ((scan.used >> link & 1) != 0) return false;  // a second "to" belongs to something else
      scan.used |= 1u << link;
    }
    note_place(t, who);
    if (link == kSubjectLink && mention_.type() == EventType::kVisit && is_place(who)) {
      link = kObjectLink;  // غادر الخرطوم
    }
    add_by_link(who, link);
    scan.last = link;
    if (link == kSubjectLink) scan.bare = kObjectLink;
    scan.after_preposition = false;
    t = who.tokens.end - 1;
    return true;
  }

  bool read_preposition(TokenIndex t, Link link, Scan& scan) {
    scan.pass_preposition(link);
    if (!role_of(link) && brings_matter() && completes_verbs(context_, t)) return false;
    const Agreement enclitic = context_.word(t).best().enclitic;
    if (!enclitic.none()) {
      add_antecedents(t, enclitic, role_of(link));
      scan.after_preposition = false;
    }
    return true;
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

  // صحفي in مؤتمر صحفي is no journalist, سرية in محادثات سرية no company.
  bool is_adjective(TokenIndex t, const Who& who) const {
    if (who.tokens.contains(mention_.anchor)) return true;
    if (t > adjectives_end_ || mention_.use == kFiniteUse || who.mention < 0) return false;
    const ActorWord& word = *context_.token(t).actor;
    if (!document_.mentions[who.mention].name.empty() && word.definite()) return false;
    const bool shaped = word.nisba_shape || context_.word(t).best().pos == Pos::kAdjective;
    return shaped && word.definite() == mention_.analysis->definite();
  }

  // المحادثات التي أجراها الوزير مع نظيره: goes on behind the verb that carries the event.
  bool read_relative(TokenIndex& t, Link& bare) const {
    const TokenIndex verb = mention_.relative_verb;
    if (verb == kNoToken || verb < t || verb > t + 3) return false;
    t = verb;
    const Over& over = mention_.over.back();
    bare = over.governor->subject_takes_part && !subject_found_ ? kSubjectLink : kObjectLink;
    return true;
  }

  // اللقاء الروسي الأمريكي: the states of the adjectives right behind a noun.
  bool read_nisba(TokenIndex t) {
    const ActorWord& word = *context_.token(t).actor;
    if (t == adjectives_end_ && word.nisba_shape) ++adjectives_end_;
    if (mention_.use == kFiniteUse || word.state == kNoEntry || t >= adjectives_end_) return false;
    const std::optional<Role> role = role_of(kOfPersonLink);
    if (role) add_actor(actor_for_state(document_, word.state), role);
    return true;
  }

  void note_place(TokenIndex t, const Who& who) {
    const bool in =
        t > 0 && context_.is_preposition(t - 1) && (context_.token(t - 1).actor->joints & kJoinFi);
    const bool clitic = context_.word(t).best().has(kBi);
    if ((in || clitic) && !mention_.place && is_place(who)) {
      mention_.place = document_.mentions[who.mention].actor;
    }
  }

  bool is_place(const Who& who) const {
    if (who.mention < 0) return false;
    const Mention& mention = document_.mentions[who.mention];
    const ActorKind kind = document_.actors[mention.actor].kind;
    return kind == ActorKind::kPlace || kind == ActorKind::kState ||
           mention.form == MentionForm::kCapital;
  }

  void add_by_link(const Who& who, Link link) {
    with_somebody_ |= link == with_;
    if (link == kOfPersonLink && is_place(who)) link = kOfPlaceLink;
    add(who, role_of(link));
  }

  // --- adding

  void add(const std::optional<Who>& who, std::optional<Role> role) {
    if (!role || !who) return;
    if (is_pair(*who)) {
      add_pair(who->tokens.begin, role);
      return;
    }
    if (who->mention >= 0 && !can_act(document_.mentions[who->mention])) return;
    const ActorIndex actor = who->mention >= 0 ? document_.mentions[who->mention].actor
                                               : actor_for_phrase(document_, who->tokens);
    add_actor(state_of_capital(document_, actor), role);
  }

  // Whether those of whom a phrase tells may act: no programme, site or source does.
  bool can_act(const Mention& mention) const {
    constexpr uint32_t kActs = kTitleRoles | kHonorificRoles | kBodyRole | kForceRole | kPartyRole |
                               kPeopleRole | kQuantifierRole | kNisbaRole | kHomelandRole;
    const Actor& actor = document_.actors[mention.actor];
    const ActorWord& head = *context_.token(mention.tokens.begin).actor;
    switch (actor.kind) {
      case ActorKind::kOrganization:
        return !actor.key.empty() || !head.is(kSourceRole | kMediaRole | kDocumentRole);
      case ActorKind::kUnnamed:
        return head.is(kActs) &&
               !head.is(kAttributeRole | kSourceRole | kMediaRole | kDocumentRole);
      default:
        return true;
    }
  }

  // الطرفان, الزعيمين: two without names.
  bool is_pair(const Who& who) const {
    const Analysis& first = context_.word(who.tokens.begin).best();
    const bool named = who.mention >= 0 && !document_.mentions[who.mention].name.empty();
    return !named && first.definite() && first.agreement.number == kDual;
  }

  void add_mention(int32_t m, std::optional<Role> role) {
    add(Who{document_.mentions[m].tokens, m}, role);
  }

  void add_actor(ActorIndex actor, std::optional<Role> role) {
    if (!role || document_.actors[actor].outlet) return;
    for (const Participant& known : mention_.participants) {
      if (known.actor == actor) return;
    }
    mention_.participants.push_back({actor, *role});
  }

  Document& document_;
  const Context& context_;
  const EventLexicon& lexicon_;
  EventMention& mention_;
  const Link on_, with_;  // those of على and مع
  bool with_somebody_ = false;
  TokenRange sentence_;
  bool subject_found_ = false;
  TokenIndex adjectives_end_ = 0;  // behind the adjectives that follow a noun
};

}  // namespace

void find_participants(Document& document, const Context& context, const EventLexicon& lexicon,
                       EventMention& mention) {
  Participation(document, context, lexicon, mention).run();
}

}  // namespace musnad
