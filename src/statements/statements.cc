#include "statements/statements.h"

#include <algorithm>

#include "actors/cast.h"
#include "actors/coreference.h"
#include "actors/document_author.h"
#include "lexicon/embedded.h"
#include "morphology/agreement.h"
#include "statements/certain.h"
#include "statements/clause_words.h"
#include "statements/content.h"
#include "statements/kind.h"
#include "statements/relays.h"
#include "statements/setting.h"
#include "statements/speaker.h"

namespace musnad {
namespace {

// How many statements back another one may hold this one's cue in its content.
constexpr size_t kNestingReach = 64;
// Sentences that may stand between a quotation and the one that goes on with it.
constexpr uint32_t kSentencesBetween = 2;

// Nouns and participles that stand between another cue and its content, or in its source, only lead
// up to it or are it: قال في تصريح إن, صرح قائلا, بحسب مصادر مطلعة, أعرب عن أسفه.
bool leads_up_to(const Cue& cue, const Frame& frame) {
  if (frame.cue.tokens.begin >= cue.tokens.begin) return false;
  if (frame.source.contains(cue.tokens)) return true;
  const bool his = cue.form == CueForm::kNoun && cue.analysis->enclitic.person == 3;
  if (his && frame.noun != nullptr && frame.cue.tokens.end == cue.tokens.begin)
    return true;  // مبديا | استغرابه
  if (his && frame.content_begin == cue.tokens.begin && !cue.analysis->has(kWa)) return true;
  return frame.content_begin != kNoToken && cue.tokens.end <= frame.content_begin &&
         (frame.cue.form == CueForm::kVerb || frame.cue.form == CueForm::kPhrase);
}

// قال المصدر | رافضا كشف هويته إن: what the speaker kept back is told besides.
bool keeps_back_besides(const Context& context, const Cue& cue) {
  if (cue.form != CueForm::kParticiple) return false;
  return cue.withholds() || !wish_to_stay_unnamed(context, cue).empty();
}

// قالت في بيان نشر أمس إن: a verb that tells of the document has no words of its own but those of
// the cue before it.
bool tells_of_document(const Frame& frame, const Frame& before) {
  const bool it = frame.cue.form == CueForm::kVerb && frame.source.empty() &&
                  frame.cue.analysis->enclitic.person == 3;  // تصريحات نقلتها وكالة X
  const bool of_source = frame.cue.form == CueForm::kVerb && !before.source.empty() &&
                         frame.cue.analysis->enclitic.person == 3 &&
                         before.source.end == frame.cue.tokens.begin;
  if (of_source) return true;  // أوضح تقرير | كتبه الباحث أن
  return (frame.relative || it) && frame.cue.form == CueForm::kVerb &&
         frame.content_begin != kNoToken && frame.content_begin == before.content_begin &&
         before.cue.tokens.begin < frame.cue.tokens.begin;
}

// قال لرويترز | عبر الهاتف إن: a word of grammar with a thing behind it, between another cue and
// what was said; not بيّن الضابط أن.
bool is_grammar_between(const Context& context, const Frame& frame, const Frame& before) {
  const Cue& cue = frame.cue;
  const TokenIndex noun = frame.source.begin < cue.tokens.end ? cue.tokens.end : frame.source.begin;
  if (noun >= context.size() || context.token(noun).actor->is(kNounRoles)) return false;
  const Actor* actor = actor_at(context, noun);
  if (actor != nullptr && actor->kind == ActorKind::kPerson) return false;
  return cue.form == CueForm::kVerb && before.content_begin != kNoToken &&
         before.cue.tokens.end <= cue.tokens.begin && cue.tokens.end <= before.content_begin &&
         is_grammar_word(context.word(cue.tokens.begin).best().pos);
}

// رفض | ذكر اسمه, رفض الوزير أن | يجيب: a word that the row of the cue before it asks for is no cue
// of its own.
bool completes(const Context& context, const Cue& cue, const Frame& frame) {
  const Cue& before = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  const bool clause =
      before.withholds() && t == frame.content_begin && t > 0 && context.is_subjunctive(t - 1);
  if (before.entry == nullptr || !(clause || t == before.tokens.end)) return false;
  return context.morphology().asks_for(*before.entry, context.word(t));
}

// بحسب | نص القرار: a word of the phrase that names the source, whatever else it may be; وقال |
// فيدان where nothing else of the clause does.
bool names_source(const Frame& frame, const Cue& cue) {
  const bool subject =
      cue.form == CueForm::kVerb && frame.cue.form == CueForm::kVerb && frame.source == cue.tokens;
  if (subject && cue.tokens.begin == frame.cue.tokens.end) return true;
  const bool mouth = frame.relayed && cue.form == CueForm::kPhrase &&  // نقل | على لسان | الوزير
                     !frame.source.empty() && cue.tokens.end == frame.source.begin;
  if (mouth) return true;
  return frame.cue.form == CueForm::kPhrase && cue.tokens.begin == frame.cue.tokens.end &&
         frame.source.contains(cue.tokens);
}

// الوزير يؤكد: النص جاهز: the verb that brings in the words behind a colon is the cue, not the
// colon.
bool is_colon_of(const Frame& frame, const Frame& before) {
  return frame.cue.form == CueForm::kColon && before.cue.form == CueForm::kVerb &&
         before.opening == Opening::kColon && before.scan_end == frame.cue.tokens.end;
}

void drop_leading_frames(const Context& context, std::vector<ScoredFrame>& frames) {
  constexpr size_t kReach = 8;  // earlier frames that are looked at
  std::vector<ScoredFrame> kept;
  for (ScoredFrame& scored : frames) {
    const Cue& cue = scored.frame.cue;
    const bool nominal = cue.form == CueForm::kNoun || cue.form == CueForm::kParticiple;
    const auto first = kept.end() - static_cast<ptrdiff_t>(std::min(kReach, kept.size()));
    const bool leading = std::any_of(first, kept.end(), [&](const ScoredFrame& other) {
      return (nominal && !keeps_back_besides(context, cue) && leads_up_to(cue, other.frame)) ||
             tells_of_document(scored.frame, other.frame) ||
             is_colon_of(scored.frame, other.frame) ||
             is_grammar_between(context, scored.frame, other.frame);
    });
    const bool within = !kept.empty() && names_source(kept.back().frame, cue);
    const bool company = !kept.empty() && completes(context, cue, kept.back().frame);
    if (!leading && !company && !within) kept.push_back(scored);
  }
  frames = std::move(kept);
}

// Builds the statements of one document.
class Builder {
 public:
  Builder(Document& document, const Context& context, const StatementModels& models)
      : document_(document),
        models_(models),
        context_(context),
        phrases_(context.phrases().match(document)) {}

