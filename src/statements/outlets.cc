#include "statements/outlets.h"

#include <algorithm>

namespace musnad {

bool is_li(const Context& context, TokenIndex t) {
  const std::string_view text = context.document().token_text(t);
  return text == "لـ" || text == "ل";
}

bool only_relays(const Context& context, const Mention& mention) {
  const TokenIndex t = mention.tokens.begin;
  if (t == 0 || !context.token(t).actor->is(kMediaRole) || !context.is_finite_verb(t - 1)) {
    return false;
  }
  const Analysis& verb = context.word(t - 1).best();
  if (verb.enclitic.none()) return false;
  const auto& rows = context.morphology().reporting_of(verb);
  const bool as = t > 1 && context.word(t - 2).key.ends_with("ما") && !rows.empty() &&
                  context.has_pos(t - 2, Pos::kRelative);  // بحسب ما | أوردته الوكالة
  if (as) return true;
  return std::any_of(rows.begin(), rows.end(),
                     [](const ReportingEntry& row) { return !row.relay.empty(); });
}

bool is_speech_noun(const Context& context, TokenIndex t) {
  if (!context.word(t).reporting || context.token(t).actor->is(kMediaRole)) return false;
  for (const Analysis& analysis : context.word(t).analyses) {
    if (analysis.pos == Pos::kVerb) continue;
    for (const ReportingEntry& entry : context.morphology().reporting_of(analysis)) {
      if (entry.noun) return true;
    }
  }
  return false;
}

namespace {

constexpr TokenIndex kSpeechReach = 6;  // words from a noun of speech to the outlet that was told
constexpr TokenIndex kNear = 3;         // the same to مع: حديث خاص مع

// إلى, مع, عبر, على, في before the name of an outlet.
bool is_addressing(const Context& context, TokenIndex t) {
  if (!context.has_pos(t, Pos::kPreposition)) return false;
  const std::string_view key = context.word(t).key;
  return key == "الي" || key == "مع" || key == "عبر" || key == "علي" || key == "في";
}

// «X», (X): the marks that a name is set in.
bool opens_name(const Context& context, TokenIndex t) {
  return context.is_quote(t) || context.is_mark(t, '(');
}
bool closes_name(const Context& context, TokenIndex t) {
  return context.is_quote(t) || context.is_mark(t, ')');
}

// Whether a verb that always reports stands at a token.
bool surely_reports(const Context& context, TokenIndex t) {
  const Analysis& verb = context.word(t).best();
  if (verb.pos != Pos::kVerb || !verb.enclitic.none()) return false;
  const auto& rows = context.morphology().reporting_of(verb);
  return !rows.empty() && rows.front().certainty == Certainty::kAlways;
}

// The noun of speech that stands before `t` in the same clause, kNoToken for none.
TokenIndex speech_noun_before(const Context& context, TokenIndex t) {
  const TokenIndex begin = context.sentence_at(t).tokens.begin;
  const TokenIndex floor = std::max(begin, t - std::min(t, kSpeechReach));
  while (t > floor) {
    --t;
    if (context.token(t).kind == TokenKind::kPunctuation) return kNoToken;
    if (context.complementizer(t) != Complementizer::kNone) return kNoToken;
    if (is_speech_noun(context, t) && !context.is_finite_verb(t)) return t;  // not كشف لـX
    if (surely_reports(context, t)) return kNoToken;  // اتهامات، بحسب ما كشف | لـX
  }
  return kNoToken;
}

// إشارة, دعوة: what stands behind إلى is what was said, not to whom.
bool points_to(const Context& context, TokenIndex noun) {
  for (const Analysis& analysis : context.word(noun).analyses) {
    if (analysis.pos == Pos::kVerb) continue;
    for (const ReportingEntry& entry : context.morphology().reporting_of(analysis)) {
      if (entry.noun && (entry.complements & kIlaNp) != 0) return true;
    }
  }
  return false;
}

bool is_with_pronoun(const Context& context, TokenIndex t) {  // معه, معها
  return context.is_preposition(t) && !context.word(t).best().enclitic.none();
}

// نقلت عنه: whether a verb of relaying stands at `t` with its preposition behind it.
bool relays_from(const Context& context, TokenIndex t) {
  const Analysis& verb = context.word(t).best();
  if (verb.pos != Pos::kVerb) return false;
  const std::vector<ReportingEntry>& rows = context.morphology().reporting_of(verb);
  return std::any_of(rows.begin(), rows.end(), [&](const ReportingEntry& row) {
    return !row.relay.empty() && context.word(t + 1).key.starts_with(row.relay);
  });
}

// حصلت عليها X, خصت به X: a verb with what was got or given, right before who got it.
bool obtains_before(const Context& context, TokenIndex t, TokenIndex begin) {
  if (t <= begin + 1 || !is_with_pronoun(context, t - 1)) return false;
  if (!context.is_finite_verb(t - 2)) return false;
  const std::string_view key = context.word(t - 1).key;
  return key.starts_with("علي") || key == "به" || key == "بها";
}

// ردا على أسئلة | وكالة X: what she asked, and so was told.
bool is_question_of(const Context& context, TokenIndex t) {
  if (t == 0 || !context.is_preposition(t - 1) || !is_speech_noun(context, t)) return false;
  const Analysis& best = context.word(t).best();
  if (best.definite() || !best.enclitic.none()) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& noun) {
    const auto& rows = context.morphology().reporting_of(noun);
    return noun.pos != Pos::kVerb && !rows.empty() && rows.front().noun &&
           rows.front().act == Act::kAsk;
  });
}

