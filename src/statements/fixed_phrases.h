// The fixed phrases of attribution (بحسب، على حد قول), the frames that set scenes (وردا على سؤال)
// and the words that tell when something was said, from lexicon/ar/reporting_phrases.tsv,
// reporting_context.tsv and speech_circumstances.tsv.
#pragma once

#include <string>
#include <vector>

#include "lexicon/word_map.h"
#include "morphology/morphology.h"
#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

enum class FixedKind : uint8_t {
  kAttribution,    // بحسب، وفقا لـ: a cue whose source follows
  kSceneQuestion,  // وردا على سؤال: the question that an answer answers
  kWriterFormula,  // يذكر أن: the writer's own voice
  kTurn,           // من جانبه: another speaker is likely to follow
  kFooter          // رابط الخبر: at the head of a line, no more of the article follows
};

// What a single word does where a clause or a phrase hangs on it. Bits.
enum ContextWord : uint32_t {
  kSubordinateWord = 1,  // بعد: the main clause is still to come
  kWithoutWord = 2,      // دون: what the speaker kept back follows
  kExceptWord = 4,       // إلا: what he said next follows
  kWithWord = 8,         // مع: a noun of speech behind it goes on with what he said
  kFurtherWord = 16,  // ثم, كما: with a verb behind it, a clause that goes on with the one before
  kMeanwhileWord = 32,      // بينما: what another does or did, beside what was told
  kButWord = 64,            // لكن: what stands against what was told
  kHowWord = 128,           // حيث: with a verb of saying behind it, how he who spoke put it
  kTopicWord = 256,         // عن: at the head of a sentence, what it turns to
  kQuestionWord = 512,      // كيف: opens an indirect question
  kAmongWord = 1024,        // أبرز: behind من and before many, counts one among them
  kCalledWord = 2048,       // الملقب: with ب behind it, the name by which somebody goes
  kCopyWord = 4096,         // نسخة: of what was said, that somebody got
  kPastTimeWord = 8192,     // الماضي: ends the name of a time that is behind
  kDayAfterWord = 16384,    // غداة: before what happened, the day when somebody spoke
  kAgentWord = 32768,       // قبل: behind من, who did what is told without a subject
  kCourtWord = 65536,       // محكمة: who finds somebody guilty
  kReporterWord = 131072,   // مراسل: with ل, before the outlet that he is told for
  kInterviewWord = 262144,  // مقابلة: behind it and مع, who answers in it
  kAnyoneWord = 524288,     // أحد: where it is denied that he says so, nobody does

  kBesideWord =
      kSubordinateWord | kFurtherWord  // بينما: subordinate before its main clause, else another's
};

// What a word does where it is told when something was said.
enum class SpeechCircumstance : uint8_t {
  kNone,
  kIn,       // خلال, before a setting
  kInHis,    // بعد, before a setting with a pronoun
  kPart,     // هامش, between the two
  kAnswer,   // ردا, before على
  kSetting,  // مؤتمر
  kComment   // خطوة
};

struct FixedPhrase {
  enum class Next : uint8_t { kNone, kLi, kAn, kIla, kAla };
  std::vector<std::string> keys;  // folded words
  FixedKind kind = FixedKind::kAttribution;
  Next next = Next::kNone;  // what takes the source
  enum class Clause : uint8_t { kNever, kMaybe, kAlways, kThing };
  Clause clause = Clause::kNever;  // a clause follows that attributes what stands before (حسبما
                                   // ذكر); kThing: one that may be relative (وفقا لما أعلنه)
  bool names_speaker = true;  // the source may be the speaker
  bool names_relay = true;    // the source may be who relayed the words
  Act act = Act::kSay;

  // Whether what takes the source (وفقا | ل) stands at `t`, right behind the phrase.
  bool next_stands_at(const Document& document, size_t t) const;
};

// The phrase that begins at each token of a document, null at most of them.
using PhrasesByToken = std::vector<const FixedPhrase*>;

// Immutable; shared by threads.
class FixedPhrases {
 public:
  static Expected<FixedPhrases> load();

  // The longest phrases, و or ف in front of their first words allowed. They live as long as this.
  PhrasesByToken match(const Document& document) const;

  // The ContextWord bits of a word by its folded spelling.
  uint32_t context_word(std::string_view key) const;

  // What a word, by its folded stem, does in a circumstance of speech.
  SpeechCircumstance circumstance(std::string_view stem) const;

 private:
  Expected<void> load_circumstances();
  const FixedPhrase* match_at(const Document& document, TokenIndex t) const;
  const FixedPhrase* match_key(const Document& document, TokenIndex t,
                               std::string_view first) const;
  void add(FixedPhrase phrase);

  // What begins with a word.
  struct Beginning {
    std::vector<uint32_t> phrases;  // indexes into phrases_, longest first
    uint64_t seconds = 0;           // a bit for each glance at a second word
    bool alone = false;             // whether the word is a phrase by itself
  };
  static uint64_t bit(std::string_view second) {
    return uint64_t{1} << (word_glance(second) >> 58);
  }

  std::vector<FixedPhrase> phrases_;
  WordMap<Beginning> by_first_;
  WordMap<uint32_t> context_words_;
  WordMap<SpeechCircumstance> circumstances_;
};

}  // namespace musnad