  void run() {
    document_.body_end = body_end();
    frames_ = decide_frames(context_, find_cues(context_, phrases_), models_.cue);
    drop_leading_frames(context_, frames_);
    const FrameMap map(context_, frames_);
    for (const ScoredFrame& scored : frames_) {
      contents_.push_back(find_content(context_, map, scored.frame, models_.end));
    }
    attach_relays(map);
    subjects_ = find_subjects(context_);
    for (size_t i = 0; i < frames_.size(); ++i) {
      if (!contents_[i].empty()) add(frames_[i], contents_[i], relays_[i]);
    }
    name_speakers_of_headline();
    attach_loose_quotations();
    drop_doubtful();
    for (size_t i = 0; i < document_.statements.size(); ++i) finish(i);
  }

 private:
  // وعلى حد قوله فإن الجولة …: the sentence is his whose words the last one told.
  static bool is_his_sentence(const Frame& frame) {
    return frame.cue.form == CueForm::kPhrase && frame.source.empty() &&
           frame.opening == Opening::kClause;
  }

  // وجد استطلاع أجرته قناة X أن, قال محلل في X: who made the document that speaks, or employs the
  // speaker, has passed on nothing.
  bool is_of_source(const Relay& relay, const Frame& frame) const {
    constexpr TokenIndex kNear = 3;
    const bool inside = frame.source.contains(relay.name.begin);
    if (relay.tie == Tie::kThrough && inside) return true;
    if (relay.tie == Tie::kTold && inside && relay.name.end + 1 < frame.source.end) {
      const Actor* actor = actor_at(context_, relay.name.begin);  // أمين عام لـ«إعلان X» فلان
      return actor == nullptr || !actor->outlet;
    }
    if (relay.tie != Tie::kCarried || frame.source.empty()) return false;
    return context_.token(frame.source.begin).actor->is(kDocumentRole) &&
           relay.phrase.begin >= frame.source.begin &&
           relay.phrase.begin <= frame.source.end + kNear;
  }

  // وصل الوفد، حسب مصدر | أوضح أن: he of whom a clause without a pronoun tells what else he said.
  static bool names_subject(const Relay& relay, const Frame& frame) {
    return relay.tie == Tie::kAccording && frame.source_first && !frame.source.empty() &&
           relay.phrase.contains(frame.source.begin);
  }

