// From a cue to the right: its subject, whom it addresses, and where its content begins. A walk
// word by word; clause_scan.cc takes the steps over marks, clauses, verbs and prepositions,
// clause_nouns.cc those over noun phrases.
#pragma once

#include "statements/frame.h"

namespace musnad {

// Fills the frame of a verb, participle or noun with what stands behind it. A source that is
// already set keeps its place. Linear in the length of the sentence.
void scan_clause(const Context& context, Frame& frame);

// One such walk; made for each cue anew, on the stack.
class ClauseScan {
 public:
  // Both must outlive this.
  ClauseScan(const Context& context, Frame& frame);

  void run();

 private:
  // --- clause_scan.cc
  bool takes(uint32_t complement) const { return (complements_ & complement) != 0; }
  void open(Opening opening, TokenIndex content_begin);
  TokenIndex stop(TokenIndex t);
  // Reads what stands at `t`; returns where to go on.
  TokenIndex step(TokenIndex t);
  // The same for a word that is no mark, time, name or complementizer.
  TokenIndex step_word(TokenIndex t);
  // قال لقد ناقشنا: words given as they were spoken, with no mark or complementizer.
  TokenIndex behind_attribute(TokenIndex t);
  bool begins_speech(TokenIndex t) const;
  bool calls_what_is(TokenIndex t) const;
  // ما | وصفه بالجريمة: a verb that calls something so, with its pronoun.
  bool calls_somehow(TokenIndex t) const;
  bool is_name_before_quotation(TokenIndex t) const;
  // حيث, عندما: the clause that they open belongs to neither source nor content; others begin what
  // is no longer the cue's.
  TokenIndex step_conjunction(TokenIndex t);
  // وعد الوزير وهو يقف في الميناء | بالمساعدة: behind a clause on the one who promises or asks,
  // what he does; kNoToken for nowhere.
  TokenIndex behind_pronoun_aside(TokenIndex t) const;
  // «A»، | أكدت الوزيرة: whether the cue stands right behind quoted words.
  bool is_behind_quotation() const;
  // من is a preposition where nothing says otherwise.
  bool is_relative(TokenIndex t) const;
  // Whether a mention begins here, without ب ل ك in front of it.
  bool is_name(TokenIndex t) const;
  TokenIndex step_mark(TokenIndex t);
  TokenIndex behind_marks(TokenIndex t) const;
  // Past a colon: the token behind an opening quotation mark, if one follows.
  TokenIndex behind_opening_mark(TokenIndex t);
  TokenIndex step_quotation(TokenIndex t, int32_t q);
  // وصفها بـ«الإيجابية», طالب الوفد بـ«ضمان الأمن»; not المتحدث بـ«صحة الساحل» سالم القرشي
  bool is_bi_before_words(TokenIndex t) const;
  // يدعو «رعاة الاتفاق» | إلى التدخل: whom he asks, by a name.
  bool quotes_addressee(const Quotation& quotation, bool at_once) const;
  // قال على هامش "مؤتمر الإعلام الدولي"، الذي عقد أمس: | إن: a name on the way to the words.
  bool names_occasion(TokenIndex t, const Quotation& quotation) const;
  // Whether a colon with a clause or a quotation behind it is still to come, no other's words
  // before.
  bool words_behind_colon(TokenIndex t) const;
  // أضاف «لن نستسلم», قال الوزير «حل شامل».: few words in marks that were said, and name nobody.
  bool names_outlet(const Quotation& quotation) const;
  bool is_said(TokenIndex t, const Quotation& quotation) const;
  // الدكتور "الصافي": a name in marks behind a title that names nobody yet.
  bool names_source(const Quotation& quotation) const;
  // ذكرت «الواحة» و«أن بي سي نيوز» أن: behind a second name that is joined to the source.
  TokenIndex behind_further_name(const Quotation& first, TokenIndex t) const;
  bool is_outlet_name(TokenIndex t) const;
  bool follows_preposition(TokenIndex t) const;
  TokenIndex step_complementizer(TokenIndex t);
  // A dummy أنه before a wholly quoted sentence is not content.
  void drop_dummy_pronoun(TokenIndex t);
  bool is_question_word(TokenIndex t) const;
  bool next_is_if(TokenIndex t) const;
  TokenIndex step_question(TokenIndex t);
  // Past a subordinate clause: to the mark, complementizer or preposition that the cue waits for,
  // or the verbal noun behind a word of time.
  TokenIndex skip_clause(TokenIndex t);
  bool is_awaited(TokenIndex t) const;
  bool is_masdar_with(TokenIndex t, Proclitic proclitic) const;
  // دعا الزعيم الذي يقود الاحتجاج أنصاره | للعودة: behind those asked in such a clause.
  bool is_asked_to_do(TokenIndex t) const;
  // طالبت النقابات التي تنظم إضرابا منذ شهر | بزيادة الأجور: a deed with ب in such a clause, that
  // must be what was asked where the sentence has no other.
  bool is_only_deed_with_bi(TokenIndex t) const;
  TokenIndex step_preposition(TokenIndex t);
  // طلب من نحو ألف شخص | مغادرة منازلهم: behind how many people are asked; kNoToken for others.
  TokenIndex behind_asked_number(TokenIndex t) const;
  // به, فيه, كشفت عنه: a preposition with a pronoun; `relays`: the verb may relay another's words.
  TokenIndex step_bound_preposition(TokenIndex t, bool relays);
  // دعا | إلى الحوار: whether a preposition that the cue takes brings what was said.
  bool brings_content(TokenIndex t) const;
  // أكد على صفحته | أن, شدد على هامش المؤتمر، | على أن, رأى في حديث إلى الصحيفة | أن, أعلن نقلا عن
  // الوزارة | أن: whether a phrase with a preposition only tells where or how, since the clause
  // that was said follows it.
  bool is_beside_clause(TokenIndex t) const;
  // تأكيدات من الوزير, لم يصدر أي تعليق عن الوزارة: who spoke or did not, behind a noun of speech.
  bool names_speaker_of_noun(TokenIndex t) const;
  // بيان | للوزارة, بيان | صادر عن الوزارة, بيان | أصدرته الوزارة: who issued the document that is
  // the cue, where it is said right behind it; empty where it is not.
  TokenRange issuer_at(TokenIndex t) const;
  // رسالة: what is sent tells behind ل to whom.
  bool is_sent() const;
  // بيان | رسمي للوزارة: an attribute of the noun that is the cue.
  bool is_attribute_of_cue(TokenIndex t) const;
  // نقلت رويترز عن X قوله: X speaks, the subject relays; قوله, if it stands there, is the cue.
  TokenIndex step_relayed(TokenIndex t);
  // نقلت عن سالم القرشي الذي زار البلاد قوله: where such a noun follows a clause on the speaker;
  // kNoToken for nowhere.
  TokenIndex relayed_words_ahead(TokenIndex t) const;
  TokenIndex step_words(TokenIndex t, const ReportingEntry& words);
  // علق على الخبر بالقول إن: the words themselves follow, the phrase only tells what they are
  // about.
  bool words_given_later(TokenIndex t) const;
  // Whether the object of a preposition can be what was said, and not the place or medium.
  bool is_content_head(TokenIndex t) const;
  TokenIndex step_verb(TokenIndex t);
  // أكد الوزير أكثر من مرة | أن, غير مرة | أن: behind how often; kNoToken for other words.
  TokenIndex behind_often(TokenIndex t) const;
  // كشف الوزير، متحدثا في المؤتمر، | أن: behind how he spoke, between commas in front of his words;
  // kNoToken for nowhere.
  TokenIndex behind_manner(TokenIndex t) const;
  // أعلن الجانبان، وفق بلاغ تلقت الصحيفة نسخة منه، | استئناف الرحلات: behind the comma that closes
  // a clause on the document that the last phrase told of; kNoToken for nowhere.
  TokenIndex behind_document(TokenIndex t) const;
  // قال مسؤول، رفض الكشف عن اسمه، | إن: behind a clause on the source between commas; kNoToken for
  // none.
  TokenIndex behind_aside(TokenIndex t) const;
  // طالب الوزير، خلال ندوة بقصر المؤتمرات، | الشركات بتعويض: behind an adjunct between commas that
  // stands before whom the cue calls on; kNoToken for none.
  TokenIndex behind_adjunct(TokenIndex comma) const;
  // طالب المتمردون، الذين يقال إنهم من الساحل، | بفدية: behind a relative clause on the source
  // between commas, whatever verbs it has, where what the cue takes stands; kNoToken for nowhere.
  TokenIndex behind_relative(TokenIndex t) const;
  // قال فورد: …: right between the cue and the words a name that looks like a verb with ف.
  bool is_masdar_like_verb(TokenIndex t) const;
  bool is_name_like_verb(TokenIndex t) const;
  // رفض أن | يعلق، قائلا: nobody has done what the cue says.
  bool is_unreal() const;
  // رفض is a noun besides.
  bool may_be_verb(TokenIndex t) const;
  // Whether a clause begins within a few words, with no other verb before it.
  bool clause_near(TokenIndex t) const;
  // مضى يقول إن: what follows is what the second verb tells.
  bool is_reporting_verb(TokenIndex t) const;
  bool content_follows(TokenIndex t) const;
  // `قال:` at the end of its line: the content is the next line.
  void open_next_line(TokenIndex t);

