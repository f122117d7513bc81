// Reads one phrase word by word (phrase.h). Each question and each step is a member function; the
// files phrase_words.cc, phrase_names.cc, phrase_nouns.cc and phrase.cc hold those about single
// words, about names, about noun groups, and about the phrase as a whole.
#pragma once

#include "actors/phrase.h"

namespace musnad {

// One phrase of one document; made for each phrase anew, on the stack. Never allocates.
class PhraseParser {
 public:
  // Both must outlive this.
  PhraseParser(const Document& document, const Register& actors, TokenIndex begin);

  // See parse_phrase and parse_single_phrase.
  Phrase parse(bool with_others);

 private:
  bool word(TokenIndex t) const {
    return t < limit_ && document_.tokens[t].kind != TokenKind::kPunctuation;
  }
  bool mark(TokenIndex t, char32_t c) const { return t < limit_ && document_.tokens[t].mark == c; }
  bool comma(TokenIndex t) const { return mark(t, U'،') || mark(t, U','); }
  const ActorWord& at(TokenIndex t) const { return *document_.tokens[t].actor; }
  const ActorWord& here() const { return at(at_); }

  // --- phrase_words.cc: what a word can be here
  const Name* name_at(TokenIndex t) const;  // the tagger's name that holds it, or nullptr
  bool nominal(TokenIndex t) const;
  // Whether the tagger takes the word for part of a place.
  bool place(TokenIndex t) const;
  // Whether the tagger takes the word for part of a person's name and nothing speaks against it.
  bool named(TokenIndex t) const;
  bool adjective(TokenIndex t) const;
  bool goes_with_things(TokenIndex t) const;
  // See is_accusative.
  bool accusative(TokenIndex t) const;
  bool outgrows(const Name& name, TokenIndex t) const;
  // Whether a person's name can begin here.
  bool name_begins(TokenIndex t) const;
  bool name_set_apart() const;
  bool blesses(TokenIndex t) const;
  bool seems_prefixed(TokenIndex t) const;
  // Whether a person's name begins here, whatever else the word may be.
  bool surely_name(TokenIndex t) const;
  bool title_of_something(TokenIndex t) const;
  // A given name that is no particle or preposition here (علي, not على).
  bool given_name(TokenIndex t) const;
  // بن, عبد, لو …: a particle before another part of the name.
  bool joins_names(TokenIndex t) const;
  bool calls_mother(TokenIndex t) const;
  // The hyphen of جان-مارك, the stop of an initial (كيه. شانموجام).
  bool joining_mark(TokenIndex t) const;
  // Whether the match means its entry here: an everyday word does only in quotation marks
  // («الحياة»).
  bool stands_alone(const EntryMatch& match) const;
  bool known_person(TokenIndex t) const;
  // Right behind a title also a word that is not known as a name begins one before a first name.
  bool name_before_title(TokenIndex t) const;
  bool name_behind(TokenIndex t) const;
  bool full_name(TokenIndex t) const;
  bool begins_with_al(TokenIndex t) const;
  bool unknown_nisba(TokenIndex t) const;
  bool name_before_clause(TokenIndex t) const;
  // Behind a form of address (السيد, الدكتور) any word that goes with nothing else is a name.
  bool name_addressed(TokenIndex t) const;
  // علي is a name where a name follows that is written with it: the preposition is على.
  bool first_name_of(TokenIndex t) const;
  // Whether a state, organization or outlet of the register begins here.
  bool names_no_person(TokenIndex t) const;
  bool institution(TokenIndex t) const;
  bool state(TokenIndex t) const;
  bool capital(TokenIndex t) const;
  bool addressee(TokenIndex t) const;
  bool place_or_seat(const EntryMatch& match) const;
  bool title_in_apposition(TokenIndex t) const;