  // Gives each relay to the statement of its clause. A phrase of attribution that goes with another
  // statement is none itself.
  void attach_relays(const FrameMap& map) {
    relays_.resize(frames_.size());
    std::vector<size_t> spent;
    std::vector<Relay> relays = find_relays(context_, phrases_);
    for (size_t i = 0; i < frames_.size(); ++i) {
      if (const auto relay = relay_of_clause(context_, frames_[i].frame)) relays.push_back(*relay);
    }
    for (const Relay& relay : relays) {
      const std::optional<size_t> host = host_of(context_, relay, frames_, contents_);
      if (!host) continue;
      if (names_subject(relay, frames_[*host].frame)) continue;
      if (!relay.name.empty() && !is_of_source(relay, frames_[*host].frame)) {
        relays_[*host].push_back(relay.name);
      }
      const int32_t own = map.at(relay.verb == kNoToken ? relay.phrase.begin : relay.verb);
      const TokenRange aside = own < 0 ? relay.phrase : whole_aside(relay, frames_[own].frame);
      if (tells_whose(relay) || aside != relay.phrase) cut_out(aside, contents_[*host]);
      if (own < 0) continue;
      const Frame& frame = frames_[own].frame;
      const bool attributes = frame.cue.form == CueForm::kPhrase && !is_his_sentence(frame);
      if (attributes || relay.verb != kNoToken) spent.push_back(own);
    }
    for (size_t i : spent) contents_[i].clear();
  }

  // ، وفقا | لوزارة الخارجية: the phrase with who it names, where that is somebody who passes on
  // nothing; not ، وفقا للضوابط.
  TokenRange whole_aside(const Relay& relay, const Frame& frame) const {
    const TokenIndex t = relay.phrase.begin;
    const bool names = relay.tie == Tie::kAccording && relay.name.empty() &&
                       frame.cue.form == CueForm::kPhrase && !frame.source.empty() && t > 0 &&
                       context_.is_comma(t - 1) && can_speak(context_, frame.source.begin);
    return names ? TokenRange{t, frame.source.end} : relay.phrase;
  }

  // بحسب رويترز, بحسب وصفه; not وفق الخطة.
  bool tells_whose(const Relay& relay) const {
    if (relay.tie != Tie::kAccording) return false;
    return !relay.name.empty() || context_.word(relay.phrase.end - 1).best().enclitic.person == 3;
  }

  // قال إن A، بحسب رويترز، B: how the words came is no part of them.
  void cut_out(TokenRange phrase, std::vector<TokenRange>& content) const {
    for (size_t i = 0; i < content.size(); ++i) {
      if (!content[i].contains(phrase.begin)) continue;
      const bool that = phrase.begin > 0 && context_.word(phrase.begin - 1).key == "وذلك";
      if (that) --phrase.begin;
      const TokenRange rest =
          trim_content(context_, {phrase.end, std::max(phrase.end, content[i].end)});
      content[i] = trim_content(context_, {content[i].begin, phrase.begin});
      if (!rest.empty()) content.insert(content.begin() + static_cast<ptrdiff_t>(i) + 1, rest);
      std::erase_if(content, [](TokenRange part) { return part.empty(); });
      return;
    }
  }

  void add(const ScoredFrame& scored, const std::vector<TokenRange>& spans,
           const std::vector<TokenRange>& relays) {
    const Frame& frame = scored.frame;
    Statement statement;
    statement.cue = frame.cue.told_by.empty() ? frame.cue.tokens : frame.cue.told_by;
    statement.source = frame.source;
    statement.polarity = polarity_of(frame);
    statement.act = act_of(frame, statement.polarity);
    for (TokenRange span : spans) statement.content.push_back({span, false});
    std::optional<ActorIndex> relay;  // before the speaker, so that البيان is not his
    if (!frame.relay.empty()) relay = relay_actor(document_, context_, frame.relay);
    statement.speaker = speaker_of(frame);
    if (statement.speaker) note_documents(frame, *statement.speaker);
    if (statement.speaker && is_woman(frame) && !spoke_as_man(*statement.speaker)) {
      Actor& woman = document_.actors[*statement.speaker];
      if (woman.kind == ActorKind::kPerson) woman.gender = Gender::kFeminine;
    }
    if (const int32_t m = frame.addressee.empty() ? -1 : context_.mention_at(frame.addressee.begin);
        m >= 0) {
      statement.addressee = document_.mentions[m].actor;
    }
    if (!relay && frame.relayed) relay = relay_left_out(frame);
    if (relay) add_via(*relay, statement);
    for (TokenRange name : relays) add_relay(name, statement);
    statement.question = question_of(context_, phrases_, frame);
    statement.time = time_of(context_, frame);
    const bool nobody = frame.source.empty() && comes_about(context_, frame.cue);  // تم التأكيد
    if (statement.speaker && !scored.doubtful && !is_passive(frame) && !nobody) {
      const TokenIndex cue = frame.cue.tokens.begin;
      const bool document =
          !frame.source.empty() && context_.token(frame.source.begin).actor->is(kDocumentRole);
      turns_.push_back({*statement.speaker, cue, spans, is_nested(turns_, cue), document});
    }
    document_.statements.push_back(std::move(statement));
    doubtful_.push_back(scored.doubtful);
  }