// The last token before the marks and the ل in front of a name, kNoToken where there is none.
TokenIndex word_before(const Context& context, TokenIndex name) {
  while (name > 0) {
    --name;
    if (!opens_name(context, name) && !is_li(context, name)) return name;
  }
  return kNoToken;
}

bool follows_somebody(const Context& context, TokenIndex name) {
  const TokenIndex before = word_before(context, name);
  return before != kNoToken && context.mention_ending_at(before + 1) >= 0;
}

// Whether a name right behind the speaker stands before the words said: قال X للجزيرة إن.
bool is_told_words(const Context& context, TokenRange name) {
  TokenIndex t = name.end;
  while (t < context.size() && closes_name(context, t)) ++t;
  if (t > name.end && t < context.size() && context.is_comma(t)) ++t;  // لـ(الواحة)، أن
  const bool words = t < context.size() && (context.is_mark(t, ':') ||
                                            context.complementizer(t) != Complementizer::kNone);
  return words && follows_somebody(context, name.begin);
}

// خاص بـ«X»: ب written apart, before a mark.
bool is_bi(const Context& context, TokenIndex t) {
  const std::string_view text = context.document().token_text(t);
  return text == "بـ" || text == "ب";
}

// نشرته, أجرته معه, نقلت عنه, حصلت عليها: a verb whose object is what was said, right before the
// outlet.
TokenIndex carrying_verb_before(const Context& context, TokenIndex t, TokenIndex begin) {
  t = context.before_time(t);  // بثته أمس وكالة X
  if (t > begin && is_with_pronoun(context, t - 1)) --t;
  if (t > begin && is_with_pronoun(context, t) && relays_from(context, t - 1)) return t - 1;
  if (t <= begin + 1) return kNoToken;
  const bool verb = context.is_finite_verb(t - 1) ||  // تصريح | نقله, a noun elsewhere
                    (context.has_pos(t - 1, Pos::kVerb) && is_speech_noun(context, t - 2));
  return !verb || context.word(t - 1).best().enclitic.none() ? kNoToken : t - 1;
}

// أبلغ: whether a word may be a verb that takes the one told as its object, with a noun for it;
// nothing where it may be no verb of reporting at all.
std::optional<bool> takes_told(const Context& context, TokenIndex t) {
  std::optional<bool> takes;
  for (const Analysis& verb : context.word(t).analyses) {
    if (verb.pos != Pos::kVerb || !verb.enclitic.none()) continue;
    for (const ReportingEntry& row : context.morphology().reporting_of(verb)) {
      takes = takes.value_or(false) || (row.addressee & kAccAddressee) != 0;
    }
  }
  return takes;
}

// أبلغ, أخبر: whether a word can only be a verb of giving news to somebody.
bool gives_news(const Context& context, TokenIndex t) {
  bool gives = false;
  for (const Analysis& verb : context.word(t).analyses) {
    if (verb.pos != Pos::kVerb) continue;
    for (const ReportingEntry& row : context.morphology().reporting_of(verb)) {
      const bool tells = row.act == Act::kAnnounce || row.act == Act::kSay;
      const bool somebody = (row.addressee & kAccAddressee) != 0 && (row.complements & kAnna) != 0;
      if (!tells || !somebody || row.content_includes_addressee) return false;
      gives = true;
    }
  }
  return gives;
}

