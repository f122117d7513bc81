// The cast of one document: its actors with the words by which each was called, so that a later
// name or title finds the one who is meant.
//
// A person is known by the words of the name: a mention is the same person when its words are among
// those of the fullest name, in order, or the other way round. Titles and institutions are known by
// codes: the lemma of each word, and one code for a state however it is said (روسيا, الروسي,
// موسكو). A title means the actor mentioned last whose titles have the same head noun and do not
// speak against it: another state, or each of the two for something that the other lacks.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/inlined_vector.h>
#include <absl/functional/function_ref.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actor_word.h"
#include "actors/phrase.h"
#include "actors/register.h"
#include "text/document.h"

namespace musnad {

// The lemma of a title's word, or a state.
using Code = uint32_t;
using Codes = absl::InlinedVector<Code, 12>;
using FewCodes = absl::InlinedVector<Code, 4>;
inline constexpr Code kStateCode = 0x80000000;      // added to the index of a state
inline constexpr Code kPortfolioCode = 0x40000000;  // added to what a ministry is for
inline constexpr Code kAgainCode = 0x10000000;  // added to the head that stands again: ولي ولي
inline constexpr Code kFormerCode = 0x20000000;  // of titles: السابق

inline uint32_t head_bit(PhraseHead head) { return 1u << static_cast<uint32_t>(head); }

// What is remembered of each actor. One a document (Document::cast); filled and asked by Casting.
class Cast {
 public:
  // `actors` and `words` must live as long as the cast.
  Cast(const Register& actors, ActorWordCache& words, std::string_view day);

  struct Member {
    std::vector<NameWord> name;  // the fullest that is known, from the text or the register
    size_t said = 0;             // words of the fullest name in the text
    FewCodes heads;              // of the nouns that head its titles or its name
    FewCodes codes;              // of all its titles, or of the institution's name
    FewCodes styles;             // how it was addressed: معالي, سمو
    bool envoy = false;          // has an envoy's title
    EntryIndex entry = kNoEntry;
    PhraseHead head = PhraseHead::kNone;
    absl::InlinedVector<TokenIndex, 4> places;  // where it is mentioned, ascending
  };

  const Register& actors;
  ActorWordCache& words;
  const std::string day;  // YYYY-MM-DD, "" where not known
  const Code ministry;    // of وزارة
  // Offices that are told in other words, longest first.
  struct SameOffice {
    Codes office, same;
  };
  std::vector<SameOffice> same_offices;
  std::vector<Member> members;  // parallel to Document::actors
  absl::flat_hash_map<EntryIndex, ActorIndex> by_entry;
  absl::flat_hash_map<SpellingId, absl::InlinedVector<ActorIndex, 2>> by_name;
  absl::flat_hash_map<Code, absl::InlinedVector<ActorIndex, 2>> by_head;
  absl::flat_hash_map<std::string, ActorIndex> by_text;  // unnamed actors
  // Who issued documents, by the noun (بيان), and where it is said, ascending.
  struct Issued {
    TokenIndex token;
    ActorIndex issuer;
  };
  absl::flat_hash_map<Code, std::vector<Issued>> issued;
  std::optional<ActorIndex> last_source;  // who spoke last
};

// Finds and adds the actors of a document. Cheap to make; holds nothing of its own.
class Casting {
 public:
  // The document's cast must be set; both must outlive this.
  explicit Casting(Document& document)
      : document_(document), cast_(*document.cast), actors_(cast_.actors) {}

  // The actor that a phrase stands for; a new one where none is meant and `create` is set. The
  // phrase must be of the document.
  std::optional<ActorIndex> resolve(const Phrase& phrase, bool create);

  // The actor called by one word that is part of a name known already; nothing where there is none.
  std::optional<ActorIndex> known_by_name(TokenIndex token) const;

  // The person whom a word outside of all phrases means: a name known already, a surname behind a
  // verb of reporting whatever else the word may be (وقال صالح), a surname of the register.
  std::optional<ActorIndex> single_name(TokenIndex token);

