// Persons by the office that a title names: who held it, by the register, on the document's day.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "actors/cast.h"
#include "actors/period.h"

namespace musnad {
namespace {

constexpr size_t kMostOfficials = 64;  // actors looked at for one office

bool one_of(std::span<const EntryIndex> entries, EntryIndex entry) {
  return std::find(entries.begin(), entries.end(), entry) != entries.end();
}

bool is_then(const Tenure& tenure, Held held, std::string_view day) {
  if (day.empty()) return true;
  if (held == Held::kBefore) return !tenure.to.empty() && tenure.to <= day;
  if (held == Held::kLater) return tenure.from > day;
  return within(day, tenure.from, tenure.to);
}

}  // namespace

// A person of the register as the document knows him or her: by name, else by this title, which is
// then the name until the document gives one.
std::optional<ActorIndex> Casting::holder(EntryIndex person, TokenRange title) {
  if (const auto found = cast_.by_entry.find(person); found != cast_.by_entry.end()) {
    return found->second;
  }
  const std::vector<NameWord>& name = cast_.words.name_of(person);
  if (const auto known = find_name({name.begin(), name.end()}, title.begin);
      known && cast_.members[*known].entry == kNoEntry) {
    adopt(*known, person);
    return known;
  }
  const ActorIndex actor = of_entry(person, title);
  cast_.members[actor].head = PhraseHead::kTitle;
  return actor;
}

// The person of the document, nearest to a token, who held the office at the time of which the
// title tells.
std::optional<ActorIndex> Casting::named_holder(const Post& post, TokenIndex token) const {
  std::optional<ActorIndex> best;
  uint32_t nearest = kNoToken;
  const size_t size = cast_.members.size();
  for (size_t i = size > kMostOfficials ? size - kMostOfficials : 0; i < size; ++i) {
    const Member& member = cast_.members[i];
    if (member.entry == kNoEntry || actors_.entry(member.entry).kind != EntryKind::kPerson) {
      continue;
    }
    const auto tenures = actors_.tenures_of(member.entry);
    const bool holds = std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
      const bool theirs = post.bodies.empty() || one_of(post.bodies, tenure.body);
      return theirs && one_of(post.offices, tenure.office) && is_then(tenure, post.held, cast_.day);
    });
    const uint32_t far = distance(member, token);
    if (!holds || far >= nearest) continue;
    best = static_cast<ActorIndex>(i);
    nearest = far;
  }
  return best;
}

// What an attribute says of when the bearer of a title holds the office: السابق, المكلف; not with
// its complement (المكلف بالملف, القادم من سيراف).
Held Casting::held_at(TokenIndex token) const {
  const ActorWord& w = word(token);
  if (w.held == Held::kNow || token + 1 >= document_.tokens.size() || !is_word(token + 1))
    return w.held;
  const ActorWord& next = word(token + 1);
  const bool completed =
      (next.joints & w.joints) != 0 || (next.has(kBi) && (w.joints & kJoinBi) != 0);
  return completed ? Held::kNow : w.held;
}

// The same of the attributes of a title.
Held Casting::held(TokenRange title) const {
  for (TokenIndex t = title.begin + 1; t < title.end; ++t) {
    if (is_word(t) && held_at(t) != Held::kNow) return held_at(t);
  }
  return Held::kNow;
}

// رئيس وزراء نوريا: without its article the title stands in front of the name of whose it is.
std::optional<Casting::Post> Casting::post_in_construct(const Phrase& phrase) const {
  constexpr TokenIndex kLongest = 5;
  const TokenIndex end = std::min(phrase.title.end, phrase.noun + kLongest);
  if (word(phrase.noun).has(kAl)) return std::nullopt;
  for (TokenIndex name = phrase.noun + 1; name < end; ++name) {
    if (!is_word(name) || word(name).prefixed() || word(name).joined()) return std::nullopt;
    const EntryIndex body = match_entry(document_, name).entry;
    if (body == kNoEntry) continue;
    const RegisterEntry& entry = actors_.entry(body);
    TokenIndex t = phrase.noun;
    const Register::OfficeMatch title = actors_.longest_office([&]() -> RegisterWord {
      if (t == name) return kNoRegisterWord;
      const ActorWord& w = word(t++);
      if (t < name) return t - 1 == phrase.noun ? w.bare : w.inner;
      if (w.stem == 0 || w.has(kAl)) return kNoRegisterWord;
      return actors_.find_word(fmt::format("ال{}", cast_.words.spelling(w.stem)));
    });
    const EntryIndex whose = entry.kind == EntryKind::kCapital ? entry.state : body;
    const bool has_it =
        title.steps == name - phrase.noun &&
        std::any_of(title.offices.begin(), title.offices.end(),
                    [&](EntryIndex office) { return !actors_.tenures_of(office, whose).empty(); });
    return has_it ? std::optional(Post{title.offices, {whose}}) : std::nullopt;
  }
  return std::nullopt;
}