// أبلغ «الواحة» | مصدر مطلع أن: the one told right behind the verb, before its subject.
bool is_told_before_subject(const Context& context, TokenRange name) {
  if (name.begin < 2 || !context.is_quote(name.begin - 1) || !context.is_quote(name.end)) {
    return false;
  }
  const TokenIndex subject = name.end + 1;
  if (subject >= context.size() || context.token(subject).actor->prefixed()) return false;
  const bool somebody =
      context.mention_at(subject) >= 0 || context.token(subject).actor->is(kNounRoles);
  return somebody && gives_news(context, name.begin - 2);
}

// أبلغ الوزير X أن: the outlet is the object of a verb of telling, behind its subject.
bool is_object_told(const Context& context, TokenRange name) {
  constexpr TokenIndex kReach = 12;
  if (!is_told_words(context, name) || context.token(name.begin).actor->joined()) return false;
  const TokenIndex begin = context.sentence_at(name.begin).tokens.begin;
  const TokenIndex floor = std::max(begin, name.begin - std::min(name.begin, kReach));
  for (TokenIndex t = name.begin; t-- > floor;) {
    if (const std::optional<bool> takes = takes_told(context, t)) return *takes;
  }
  return false;
}

// تلقت «الواحة» نسخة منه, حصلت الواحة على نسخة منها: who was sent what was said, behind the verb.
bool gets_copy(const Context& context, TokenIndex verb, TokenRange name) {
  if (!context.is_finite_verb(verb)) return false;
  TokenIndex t = name.end;
  while (closes_name(context, t)) ++t;
  if (context.word(t).key == "علي") ++t;
  return context.does(t, kCopyWord) && is_with_pronoun(context, t + 1) &&
         context.word(t + 1).key.starts_with("من");
}

// The word that brings in a name.
struct Link {
  enum class Kind : uint8_t { kNone, kTo, kOther, kCarries };
  Kind kind = Kind::kNone;  // kTo: ل, and مصادر before the name of an outlet
  TokenIndex begin = 0;
};

// What stands before the marks in front of a name.
Link link_before(const Context& context, TokenRange tokens) {
  const TokenIndex name = tokens.begin;
  const TokenIndex begin = context.sentence_at(name).tokens.begin;
  TokenIndex t = name;
  while (t > begin && opens_name(context, t - 1)) --t;
  const ActorWord& first = *context.token(name).actor;
  const bool within = t < name && first.has(kAl) && follows_somebody(context, name);  // «للبيان»
  if (first.has(kLi) && (t == name || within)) return {Link::Kind::kTo, t};
  if (t == name && first.has(kBi)) return {Link::Kind::kOther, t};
  if (t == begin) return {};
  if (is_bi(context, t - 1)) return {Link::Kind::kOther, t - 1};
  const bool reporter =  // قال لمراسل | «الواحة»
      context.token(t - 1).actor->has(kLi) && context.stem_does(t - 1, kReporterWord);
  if (is_li(context, t - 1) || context.token(t - 1).actor->is(kSourceRole) || reporter) {
    return {Link::Kind::kTo, t - 1};
  }
  if (is_addressing(context, t - 1)) return {Link::Kind::kOther, t - 1};
  if (is_question_of(context, t - 1)) return {Link::Kind::kOther, t - 1};
  if (obtains_before(context, t, begin)) return {Link::Kind::kOther, t - 2};
  if (is_object_told(context, tokens) || is_told_before_subject(context, tokens))
    return {Link::Kind::kTo, t};
  if (gets_copy(context, t - 1, tokens)) return {Link::Kind::kCarries, t - 1};
  const TokenIndex verb = carrying_verb_before(context, t, begin);
  return verb == kNoToken ? Link{} : Link{Link::Kind::kCarries, verb};
}

// فلان، المدير العام | لقناة X على صفحته: whose officer he is; not ، المدير العام، لقناة X إن.
bool is_in_apposition(const Context& context, TokenRange name, const Link& link) {
  constexpr TokenIndex kLongest = 4;  // words of the title
  if (is_told_words(context, name)) return false;
  const TokenIndex floor = link.begin - std::min(link.begin, kLongest);
  for (TokenIndex t = link.begin; t-- > floor && t > 0;) {
    const ActorWord& word = *context.token(t).actor;
    if (context.token(t).kind == TokenKind::kPunctuation) return false;
    if (context.is_comma(t - 1)) return word.is(kTitleRoles) && word.has(kAl);
  }
  return false;
}

