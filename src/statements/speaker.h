// Who speaks where the sentence does not say: the subject left to the verb (وأضاف), to a participle
// (مشيرا) or to an attached pronoun (قوله), found among those who spoke before, who did something
// and who were named.
#pragma once

#include <vector>

#include "statements/decide.h"
#include "statements/subjects.h"

namespace musnad {

// A statement that is already resolved, as later ones see it.
struct Turn {
  ActorIndex speaker = 0;
  TokenIndex cue = 0;
  std::vector<TokenRange> content;
  bool nested = false;    // stands in the content of an earlier turn
  bool document = false;  // told as the words of a document: قال بيان الوزارة
};

// Whether a token stands in the content of one of the last turns.
bool is_nested(const std::vector<Turn>& turns, TokenIndex t);

// What stands before a frame without source, as far as it tells who may speak there. Cheap to make:
// looks back a bounded way. All arguments must outlive it.
class SpeakerScene {
 public:
  // `subjects` are those of the whole document, `turns` the statements before the frame.
  SpeakerScene(const Context& context, const std::vector<Subject>& subjects,
               const std::vector<Turn>& turns, const Frame& frame);

  // Actors who may be the speaker, likeliest by nearness first. At most twelve.
  const std::vector<ActorIndex>& candidates() const { return candidates_; }

  // What the speaker model looks at when `candidate` is to be the speaker. Appends to `features`.
  void add_features(ActorIndex candidate, Features& features) const;

  // The likeliest candidate, none when there is no candidate.
  std::optional<ActorIndex> choose(const LinearModel& model) const;

 private:
  // Somebody who speaks or does something in the text's own voice, or within the same words of
  // another as the frame.
  struct Deed {
    ActorIndex actor = 0;
    TokenIndex verb = 0;
    bool speaks = false;
    bool chained = false;
    bool relative = false;  // in a relative clause
  };
  // An actor's last mention before the frame.
  struct Named {
    ActorIndex actor = 0;
    const Mention* mention = nullptr;
  };

  std::optional<ActorIndex> teller() const;
  std::optional<ActorIndex> sender(ActorIndex receiver) const;
  bool is_contrast() const;
  std::optional<ActorIndex> resumed() const;
  bool is_possible(ActorIndex actor) const;
  std::optional<ActorIndex> goes_on_besides() const;
  std::optional<ActorIndex> calls_in_passing() const;
  std::optional<ActorIndex> interviewed() const;
  std::optional<ActorIndex> doer_of_clause_before() const;
  std::optional<ActorIndex> doer_behind() const;
  bool acts_before(const Mention& mention) const;
  std::optional<ActorIndex> giver_of_speech() const;
  std::optional<ActorIndex> goes_on_in_document() const;
  std::optional<ActorIndex> continued() const;
  std::optional<ActorIndex> doer_of_sentence() const;
  std::optional<ActorIndex> doer_within() const;
  std::optional<ActorIndex> who_told_him() const;
  bool spokesman_tells() const;
  void find_deeds();
  void drop_asides();
  void find_named();
  bool counts(const Turn& turn) const;
  bool same_voice(TokenIndex t) const;
  std::string_view distance(TokenIndex t) const;
  void add_deed_features(ActorIndex candidate, Features& features) const;
  void add_turn_features(ActorIndex candidate, Features& features) const;
  void add_mention_features(ActorIndex candidate, Features& features) const;

  const Context& context_;
  const std::vector<Subject>& subjects_;
  const std::vector<Turn>& turns_;
  const Frame& frame_;
  TokenIndex cue_ = 0;
  std::string_view form_;
  const Turn* around_ = nullptr;   // the statement in whose content the cue stands
  std::vector<Deed> deeds_;        // latest first
  std::vector<Named> named_;       // latest first
  std::vector<ActorIndex> spoke_;  // latest first
  std::vector<ActorIndex> candidates_;
};

}  // namespace musnad
