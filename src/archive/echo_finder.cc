#include "archive/echo_finder.h"

#include <algorithm>

#include "archive/groups.h"

namespace musnad {
namespace {

constexpr size_t kBandNumbers = 3;
constexpr size_t kBands = kLeastCount / kBandNumbers;
constexpr int32_t kNone = -1;
constexpr double kRepeats = 0.55;  // shared part from which on an article repeats another

uint64_t band_of(const Fingerprint& fingerprint, size_t band) {
  uint64_t key = band;
  for (size_t i = 0; i < kBandNumbers; ++i) {
    key = key << 16 | fingerprint.least[band * kBandNumbers + i];
  }
  return key;
}

}  // namespace

EchoFinder::EchoFinder(Database& database, TermCache& terms)
    : terms_(terms),
      load_(
          database.prepare("SELECT article, day, pairs, least FROM fingerprints WHERE article > ?1 "
                           "ORDER BY article")),
      load_links_(database.prepare("SELECT article, other FROM echoes WHERE article > ?1")),
      missing_(database.prepare("SELECT article, unixepoch(day) / 86400 FROM articles WHERE "
                                "article > ?1 ORDER BY article")),
      text_(database.prepare("SELECT text FROM articles WHERE article = ?1")),
      insert_(database.prepare("INSERT INTO fingerprints VALUES (?1, ?2, ?3, ?4)")),
      link_(database.prepare("INSERT INTO echoes VALUES (?1, ?2, ?3)")) {}

void EchoFinder::catch_up() {
  load_new();
  for (missing_.bind(last_); missing_.step();) {
    last_ = missing_.integer(0);
    const auto found = fingerprint(last_);
    if (!found) continue;
    const std::string bytes = found->bytes();
    const std::optional<uint32_t> day = missing_.maybe(1);
    insert_.run(last_, day, found->pairs, Blob{bytes});
    link_repeated(add_member(last_, day, *found));
  }
  missing_.reset();
  told_.clear();
}

void EchoFinder::tell(int64_t article, const IndexWords& words) {
  told_[article] = fingerprint_of(words.terms);
}

std::optional<Fingerprint> EchoFinder::fingerprint(int64_t article) {
  if (const auto told = told_.find(article); told != told_.end()) return told->second;
  text_.bind(article).step();
  const auto found = fingerprint_of(terms_.index_words(text_.text(0)).terms);
  text_.reset();
  return found;
}

void EchoFinder::forget() {
  last_ = 0;
  told_.clear();
  members_.clear();
  bands_.clear();
  entries_.clear();
}

// What this or another writer added since the last look.
void EchoFinder::load_new() {
  const int64_t before = last_;
  for (load_.bind(before); load_.step();) {
    last_ = load_.integer(0);
    const auto pairs = static_cast<uint32_t>(load_.integer(2));
    enter(add_member(last_, load_.maybe(1), Fingerprint::from_bytes(load_.blob(3), pairs)));
  }
  load_.reset();
  for (load_links_.bind(before); load_links_.step();) {
    join(member_of(load_links_.integer(0)), member_of(load_links_.integer(1)));
  }
  load_links_.reset();
}

uint32_t EchoFinder::add_member(int64_t article, std::optional<uint32_t> day,
                                const Fingerprint& fingerprint) {
  const auto member = static_cast<uint32_t>(members_.size());
  members_.push_back({article, day, fingerprint, member});
  return member;
}

void EchoFinder::enter(uint32_t member) {
  for (size_t band = 0; band < kBands; ++band) {
    const auto [first, fresh] =
        bands_.try_emplace(band_of(members_[member].fingerprint, band), kNone);
    entries_.push_back({member, first->second});
    first->second = static_cast<int32_t>(entries_.size()) - 1;
  }
}

// Links a member with those of other groups whose words it repeats, then enters it, unless one of
// the same day with the same fingerprint is entered: whoever would find the one finds the other.
void EchoFinder::link_repeated(uint32_t member) {
  const Member& self = members_[member];
  bool entered = false;
  for (size_t band = 0; band < kBands; ++band) {
    const auto first = bands_.find(band_of(self.fingerprint, band));
    if (first == bands_.end()) continue;
    for (int32_t entry = first->second; entry != kNone; entry = entries_[entry].next) {
      const uint32_t number = entries_[entry].member;
      const Member& other = members_[number];
      entered |= other.day == self.day && other.fingerprint.least == self.fingerprint.least;
      if (!near_days(other.day, self.day) || group_of(number) == group_of(member)) continue;
      const double shared = shared_part(other.fingerprint, self.fingerprint);
      if (shared < kRepeats) continue;
      link_.run(self.article, other.article, static_cast<int64_t>(100 * shared));
      join(number, member);
    }
  }
  if (!entered) enter(member);
}

uint32_t EchoFinder::group_of(uint32_t member) {
  while (members_[member].nearer != member) {
    members_[member].nearer = members_[members_[member].nearer].nearer;
    member = members_[member].nearer;
  }
  return member;
}

uint32_t EchoFinder::member_of(int64_t article) const {
  const auto member = std::lower_bound(
      members_.begin(), members_.end(), article,
      [](const Member& member, int64_t article) { return member.article < article; });
  return static_cast<uint32_t>(member - members_.begin());
}

}  // namespace musnad