  // قالت | دانييل القرشي: whether the verb right before a name tells that it is a woman's, whatever
  // the first name; not تهنئ القرشي, whom somebody speaks to.
  bool is_woman(const Frame& frame) const {
    const TokenRange source = frame.source;
    if (frame.cue.form != CueForm::kVerb || source.empty() || source.begin != frame.cue.tokens.end)
      return false;
    if ((frame.cue.entry->addressee & kAccAddressee) != 0) return false;
    const int32_t m = context_.mention_at(source.begin);
    const Agreement verb = frame.cue.analysis->agreement;
    return m >= 0 && document_.mentions[m].name.begin == source.begin && verb.person == 3 &&
           verb.gender == kFeminine && verb.number <= 1;
  }

  // Whether one of the last verbs of speech said of an actor that he is a man.
  bool spoke_as_man(ActorIndex actor) const {
    constexpr size_t kTurnsBack = 16;
    const auto end = turns_.rbegin() + static_cast<ptrdiff_t>(std::min(turns_.size(), kTurnsBack));
    return std::any_of(turns_.rbegin(), end, [&](const Turn& turn) {
      return turn.speaker == actor && context_.is_finite_verb(turn.cue) &&
             context_.word(turn.cue).best().agreement.gender == kMasculine;
    });
  }

  // Where a line begins that leads away from the article: رابط الخبر بصحيفة المرجان: …
  TokenIndex body_end() const {
    for (TokenIndex t = 1; t < context_.size(); ++t) {
      const bool footer = phrases_[t] != nullptr && phrases_[t]->kind == FixedKind::kFooter;
      if (footer && context_.token(t).line_begin) return t;
    }
    return kNoToken;
  }

  // قالت الوزارة في بيان إن: the document between cue and content is her words.
  void note_documents(const Frame& frame, ActorIndex speaker) {
    const TokenRange beside = beside_content(context_, frame);
    for (TokenIndex t = beside.begin; t < beside.end && frame.content_begin != kNoToken; ++t) {
      const ActorWord& word = *context_.token(t).actor;
      const bool within = word.has(kBi) || (t > 0 && context_.word(t - 1).key == "في");
      if (within && word.is(kDocumentRole) && !word.is(kMediaRole) && !frame.source.contains(t)) {
        note_issuer(document_, t, speaker);
      }
    }
  }

  void add_relay(TokenRange name, Statement& statement) {
    if (!statement.source.empty() && name.contains(statement.source.begin)) return;
    const auto again = meant_again(name);  // بحسب المصدر نفسه
    add_via(again ? *again : relay_actor(document_, context_, name), statement);
  }

  // The speaker is no relay of his own words.
  static void add_via(ActorIndex actor, Statement& statement) {
    if (actor == statement.speaker) return;
    if (std::find(statement.via.begin(), statement.via.end(), actor) == statement.via.end()) {
      statement.via.push_back(actor);
    }
  }

  // ونقلت عن مسؤولين قولهم, نقلا عن مسؤولين قولهم: the outlet named last before, failing that
  // whoever spoke last; nobody behind وكالة for a verb that is no feminine: ونقل عن, it was
  // relayed.
  std::optional<ActorIndex> relay_left_out(const Frame& frame) const {
    constexpr size_t kReach = 40;  // mentions looked at
    const bool masculine =
        frame.cue.analysis != nullptr && frame.cue.analysis->agreement.gender == 1;
    const std::vector<Mention>& mentions = document_.mentions;
    const auto end = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.tokens.begin < frame.cue.tokens.begin;
    });
    const auto begin = end - std::min<ptrdiff_t>(kReach, end - mentions.begin());
    for (auto m = end; m != begin;) {
      const bool media = document_.tokens[(--m)->tokens.begin].actor->is(kMediaRole);
      if (media || document_.actors[m->actor].outlet) return not_clashing(m->actor, masculine);
    }
    if (turns_.empty() || frame.cue.phrase != nullptr) return std::nullopt;
    return not_clashing(turns_.back().speaker, masculine);
  }

  std::optional<ActorIndex> not_clashing(ActorIndex actor, bool masculine) const {
    const bool clashes = masculine && document_.actors[actor].gender == Gender::kFeminine;
    return clashes ? std::nullopt : std::optional(actor);
  }

  // دعوات إلى الحوار ¶ دعا السفير …: of a headline that does not tell who spoke, the first one
  // below who did the same.
  void name_speakers_of_headline() {
    std::vector<Statement>& all = document_.statements;
    for (Statement& headline : all) {
      if (context_.sentence_of(headline.cue.begin) != 0) break;
      if (headline.speaker) continue;
      const auto below = std::find_if(all.begin(), all.end(), [&](const Statement& s) {
        return context_.sentence_of(s.cue.begin) > 0 && s.speaker && s.act == headline.act;
      });
      if (below != all.end()) headline.speaker = below->speaker;
    }
  }

