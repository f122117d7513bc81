// Finds which articles of an archive repeat each other, as they are added.
//
// Fingerprints are cut into 20 bands of 3 numbers. Articles that share a band are compared (LSH:
// two that share half of their pairs of words do so 19 times of 20, two that share a tenth once in
// 50 times); those that repeat each other within three days
// are linked, unless links join them already.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <optional>
#include <vector>

#include "archive/fingerprint.h"
#include "archive/sqlite.h"
#include "archive/terms.h"

namespace musnad {

// Holds the fingerprints of the archive in memory, some 600 bytes an article; they are read when
// the first article is looked at. Not thread-safe.
class EchoFinder {
 public:
  EchoFinder(Database& database, TermCache& terms);

  // Takes the words of an article that the transaction adds, so that they need not be worked out
  // from its text.
  void tell(int64_t article, const IndexWords& words);

  // Makes fingerprints for the articles that have none, and links them. To be called in the
  // transaction that added them.
  void catch_up();

  // To be called when a transaction was undone.
  void forget();

 private:
  struct Member {
    int64_t article;
    std::optional<uint32_t> day;  // counted from 1970-01-01
    Fingerprint fingerprint;
    uint32_t nearer;  // a member of the same group, nearer to the one that stands for it
  };
  struct Entry {
    uint32_t member;
    int32_t next;  // entry of the same band, kNone for none
  };

  void load_new();
  std::optional<Fingerprint> fingerprint(int64_t article);
  uint32_t add_member(int64_t article, std::optional<uint32_t> day, const Fingerprint& fingerprint);

  void enter(uint32_t member);
  void link_repeated(uint32_t member);
  uint32_t group_of(uint32_t member);
  void join(uint32_t a, uint32_t b) { members_[group_of(a)].nearer = group_of(b); }
  uint32_t member_of(int64_t article) const;

  TermCache& terms_;
  Query load_, load_links_, missing_, text_, insert_, link_;
  absl::flat_hash_map<int64_t, std::optional<Fingerprint>> told_;  // until they are linked
  int64_t last_ = 0;                              // article that was looked at last
  std::vector<Member> members_;                   // by article
  absl::flat_hash_map<uint64_t, int32_t> bands_;  // first entry of each
  std::vector<Entry> entries_;
};

}  // namespace musnad
