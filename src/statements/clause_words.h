// Looking ahead in the clause of a cue: the words that bring in what was said, and whether any is
// still to come. `end` is where the clause ends at the latest.
#pragma once

#include "statements/cues.h"

namespace musnad {

// Quotations shorter than this name things (صحيفة «الرأي») unless a colon or the cue itself brings
// them.
inline constexpr TokenIndex kShortQuotation = 4;

// The Complement bit of a preposition by its key; 0 where no lemma takes it for its content.
uint32_t preposition_complement(std::string_view key);

// Prepositions, conjunctions and particles: words that only join others.
bool is_grammar_word(Pos pos);

// قائلا, قائلة, بالقول, بقوله, فقال
bool is_qail(const Context& context, TokenIndex t);

// مضى | يقول, أضافت | تقول: the present of قال behind the verb that tells of the same words.
bool says_on(const Context& context, TokenIndex t);

// قوله, نفيها, القول: the noun of speech that tells the relayed words of somebody named before it;
// null for another word.
const ReportingEntry* relayed_words(const Context& context, TokenIndex t);

// الاثنان, كلاهما: two who were told of before.
bool means_two(const Context& context, TokenIndex t);

// فيها, خلاله: behind a verb, its antecedent is where it was said and not who said it (كلمة هنأ
// فيها).
bool is_therein(const Context& context, TokenIndex t);

// تم الإعلان عن, جرى التأكيد على: a passive in two words.
bool comes_about(const Context& context, const Cue& cue);

// مشيرا, مؤكدة
bool is_reporting_participle(const Context& context, TokenIndex t);

// Whether a complementizer follows before the clause ends or a further cue goes on.
bool clause_ahead(const Context& context, TokenIndex t, TokenIndex end);

// A، وهو ما أكده X; A، الأمر الذي أكده X: a word that only takes up what was said.
bool takes_up(const Context& context, TokenIndex t);

// «لن نستسلم», «الوضع خطير»: quoted words that make a clause, however few, and so were said; a name
// does not.
bool is_quoted_clause(const Context& context, const Quotation& quotation);

// بحسب «الألمانية»: whether an agency stands at `t`, in marks and by its country.
bool is_quoted_agency(const Context& context, TokenIndex t);

// Behind the name that somebody keeps back: طلب | عدم الكشف عن هويته; kNoToken where no such words
// begin at `t`.
TokenIndex behind_kept_name(const Context& context, TokenIndex t);

// طلب | عدم كشف هويته, مشترطا | عدم ذكر اسمه: what a verb of demand says of the speaker's own name;
// empty where it says no such thing.
TokenRange wish_to_stay_unnamed(const Context& context, const Cue& cue);

// Whether a quotation follows that is long enough to be somebody's words.
bool quotation_ahead(const Context& context, TokenIndex t, TokenIndex end);

// Whether a quotation right behind a colon follows.
bool quotation_behind_colon(const Context& context, TokenIndex t, TokenIndex end);

// A colon; not the one of a time of day (الساعة 11:30).
bool is_colon(const Context& context, TokenIndex t);

// Whether a colon follows in the clause: قال اللاعب لبرنامج الملعب مع الزميل سالم القرشي: …
bool colon_ahead(const Context& context, TokenIndex t, TokenIndex end);

// Behind what stands in brackets or dashes from `t` on; behind `t` where they are not closed.
TokenIndex behind_bracket(const Context& context, TokenIndex t, TokenIndex end);
TokenIndex behind_dashes(const Context& context, TokenIndex t, TokenIndex end);

}  // namespace musnad