  // --- clause_nouns.cc
  TokenIndex noun_phrase_end(TokenIndex t) const;
  // Whether a noun phrase ends before a word that its parser took for part of it.
  bool ends_phrase(TokenIndex t) const;
  bool names_addressee(TokenIndex t) const;
  bool is_another_person(int32_t first, TokenIndex t) const;
  // اعتبرته المنظمة | «ارتفاعا كبيرا»: the pronoun stands for what is called so.
  bool calls_it_so() const;
  TokenIndex step_noun(TokenIndex t);
  // What a phrase is to the cue: who speaks, who is spoken to, or what was said.
  TokenIndex step_part(TokenRange np);
  // قال الوزير | متحدثا من المدينة «…»: how or where he spoke, in front of his words.
  bool tells_how(TokenIndex t) const;
  // قام بإدانة | الهجوم: the noun of speech that the verb only brings in, where it has an object of
  // its own; null for another word.
  const ReportingEntry* done_by_light_verb(TokenIndex t) const;
  // What a noun of speech governs is the content (جدد دعوته | إلى الحوار); a feeling or stand is
  // itself part of it (قدم | شكره للوسطاء, جدد | تمسكه بالاتفاق).
  TokenIndex words_from(TokenIndex t) const;
  // جدد تأكيد | دعمه: a noun for words, and no stand, right before what it governs.
  bool governs_words(TokenIndex t) const;
  // Whether what a noun of speech takes as its content stands at `t`.
  bool noun_governs(TokenIndex t, const ReportingEntry& noun) const;
  TokenIndex step_light_noun(TokenIndex t, const ReportingEntry& noun);
  // حث الوزراء على: the only noun phrase of a verb that does not go without somebody spoken to, or
  // that goes on with what the subject of the sentence asks.
  bool must_be_addressee(TokenRange np) const;
  // مؤكدا الوزير | حرص بلاده: a participle with a subject of its own, in front of what he says.
  bool names_addressed_outlet(TokenIndex t) const;
  bool is_subject_of_participle(TokenRange np) const;
  // مثمنا | سموه دور الوزارة: his style, right behind the participle, before what he says.
  bool is_style_of_speaker(TokenIndex t) const;
  // دانت الصين الغارة | وطالبت إسرائيل بالاعتذار
  bool goes_on_to_ask(TokenRange np) const;
  // Whether what the lemma takes as its content stands at `t`.
  bool complement_at(TokenIndex t) const;
  // The same within a few words, before a comma or verb.
  bool complement_near(TokenIndex t) const;
  // قال سالم القرشي عضو الوفد إن: a title behind the name belongs to the source.
  bool is_apposition(TokenRange np) const;
  // رفض سالم القرشي، عضو الوفد، التصريحات: the same between commas.
  bool is_apposition_before_object(TokenRange np) const;
  bool is_enclosed_apposition(TokenRange np) const;
  // رحب سالم القرشي، | وعادل مراد، بالاتفاق: who speaks together with him.
  bool is_further_subject(TokenRange np) const;
  // نقلا عن: how the words came, not what they say.
  bool is_relaying(TokenIndex t) const;
  // قال 20 بالمائة من السكان إن, قال بنك أوف نوريا إن: where words that no table knows, right
  // behind the verb or its subject, end before a complementizer; kNoToken for other words.
  TokenIndex unknown_source_end(TokenIndex t) const;
  // ، في بيان صدر أمس، | إن
  bool inna_behind_commas(TokenIndex t) const;
  // قال للصحيفة نقلا عن مسؤولين إن: whether the clause to come is what was said, so that no noun
  // before it is.
  bool clause_is_content(TokenIndex t) const;
  // رفض الوزير فكرة أن: a noun with the clause that tells what it is.
  bool is_idea(TokenRange np) const;
  // An object stands by its verb or its subject; further off it is one only if no clause follows.
  // أكد هذه الحصيلة | سالم القرشي, ذكر هذه القصة أمس | الوزير: who tells, behind what he tells;
  // empty where nobody stands there.
  TokenRange subject_behind_object(TokenRange np) const;
  bool only_tells() const;  // قال, أكد, and asks, warns or accuses nobody
  bool tells_what_stands_before(TokenIndex t) const;
  bool is_thing_done_to(TokenRange np) const;
  bool is_adverbial(TokenRange np) const;
  bool is_invited(TokenRange np) const;
  // استبعد الفكرة قائلا: …; whether the words behind قائلا are a statement of their own, since the
  // cue does not just bring words.
  bool put_in_words_apart(TokenIndex t) const;
  bool can_be_object(TokenRange np) const;
  // The entry of a speech noun that forms one predicate with the cue.
  const ReportingEntry* light_noun(TokenIndex t) const;
  // كرر القول إن, اكتفى بالإشارة إلى أن: a noun that only says once more that somebody speaks.
  bool is_naming(TokenIndex t) const;
  // A word that the row of the cue asks for: كشف النقاب, رفض ذكر اسمه.
  bool completes_cue(TokenIndex t) const;
  // What such a word governs is the content; where it governs nothing, the word itself is.
  TokenIndex step_company(TokenIndex t);
  // طالب الوزير أمس خصوصا | بضمانات: right behind the source, days and adverbs aside.
  bool stands_by_source(TokenIndex t) const;
  // توعد خصمه | برد سريع: a deed with ب that is also another word, behind the one spoken to.
  bool is_threat(TokenIndex t) const;
  TokenIndex step_clitic_phrase(TokenRange np, const Analysis& head);
  // أدلى بتصريح قائلا, أدلى بتصريح بأن: the noun of speech is no content, that follows.
  bool stands_for_words(TokenRange np);
  bool tells_of_many(TokenIndex t) const;
  bool bi_deed_near(TokenIndex t) const;
  bool accuses_in_marks(TokenIndex t, const Quotation& quotation) const;
  bool is_part_of_them(TokenIndex t) const;
  bool is_number(TokenIndex t) const;
  bool counts_people(TokenRange np) const;
  bool is_about(TokenIndex t) const;
  bool can_be_source(TokenRange np) const;
  // غالبيتهم, نحو 500 متظاهر, بعض الخبراء: some of many, as those who speak.
  bool is_crowd(TokenRange np) const;
  // معلومات, التطورات, حلفاء غربيون: nobody that a mention tells of, as what tells or who speaks.
  bool is_telling_thing(TokenRange np) const;
  // أظهر تحقيق | أجرته الوزارة أن: what was made tells what was found; not أظهر | وثيقة.
  bool shows_as_document(TokenRange np) const;
  // وأضاف أنه دعا | الوزير إلى: the pronoun is the subject, who stands behind is spoken to.
  bool has_pronoun_subject() const;
  // A verb that carries its own subject (قالوا, قلنا, قالا) has none behind it.
  static bool verb_allows_subject(const Analysis& verb);
  bool can_be_addressee(TokenRange np) const;

  const Context& context_;
  Frame& frame_;
  const ReportingEntry* entry_;
  uint32_t complements_ = 0;      // of the cue, and of a speech noun that it forms a predicate with
  TokenIndex object_ = kNoToken;  // that noun: the content itself if nothing else is
  TokenIndex begin_ = 0, end_ = 0;
  TokenRange beside_;                   // the last phrase that is neither source nor content
  TokenIndex behind_relay_ = kNoToken;  // the last one that was passed over
  bool his_words_ = false;              // a pronoun stands for whose words the subject passed on
  bool stopped_ = false;
};

}  // namespace musnad
