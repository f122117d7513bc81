// The frames that were kept, by token, with the words that tell how a clause behind one begins.
#pragma once

#include <string_view>
#include <vector>

#include "statements/decide.h"
#include "statements/fixed_phrases.h"

namespace musnad {

// Where another statement begins, reported content may end. Doubtful frames end nothing. All
// arguments must outlive it.
class FrameMap {
 public:
  FrameMap(const Context& context, const std::vector<ScoredFrame>& frames,
           const FixedPhrases& phrases);
  // Index of the frame whose cue covers `t`, -1 for none.
  int32_t at(TokenIndex t) const { return t < at_.size() ? at_[t] : -1; }
  const ScoredFrame& operator[](size_t i) const { return frames_[i]; }
  size_t size() const { return frames_.size(); }
  // What the table says of a word that opens a clause, by its key.
  ClauseOpener opener(std::string_view key) const { return phrases_.opener(key); }
  SpeechCircumstance circumstance(std::string_view stem) const {
    return phrases_.circumstance(stem);
  }

 private:
  const std::vector<ScoredFrame>& frames_;
  const FixedPhrases& phrases_;
  std::vector<int32_t> at_;
};

}  // namespace musnad
