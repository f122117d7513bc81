// How the clause behind reported words may begin: with a turn to another statement, a remark of the
// writer, the main clause that was waited for. What makes an end certain, and the signs that the
// end model weighs.
#pragma once

#include "statements/frame_map.h"

namespace musnad {

// The first word at or behind `t`, `limit` when none is left.
TokenIndex next_word(const Context& context, TokenIndex t, TokenIndex limit);

// How a further statement begins at or shortly behind `t`: with its cue, or with its source before
// it.
std::string_view frame_ahead(const Context& context, const FrameMap& frames, TokenIndex t,
                             TokenIndex limit);

// لكنه قال, إلا أنها رفضت: he of whom the sentence told goes on.
bool opens_with_pronoun(const Context& context, TokenIndex t);

// بحسب X, وفق ما قال X: an attribution of what stands before begins here.
bool begins_attribution(const Context& context, const FrameMap& frames, TokenIndex t);

// A time or a preposition that goes with the cue as easily as with a noun before it: أعلن استقالته
// | أمس, أشار إلى الخلاف | خلال لقائه.
bool may_be_adjunct(const Context& context, TokenIndex t);

// وذلك, من دون, في إشارة إلى: words that add the writer's remark to what was said.
bool opens_remark(const Context& context, TokenIndex t);

// بينما دعا الوزير إلى …، رغم قول الخبراء إن … فإن: a clause with which its sentence begins and
// that waits for the main one.
bool is_subordinate(const Context& context, const Frame& frame);

// Whether the main clause begins at `t`: behind a comma with its verb (also one spelled like a
// noun, where its subject or a time follows: شكل ناشطون, قتل أمس), or with ف.
bool opens_main_clause(const Context& context, TokenIndex t);

// دون أن يذكر, من دون أن يسمي, مع التأكيد على: what he kept back or went on to say.
bool adds_statement(const Context& context, const FrameMap& frames, TokenIndex t);

// وأدعو إلى: only he whose words these are speaks of himself.
bool speaks_of_himself(const Context& context, TokenIndex t);

// قال «A» | لمواجهة التهديدات, إن «A» | الذي فتح أمس: whether behind the closing mark of a
// quotation its clause goes on in other words.
bool goes_on_unquoted(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex close);

// روسيا تدعو إلى الحوار | وأمريكا تطالب بالهدنة: what another says in the same headline.
bool speaks_next_in_headline(const Context& context, const FrameMap& frames, const Frame& frame,
                             TokenIndex t);

// أعلن استقالته | أمس, أعلن استقالته | في الثاني من يونيو: a day right behind a noun with its
// pronoun is when he spoke.
bool is_day_of_speech(const Context& context, const Frame& frame, TokenIndex t);

// ، من جهته قال الوزير: nobody's words go on over the turn to another speaker.
bool turns_to_another(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex boundary, TokenIndex limit);

// A، وبحسب X فإن B: whether a phrase of attribution opens a clause of its own.
bool attributes_next_clause(const Context& context, const Frame& frame);

}  // namespace musnad