  // Takes away the doubtful statements that stand in no other one's words.
  void drop_doubtful() {
    std::vector<bool> keep;  // told before any is moved, since each is judged by the others
    for (size_t i = 0; i < doubtful_.size(); ++i)
      keep.push_back(!doubtful_[i] || holder_of(i) >= 0);
    std::vector<Statement> kept;
    for (size_t i = 0; i < keep.size(); ++i) {
      if (keep[i]) kept.push_back(std::move(document_.statements[i]));
    }
    document_.statements = std::move(kept);
  }

  // The row that tells what is done by saying: of the noun in وجّه اتهامات, جدّد نفيه.
  static const ReportingEntry* telling_entry(const Frame& frame) {
    return frame.noun != nullptr ? frame.noun : frame.cue.entry;
  }

  static Polarity polarity_of(const Frame& frame) {
    const bool told = frame.cue.form == CueForm::kVerb || frame.cue.form == CueForm::kNoun;
    const ReportingEntry* entry = telling_entry(frame);
    const bool denies = entry != nullptr && entry->polarity == Polarity::kDenied;
    if (frame.cue.negated && told) {  // لم يستبعد التأجيل: he told that it may be
      return denies ? Polarity::kAsserted : Polarity::kWithheld;
    }
    return entry != nullptr ? entry->polarity : Polarity::kAsserted;
  }

  static Act act_of(const Frame& frame, Polarity polarity) {
    if (polarity == Polarity::kWithheld) return Act::kWithhold;
    if (const ReportingEntry* entry = telling_entry(frame)) return entry->act;
    return frame.cue.phrase != nullptr ? frame.cue.phrase->act : Act::kSay;
  }

  // وجاء في البيان الختامي أن: a document that nobody is named with; not في بيان لها.
  bool speaks_itself(const Frame& frame) const {
    const TokenIndex behind = frame.cue.tokens.end;
    if (!frame.cue.in_document || !frame.cue.analysis->enclitic.none()) return false;
    return behind >= context_.size() || !context_.is_preposition(behind) ||
           context_.word(behind).best().enclitic.none();
  }

  ActorIndex document_that_speaks(const Frame& frame) {
    const TokenIndex noun = frame.cue.tokens.begin;
    const TokenIndex end = context_.sentence_at(noun).tokens.end;
    return actor_for_phrase(document_, {noun, context_.noun_phrase_end(noun, end)});
  }

  static bool is_passive(const Frame& frame) {
    return frame.cue.form == CueForm::kVerb && frame.cue.analysis->passive;
  }

  // وفي المدينة، أعلن عن مقتل قائد: a verb without "and" that opens the clause, with no subject.
  bool is_bare_passive(const Frame& frame) const {
    const TokenIndex verb = frame.cue.tokens.begin, next = frame.cue.tokens.end;
    if (frame.cue.form != CueForm::kVerb || next >= context_.size() || verb == 0) return false;
    const Analysis& analysis = *frame.cue.analysis;
    const bool bare = (analysis.proclitics & (kWa | kFa | kSa)) == 0 && analysis.enclitic.none();
    const bool he = analysis.agreement.gender == kMasculine &&
                    analysis.agreement.number == kSingular && analysis.tense == Tense::kPerfect;
    return bare && he && context_.is_comma(verb - 1) && context_.word(next).key == "عن";
  }

  // A perfect of one who is told by no pronoun: أعلن, اتهم.
  static bool is_plain_perfect(const Frame& frame) {
    if (frame.cue.form != CueForm::kVerb || !frame.addressee.empty()) return false;
    const Analysis& verb = *frame.cue.analysis;
    return verb.enclitic.none() && verb.tense == Tense::kPerfect && verb.agreement.person == 3 &&
           verb.agreement.number == kSingular;
  }

  // الاتفاق الذي أعلن أمس: what is told of a thing, with nothing but the time behind the verb.
  bool is_passive_of_thing(const Frame& frame) const {
    const TokenIndex verb = frame.cue.tokens.begin;
    if (verb == 0 || !is_plain_perfect(frame) || frame.opening != Opening::kNone) return false;
    const Analysis& relative = context_.word(verb - 1).best();
    if (relative.pos != Pos::kRelative || relative.agreement.none()) return false;
    const int32_t time = context_.time_at(frame.cue.tokens.end);
    if (time < 0) return false;
    const TokenIndex next = document_.times[time].tokens.end;
    return next >= context_.size() || context_.is_stop(next) || context_.is_comma(next) ||
           context_.is_preposition(next);
  }