  // --- phrase_names.cc: taking a name
  bool honorifics();
  bool inside_tagged(const Name* tagged) const;
  bool ends_tagged(const Name* tagged) const;
  bool unknown_family(TokenIndex t) const;
  bool praises(TokenIndex t) const;
  bool name_ends_before(TokenIndex t) const;
  bool goes_on_tagged(const Name* tagged) const;
  bool bare() const;
  bool name_part(TokenIndex begin) const;
  bool looks_like_verb(TokenIndex begin) const;
  bool mine(TokenIndex t) const;
  bool surname_part(TokenIndex begin) const;
  bool address_part(const Name* tagged) const;
  bool ends_first_name(TokenIndex t) const;
  bool title_as_surname(TokenIndex begin) const;
  bool behind_particle() const;
  bool object_behind() const;
  bool begins_another(TokenIndex begin) const;
  bool begins_full_name(TokenIndex begin) const;
  EntryIndex person_name(TokenRange* name);  // returns the entry of the register that all of it is
  void own_name();
  void complement_name();
  const Quotation* quotation_opened_by(TokenIndex mark) const;
  bool quoted();
  bool bracketed();
  void name_behind_title(bool complete);
  bool title_behind_place(TokenIndex t);
  bool cuts_off_name(TokenIndex t) const;
  bool leads_to_another(TokenIndex t) const;
  void distant_name();
  void name_before_own_clause();
  bool opens_name_and_clause(TokenIndex t) const;

  // --- phrase_nouns.cc: taking a noun with what completes it
  bool may_link() const;
  bool bears_name_of_faith() const;
  bool bare_attribute() const;
  bool complement_behind_attribute() const;
  bool chain_link(bool* definite, bool* attributed);
  bool link_behind_attribute(bool* definite, bool* attributed);
  bool link_complement(bool* definite);
  bool chain(bool definite, bool begin_of_group = false);  // returns whether the group is definite
  bool further_place();
  void adjectives();
  bool agrees(TokenIndex adjective) const;
  bool joined_noun(bool* definite);
  bool members();
  bool degree_of_attribute();
  void attributes(bool definite);
  void complement();
  TokenIndex title_before_name(TokenIndex noun) const;
  bool bears(TokenIndex name, TokenIndex title) const;
  bool is_told_to(TokenIndex person) const;
  bool has_portfolio() const;
  bool completed_by_li() const;
  bool is_patron(TokenIndex title) const;
  bool before_object() const;
  bool takes_aim() const;
  bool is_entry() const;
  bool prefixed_complement();
  bool joins_with_li(bool attribute_before);
  bool joins_with_bi(bool attribute_before) const;
  bool is_aim(bool attribute_before) const;
  bool heads_body() const { return (head_roles_ & kInstitutionRoles & ~kPlaceRole) != 0; }
  bool quoted_complement(uint16_t preposition);
  TokenIndex place_before_name(TokenIndex t) const;
  bool is_matter(TokenIndex noun) const;
  bool is_seat_of_power(TokenIndex t) const;
  bool one_behind_many(TokenIndex t) const;
  bool counted();
  bool unknown_name(TokenIndex t) const;
  bool leads(TokenIndex noun) const;
  bool joins(uint16_t preposition) const;
  bool prepositional();
  bool names_holder(TokenIndex noun) const;
  bool shares_complement() const;
  void noun_group(TokenRange* title);

  // --- phrase.cc: taking all of it
  bool entry();
  void percent();
  bool quantified();
  bool outlet_behind(TokenIndex noun);
  bool takes_object() const;
  void another_title();
  void joined_title();
  bool apposition();
  bool quotes_end(TokenRange name) const;
  bool title_behind_name();
  bool name_behind_comma();
  bool name_behind_adjunct();
  bool name_between_marks();
  bool named_behind_noun();
  bool named_company();
  bool closed() const;
  bool conjunct();
  EntryMatch named_by_kind(TokenIndex noun) const;
  bool is_senior(TokenIndex t) const;
  void headed_by_noun(const EntryMatch& match);
  bool full_name_of_unknown() const;
  bool another();

  const Document& document_;
  const Register& actors_;
  const TokenIndex begin_;
  const TokenIndex limit_;
  TokenIndex at_;
  Phrase phrase_;
  uint32_t head_roles_ = 0;  // of the noun group being read
  uint16_t head_joints_ = 0;
  bool head_definite_ = false;
  bool has_name_ = false;    // in the conjunct being read
  bool only_titles_ = true;  // all conjuncts so far are titles of one without a name
};

}  // namespace musnad