// المبعوث الخاص للشرق الأوسط: the name stands in a longer one of somebody else.
bool is_in_title(const Context& context, TokenRange name, const Link& link) {
  constexpr TokenIndex kLongest = 8;  // words of the title before it
  if (context.is_quote(name.begin - 1)) return false;
  if (is_in_apposition(context, name, link)) return true;
  const TokenIndex floor = link.begin - std::min(link.begin, kLongest);
  for (TokenIndex t = link.begin; t-- > floor;) {
    const int32_t m = context.mention_at(t);
    if (m >= 0 && context.document().mentions[m].tokens.end >= name.end) return true;
  }
  return false;
}

// في حديث إلى «الواحة», في حوار خاص مع «الواحة»: spoken to it, and not of it as in a letter; not في
// لقاء مع «حزب X».
bool is_spoken_with(const Context& context, TokenRange name, const Link& link, TokenIndex noun) {
  if (link.kind != Link::Kind::kOther || link.begin - noun >= kNear) return false;
  const bool subject = context.word(noun).best().proclitics == kAl && noun > 0 &&
                       context.is_finite_verb(noun - 1);  // ودعا | اللقاء إلى «…»
  if (subject) return false;
  const std::string_view with = context.word(link.begin).key;
  return (with == "مع" || with == "الي") && !context.token(noun).actor->is(kDocumentRole) &&
         !context.token(name.begin).actor->is(kPartyRole | kBodyRole | kPeopleRole);
}

// Whether the words around a name make it that of an outlet; `noun` is the noun of speech before
// them, kNoToken for none.
bool is_enough(const Context& context, const OutletName& name, const Link& link, TokenIndex noun) {
  const bool speech = noun != kNoToken;
  const bool to = link.kind == Link::Kind::kTo;
  if (to && is_in_title(context, name.tokens, link)) return false;
  switch (name.sureness) {
    case Sureness::kNone:
      return false;
    case Sureness::kQuoted:
      if (speech && is_spoken_with(context, name.tokens, link, noun)) return true;
      return to || link.kind == Link::Kind::kCarries;
    case Sureness::kSpelled:
      if (!speech) return to && is_told_words(context, name.tokens);
      return link.kind != Link::Kind::kOther || link.begin - noun < kNear;
    case Sureness::kNoun:
      return speech || to || link.kind == Link::Kind::kCarries;
    case Sureness::kNetwork:
      return !to;
    case Sureness::kSure:
      return true;
  }
  return false;
}

}  // namespace

std::optional<Relay> outlet_relay_at(const Context& context, TokenIndex t) {
  const OutletName outlet = outlet_at(context, t);
  if (outlet.tokens.empty()) return std::nullopt;
  const Link link = link_before(context, outlet.tokens);
  if (link.kind == Link::Kind::kNone) return std::nullopt;
  const bool apart = link.kind == Link::Kind::kCarries && link.begin > 0 &&
                     context.is_comma(link.begin - 1);  // في بيان، نقلته وكالة X
  const TokenIndex noun = speech_noun_before(context, apart ? link.begin - 1 : link.begin);
  const bool speech = noun != kNoToken;
  const bool with = is_with_pronoun(context, link.begin + 1);  // مقابلة أجرتها معه
  if (link.kind == Link::Kind::kCarries && !speech && !with) return std::nullopt;
  if (is_bi(context, link.begin) && !speech) return std::nullopt;  // وصفه بـ«الحدث الكبير»
  if (!is_enough(context, outlet, link, noun)) return std::nullopt;
  if (speech && outlet.sureness == Sureness::kSpelled && link.kind != Link::Kind::kCarries &&
      context.token(noun).actor->is(kDocumentRole))
    return std::nullopt;  // استطلاع للرأي
  if (speech && context.word(link.begin).key == "الي" && points_to(context, noun))
    return std::nullopt;
  const Tie tie = link.kind == Link::Kind::kCarries ? Tie::kCarried
                  : link.kind == Link::Kind::kTo    ? Tie::kTold
                                                    : Tie::kThrough;
  return Relay{.phrase = {speech ? noun : link.begin, outlet.tokens.end},
               .name = outlet.tokens,
               .tie = tie,
               .speech = speech};
}

}  // namespace musnad
