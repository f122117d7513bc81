#include "statements/speaker.h"

#include <absl/container/inlined_vector.h>

#include <algorithm>

#include "actors/cast.h"
#include "morphology/agreement.h"
#include "statements/clause_words.h"
#include "statements/outlets.h"

namespace musnad {
namespace {

constexpr size_t kMostCandidates = 12;
constexpr size_t kTurnsBack = 8;        // earlier statements that are looked at
constexpr size_t kDeedsBack = 8;        // earlier subjects that are looked at
constexpr uint32_t kSentencesBack = 4;  // earlier sentences whose mentions are looked at

bool can_speak(const Actor& actor) { return actor.kind != ActorKind::kPlace; }

// As many actors as are looked at.
using FewActors = absl::InlinedVector<ActorIndex, kMostCandidates>;

template <typename List>
bool add_unique(ActorIndex actor, List& list) {
  if (list.size() >= kMostCandidates) return false;
  if (std::find(list.begin(), list.end(), actor) != list.end()) return false;
  list.push_back(actor);
  return true;
}

// Index behind the last mention that begins before `t`.
size_t mentions_before(const Context& context, TokenIndex t) {
  const std::vector<Mention>& mentions = context.document().mentions;
  return std::partition_point(mentions.begin(), mentions.end(),
                              [&](const Mention& m) { return m.tokens.begin < t; }) -
         mentions.begin();
}

// The role that the words before a mention give it.
std::string_view role_name(const Context& context, const Mention& mention) {
  const TokenIndex t = mention.tokens.begin;
  if (context.has_preposition_clitic(t)) return "prepositional";
  if (t == 0 || context.sentence_at(t).tokens.begin == t) return "initial";
  const TokenIndex p = t - 1;
  if (context.is_finite_verb(p)) return "subject";
  if (context.is_preposition(p)) return "prepositional";
  if (context.complementizer(p) != Complementizer::kNone) return "topic";
  if (context.token(p).kind == TokenKind::kPunctuation) return "behind-mark";
  return "other";
}

bool is_plural(const Actor& actor) {
  return actor.number == Number::kPlural || actor.number == Number::kDual;
}

// Person, gender and number that a cue gives its speaker: those of the verb or participle, of the
// pronoun attached to a noun, of the demonstrative behind the verb (وقال هؤلاء).
Agreement agreement_of(const Context& context, const Cue& cue) {
  if (cue.analysis == nullptr) return {};
  const bool those = cue.form == CueForm::kVerb && cue.tokens.end < context.size() &&
                     context.word(cue.tokens.end).key == "هولاء";
  if (those) return musnad::agreement_of(kMasculine, kPlural);
  if (cue.form != CueForm::kNoun) return cue.analysis->agreement;
  const bool theirs = cue.analysis->enclitic.none() && cue.tokens.end < context.size() &&
                      context.is_preposition(cue.tokens.end);  // بيان لها
  return theirs ? context.word(cue.tokens.end).best().enclitic : cue.analysis->enclitic;
}

std::string_view cue_agreement(Agreement agreement) {
  if (agreement.person == 1) return "first-person";
  if (agreement.number >= 2) return "plural";
  if (agreement.gender == 0) return "unknown";
  return agreement.gender == 2 ? "feminine" : "masculine";
}

std::string_view actor_agreement(const Actor& actor) {
  if (is_plural(actor)) return "many";
  if (actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kUnnamed) {
    if (actor.gender == Gender::kUnknown) return "somebody";
    return actor.gender == Gender::kFeminine ? "woman" : "man";
  }
  if (actor.gender == Gender::kUnknown) return "body";
  return actor.gender == Gender::kFeminine ? "feminine-body" : "masculine-body";
}

// Whether grammar rules out that the actor is the subject of the cue. Many things take a verb of
// feminine singular, many people do not.
bool clashes(Agreement agreement, const Actor& actor, bool people) {
  const bool body = actor.kind == ActorKind::kState || actor.kind == ActorKind::kOrganization;
  if (agreement.person == 1) return body && agreement.number < 2;  // أدعو
  if (agreement.gender == 0) return false;
  if (agreement.number >= 2) {
    const bool one = actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kState;
    return one && !is_plural(actor);
  }
  if (is_plural(actor)) return agreement.number == 1 && (agreement.gender == 1 || people);
  if (actor.gender == Gender::kUnknown) return false;
  if (actor.outlet && agreement.gender == 2) return false;  // قالت عكاظ, a newspaper
  return (agreement.gender == 2) != (actor.gender == Gender::kFeminine);
}

std::string_view form_name(const Frame& frame) {
  switch (frame.cue.form) {
    case CueForm::kParticiple:
      return "participle";
    case CueForm::kNoun:
      return frame.cue.analysis->enclitic.none() ? "noun" : "noun-pronoun";
    case CueForm::kPhrase:
      return "phrase";
    case CueForm::kColon:
      return "colon";
    case CueForm::kVerb:
      break;
  }
  if (frame.relative) return "relative";
  return frame.cue.analysis->has(kWa) || frame.cue.analysis->has(kFa) ? "and-verb" : "verb";
}

// The earlier statement whose content holds a token, null for none.
const Turn* turn_around(const std::vector<Turn>& turns, TokenIndex t) {
  for (size_t i = turns.size(); i-- > 0 && turns.size() - i <= kTurnsBack;) {
    for (TokenRange range : turns[i].content) {
      if (range.contains(t)) return &turns[i];
    }
  }
  return nullptr;
}

// The caption of a picture between the lines, which ends with whose picture it is: (رويترز),
// (الفرنسية).
bool is_caption(const Context& context, const Sentence& line) {
  constexpr TokenIndex kLongest = 4;
  TokenIndex t = line.tokens.end;
  while (t > line.tokens.begin && context.is_stop(t - 1)) --t;
  if (t <= line.tokens.begin + kLongest || !context.is_mark(t - 1, ')')) return false;
  if (line.tokens.end < context.size() && !context.token(line.tokens.end).line_begin) return false;
  for (const TokenIndex floor = t - kLongest; t > floor; --t) {
    if (!context.is_mark(t - 1, '(')) continue;
    const int32_t m = context.mention_at(t);
    const bool outlet =
        m >= 0 && context.document().actors[context.document().mentions[m].actor].outlet;
    return outlet || context.token(t).actor->is(kNisbaRole);
  }
  return false;
}

// المرسى، نوريا (CNN)-- : whether an outlet is only named where the report comes from.
bool signs_dateline(const Context& context, const Mention& mention) {
  const TokenRange name = mention.tokens;
  return name.begin > 0 && context.document().actors[mention.actor].outlet &&
         context.is_mark(name.begin - 1, '(') && context.is_mark(name.end, ')');
}

// وعن الأزمة | قال, وحول مشاركة الوفد، | أكد, وردا على سؤال | أوضح: a sentence that begins with a
// matter and tells of no deed before its verb.
bool turns_to_matter(const Context& context, TokenIndex verb) {
  const TokenIndex begin = context.sentence_at(verb).tokens.begin;
  constexpr TokenIndex kReach = 40;
  if (verb == begin || verb > begin + kReach) return false;
  if (!context.stem_does(begin, kTopicWord)) return false;
  for (TokenIndex t = begin + 2; t < verb; ++t) {  // behind the preposition stands no verb
    const bool deed = context.is_finite_verb(t) && !context.token(t).actor->is(kGivenNameRole);
    if (deed || context.complementizer(t) != Complementizer::kNone) return false;
  }
  return true;
}

// The adjective of the speech that stands behind the speaker: تصريحات فلان الأخيرة.
bool is_attribute(const Context& context, TokenIndex t) {
  const ActorWord& word = *context.token(t).actor;
  return word.kind == WordClass::kAdjective && word.has(kAl) && word.gender == Gender::kFeminine;
}

// على موقع «تويتر», عبر صفحته على فيسبوك, بموقع تويتر: whether an outlet is only the place where
// somebody wrote.
bool is_written_on(const Context& context, const Mention& mention) {
  TokenIndex t = mention.tokens.begin;
  if (!context.document().actors[mention.actor].outlet) return false;
  if (context.token(t).actor->has(kBi)) return true;
  while (t > 0 && context.is_quote(t - 1)) --t;
  if (t == 0) return false;
  const std::string_view key = context.word(t - 1).key;
  return key == "علي" || key == "عبر" || key == "في";
}

std::string_view digit(size_t n) {
  static constexpr std::string_view kDigits[] = {"0", "1", "2", "3", "4"};
  return kDigits[std::min<size_t>(n, 4)];
}

std::string_view kind_name(const Actor& actor) {
  static constexpr std::string_view kKinds[] = {"person", "organization", "state",
                                                "place",  "group",        "unnamed"};
  return actor.outlet ? "outlet" : kKinds[static_cast<size_t>(actor.kind)];
}

}  // namespace

bool is_nested(const std::vector<Turn>& turns, TokenIndex t) {
  return turn_around(turns, t) != nullptr;
}

SpeakerScene::SpeakerScene(const Context& context, const std::vector<Subject>& subjects,
                           const std::vector<Turn>& turns, const Frame& frame)
    : context_(context),
      subjects_(subjects),
      turns_(turns),
      frame_(frame),
      cue_(frame.cue.tokens.begin),
      form_(form_name(frame)),
      around_(turn_around(turns, cue_)) {
  for (size_t i = turns.size(); i-- > 0 && turns.size() - i <= kTurnsBack;) {
    if (counts(turns[i])) add_unique(turns[i].speaker, spoke_);
  }
  find_deeds();
  drop_asides();
  find_named();
  candidates_ = spoke_;
  for (const Deed& deed : deeds_) add_unique(deed.actor, candidates_);
  for (const Named& named : named_) add_unique(named.actor, candidates_);
  const int32_t relay = frame.relay.empty() ? -1 : context.mention_at(frame.relay.begin);
  if (relay >= 0) {  // نقلت رويترز عنه قوله: another's words
    std::erase(candidates_, context.document().mentions[relay].actor);
  }
  const int32_t told = frame.addressee.empty() ? -1 : context.mention_at(frame.addressee.begin);
  if (told >= 0) std::erase(candidates_, context.document().mentions[told].actor);
  const Agreement agreement = agreement_of(context, frame.cue);
  const auto clash = [&](ActorIndex actor) {
    const bool people = context.document().cast->members[actor].head == PhraseHead::kTitle;
    return clashes(agreement, context.document().actors[actor], people);
  };
  if (!std::all_of(candidates_.begin(), candidates_.end(), clash)) {
    std::erase_if(candidates_, clash);
  }
}

// A turn inside the words of another only counts for cues in there.
bool SpeakerScene::counts(const Turn& turn) const {
  if (turn.nested && around_ == nullptr) return false;
  const Sentence& line = context_.sentence_at(turn.cue);
  return line.tokens.contains(cue_) || !is_caption(context_, line);
}

// Whether a token stands in the running text of the article as the cue does, or in the same words
// of another.
bool SpeakerScene::same_voice(TokenIndex t) const {
  constexpr TokenIndex kShortQuotation = 4;
  if (turn_around(turns_, t) != around_) return false;
  const Sentence& line = context_.sentence_at(t);
  if (!line.tokens.contains(cue_) && is_caption(context_, line)) return false;
  const int32_t q = context_.quotation_of(t);
  if (q < 0 || q == context_.quotation_of(cue_)) return true;
  return context_.document().quotations[q].tokens.size() < kShortQuotation;
}

// Subjects and speakers in one order; whoever is resolved as the speaker of a verb is its subject.
void SpeakerScene::find_deeds() {
  auto subject = std::partition_point(subjects_.begin(), subjects_.end(),
                                      [&](const Subject& s) { return s.verb < cue_; });
  auto turn = turns_.end();
  const uint32_t sentence = context_.sentence_of(cue_);
  const auto within = [&](TokenIndex t) {
    return context_.sentence_of(t) + kSentencesBack >= sentence;
  };
  while (deeds_.size() < kDeedsBack) {
    const bool spoke = turn != turns_.begin() && within(std::prev(turn)->cue);
    const bool did = subject != subjects_.begin() && within(std::prev(subject)->verb);
    if (!spoke && !did) return;
    if (spoke && (!did || std::prev(turn)->cue >= std::prev(subject)->verb)) {
      --turn;
      if (did && std::prev(subject)->verb == turn->cue) --subject;
      if (same_voice(turn->cue)) deeds_.push_back({turn->speaker, turn->cue, true, false, false});
    } else {
      --subject;
      const Actor& doer = context_.document().actors[subject->actor];
      const bool relays = doer.outlet && subject->verb > 0 &&  // بحسب ما | أوردته الوكالة
                          context_.word(subject->verb - 1).key.ends_with("ما");
      if (!relays && same_voice(subject->verb) && can_speak(doer)) {
        deeds_.push_back(
            {subject->actor, subject->verb, false, subject->chained, subject->relative});
      }
    }
  }
}

// وصف الوزير الدور الذي يلعبه فلان بالخطير، مشددا: what goes on with the clause of a sentence
// passes over the one who acts in a relative clause.
void SpeakerScene::drop_asides() {
  if (form_ != "participle" && form_ != "and-verb") return;
  const auto main =
      std::find_if(deeds_.begin(), deeds_.end(), [](const Deed& deed) { return !deed.relative; });
  if (main == deeds_.end()) return;
  if (context_.sentence_of(main->verb) == context_.sentence_of(cue_)) {
    deeds_.erase(deeds_.begin(), main);
  }
}

void SpeakerScene::find_named() {
  const std::vector<Mention>& mentions = context_.document().mentions;
  const uint32_t sentence = context_.sentence_of(cue_);
  FewActors seen;
  for (size_t i = mentions_before(context_, cue_); i-- > 0 && seen.size() < kMostCandidates;) {
    if (context_.sentence_of(mentions[i].tokens.begin) + kSentencesBack < sentence) break;
    const ActorIndex actor = mentions[i].actor;
    if (only_relays(context_, mentions[i]) || signs_dateline(context_, mentions[i])) continue;
    if (is_written_on(context_, mentions[i])) continue;
    if (!can_speak(context_.document().actors[actor]) || !add_unique(actor, seen)) continue;
    named_.push_back({actor, &mentions[i]});
  }
}

// How far before the cue a token stands.
std::string_view SpeakerScene::distance(TokenIndex t) const {
  const uint32_t sentences = context_.sentence_of(cue_) - context_.sentence_of(t);
  if (sentences == 0) return "sentence";
  const uint32_t lines = context_.sentence_at(cue_).paragraph - context_.sentence_at(t).paragraph;
  if (lines == 0) return sentences == 1 ? "next-sentence" : "paragraph";
  return lines == 1 ? "next-paragraph" : "far";
}

void SpeakerScene::add_deed_features(ActorIndex candidate, Features& features) const {
  FewActors seen;
  for (const Deed& deed : deeds_) {
    if (deed.actor == candidate) {
      const std::string_view rank = digit(seen.size());
      features.add("deed", rank, form_);
      if (seen.empty()) {
        features.add("last-deed",
                     deed.speaks    ? "speaks"
                     : deed.chained ? "chained"
                                    : "does",
                     form_);
        features.add("last-deed-in", distance(deed.verb), form_);
      } else if (context_.sentence_of(deed.verb) == context_.sentence_of(cue_)) {
        features.add("deed-in-sentence", rank);
      }
      return;
    }
    add_unique(deed.actor, seen);
  }
  features.add("deed", "none", form_);
}

void SpeakerScene::add_turn_features(ActorIndex candidate, Features& features) const {
  const auto found = std::find(spoke_.begin(), spoke_.end(), candidate);
  features.add("spoke", found == spoke_.end() ? "never" : digit(found - spoke_.begin()), form_);
  if (around_ == nullptr && !turns_.empty() && turns_.back().nested &&
      turns_.back().speaker == candidate) {
    features.add("spoke-in-words", distance(turns_.back().cue), form_);
  }
  if (around_ != nullptr) {
    features.add("inside", around_->speaker == candidate ? "own-words" : "words-of-other", form_);
    if (frame_.cue.analysis != nullptr && frame_.cue.analysis->agreement.person == 1) {
      features.add("first-person", around_->speaker == candidate ? "own-words" : "words-of-other");
    }
  }
}

void SpeakerScene::add_mention_features(ActorIndex candidate, Features& features) const {
  const auto found = std::find_if(named_.begin(), named_.end(),
                                  [&](const Named& named) { return named.actor == candidate; });
  if (found == named_.end()) {
    features.add("named", "never", form_);
    return;
  }
  const TokenIndex at = found->mention->tokens.begin;
  features.add("named", digit(found - named_.begin()), form_);
  features.add("named-in", distance(at));
  const std::string_view role = role_name(context_, *found->mention);
  features.add("role", role);
  if (context_.sentence_of(at) == context_.sentence_of(cue_))
    features.add("role-in-sentence", role, form_);
  if (!same_voice(at)) features.add("named-in-words");
}

void SpeakerScene::add_features(ActorIndex candidate, Features& features) const {
  const Actor& actor = context_.document().actors[candidate];
  features.add("agreement", cue_agreement(agreement_of(context_, frame_.cue)),
               actor_agreement(actor));
  features.add("kind", kind_name(actor));
  add_deed_features(candidate, features);
  add_turn_features(candidate, features);
  add_mention_features(candidate, features);
}

// كلمة السفير التي أكد فيها, محاضرة لفلان حث فيها, اتصال من فلان أكد خلاله: whose words they
// were.
std::optional<ActorIndex> SpeakerScene::teller() const {
  if (frame_.cue.form != CueForm::kVerb || !is_therein(context_, frame_.cue.tokens.end)) return {};
  TokenIndex t = cue_;
  if (t > 0 && context_.has_pos(t - 1, Pos::kRelative)) --t;
  while (t > 0 && context_.is_comma(t - 1)) --t;
  t = context_.before_time(t);  // الخطاب الذي ألقاه الوزير يوم السبت | وحذر خلاله
  int32_t m = context_.mention_ending_at(t);
  if (m < 0 && t > 0 && is_attribute(context_, t - 1)) m = context_.mention_ending_at(t - 1);
  if (m < 0 || acts_before(context_.document().mentions[m])) return giver_of_speech();
  const Mention& mention = context_.document().mentions[m];
  const TokenIndex begin = mention.tokens.begin;
  const Actor& actor = context_.document().actors[mention.actor];
  if (context_.token(begin).actor->has(kBi) || actor.kind != ActorKind::kPerson) return {};
  if (begin > 0 && context_.is_preposition(begin - 1)) {
    const std::string_view key = context_.word(begin - 1).key;
    if (key == "الي") return sender(mention.actor);
    if (key != "من") return {};
  }
  const bool clash = clashes(agreement_of(context_, frame_.cue), actor, true);
  return clash ? std::nullopt : std::optional(mention.actor);
}

// التي زارها الوزير: whether somebody is the subject of the verb right before his mention.
bool SpeakerScene::acts_before(const Mention& mention) const {
  constexpr TokenIndex kReach = 3;
  return std::any_of(subjects_.begin(), subjects_.end(), [&](const Subject& subject) {
    return subject.actor == mention.actor && subject.verb < mention.tokens.begin &&
           mention.tokens.begin - subject.verb <= kReach;
  });
}

// ألقى الرئيس خطابا في الجامعة التي زارها الوزير، دعا فيه: the subject of the verb whose object is
// what the pronoun stands for.
std::optional<ActorIndex> SpeakerScene::giver_of_speech() const {
  const Agreement pronoun = context_.word(frame_.cue.tokens.end).best().enclitic;
  const TokenIndex begin = context_.sentence_at(cue_).tokens.begin;
  for (TokenIndex t = cue_; t-- > begin;) {
    const Analysis& best = context_.word(t).best();
    if (!is_speech_noun(context_, t) || best.proclitics != 0 || !best.enclitic.none()) continue;
    if (best.agreement.gender != pronoun.gender) continue;
    const auto behind = std::partition_point(subjects_.begin(), subjects_.end(),
                                             [&](const Subject& s) { return s.verb < t; });
    if (behind == subjects_.begin() || std::prev(behind)->verb < begin) return {};
    const ActorIndex actor = std::prev(behind)->actor;
    const Actor& giver = context_.document().actors[actor];
    const bool clash = clashes(agreement_of(context_, frame_.cue), giver, true);
    return clash || !can_speak(giver) ? std::nullopt : std::optional(actor);
  }
  return {};
}

// بعث الأمير برقية إلى الرئيس أعرب فيها: who did what brought the words to the other.
std::optional<ActorIndex> SpeakerScene::sender(ActorIndex receiver) const {
  for (const Deed& deed : deeds_) {
    if (context_.sentence_of(deed.verb) != context_.sentence_of(cue_)) return {};
    if (deed.actor == receiver) continue;
    const bool possible =
        std::find(candidates_.begin(), candidates_.end(), deed.actor) != candidates_.end();
    return possible ? std::optional(deed.actor) : std::nullopt;
  }
  return {};
}

// لكنه رفض, إلا أنه أكد: the pronoun goes on with the one whom the sentence is about.
bool SpeakerScene::is_contrast() const {
  TokenIndex t = cue_;
  while (t > 0 && context_.has_pos(t - 1, Pos::kParticle)) --t;
  if (t == 0) return false;
  if (context_.word(t - 1).best().enclitic.person != 3) return false;
  if (context_.stem_does(t - 1, kButWord)) return true;
  if (t < 2 || context_.complementizer(t - 1) != Complementizer::kPronoun) return false;
  return context_.stem_does(t - 2, kExceptWord);
}

// Whoever spoke last in the sentence, where the cue goes on with him by such a pronoun.
std::optional<ActorIndex> SpeakerScene::resumed() const {
  if (!is_contrast()) return {};
  for (size_t i = turns_.size(); i-- > 0 && turns_.size() - i <= kTurnsBack;) {
    const Turn& turn = turns_[i];
    if (context_.sentence_of(turn.cue) != context_.sentence_of(cue_)) return {};
    if (!counts(turn)) continue;
    const bool possible =
        std::find(candidates_.begin(), candidates_.end(), turn.speaker) != candidates_.end();
    return possible ? std::optional(turn.speaker) : std::nullopt;
  }
  return {};
}

// صرح بأن الرئيس رحب بالوفد، مشيدا: a participle goes on with what somebody did in the words of
// another, where he is a person whom it agrees with; مضيفا, مؤكدا go on with what the other says,
// unless he speaks for the first one by office.
std::optional<ActorIndex> SpeakerScene::doer_within() const {
  if (frame_.cue.form != CueForm::kParticiple || turns_.empty()) return {};
  const bool says = frame_.cue.entry->act == Act::kSay || frame_.cue.entry->act == Act::kConfirm;
  if (says && !spokesman_tells()) return {};
  const Turn& last = turns_.back();
  if (!last.nested || context_.sentence_of(last.cue) != context_.sentence_of(cue_)) return {};
  const Actor& actor = context_.document().actors[last.speaker];
  if (!context_.is_finite_verb(last.cue) || actor.kind != ActorKind::kPerson) return {};
  return clashes(agreement_of(context_, frame_.cue), actor, false) ? std::nullopt
                                                                   : std::optional(last.speaker);
}

// إن الرئيس تحدث مع نظيره | وأبلغه: where the pronoun of the verb is the one whom the sentence
// named last as somebody's other side, whoever stands before him as its subject.
std::optional<ActorIndex> SpeakerScene::who_told_him() const {
  if (form_ != "and-verb" || named_.size() < 2) return {};
  const Analysis& verb = *frame_.cue.analysis;
  const bool tells = (frame_.cue.entry->addressee & kAccAddressee) != 0;
  if (!tells || verb.enclitic.person != 3 || verb.enclitic.number > 1) return {};
  const Named &other = named_[0], &doer = named_[1];
  if (context_.sentence_of(doer.mention->tokens.begin) != context_.sentence_of(cue_)) return {};
  const auto leads = [&](const Named& named) {
    const std::string_view role = role_name(context_, *named.mention);
    return role == "topic" || role == "subject" || role == "initial";
  };
  if (leads(other) || !leads(doer)) return {};
  const std::vector<Actor>& actors = context_.document().actors;
  if (actors[other.actor].kind != ActorKind::kPerson) return {};
  if (clashes(verb.enclitic, actors[other.actor], false)) return {};
  const bool possible =
      std::find(candidates_.begin(), candidates_.end(), doer.actor) != candidates_.end();
  return possible && !clashes(verb.agreement, actors[doer.actor], true) ? std::optional(doer.actor)
                                                                        : std::nullopt;
}

// أوضح المتحدث أن الرئيس أكد …، مشددا: whether the words around those of the last turn are a
// spokesman's.
bool SpeakerScene::spokesman_tells() const {
  constexpr TokenIndex kReach = 4;
  const auto teller =
      std::find_if(turns_.rbegin(), turns_.rend(), [](const Turn& turn) { return !turn.nested; });
  if (teller == turns_.rend()) return false;
  const TokenIndex end = std::min(teller->cue + kReach, context_.size());
  for (TokenIndex t = teller->cue + 1; t < end; ++t) {
    if (context_.complementizer(t) != Complementizer::kNone) return false;
    if (context_.token(t).actor->is(kSpokesmanRole)) return true;
  }
  return false;
}

// قال بيان الوزارة إن … | وأضاف: the document goes on, whatever the gender of the one whose it is.
std::optional<ActorIndex> SpeakerScene::goes_on_in_document() const {
  if (turns_.empty() || around_ != nullptr) return {};
  const bool participle = frame_.cue.form == CueForm::kParticiple;  // انتقد بيان للجبهة … قائلا
  if (form_ != "and-verb" && !participle) return {};
  const auto last =
      std::find_if(turns_.rbegin(), turns_.rend(), [&](const Turn& turn) { return counts(turn); });
  if (last == turns_.rend() || !last->document) return {};
  if (context_.sentence_of(last->cue) + 1 < context_.sentence_of(cue_)) return {};
  const Agreement agreement = agreement_of(context_, frame_.cue);
  const Agreement document = context_.word(last->cue).best().agreement;
  if (participle && context_.sentence_of(last->cue) != context_.sentence_of(cue_)) return {};
  const bool same = agreement.gender == document.gender && agreement.number < 2;
  return same ? std::optional(last->speaker) : std::nullopt;
}

// قال الوزير إن الرئيس عاد. وأضاف: whoever spoke last right before; وعن الأزمة قال: whoever spoke
// last, of whom the sentence names nobody but in what it turns to.
std::optional<ActorIndex> SpeakerScene::continued() const {
  if (around_ != nullptr || frame_.cue.form != CueForm::kVerb || frame_.relative) return {};
  const bool matter = turns_to_matter(context_, cue_);
  if (!matter && !context_.token(cue_).actor->says_more) return {};
  const auto end = turns_.rbegin() + static_cast<ptrdiff_t>(std::min(turns_.size(), kTurnsBack));
  const auto last = std::find_if(turns_.rbegin(), end,
                                 [&](const Turn& turn) { return counts(turn) && !turn.nested; });
  if (last == end) return {};
  const TokenIndex said = last->content.empty() ? last->cue : last->content.back().end - 1;
  const uint32_t sentences = context_.sentence_of(cue_) - context_.sentence_of(said);
  const bool near = sentences <= 1 &&
                    context_.sentence_at(cue_).paragraph == context_.sentence_at(said).paragraph;
  if (matter ? sentences > kSentencesBack : !near) return {};
  const bool possible =
      std::find(candidates_.begin(), candidates_.end(), last->speaker) != candidates_.end();
  return possible ? std::optional(last->speaker) : std::nullopt;
}

// وقتل الحزب شرطيين، وقال إن; كرر فلان هذه الأصداء مؤكدا: he whose deed the sentence tells from its
// first verb on, where nobody has spoken in it yet.
std::optional<ActorIndex> SpeakerScene::doer_of_sentence() const {
  if ((form_ != "and-verb" && form_ != "participle") || deeds_.empty()) return {};
  const Deed& last = deeds_.front();
  if (last.speaks || last.relative) return {};
  if (context_.sentence_of(last.verb) != context_.sentence_of(cue_)) return {};
  constexpr TokenIndex kHead = 2;  // words before the first verb: وكان, فيما
  TokenIndex begin = context_.sentence_at(cue_).tokens.begin;
  if (last.verb > begin && context_.stem_does(last.verb - 1, kMeanwhileWord)) {  // بينما | اتصل
    begin = last.verb;
  } else if (last.chained) {
    return {};
  }
  if (last.verb > begin + kHead) return {};
  for (TokenIndex t = begin; t < last.verb; ++t) {
    if (context_.is_finite_verb(t) || context_.mention_at(t) >= 0) return {};
  }
  const bool possible =
      std::find(candidates_.begin(), candidates_.end(), last.actor) != candidates_.end();
  return possible ? std::optional(last.actor) : std::nullopt;
}

bool SpeakerScene::is_possible(ActorIndex actor) const {
  return std::find(candidates_.begin(), candidates_.end(), actor) != candidates_.end();
}

// اتهم الوزير الحزب بقتل فلان، إضافة إلى قوله, مع تأكيده: who spoke last in the sentence.
std::optional<ActorIndex> SpeakerScene::goes_on_besides() const {
  if (form_ != "noun-pronoun" || cue_ == 0 || around_ != nullptr) return {};
  const TokenIndex word = context_.is_preposition(cue_ - 1) && cue_ > 1 ? cue_ - 2 : cue_ - 1;
  if (!context_.does(word, kWithWord) && !context_.does(cue_ - 1, kWithWord)) return {};
  const auto last =
      std::find_if(turns_.rbegin(), turns_.rend(), [](const Turn& turn) { return !turn.nested; });
  if (last == turns_.rend() || context_.sentence_of(last->cue) != context_.sentence_of(cue_))
    return {};
  return is_possible(last->speaker) ? std::optional(last->speaker) : std::nullopt;
}

// اتهم الوزير الجماعة بتنفيذ | ما وصفه بـ«الخدعة»: what he who speaks calls it.
std::optional<ActorIndex> SpeakerScene::calls_in_passing() const {
  if (frame_.cue.form != CueForm::kVerb || around_ == nullptr || cue_ == 0) return {};
  const bool calls =
      frame_.cue.entry->content_includes_addressee && frame_.cue.analysis->enclitic.person == 3;
  const bool claims = frame_.opening == Opening::kComplementizer &&  // ضد ما زعمت أنها أهداف
                      context_.complementizer(frame_.content_begin) == Complementizer::kPronoun;
  if (!(calls || claims) || context_.word(cue_ - 1).key != "ما") return {};
  const Agreement verb = frame_.cue.analysis->agreement;
  const Actor& speaker = context_.document().actors[around_->speaker];
  return clashes(verb, speaker, true) ? std::nullopt : std::optional(around_->speaker);
}

// أجرت الصحيفة مقابلة مع سالم القرشي قبل أيام. | وقال: who was asked right before, where nobody
// has spoken since.
std::optional<ActorIndex> SpeakerScene::interviewed() const {
  constexpr uint32_t kBack = 2;  // sentences
  constexpr TokenIndex kReach = 40, kNear = 6;
  if (form_ != "and-verb" || around_ != nullptr) return {};
  const uint32_t sentence = context_.sentence_of(cue_);
  if (context_.sentence_at(cue_).tokens.begin != cue_) return {};
  const TokenIndex first =
      context_.document().sentences[sentence - std::min(sentence, kBack)].tokens.begin;
  const TokenIndex spoken = turns_.empty() ? 0 : turns_.back().cue;
  const TokenIndex begin = std::max({first, spoken, cue_ - std::min(cue_, kReach)});
  for (TokenIndex t = begin; t + 2 < cue_; ++t) {
    if (!context_.does(t, kInterviewWord)) continue;
    for (TokenIndex with = t + 1; with < std::min(cue_, t + kNear); ++with) {
      const int32_t m = context_.word(with).key == "مع" ? context_.mention_at(with + 1) : -1;
      if (m < 0) continue;
      const ActorIndex guest = context_.document().mentions[m].actor;
      return is_possible(guest) ? std::optional(guest) : std::nullopt;
    }
  }
  return {};
}

// بعد أن قطعت نوريا العلاقات معها، | واتهمتها: whose deed the clause tells that the verb goes on
// with.
std::optional<ActorIndex> SpeakerScene::doer_of_clause_before() const {
  if (form_ != "and-verb" || around_ != nullptr || deeds_.empty()) return {};
  const Deed& last = deeds_.front();
  if (last.speaks || last.relative || last.verb < 2) return {};
  if (context_.sentence_of(last.verb) != context_.sentence_of(cue_)) return {};
  const std::string_view before = context_.word(last.verb - 2).key;
  if (context_.complementizer(last.verb - 1) != Complementizer::kBare) return {};
  if (before != "بعد" && before != "منذ") return {};
  for (TokenIndex t = last.verb + 1; t < cue_; ++t) {
    if (context_.is_finite_verb(t)) return {};
  }
  const Agreement did = context_.word(last.verb).best().agreement;
  const Agreement says = agreement_of(context_, frame_.cue);
  const bool same = did.gender == says.gender && says.number <= 1;
  return same && is_possible(last.actor) ? std::optional(last.actor) : std::nullopt;
}

// وبعد إعلانها أن الجسر آمن، فتحت | الوزارة: where the article has named nobody, whose deed the
// main clause tells.
std::optional<ActorIndex> SpeakerScene::doer_behind() const {
  if (form_ != "noun-pronoun" || cue_ == 0 || !candidates_.empty()) return {};
  const TokenRange sentence = context_.sentence_at(cue_).tokens;
  if (cue_ != sentence.begin + 1 || !context_.stem_does(cue_ - 1, kSubordinateWord)) return {};
  const Agreement pronoun = agreement_of(context_, frame_.cue);
  for (const Subject& subject : subjects_) {
    if (!sentence.contains({subject.verb, subject.verb + 1}) || subject.verb == 0) continue;
    if (!context_.is_comma(subject.verb - 1)) continue;
    const Actor& actor = context_.document().actors[subject.actor];
    if (can_speak(actor) && !clashes(pronoun, actor, true)) return subject.actor;
  }
  return {};
}

std::optional<ActorIndex> SpeakerScene::choose(const LinearModel& model) const {
  if (around_ != nullptr && agreement_of(context_, frame_.cue).person == 1)
    return around_->speaker;  // «قلنا»
  if (const auto found = teller()) return found;
  if (const auto found = doer_within()) return found;
  if (const auto found = who_told_him()) return found;
  if (const auto found = resumed()) return found;
  if (const auto found = goes_on_besides()) return found;
  if (const auto found = calls_in_passing()) return found;
  if (const auto found = interviewed()) return found;
  if (const auto found = doer_of_clause_before()) return found;
  if (const auto found = doer_behind()) return found;
  if (const auto found = goes_on_in_document()) return found;
  if (const auto found = doer_of_sentence()) return found;
  if (const auto found = continued()) return found;
  std::optional<ActorIndex> best;
  double best_score = 0;
  Features features;
  for (ActorIndex candidate : candidates_) {
    features.clear();
    add_features(candidate, features);
    const double score = model.score(features);
    if (!best || score > best_score) {
      best = candidate;
      best_score = score;
    }
  }
  return best;
}

}  // namespace musnad