  // واتهم بدعم الجماعة: a verb that must tell whom it is said to, and does not.
  bool is_passive_of_person(const Frame& frame) const {
    const TokenIndex next = frame.cue.tokens.end;
    if (!is_plain_perfect(frame) || next >= context_.size()) return false;
    const ReportingEntry& row = *frame.cue.entry;
    const bool must = row.content_includes_addressee && (row.addressee & kMustAddressee) != 0;
    return must && context_.word(next).best().has(kBi) &&
           context_.word(next).best().enclitic.none();
  }

  // وأكدا: two speak.
  static bool is_dual(const Frame& frame) {
    return frame.cue.form == CueForm::kVerb && frame.cue.analysis->agreement.number == kDual;
  }

  std::optional<ActorIndex> speaker_of(const Frame& frame) {
    if (!frame.source.empty()) {
      if (const TokenRange maker = maker_of(frame.source); !maker.empty())
        return actor_for_phrase(document_, maker);
      if (const auto again = meant_again(frame.source)) return again;
      if (frame.source.size() == 1 && means_two(context_, frame.source.begin)) {
        if (const auto pair = actor_for_pair(document_, frame.source.begin)) return pair;
      }
      const bool agency = is_quoted_agency(context_, frame.source.begin);
      return agency ? actor_for_outlet(document_, frame.source)
                    : actor_for_phrase(document_, frame.source);
    }
    if (const TokenRange source = source_right_before(frame); !source.empty())
      return actor_for_phrase(document_, source);
    if (is_passive(frame) || is_bare_passive(frame) || is_passive_of_thing(frame) ||
        is_passive_of_person(frame) || comes_about(context_, frame.cue)) {
      return actor_not_told(document_);
    }
    if (is_dual(frame)) {
      if (const auto pair = actor_for_pair(document_, frame.cue.tokens.begin)) return pair;
    }
    if (const TokenRange subject = subject_of_main_clause(frame); !subject.empty())
      return actor_for_phrase(document_, subject);
    const bool itself = speaks_itself(frame);
    if (itself && frame.cue.analysis->definite()) return document_that_speaks(frame);
    const auto chosen = SpeakerScene(context_, subjects_, turns_, frame).choose(models_.speaker);
    return chosen || !itself ? chosen : document_that_speaks(frame);
  }

  // المحلل | ذاته, نفس | المصدر: the noun for somebody who speaks that such a phrase points back
  // with; kNoToken for another phrase.
  TokenIndex pointing_noun(TokenRange source) const {
    const ActorWord& front = *context_.token(source.begin).actor;
    const bool same = front.is(kBackRole) && !front.has(kAl) && !front.pronoun && source.size() > 1;
    if (!same && !context_.is_emphatic(source.end - 1)) return kNoToken;
    const TokenIndex noun = same ? source.begin + 1 : source.begin;
    const ActorWord& word = *context_.token(noun).actor;
    const bool speaks = word.is(kProfessionRole | kOfficialRole | kSpokesmanRole | kSourceRole);
    return speaks && word.number != Number::kPlural ? noun : kNoToken;
  }

  // وأضاف المحلل ذاته, وأكد نفس المصدر: a noun that tells of nobody named by it before, and yet of
  // the one who spoke last; المصدر also of who issued the document that was named last.
  std::optional<ActorIndex> meant_again(TokenRange source) {
    constexpr size_t kTurnsBack = 16;
    const TokenIndex first = source.begin, noun = pointing_noun(source);
    if (noun == kNoToken) return std::nullopt;
    const bool any = context_.token(noun).actor->is(kSourceRole);
    const int32_t m = context_.mention_at(first);
    if (m >= 0 && is_told_before(document_.mentions[m].actor, first, any)) return std::nullopt;
    const Gender gender = context_.token(noun).actor->gender;
    const auto end = turns_.rbegin() + static_cast<ptrdiff_t>(std::min(turns_.size(), kTurnsBack));
    const auto last = std::find_if(turns_.rbegin(), end, [&](const Turn& turn) {
      return !turn.nested && (any || is_one_of(document_.actors[turn.speaker], gender));
    });
    std::optional<ActorIndex> who;
    if (last != end) who = last->speaker;
    const auto issuer =
        any ? last_issuer(document_, last == end ? 0 : last->cue, first) : std::nullopt;
    if (issuer) who = issuer;
    if (who && m >= 0) document_.mentions[m].actor = *who;
    return who;
  }

  // Whether an actor was told of before a token; `as_source`: by a noun for a source.
  bool is_told_before(ActorIndex actor, TokenIndex token, bool as_source) const {
    const auto& places = document_.cast->members[actor].places;
    if (places.empty() || places.front() >= token) return false;
    return !as_source || context_.token(places.front()).actor->is(kSourceRole);
  }

