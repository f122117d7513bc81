#include "events/event_lexicon.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/inlined_vector.h>
#include <absl/strings/string_view.h>
#include <fmt/format.h>

#include <map>

#include "lexicon/record_names.h"
#include "morphology/normalize.h"
#include "morphology/table_cells.h"

namespace musnad {
namespace {

using Role = Participant::Role;

constexpr Named<uint32_t> kUseNames[] = {{"verb", kFiniteUse | kMasdarUse},
                                         {"speech", kFiniteUse | kParticipleUse | kMasdarUse},
                                         {"finite", kFiniteUse},
                                         {"masdar", kMasdarUse},
                                         {"noun", kNounUse}};
constexpr Named<uint32_t> kWordNames[] = {
    {"dates", kDatesWord}, {"since", kSinceWord}, {"first", kFirstWord},  {"state", kStateWord},
    {"side", kSideWord},   {"peer", kPeerWord},   {"result", kResultWord}};
constexpr std::string_view kLinkNames[] = {"subject", "object", "of_person", "of_place", "speaker"};

// The value of a name; complains of an unknown one.
template <typename T>
T value_in(Cells& cells, std::string_view name, T last) {
  const std::optional<T> value = value_named(name, last);
  if (!value) cells.complain(name);
  return value.value_or(T{});
}
EventType type_in(Cells& cells, size_t column) {
  return value_in(cells, cells.text(column), EventType::kAttack);
}
EventStatus status_in(Cells& cells, size_t column) {
  return value_in(cells, cells.text(column), EventStatus::kConditional);
}
Role role_named(Cells& cells, std::string_view name) {
  return value_in(cells, name, Role::kMember);
}

}  // namespace

class EventTables {
 public:
  explicit EventTables(const Morphology& morphology) {
    lexicon_.events_.resize(morphology.lemma_count());
    lexicon_.named_.resize(morphology.lemma_count());
    lexicon_.governors_of_.resize(morphology.lemma_count());
    lexicon_.folded_.reserve(morphology.lemma_count());
    lemmas_.reserve(morphology.lemma_count());
    for (LemmaIndex i = 0; i < morphology.lemma_count(); ++i) {
      const Lemma& lemma = morphology.lemma(i);
      lexicon_.folded_.push_back(fold(lemma.text));
      lemmas_[{lemma.text, lemma.pos == Pos::kVerb}].push_back(i);
    }
  }

  Expected<EventLexicon> run() {
    static const TableSource<EventTables> kTables[] = {
        {"lexicon/ar/event_roles.tsv",
         {"type", "subject", "object", "of_person", "of_place", "prepositions"},
         &EventTables::read_roles},
        {"lexicon/ar/event_fields.tsv", {"field", "words"}, &EventTables::read_field},
        {"lexicon/ar/events.tsv",
         {"lemma", "class", "type", "roles", "needs", "example", "who"},
         &EventTables::read_event},
        {"lexicon/ar/event_governors.tsv",
         {"lemma", "class", "status", "subject", "example"},
         &EventTables::read_governor},
        {"lexicon/ar/event_words.tsv", {"word", "class", "example"}, &EventTables::read_word},
        {"lexicon/cameo.tsv", {"type", "status", "plover", "cameo"}, &EventTables::read_codes}};
    if (const auto error = read_tables(*this, kTables)) return tl::unexpected<Error>(*error);
    return std::move(lexicon_);
  }

 private:
  using Lemmas = absl::InlinedVector<LemmaIndex, 2>;

  // The lemmas of a row; complains where no table inflects its word.
  const Lemmas& lemmas_of(Cells& cells, bool verb) {
    const std::string_view lemma = cells.text(0);
    const auto found = lemmas_.find({absl::string_view(lemma.data(), lemma.size()), verb});
    if (found != lemmas_.end()) return found->second;
    cells.fail_with(fmt::format("'{}' stands in no table of {}; add it there", cells.text(0),
                                verb ? "verbs" : "nouns"));
    static const Lemmas kNone;
    return kNone;
  }

  Link link_of(std::string_view name) {
    const auto known = std::find(std::begin(kLinkNames), std::end(kLinkNames), name);
    if (known != std::end(kLinkNames)) return static_cast<Link>(known - std::begin(kLinkNames));
    const auto next = static_cast<Link>(kPrepositions + lexicon_.prepositions_.size());
    return lexicon_.prepositions_.emplace(fold(name), next).first;
  }

  // LINK=ROLE, or LINK= for no role.
  void read_links(Cells& cells, size_t column, Roles& roles) {
    for (std::string_view item : cells.list(column)) {
      const size_t equals = item.find('=');
      if (equals == std::string_view::npos) return cells.complain(item);
      const Link link = link_of(item.substr(0, equals));
      if (link >= kLinks) return cells.fail_with("too many prepositions; raise kLinks");
      const std::string_view role = item.substr(equals + 1);
      roles[link] = role.empty() ? std::nullopt : std::optional(role_named(cells, role));
    }
  }

  void read_roles(Cells& cells) {
    Roles& roles = roles_[static_cast<size_t>(type_in(cells, 0))];
    for (Link link = kSubjectLink; link <= kOfPlaceLink; ++link) {
      if (!cells.text(link + 1).empty()) roles[link] = role_named(cells, cells.text(link + 1));
    }
    read_links(cells, 5, roles);
  }