  // كيري | لافروف: how many words of a name of two belong to its person: 1 where both are surnames
  // of persons who are known, 2 elsewhere.
  TokenIndex words_of_one(const Phrase& phrase) const;

  // Between names and titles: who of the register is meant by surnames that stand without a fuller
  // name in the whole document.
  void adopt_surnames();

  // Notes who issued a document that is mentioned, where its phrase says so.
  void note_document(const Phrase& phrase);
  // See note_issuer in coreference.h.
  void note_issuer(TokenIndex noun, ActorIndex issuer);

  // The actor of an entry of the register, made where it is new; `name` is how the document calls
  // it.
  ActorIndex of_entry(EntryIndex entry, TokenRange name = {});

  // Whom a phrase stands for; a new actor called as `range` stands where none is meant.
  ActorIndex of_phrase(const Phrase& phrase, TokenRange range);

  // The two who were last told together before a token; see actor_for_pair in coreference.h.
  std::optional<ActorIndex> last_pair(TokenIndex before, uint32_t roles);

  // See actor_for_phrase and actor_for_outlet in coreference.h.
  ActorIndex of_source(TokenRange phrase);
  ActorIndex of_outlet(TokenRange phrase);

  // The actor without a name of its own that is called by a text; new where none was called so.
  ActorIndex called(std::string text, ActorKind kind);

  // Notes that an actor is also called as a range stands.
  void call_by(ActorIndex actor, TokenRange name) { call(actor, text_of(name), false); }

  // Notes that an actor is mentioned at a token.
  void note(ActorIndex actor, TokenIndex token);

 private:
  using Member = Cast::Member;

  using Name = absl::InlinedVector<NameWord, 8>;  // without particles

  // Who is called by a title or an institution's name of these codes; the first is its head noun.
  struct Wanted {
    Codes codes;
    TokenIndex token = 0;
    uint32_t kinds = 0;  // bits of PhraseHead
    Number number = Number::kUnknown;
    Gender gender = Gender::kUnknown;
    bool construct = false;   // رئيس الأركان: the noun has its article from what follows
    bool woman = false;       // by a noun that has both genders
    bool envoy = false;       // whose post is told in many ways
    bool every_side = false;  // of whom every side has one: spokesmen, bodies, sources
    bool mission = false;     // of an envoy who is no ambassador: told by where he is sent
    bool body = false;        // an institution or group: one may be called as many are
    bool source = false;      // مصدر, مصادر: one and many are told for each other
    Code style = 0;           // معالي before the title
  };

  // An office as a title tells it.
  struct Post {
    std::span<const EntryIndex> offices;        // any of them
    absl::InlinedVector<EntryIndex, 2> bodies;  // whose it may be, as the title names them
    bool whole = true;                          // nothing else is named
    Held held = Held::kNow;
  };

  // --- resolve_office.cc: persons by the office that they hold
  std::optional<ActorIndex> office_holder(const Phrase& phrase);
  Post post_of(const Phrase& phrase) const;
  std::optional<Post> post_in_construct(const Phrase& phrase) const;
  std::optional<Post> post_around_state(const Phrase& phrase) const;
  Held held_at(TokenIndex token) const;
  Held held(TokenRange title) const;
  std::optional<ActorIndex> holder(EntryIndex person, TokenRange title);
  std::optional<ActorIndex> named_holder(const Post& post, TokenIndex token) const;

  // --- resolve.cc: persons by name and by title
  std::optional<ActorIndex> resolve_person(const Phrase& phrase, bool create);
  std::optional<ActorIndex> resolve_title(const Phrase& phrase, bool create);
  void call_in_nominative(ActorIndex actor, const Phrase& phrase);
  std::optional<ActorIndex> of_rank(const Phrase& phrase) const;
  std::optional<ActorIndex> surname_of_known(TokenIndex token) const;
  bool opens_subject(TokenIndex token) const;
  bool complete_alone(const Codes& codes) const;
  bool is_called(ActorIndex actor, Code title) const;
  bool is_man(ActorIndex actor) const;
  bool only_before(ActorIndex actor, const Wanted& wanted) const;
  // The person of the register, new to the document, whom a surname alone means on its day.
  std::optional<ActorIndex> known_by_surname(TokenIndex token, bool any_word = false);
  std::optional<ActorIndex> named_behind(const Phrase& phrase) const;
  void adopt(ActorIndex actor, EntryIndex person);
  Wanted wanted_by(const Phrase& phrase) const;

