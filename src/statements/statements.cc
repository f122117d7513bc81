#include "statements/statements.h"

#include <algorithm>

#include "actors/coreference.h"
#include "lexicon/embedded.h"
#include "statements/content.h"
#include "statements/kind.h"
#include "statements/relays.h"
#include "statements/speaker.h"

namespace musnad {
namespace {

// How many statements back another one may hold this one's cue in its content.
constexpr size_t kNestingReach = 64;
// Sentences that may stand between a quotation and the one that goes on with it.
constexpr uint32_t kSentencesBetween = 2;

// Nouns and participles that stand between another cue and its content, or in its source, only lead
// up to it: قال في تصريح إن, صرح قائلا, بحسب مصادر مطلعة.
bool leads_up_to(const Cue& cue, const Frame& frame) {
  if (frame.cue.tokens.begin >= cue.tokens.begin) return false;
  if (frame.source.contains(cue.tokens)) return true;
  return frame.content_begin != kNoToken && cue.tokens.end <= frame.content_begin &&
         (frame.cue.form == CueForm::kVerb || frame.cue.form == CueForm::kPhrase);
}

void drop_leading_frames(std::vector<ScoredFrame>& frames) {
  constexpr size_t kReach = 8;  // earlier frames that are looked at
  std::vector<ScoredFrame> kept;
  for (ScoredFrame& scored : frames) {
    const Cue& cue = scored.frame.cue;
    const bool nominal = cue.form == CueForm::kNoun || cue.form == CueForm::kParticiple;
    const auto first = kept.end() - static_cast<ptrdiff_t>(std::min(kReach, kept.size()));
    const bool leading = nominal && std::any_of(first, kept.end(), [&](const ScoredFrame& other) {
                           return leads_up_to(cue, other.frame);
                         });
    if (!leading) kept.push_back(std::move(scored));
  }
  frames = std::move(kept);
}

// Builds the statements of one document.
class Builder {
 public:
  Builder(Document& document, const Morphology& morphology, const Register& actors,
          const StatementModels& models)
      : document_(document), models_(models), context_(document, morphology, actors) {}

  void run() {
    frames_ = decide_frames(context_, find_cues(context_, models_.phrases), models_.cue);
    drop_leading_frames(frames_);
    relays_ = find_relays(context_, models_.phrases);
    const FrameMap map(context_, frames_);
    for (const ScoredFrame& scored : frames_) {
      const bool relays_only = scored.frame.cue.form == CueForm::kPhrase &&
                               goes_with_other(context_, frames_, scored.frame);
      if (!relays_only) add(scored.frame, map);
    }
    attach_loose_quotations();
    for (size_t i = 0; i < document_.statements.size(); ++i) finish(i);
  }

 private:
  void add(const Frame& frame, const FrameMap& map) {
    const std::vector<TokenRange> spans = find_content(context_, map, frame, models_.end);
    if (spans.empty()) return;
    Statement statement;
    statement.cue = frame.cue.tokens;
    statement.source = frame.source;
    statement.polarity = polarity_of(frame.cue);
    statement.act = act_of(frame.cue, statement.polarity);
    for (TokenRange span : spans) statement.content.push_back({span, false});
    statement.speaker = speaker_of(frame);
    if (const int32_t m = frame.addressee.empty() ? -1 : context_.mention_at(frame.addressee.begin);
        m >= 0) {
      statement.addressee = document_.mentions[m].actor;
    }
    statement.via = relay_actors(document_, context_, relays_, frame, spans);
    statement.question = question_of(context_, models_.phrases, frame);
    statement.time = time_of(context_, frame);
    if (statement.speaker) {
      const TokenIndex cue = frame.cue.tokens.begin;
      turns_.push_back({*statement.speaker, cue, spans, is_nested(turns_, cue)});
    }
    document_.statements.push_back(std::move(statement));
  }