  // A single person of a gender, as far as is known.
  static bool is_one_of(const Actor& actor, Gender gender) {
    const bool person = actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kUnnamed;
    const bool one = actor.number != Number::kPlural && actor.number != Number::kDual;
    return person && one && (actor.gender == Gender::kUnknown || actor.gender == gender);
  }

  // أظهر تحقيق أجرته المنظمة أن: who made what speaks and is no document by its name; empty
  // elsewhere.
  TokenRange maker_of(TokenRange source) const {
    const TokenIndex head = source.begin;
    const bool thing = source.size() == 1 && context_.mention_at(head) < 0 &&
                       context_.word(head).best().pos == Pos::kMasdar &&
                       !context_.token(head).actor->is(kNounRoles);
    const TokenIndex maker = thing ? author_behind_document(document_, source.end) : kNoToken;
    if (maker == kNoToken || context_.mention_at(maker) < 0) return {};
    return document_.mentions[context_.mention_at(maker)].tokens;
  }

  // Index of the first frame with its cue at or behind a token.
  size_t frame_from(TokenIndex t) const {
    return std::partition_point(
               frames_.begin(), frames_.end(),
               [&](const ScoredFrame& other) { return other.frame.cue.tokens.begin < t; }) -
           frames_.begin();
  }

  // بعدما | أشاد, بعد أن | أشاد, قبل أن | يؤكد: a verb without a subject at the head of its
  // sentence, in a clause that waits for the main one.
  bool opens_before_main(const Frame& frame) const {
    if (frame.cue.form != CueForm::kVerb) return false;
    const TokenIndex verb = frame.cue.tokens.begin;
    const TokenIndex opener = context_.sentence_at(verb).tokens.begin;
    const Word& word = context_.word(opener);
    const std::string_view stem = word.stem(word.best());
    if (stem == "بعدما") return verb == opener + 1;
    return (stem == "بعد" || stem == "قبل") && verb == opener + 2 &&
           context_.complementizer(opener + 1) == Complementizer::kBare;
  }

  // بعدما أشاد بالعلاقات، دعا | السفير: who such a clause is about; empty elsewhere.
  TokenRange subject_of_main_clause(const Frame& frame) const {
    constexpr size_t kFramesBetween = 3;  // in the words that are told first
    if (!opens_before_main(frame)) return {};
    const Cue& cue = frame.cue;
    const size_t first = frame_from(cue.tokens.end);
    for (size_t i = first; i < std::min(frames_.size(), first + kFramesBetween); ++i) {
      const Frame& main = frames_[i].frame;
      const TokenIndex verb = main.cue.tokens.begin;
      if (context_.sentence_of(verb) != context_.sentence_of(cue.tokens.begin)) return {};
      if (main.cue.form != CueForm::kVerb || !context_.is_comma(verb - 1)) continue;
      const bool names = !main.source.empty() && !main.source_first && !main.relayed;
      const Agreement his = main.cue.analysis->agreement, theirs = cue.analysis->agreement;
      const bool one = his.gender == theirs.gender && theirs.number <= 1;
      return names && one && main.cue.analysis->proclitics == 0 ? main.source : TokenRange{};
    }
    return {};
  }

  // قال مصدر - فضّل عدم ذكر اسمه - إن: who keeps something back, named for the verb around it; empty
  // elsewhere.
  TokenRange source_right_before(const Frame& frame) const {
    constexpr size_t kBack = 3;
    const Cue& cue = frame.cue;
    if (cue.form != CueForm::kVerb || cue.negated || !cue.withholds()) return {};
    const size_t here = frame_from(cue.tokens.begin);
    for (size_t i = here; i-- > here - std::min(here, kBack);) {
      const TokenRange source = frames_[i].frame.source;
      if (!source.empty() && source.end + 1 == cue.tokens.begin &&
          context_.token(source.end).kind == TokenKind::kPunctuation) {
        return source;
      }
    }
    return {};
  }

  // Sentences in quotation marks without a cue of their own go on with the statement before.
  void attach_loose_quotations() {
    for (const Quotation& quotation : document_.quotations) {
      if (!is_loose(quotation)) continue;
      const size_t i = statement_before(quotation.tokens.begin);
      if (i == document_.statements.size() || is_covered(quotation.tokens, i)) continue;
      Statement& before = document_.statements[i];
      const TokenRange last = before.content.back().tokens;
      const bool near = context_.sentence_of(quotation.tokens.begin) <=
                        context_.sentence_of(last.end - 1) + kSentencesBetween;
      if (!near || !(context_.quotation_of(last.end - 1) >= 0 || fills_sentences(quotation)))
        continue;
      TokenRange span = quotation.tokens;
      while (!span.empty() && context_.is_stop(span.end - 1)) --span.end;
      before.content.push_back({span, true});
    }
  }