// مندوب نوريا الدائم لدى الأمم المتحدة: an envoy's title that stands around the state's name.
std::optional<Casting::Post> Casting::post_around_state(const Phrase& phrase) const {
  if (!word(phrase.noun).is(kEnvoyRole)) return std::nullopt;
  TokenIndex t = phrase.noun + 1;
  EntryIndex state = kNoEntry;
  const auto pass = [&] {
    if (t >= phrase.title.end || !is_word(t)) return false;
    if (word(t).is(kLooseRole)) return true;
    if (state != kNoEntry || word(t).prefixed()) return false;
    const EntryMatch match = match_entry(document_, t);
    if (word(t).is(kNisbaRole)) {
      state = word(t).state;
    } else if (match.entry != kNoEntry) {
      state = actors_.entry(match.entry).state;
      t = match.tokens.end - 1;
    }
    return state != kNoEntry;
  };
  bool first = true;
  const Register::OfficeMatch title = actors_.longest_office([&]() -> RegisterWord {
    if (std::exchange(first, false)) return word(phrase.noun).bare;
    while (pass()) ++t;
    return t < phrase.title.end ? word(t++).inner : kNoRegisterWord;
  });
  if (title.steps < 2 || state == kNoEntry) return std::nullopt;
  return Post{title.offices, {state}};
}

// The office that a title names, of the states and organizations that it names, else of the one
// whose title it is alone (شيخ الأزهر).
Casting::Post Casting::post_of(const Phrase& phrase) const {
  TokenIndex t = phrase.noun;
  const Register::OfficeMatch title = actors_.longest_office([&]() -> RegisterWord {
    if (t >= phrase.title.end) return kNoRegisterWord;
    const ActorWord& w = word(t);
    return t++ == phrase.noun ? w.bare : w.inner;
  });
  Post post{title.offices, {}};
  const TokenIndex rest = phrase.noun + title.steps;
  for (t = phrase.noun + 1; t < phrase.title.end && !post.offices.empty(); ++t) {
    if (!is_word(t)) continue;
    const ActorWord& w = word(t);
    const EntryIndex body = w.is(kNisbaRole) ? w.state : match_entry(document_, t).entry;
    // رئيس | مجلس النواب النوري, which is the title's own
    if (t < rest && (body == kNoEntry || actors_.entry(body).kind != EntryKind::kOrganization))
      continue;
    if (t >= rest) post.whole = post.whole && (w.is(kLooseRole) || held_at(t) != Held::kNow);
    if (body != kNoEntry) post.bodies.push_back(body);
  }
  if (post.whole && title.body != kNoEntry) post.bodies.push_back(title.body);
  return post;
}

// The one who holds the office that the title names: of whose it is; where that is not told,
// whoever of the document holds such an office. Of those who held it before or will, only persons
// of the document.
std::optional<ActorIndex> Casting::office_holder(const Phrase& phrase) {
  std::optional<Post> found = post_in_construct(phrase);
  if (!found) found = post_around_state(phrase);
  Post post = found ? *found : post_of(phrase);
  post.held = held(phrase.title);
  if (post.held != Held::kNow) return named_holder(post, phrase.tokens.begin);
  for (EntryIndex body : post.bodies) {
    for (EntryIndex office : post.offices) {
      const EntryIndex person =
          cast_.day.empty() ? kNoEntry : actors_.holder(office, body, cast_.day);
      const bool other = person != kNoEntry && word(phrase.noun).gender == Gender::kFeminine &&
                         actors_.entry(person).gender == Gender::kMasculine;
      if (person != kNoEntry && !other) return holder(person, phrase.tokens);
    }
  }
  return post.whole ? named_holder(post, phrase.tokens.begin) : std::nullopt;
}

}  // namespace musnad