  // --- resolve_unnamed.cc: persons by what stands around a title
  std::optional<ActorIndex> official(const Wanted& wanted) const;
  bool is_nameless_one(ActorIndex actor) const;
  TokenIndex last_spoken(const Member& member, TokenIndex before) const;
  std::optional<ActorIndex> envoy(const Wanted& wanted) const;
  std::optional<ActorIndex> first_mentioned(absl::FunctionRef<bool(ActorIndex)> fits) const;
  bool is_in_lead(ActorIndex actor, TokenIndex headline) const;
  std::optional<ActorIndex> introduced_later(const Wanted& wanted, bool any_office) const;
  std::optional<ActorIndex> teller_of_lead(const Phrase& phrase, const Wanted& wanted) const;
  std::optional<ActorIndex> named_next(const Phrase& phrase, const Wanted& wanted) const;
  std::optional<ActorIndex> name_of_titled(const Phrase& phrase);
  std::optional<ActorIndex> name_of_headline(const Phrase& phrase);
  bool give_name(ActorIndex actor, TokenRange range);
  std::optional<ActorIndex> last_of_noun(const Wanted& wanted) const;
  std::optional<ActorIndex> spokesman(const Phrase& phrase, const Wanted& wanted);
  bool speaks_at(TokenIndex place) const;
  bool says_more_at(TokenIndex place) const;
  bool is_same_again(const Phrase& phrase) const;
  bool is_of_another_state(ActorIndex actor, const Phrase& phrase) const;
  std::optional<ActorIndex> sole_speaker(const Phrase& phrase, const Wanted& wanted) const;

  // --- resolve_common.cc: institutions, groups, documents
  std::optional<ActorIndex> resolve_common(const Phrase& phrase, bool create);
  ActorIndex new_body(TokenRange range);
  std::optional<ActorIndex> resolve_body(const Phrase& phrase, const Wanted& wanted);
  std::optional<ActorIndex> named_elsewhere(const Phrase& phrase, const Wanted& wanted) const;
  std::optional<ActorIndex> body_named_later(const Wanted& wanted) const;
  std::optional<ActorIndex> body_of_headline(const Phrase& phrase, const Wanted& wanted) const;
  std::optional<ActorIndex> resolve_document(const Phrase& phrase);
  std::optional<ActorIndex> latter_body(TokenIndex token) const;
  std::optional<ActorIndex> resolve_pointer(const Phrase& phrase);
  std::optional<ActorIndex> of_kind(uint16_t kinds, const Wanted& wanted) const;
  bool names_land(TokenIndex t) const;  // whether a state or capital is named there
  std::optional<ActorIndex> issuer_within(TokenRange range);
  std::optional<ActorIndex> outlet_before(TokenIndex token) const;
  Code code_of_noun(TokenIndex noun) const;
  bool makes(TokenIndex verb, TokenIndex document) const;
  bool fills_quotation(TokenRange range) const;
  bool is_list(TokenRange range) const;
  bool mention_begins(TokenIndex token) const;
  bool only_passes_on(TokenIndex outlet) const;
  std::optional<ActorIndex> author_behind(const Phrase& document);
  std::optional<ActorIndex> issuer_before(const Phrase& document);
  std::optional<ActorIndex> state_of(ActorIndex person);
  ActorIndex joint_source(TokenRange range);
  std::string name_in_list(const Phrase& phrase);
  bool of_one_state(ActorIndex first, ActorIndex second) const;
  bool told_together(const Mention& first, const Mention& second) const;
  std::optional<ActorIndex> pair_meant(const Phrase& phrase);
  std::optional<ActorIndex> mentioned(TokenRange phrase) const;