  bool is_loose(const Quotation& quotation) const {
    constexpr TokenIndex kShortest = 6;
    if (quotation.parent >= 0 || quotation.tokens.size() < kShortest) return false;
    if (quotation.open == kNoToken) return is_unopened_line(quotation);
    return quotation.open != kNoToken &&
           (context_.sentence_at(quotation.open).tokens.begin == quotation.open ||
            context_.token(quotation.open).line_begin);
  }

  // نحن هنا ولن نمضي": a line of its own whose mark was never opened, right behind quoted words and
  // with nobody speaking in it.
  bool is_unopened_line(const Quotation& quotation) const {
    const TokenIndex begin = quotation.tokens.begin;
    if (begin == 0 || !context_.token(begin).line_begin || !fills_sentences(quotation))
      return false;
    if (!context_.is_quote(begin - 1)) return false;
    const std::vector<Statement>& all = document_.statements;
    const auto next = std::partition_point(all.begin(), all.end(),
                                           [&](const Statement& s) { return s.cue.begin < begin; });
    return next == all.end() || !quotation.tokens.contains(next->cue);
  }

  // Nothing but the quotation in its sentences.
  bool fills_sentences(const Quotation& quotation) const {
    if (quotation.close == kNoToken) return false;
    TokenIndex end = quotation.close + 1;
    while (end < context_.size() && context_.is_stop(end)) ++end;
    return end >= context_.sentence_at(quotation.close).tokens.end;
  }

  // Index of the last statement before `t` whose cue stands in no quotation; the number of
  // statements for none.
  size_t statement_before(TokenIndex t) const {
    const std::vector<Statement>& all = document_.statements;
    auto found = std::partition_point(all.begin(), all.end(),
                                      [&](const Statement& s) { return s.cue.begin < t; });
    const auto first =
        all.begin() +
        std::max<ptrdiff_t>(0, found - all.begin() - static_cast<ptrdiff_t>(kNestingReach));
    while (found != first) {
      --found;
      if (context_.quotation_of(found->cue.begin) < 0) return found - all.begin();
    }
    return all.size();
  }

  // Whether a statement near the `i`th has the range in its content already; what is told within
  // the range aside.
  bool is_covered(TokenRange range, size_t i) const {
    constexpr size_t kReach = 8;
    const std::vector<Statement>& all = document_.statements;
    for (size_t j = i > kReach ? i - kReach : 0; j < std::min(all.size(), i + kReach); ++j) {
      if (range.contains(all[j].cue)) continue;
      for (const Statement::Content& content : all[j].content) {
        if (content.tokens.overlaps(range)) return true;
      }
    }
    return false;
  }

  void finish(size_t i) {
    Statement& statement = document_.statements[i];
    for (Statement::Content& content : statement.content) {
      content.direct = is_quoted(context_, content.tokens, statement.cue);
    }
    statement.kind = kind_of(context_, statement);
    statement.nested_in = holder_of(i);
  }

  // Index of the statement with the shortest content around the cue of the `i`th; -1 for none.
  int32_t holder_of(size_t i) const {
    const std::vector<Statement>& all = document_.statements;
    const size_t last = std::min(all.size(), i + 3);
    int32_t holder = -1;
    TokenIndex smallest = kNoToken;
    for (size_t j = i > kNestingReach ? i - kNestingReach : 0; j < last; ++j) {
      if (j == i) continue;
      for (const Statement::Content& content : all[j].content) {
        if (content.tokens.contains(all[i].cue) && content.tokens.size() < smallest) {
          smallest = content.tokens.size();
          holder = static_cast<int32_t>(j);
        }
      }
    }
    return holder;
  }

  Document& document_;
  const StatementModels& models_;
  const Context& context_;
  const PhrasesByToken phrases_;
  std::vector<ScoredFrame> frames_;
  Contents contents_;                            // by frame
  std::vector<std::vector<TokenRange>> relays_;  // names of those who relayed, by frame
  std::vector<Subject> subjects_;
  std::vector<Turn> turns_;
  std::vector<bool> doubtful_;  // of each statement
};

}  // namespace

Expected<StatementModels> StatementModels::load() {
  constexpr std::string_view kFile = "models/statements.tsv";
  StatementModels models;
  auto phrases = FixedPhrases::load();
  if (!phrases) return tl::unexpected(phrases.error());
  models.phrases = std::move(*phrases);
  auto weights = LinearModel::parse(kFile, embedded_file(kFile), {"cue", "end", "speaker"});
  if (!weights) return tl::unexpected(weights.error());
  models.cue = std::move((*weights)[0]);
  models.end = std::move((*weights)[1]);
  models.speaker = std::move((*weights)[2]);
  return models;
}

void find_statements(Document& document, const Context& context, const StatementModels& models) {
  Builder(document, context, models).run();
}

}  // namespace musnad