  static Polarity polarity_of(const Cue& cue) {
    if (cue.entry == nullptr) return Polarity::kAsserted;
    const bool withheld = cue.negated && cue.form == CueForm::kVerb;
    return withheld ? Polarity::kWithheld : cue.entry->polarity;
  }

  static Act act_of(const Cue& cue, Polarity polarity) {
    if (polarity == Polarity::kWithheld) return Act::kWithhold;
    if (cue.entry != nullptr) return cue.entry->act;
    return cue.phrase != nullptr ? cue.phrase->act : Act::kSay;
  }

  std::optional<ActorIndex> speaker_of(const Frame& frame) {
    if (!frame.source.empty()) return actor_for_phrase(document_, frame.source);
    return choose_speaker(context_, frame, turns_, models_.speaker);
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
      if (!near || !is_quoted(context_, last)) continue;
      TokenRange span = quotation.tokens;
      while (!span.empty() && context_.is_stop(span.end - 1)) --span.end;
      before.content.push_back({span, true});
    }
  }

  bool is_loose(const Quotation& quotation) const {
    constexpr TokenIndex kShortest = 6;
    if (quotation.parent >= 0 || quotation.tokens.size() < kShortest) return false;
    return quotation.open != kNoToken &&
           (context_.sentence_at(quotation.open).tokens.begin == quotation.open ||
            context_.token(quotation.open).line_begin);
  }

  // Index of the last statement whose cue stands before `t`; the number of statements for none.
  size_t statement_before(TokenIndex t) const {
    const std::vector<Statement>& all = document_.statements;
    const auto found = std::partition_point(all.begin(), all.end(),
                                            [&](const Statement& s) { return s.cue.begin < t; });
    return found == all.begin() ? all.size() : found - all.begin() - 1;
  }

  // Whether a statement near the `i`th has the range in its content already.
  bool is_covered(TokenRange range, size_t i) const {
    constexpr size_t kReach = 8;
    const std::vector<Statement>& all = document_.statements;
    for (size_t j = i > kReach ? i - kReach : 0; j < std::min(all.size(), i + kReach); ++j) {
      for (const Statement::Content& content : all[j].content) {
        if (content.tokens.overlaps(range)) return true;
      }
    }
    return false;
  }

  void finish(size_t i) {
    Statement& statement = document_.statements[i];
    for (Statement::Content& content : statement.content) {
      content.direct = is_quoted(context_, content.tokens);
    }
    statement.kind = kind_of(context_, statement);
    statement.nested_in = -1;
    const size_t first = i > kNestingReach ? i - kNestingReach : 0;
    const size_t last = std::min(document_.statements.size(), i + 3);
    TokenIndex smallest = kNoToken;
    for (size_t j = first; j < last; ++j) {
      if (j == i) continue;
      for (const Statement::Content& content : document_.statements[j].content) {
        if (content.tokens.contains(statement.cue) && content.tokens.size() < smallest) {
          smallest = content.tokens.size();
          statement.nested_in = static_cast<int32_t>(j);
        }
      }
    }
  }

  Document& document_;
  const StatementModels& models_;
  Context context_;
  std::vector<ScoredFrame> frames_;
  std::vector<Relay> relays_;
  std::vector<Turn> turns_;
};

}  // namespace

Expected<StatementModels> StatementModels::load() {
  constexpr std::string_view kFile = "models/statements.tsv";
  StatementModels models;
  auto phrases = FixedPhrases::load();
  if (!phrases) return tl::unexpected(phrases.error());
  models.phrases = std::move(*phrases);
  for (auto [name, model] :
       {std::pair{"cue", &models.cue}, {"end", &models.end}, {"speaker", &models.speaker}}) {
    auto parsed = LinearModel::parse(kFile, embedded_file(kFile), name);
    if (!parsed) return tl::unexpected(parsed.error());
    *model = std::move(*parsed);
  }
  return models;
}

void find_statements(Document& document, const Morphology& morphology, const Register& actors,
                     const StatementModels& models) {
  Builder(document, morphology, actors, models).run();
}

}  // namespace musnad