  void read_field(Cells& cells) {
    std::vector<std::string>& words = fields_[std::string(cells.text(0))];
    for (std::string_view word : cells.list(1)) words.push_back(fold(word));
  }

  // A word that must not stand by that of the event, or @ and the field of such words.
  void exclude(Cells& cells, std::string_view word, SoughtWords& excludes) {
    if (!word.starts_with('@')) return excludes.add(fold(word));
    const auto field = fields_.find(word.substr(1));
    if (field == fields_.end()) return cells.complain(word);
    for (const std::string& one : field->second) excludes.add(one);
  }

  // WORD, <WORD in front of the event's word, -WORD where it must not follow, -<WORD where it must
  // not stand in front, @ a place.
  void read_needs(Cells& cells, EventEntry& entry) {
    for (std::string_view need : cells.list(4)) {
      switch (need.front()) {
        case '<':
          entry.needs_before.add(fold(need.substr(1)));
          break;
        case '-':
          if (need.starts_with("-<")) {
            exclude(cells, need.substr(2), entry.excludes_before);
          } else {
            exclude(cells, need.substr(1), entry.excludes);
          }
          break;
        case '@':
          entry.needs_place = true;
          break;
        default:
          entry.needs.add(fold(need));
      }
    }
  }

  void read_event(Cells& cells) {
    EventEntry entry;
    entry.lemma = cells.text(0);
    entry.uses = static_cast<uint8_t>(cells.named(1, kUseNames));
    entry.type = type_in(cells, 2);
    entry.roles = roles_[static_cast<size_t>(entry.type)];
    read_links(cells, 3, entry.roles);
    read_needs(cells, entry);
    for (LemmaIndex lemma : lemmas_of(cells, entry.uses != kNounUse)) {
      lexicon_.events_[lemma].push_back(entry);
      lexicon_.named_[lemma] = true;
    }
  }

  void read_governor(Cells& cells) {
    Governor governor;
    governor.lemma = cells.text(0);
    governor.apart = cells.text(2) == "apart";
    governor.calls_off = cells.text(2) == "off";
    governor.refuses = cells.text(2) == "refused";
    governor.fails = cells.text(2) == "failed";
    const bool plain = cells.text(2).empty() || governor.apart || governor.calls_off;
    if (governor.refuses || governor.fails) {
      governor.status = EventStatus::kDenied;
    } else if (!plain) {
      governor.status = status_in(cells, 2);
    }
    governor.addressee_takes_part = cells.text(3) == "addressee";
    governor.subject_if_alone = cells.text(3) == "alone";
    governor.subject_takes_part =
        cells.text(3) != "none" && !governor.subject_if_alone && !governor.addressee_takes_part;
    if (governor.subject_takes_part && !cells.text(3).empty()) {
      governor.subject = role_named(cells, cells.text(3));
    }
    const std::string_view kind = cells.text(1);
    governor.perfect_only = kind == "perfect";
    const auto index = static_cast<int16_t>(lexicon_.governors_.size());
    const bool verb = kind == "verb" || governor.perfect_only;
    lexicon_.governors_.push_back(std::move(governor));
    if (kind == "word") {
      lexicon_.governor_forms_.emplace(fold(cells.text(0)), index).first = index;
    } else if (verb || kind == "noun") {
      for (LemmaIndex lemma : lemmas_of(cells, verb)) {
        auto& slots = lexicon_.governors_of_[lemma];
        (verb ? slots.verb : slots.noun) = index;
      }
    } else {
      cells.complain(kind);
    }
  }

  void read_word(Cells& cells) {
    lexicon_.words_.emplace(fold(cells.text(0)), static_cast<uint8_t>(cells.named(1, kWordNames)));
  }

  void read_codes(Cells& cells) {
    const auto type = static_cast<size_t>(type_in(cells, 0));
    const auto status = static_cast<size_t>(status_in(cells, 1));
    lexicon_.codes_[type][status] = {std::string(cells.text(2)), std::string(cells.text(3))};
  }

  EventLexicon lexicon_;
  std::array<Roles, kEventTypes> roles_;
  std::map<std::string, std::vector<std::string>, std::less<>> fields_;     // folded words by field
  absl::flat_hash_map<std::pair<absl::string_view, bool>, Lemmas> lemmas_;  // by text, of verbs
};

Expected<EventLexicon> EventLexicon::load(const Morphology& morphology) {
  return EventTables(morphology).run();
}

const Governor* EventLexicon::governor_of(const Analysis& analysis) const {
  if (analysis.lemma >= governors_of_.size()) return nullptr;
  const LemmaGovernors& slots = governors_of_[analysis.lemma];
  const int16_t index = is_verbal(analysis.pos) ? slots.verb : slots.noun;
  return index < 0 ? nullptr : &governors_[index];
}

const Governor* EventLexicon::governor_of_form(std::string_view form) const {
  const int16_t* index = governor_forms_.find(form);
  return index == nullptr ? nullptr : &governors_[*index];
}

uint8_t EventLexicon::word(std::string_view form) const {
  const uint8_t* word = words_.find(form);
  return word == nullptr ? 0 : *word;
}

Link EventLexicon::preposition(std::string_view key) const {
  const Link* link = prepositions_.find(key);
  return link == nullptr ? kNoLink : *link;
}

}  // namespace musnad
