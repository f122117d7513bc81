// Any bytes as token-per-line input of the tagger: as many lines come out as went in, or an error.
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "actors/tagger.h"
#include "actors/tagger_conll.h"
#include "lexicon/embedded.h"
#include "morphology/morphology.h"

using namespace musnad;

namespace {

struct Tools {
  std::unique_ptr<const Morphology> morphology;
  std::unique_ptr<const Tagger> tagger;
};

const Tools& tools() {
  static const Tools loaded = [] {
    auto morphology = Morphology::load();
    auto tagger = Tagger::load(embedded_file("models/names.bin"));
    if (!morphology || !tagger) std::abort();
    return Tools{std::move(*morphology), std::move(*tagger)};
  }();
  return loaded;
}

size_t lines_of(const std::string& text) {
  const auto ends = static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
  return ends + (text.empty() || text.back() == '\n' ? 0 : 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::istringstream in(text);
  std::ostringstream out;
  WordCache words(*tools().morphology);
  TaggerCache names(*tools().tagger);
  if (!tag_conll(in, out, *tools().tagger, names, words)) return 0;
  if (lines_of(out.str()) != lines_of(text)) std::abort();
  return 0;
}
