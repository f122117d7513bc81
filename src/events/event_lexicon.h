// What the tables say of events: the words that name them (lexicon/ar/events.tsv,
// event_fields.tsv), the roles of who takes part (event_roles.tsv), the words over them that tell
// how far they take place (event_governors.tsv), other words by which they are read
// (event_words.tsv) and their codes (lexicon/cameo.tsv).
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_map.h"
#include "morphology/morphology.h"
#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

inline constexpr size_t kEventTypes = static_cast<size_t>(EventType::kAttack) + 1;
inline constexpr size_t kEventStatuses = static_cast<size_t>(EventStatus::kConditional) + 1;

// How the sentence ties a participant to the word of the event. Prepositions follow kPrepositions,
// in the order in which the tables name them first.
using Link = uint8_t;
inline constexpr Link kSubjectLink = 0, kObjectLink = 1, kOfPersonLink = 2, kOfPlaceLink = 3,
                      kSpeakerLink = 4, kPrepositions = 5, kLinks = 32;
inline constexpr Link kNoLink = 255;

// The role of each link; none where it takes nobody in.
using Roles = std::array<std::optional<Participant::Role>, kLinks>;

// How a form stands for the word of a row. Bits.
enum EventUse : uint8_t { kFiniteUse = 1, kParticipleUse = 2, kMasdarUse = 4, kNounUse = 8 };

// Folded words that are sought around the word of an event. A glance tells of most others that they
// are none of them.
class SoughtWords {
 public:
  void add(std::string word) {
    glances_.set(glance(word));
    words_.push_back(std::move(word));
  }
  bool empty() const { return words_.empty(); }
  bool has(std::string_view word) const {
    return glances_[glance(word)] && std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  static size_t glance(std::string_view word) { return word_glance(word) >> 56; }

  std::bitset<256> glances_;
  std::vector<std::string> words_;
};

// What event_words.tsv says of a word. Bits.
enum EventWord : uint8_t {
  kDatesWord = 1,  // بعد: a time behind it is that of what it governs
  kSinceWord = 2,
  kFirstWord = 4,   // أول, أولى
  kStateWord = 8,   // الجانب الفرنسي: the state
  kSideWord = 16,   // the same, and وفد الحركة: the body
  kPeerWord = 32,   // نظرائه الإيطالي والنمساوي: the states
  kResultWord = 64  // الهجوم الذي أدى إلى: what came of it, with its time
};

// A row of events.tsv.
struct EventEntry {
  std::string lemma;
  uint8_t uses = 0;  // EventUse bits
  EventType type = EventType::kMeet;
  Roles roles;
  SoughtWords needs;            // one of them must follow; empty: none
  SoughtWords needs_before;     // one of them must stand close in front
  SoughtWords excludes;         // none of them may follow
  SoughtWords excludes_before;  // nor stand close in front: مباراة القمة
  bool needs_place = false;  // or else a place must follow without a preposition: وصل القاهرة
};

// A row of event_governors.tsv.
struct Governor {
  std::string lemma;
  std::optional<EventStatus> status;  // none: it carries the event out
  bool calls_off = false;  // a contact or agreement under it is none of its own: ألغى زيارة
  bool refuses = false;  // what somebody has proposed or demanded stands all the same: رفض الاقتراح
  bool fails = false;  // of a contact that is its subject: it was held all the same
  bool apart = false;  // what follows only tells when or where something else took place
  bool perfect_only =
      false;  // or before its object: يعد is "is considered", "promises", "prepares"
  bool subject_takes_part = true;
  bool subject_if_alone = false;  // where only one other does: أمل في لقاء الرئيس
  bool addressee_takes_part = false;  // as the event's subject: دعا المعارضة إلى لقاء
  std::optional<Participant::Role> subject;  // none: that of the event's own subject
};

// PLOVER and CAMEO codes, "" where there is none.
struct EventCodes {
  std::string plover, cameo;
};

// Immutable; shared by threads.
class EventLexicon {
 public:
  // Reads the tables that travel in the program. Fails on a row whose word no table inflects.
  static Expected<EventLexicon> load(const Morphology& morphology);

  // Whether a lemma has rows. Cheaper than to look at them.
  bool names_event(LemmaIndex lemma) const { return lemma < named_.size() && named_[lemma]; }
  // Rows of a lemma, in the order of the table; empty where it names no event.
  const std::vector<EventEntry>& events_of(LemmaIndex lemma) const {
    return lemma < events_.size() ? events_[lemma] : none_;
  }
  // A lemma's folded spelling.
  std::string_view folded_lemma(LemmaIndex lemma) const { return folded_[lemma]; }
  // The governor that an analysis stands for; null where it is none.
  const Governor* governor_of(const Analysis& analysis) const;
  // The governor of class `word` with this folded form, without clitics and article.
  const Governor* governor_of_form(std::string_view form) const;
  // The EventWord bits of a form, folded, without clitics and article.
  uint8_t word(std::string_view form) const;
  // The link of a preposition, folded; kNoLink where no table has it.
  Link preposition(std::string_view key) const;
  const EventCodes& codes(EventType type, EventStatus status) const {
    return codes_[static_cast<size_t>(type)][static_cast<size_t>(status)];
  }

 private:
  friend class EventTables;

  struct LemmaGovernors {
    int16_t verb = -1, noun = -1;  // indexes into governors_
  };

  std::vector<std::vector<EventEntry>> events_;  // by LemmaIndex
  std::vector<bool> named_;                      // by LemmaIndex: whether it has rows
  std::vector<EventEntry> none_;
  std::vector<std::string> folded_;  // by LemmaIndex
  std::vector<Governor> governors_;
  std::vector<LemmaGovernors> governors_of_;  // by LemmaIndex
  WordMap<int16_t> governor_forms_;           // indexes into governors_
  WordMap<Link> prepositions_;
  WordMap<uint8_t> words_;  // EventWord bits
  std::array<std::array<EventCodes, kEventStatuses>, kEventTypes> codes_;
};

// Whether a form of this class is a verb's: finite, participle or masdar.
inline bool is_verbal(Pos pos) {
  return pos == Pos::kVerb || pos == Pos::kParticiple || pos == Pos::kMasdar;
}

}  // namespace musnad
