// Content that is a phrase and no clause (دعا إلى الحوار, أعلن استقالته): a clause that is joined
// to it from behind is no longer content, since there is no verb in it with which that could go on.
#pragma once

#include "statements/frame_map.h"

namespace musnad {

// Whether the content is no clause but a phrase.
bool is_phrase_content(const Frame& frame);

// نددت بالهجوم | متحدثة عن مجزرة, عن رفضه الخطة، | رافضا فكرة: what else he says meanwhile.
bool says_meanwhile(const Context& context, const Frame& frame, TokenIndex t);

// دعا إلى الحوار | ثم غادر, أعلن استقالته، | وقطعت القوات الطريق: whether such content stops at
// `boundary`, a clause of the writer's at `next` behind it.
bool begins_clause_behind_phrase(const Context& context, const FrameMap& frames, const Frame& frame,
                                 TokenIndex boundary, TokenIndex next);

}  // namespace musnad