  // --- cast_find.cc: reading words and finding members
  bool is_address(TokenIndex token) const;
  bool opens_alone(TokenIndex t, TokenIndex end) const;
  std::string text_of(TokenRange range) const;
  bool is_abd(const ActorWord& w) const;
  bool ends_name(TokenIndex token, TokenRange name) const;
  Name read_name(TokenRange range) const;
  bool names_state(TokenIndex t) const;
  Codes read_codes(TokenRange range) const;
  void unify_office(Codes& codes) const;
  uint32_t paragraph_of(TokenIndex token) const;

  // The member with the head noun wanted whose codes answer best to it: of the same state,
  // mentioned last before the token, else first after it.
  std::optional<ActorIndex> find_codes(const Wanted& wanted) const;
  // With `any_word`, also where the surname is another word besides (سلام), on a known day.
  EntryIndex officer_called(TokenIndex token, bool any_word = false) const;
  bool other_gender(ActorIndex actor, const Wanted& title) const;
  bool contradicts(ActorIndex actor, const Wanted& title) const;
  bool other_ministry(const Member& member, const Wanted& wanted) const;
  // How badly the codes of a member answer to those wanted; nothing where the two contradict.
  std::optional<uint32_t> misfit(ActorIndex actor, const Wanted& wanted) const;
  // The person of a name; of several the one to whom the title does not speak against, who has it
  // as a surname (or, behind a royal title, as a first name), who is nearest.
  std::optional<ActorIndex> find_name(const Name& name, const Wanted& title, bool royal) const;
  std::optional<ActorIndex> find_name(const Name& name, TokenIndex token) const;
  // The person mentioned last before a token; with a style, who was addressed with it.
  std::optional<ActorIndex> last_person(TokenIndex before, Code style = 0) const;
  // The person mentioned last before a token with one of the titles that go with a style.
  std::optional<ActorIndex> last_bearer(const ActorWord& style, TokenIndex before) const;
  template <typename Test>
  std::optional<ActorIndex> last_person_that(Test test, TokenIndex before) const;
  bool same_person(const Member& member, const Name& name) const;
  // How far a member's nearest mention is from a token; mentions before it count as nearer.
  uint32_t distance(const Member& member, TokenIndex token) const;
  // Whether a member is first mentioned behind a token, within a few paragraphs.
  bool introduced_behind(const Member& member, TokenIndex token) const;
  // The first state among codes, kNoEntry where there is none.
  static EntryIndex state_in(std::span<const Code> codes);
  EntryIndex state_known_of(ActorIndex actor) const;

  // --- cast.cc: adding
  void index(ActorIndex actor);
  ActorIndex add(Actor actor, PhraseHead head, EntryIndex entry = kNoEntry);
  // The actor called as `range` stands.
  ActorIndex unnamed(TokenRange range, ActorKind kind);
  void enrich(ActorIndex actor, const Phrase& phrase);
  void call(ActorIndex actor, std::string name, bool fuller);
  void add_title(ActorIndex actor, TokenRange title);
  void add_body_codes(ActorIndex actor, TokenRange name);
  void add_codes(ActorIndex actor, const Codes& codes);
  std::optional<ActorIndex> behalf_in(const Phrase& phrase);
  void set_behalf(ActorIndex actor, const Phrase& phrase);
  bool is_womans_title(const Phrase& phrase) const;
  void call_by_attribute(ActorIndex actor, const Phrase& phrase);
  Codes office_of_last_named(TokenIndex token) const;
  Codes office_before(TokenIndex token) const;
  void share_office(ActorIndex actor, const Phrase& phrase);
  const ActorWord& word(TokenIndex t) const { return *document_.tokens[t].actor; }
  bool is_word(TokenIndex t) const { return document_.tokens[t].kind != TokenKind::kPunctuation; }

  Document& document_;
  Cast& cast_;
  const Register& actors_;
};

}  // namespace musnad
