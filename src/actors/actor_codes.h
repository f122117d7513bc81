// Codes of actors as event data use them: CAMEO's country, organization and role codes, joined
// (RUS, RUSGOV, IGOUNO).
#pragma once

#include "actors/register.h"
#include "text/document.h"

namespace musnad {

// Sets Actor::code: of states and organizations of the register their own; of who speaks for one,
// by title, that of the state with the role of the office (GOV, MIL …), or that of the
// organization. Needs find_actors; linear.
void code_actors(Document& document, const Register& actors);

}  // namespace musnad
