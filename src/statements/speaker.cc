#include "statements/speaker.h"

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kMostCandidates = 12;
constexpr size_t kTurnsBack = 8;        // earlier statements that are looked at
constexpr uint32_t kSentencesBack = 4;  // earlier sentences whose mentions are looked at

bool can_speak(const Actor& actor) { return actor.kind != ActorKind::kPlace; }

void add_unique(ActorIndex actor, std::vector<ActorIndex>& list) {
  if (list.size() < kMostCandidates && std::find(list.begin(), list.end(), actor) == list.end()) {
    list.push_back(actor);
  }
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

// Whether gender and number of the cue fit the actor: yes, no, or unknown.
std::string_view agreement_name(const Frame& frame, const Actor& actor) {
  if (frame.cue.analysis == nullptr) return "unknown";
  const bool pronoun = frame.cue.form == CueForm::kNoun;
  const Agreement agreement =
      pronoun ? frame.cue.analysis->enclitic : frame.cue.analysis->agreement;
  if (agreement.person == 1) return "first-person";
  const bool plural = actor.number == Number::kPlural || actor.number == Number::kDual;
  if (agreement.number >= 2) return plural ? "plural-yes" : "plural-no";
  if (plural && actor.kind == ActorKind::kPerson) return "plural-actor";
  if (agreement.gender == 0 || actor.gender == Gender::kUnknown) return "unknown";
  return (agreement.gender == 2) == (actor.gender == Gender::kFeminine) ? "yes" : "no";
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

const Turn* turn_around(const std::vector<Turn>& turns, TokenIndex cue);

// Whether a turn counts for a cue: one inside the words of another only counts for cues in there.
bool counts(const Turn& turn, const std::vector<Turn>& turns, TokenIndex cue) {
  return !turn.nested || is_nested(turns, cue);
}

// How many distinct speakers, counted back from the cue, come before the candidate's last turn.
size_t speaker_rank(const std::vector<Turn>& turns, TokenIndex cue, ActorIndex candidate,
                    const Turn*& last) {
  std::vector<ActorIndex> seen;
  for (size_t i = turns.size(); i-- > 0 && turns.size() - i <= kTurnsBack;) {
    if (!counts(turns[i], turns, cue)) continue;
    if (turns[i].speaker == candidate) {
      last = &turns[i];
      return seen.size();
    }
    add_unique(turns[i].speaker, seen);
  }
  return kTurnsBack;
}

struct LastMention {
  const Mention* mention = nullptr;
  size_t rank = 0;  // distinct actors mentioned after it and before the cue
};

LastMention last_mention(const Context& context, TokenIndex cue, ActorIndex candidate) {
  const std::vector<Mention>& mentions = context.document().mentions;
  std::vector<ActorIndex> seen;
  for (size_t i = mentions_before(context, cue); i-- > 0 && seen.size() < kMostCandidates;) {
    if (mentions[i].actor == candidate) return {&mentions[i], seen.size()};
    if (can_speak(context.document().actors[mentions[i].actor]))
      add_unique(mentions[i].actor, seen);
  }
  return {};
}

// The earlier statement whose content holds the cue, null for none.
const Turn* turn_around(const std::vector<Turn>& turns, TokenIndex cue) {
  for (size_t i = turns.size(); i-- > 0 && turns.size() - i <= kTurnsBack;) {
    for (TokenRange range : turns[i].content) {
      if (range.contains(cue)) return &turns[i];
    }
  }
  return nullptr;
}

std::string_view digit(size_t n) {
  static constexpr std::string_view kDigits[] = {"0", "1", "2", "3", "4"};
  return kDigits[std::min<size_t>(n, 4)];
}

}  // namespace

bool is_nested(const std::vector<Turn>& turns, TokenIndex t) {
  return turn_around(turns, t) != nullptr;
}

std::vector<ActorIndex> speaker_candidates(const Context& context, const Frame& frame,
                                           const std::vector<Turn>& turns) {
  const TokenIndex cue = frame.cue.tokens.begin;
  std::vector<ActorIndex> candidates;
  for (size_t i = turns.size(); i-- > 0 && turns.size() - i <= kTurnsBack;) {
    if (counts(turns[i], turns, cue)) add_unique(turns[i].speaker, candidates);
  }
  const std::vector<Mention>& mentions = context.document().mentions;
  const uint32_t sentence = context.sentence_of(cue);
  for (size_t i = mentions_before(context, cue); i-- > 0;) {
    if (context.sentence_of(mentions[i].tokens.begin) + kSentencesBack < sentence) break;
    if (can_speak(context.document().actors[mentions[i].actor])) {
      add_unique(mentions[i].actor, candidates);
    }
  }
  return candidates;
}

void speaker_features(const Context& context, const Frame& frame, const std::vector<Turn>& turns,
                      ActorIndex candidate, Features& features) {
  const TokenIndex cue = frame.cue.tokens.begin;
  const uint32_t sentence = context.sentence_of(cue);
  const Actor& actor = context.document().actors[candidate];
  const std::string_view form = form_name(frame);
  features.add("agreement", agreement_name(frame, actor));
  features.add("agreement", agreement_name(frame, actor), form);
  static constexpr std::string_view kKinds[] = {"person", "organization", "state",
                                                "place",  "group",        "unnamed"};
  features.add("kind", kKinds[static_cast<size_t>(actor.kind)]);
  if (actor.outlet) features.add("outlet");

  const Turn* turn = nullptr;
  const size_t rank = speaker_rank(turns, cue, candidate, turn);
  const std::string_view rank_name = turn == nullptr ? "never" : digit(rank);
  features.add("speaker-rank", rank_name, form);
  if (turn != nullptr && context.sentence_of(turn->cue) == sentence) {
    features.add("spoke-in-sentence", digit(rank), form);
  }
  if (turn != nullptr && rank == 0) {
    features.add("sentences-since", digit(sentence - context.sentence_of(turn->cue)), form);
  }
  if (const Turn* around = turn_around(turns, cue)) {
    features.add("inside", around->speaker == candidate ? "own-words" : "words-of-other", form);
    if (frame.cue.analysis != nullptr && frame.cue.analysis->agreement.person == 1) {
      features.add("first-person", around->speaker == candidate ? "own-words" : "words-of-other");
    }
  }

  const LastMention last = last_mention(context, cue, candidate);
  if (last.mention == nullptr) {
    features.add("never-mentioned");
    return;
  }
  const TokenIndex at = last.mention->tokens.begin;
  const uint32_t back = sentence - context.sentence_of(at);
  const std::string_view role = role_name(context, *last.mention);
  const Turn* teller = turn_around(turns, at);
  if (teller != nullptr && teller != turn_around(turns, cue)) {
    features.add("named-in-words", teller->speaker == candidate ? "own" : "of-other", form);
  }
  features.add("mention-rank", digit(last.rank), form);
  features.add("mention-sentences", digit(back), form);
  features.add("role", role, digit(back));
  features.add("role-form", role, form);
  if (turn != nullptr && at > turn->cue) features.add("mentioned-since", role, digit(rank));
  if (teller == nullptr && (turns.empty() || turns.back().cue < at))
    features.add("named-after-last-turn", role, form);
  const int32_t sentence_begin = context.mention_at(context.sentence_at(cue).tokens.begin);
  if (sentence_begin >= 0 && context.document().mentions[sentence_begin].actor == candidate) {
    features.add("topic-of-sentence", form);
  }
  if (context.quotation_of(at) >= 0 && context.quotation_of(cue) < 0)
    features.add("named-in-quotation");
}

std::optional<ActorIndex> choose_speaker(const Context& context, const Frame& frame,
                                         const std::vector<Turn>& turns, const LinearModel& model) {
  std::optional<ActorIndex> best;
  double best_score = 0;
  Features features;
  for (ActorIndex candidate : speaker_candidates(context, frame, turns)) {
    features.clear();
    speaker_features(context, frame, turns, candidate, features);
    const double score = model.score(features);
    if (!best || score > best_score) {
      best = candidate;
      best_score = score;
    }
  }
  return best;
}

}  // namespace musnad
