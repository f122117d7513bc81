// The names of outlets: of the register, behind a noun for outlets (صحيفة X), in quotation marks.
#pragma once

#include "statements/context.h"

namespace musnad {

// How safely a name is that of an outlet.
enum class Sureness : uint8_t {
  kNone,
  kQuoted,  // any name in quotation marks
  kSpelled,  // the name of an outlet that is also an everyday word or a place: المدينة; any name in
             // brackets
  kNoun,     // a noun for outlets that may mean something else: قناة السويس
  kNetwork,  // a social network, on which one speaks and not to it
  kSure
};

struct OutletName {
  TokenRange tokens;
  Sureness sureness = Sureness::kNone;
};

// The actor whose mention begins at a token, null for none.
const Actor* actor_at(const Context& context, TokenIndex t);

// The name of an outlet that begins at `t`, whatever brings it in; empty for none.
OutletName outlet_at(const Context& context, TokenIndex t);
TokenRange outlet_name_at(const Context& context, TokenIndex t);

// موقع التواصل الاجتماعي | تويتر: the social network whose name ends a name; empty for none.
TokenRange network_at_end(const Context& context, TokenRange name);

}  // namespace musnad
