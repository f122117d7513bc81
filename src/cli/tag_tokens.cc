#include "cli/tag_tokens.h"

#include <fmt/format.h>

#include "actors/tagger.h"
#include "actors/tagger_conll.h"
#include "lexicon/embedded.h"
#include "morphology/morphology.h"

namespace musnad {

Expected<void> tag_tokens(std::istream& in, std::ostream& out) {
  std::ios::sync_with_stdio(false);
  const auto morphology = Morphology::load();
  if (!morphology) return tl::unexpected(morphology.error());
  const auto tagger = Tagger::load(embedded_file("models/names.bin"));
  if (!tagger) return tl::unexpected(tagger.error());
  WordCache words(**morphology);
  TaggerCache names(**tagger);
  const Expected<void> tagged = tag_conll(in, out, **tagger, names, words);
  if (!tagged) return fail(fmt::format("standard input: {}", tagged.error().message));
  if (out.flush()) return {};
  return fail("standard output: cannot be written; make room, or keep its reader open to the end");
}

}  // namespace musnad
