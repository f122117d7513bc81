#include "statements/circumstance.h"

#include <algorithm>
#include <string>

#include "statements/clause_words.h"

namespace musnad {
namespace {

// Reads the words of one circumstance from left to right.
class Reading {
 public:
  Reading(const Context& context, TokenIndex t) : context_(context), at_(t) {}

  // `apart`: the words stand behind what is quoted, and tell more of the speech only.
  bool run(bool that_was, bool apart) {
    if (that_was && is_answer()) return true;
    if (!word() || role() == SpeechCircumstance::kAnswer) return false;
    const SpeechCircumstance preposition = role();
    if (preposition != SpeechCircumstance::kIn && preposition != SpeechCircumstance::kInHis) {
      return false;
    }
    if (apart && preposition == SpeechCircumstance::kInHis && key() != "علي") return true;
    ++at_;
    const bool part = word() && role() == SpeechCircumstance::kPart;
    if (part) ++at_;
    if (!word()) return false;
    if (part && role() == SpeechCircumstance::kAnswer) return true;  // في أول تعليق له
    if (role() != SpeechCircumstance::kSetting) return false;
    const Analysis& noun = context_.word(at_).best();
    if (noun.enclitic.person == 3) return true;
    const std::string_view next =  // سيناقش الملف، في لقاء | مقبل
        at_ + 1 < context_.size() ? std::string_view(context_.word(at_ + 1).key) : "";
    if (next == "مقبل" || next == "قادم") return false;
    return (preposition == SpeechCircumstance::kIn && !noun.has(kAl)) || part;
  }

 private:
  bool word() const {
    return at_ < context_.size() && context_.token(at_).kind != TokenKind::kPunctuation &&
           context_.word(at_).best().pos != Pos::kVerb;
  }

  SpeechCircumstance role() const {
    const Word& word = context_.word(at_);
    const Analysis& best = word.best();
    std::string stem(word.stem(best));
    constexpr std::string_view kBound = "اي", kFree = "اء";  // لقائه, لقاء
    if (!best.enclitic.none() && stem.ends_with(kBound)) {
      stem.replace(stem.size() - kBound.size(), kBound.size(), kFree);
    }
    return context_.phrases().circumstance(stem);
  }

  std::string_view key() const { return context_.word(at_).key; }

  // ردا على, تعليقا على; whatever else the first word may be (ردّا, a verb of two)
  bool is_answer() const {
    if (at_ + 1 >= context_.size() || context_.word(at_ + 1).key != "علي") return false;
    if (!key().ends_with("ا")) return false;
    constexpr size_t kLetter = 2;  // bytes of an Arabic letter
    return context_.phrases().circumstance(key().substr(0, key().size() - kLetter)) ==
           SpeechCircumstance::kAnswer;
  }

  const Context& context_;
  TokenIndex at_;
};

// اتفق مع نظيره، في اتصال هاتفي، على عقد قمة: an aside, behind which what was said goes on.
bool is_aside(const Context& context, TokenIndex t) {
  constexpr TokenIndex kLongest = 12;
  const TokenIndex end = std::min(context.sentence_at(t).tokens.end, t + kLongest);
  while (t < end && context.token(t).kind != TokenKind::kPunctuation) ++t;
  return t + 1 < end && context.is_comma(t) &&
         (context.token(t + 1).actor->joints & kJoinAla) != 0 && context.is_preposition(t + 1);
}

// أن «الحرب انتهت فعلا» | بعد ثلاثة أيام من الهجوم: behind the end of words given as they were
// said.
bool is_behind_words(const Context& context, TokenIndex boundary) {
  const int32_t q = boundary > 0 ? context.quotation_of(boundary - 1) : -1;
  if (q < 0) return false;
  const Quotation& quotation = context.document().quotations[q];
  return quotation.close == boundary && quotation.tokens.size() >= kShortQuotation;
}

}  // namespace

bool begins_circumstance(const Context& context, TokenIndex boundary, TokenIndex t) {
  if (t >= context.size() || context.quotation_of(t) >= 0) return false;
  const bool that_was = context.word(t).key == "وذلك";
  if (!that_was && !context.is_comma(boundary) && !context.is_quote(boundary)) return false;
  if (!that_was && is_aside(context, t)) return false;
  const bool apart = is_behind_words(context, boundary);
  return Reading(context, that_was ? t + 1 : t).run(that_was, apart);
}

}  // namespace musnad
