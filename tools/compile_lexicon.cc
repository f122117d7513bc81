// compile_lexicon OUT: inflects every word of the embedded tables and writes the compiled lexicon
// that the word analysis looks up. Runs when the program is built; a row that does not conjugate
// fails the build.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "lexicon/embedded.h"
#include "morphology/form_index.h"
#include "morphology/lexicon_tables.h"
#include "morphology/segmentation_model.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: compile_lexicon OUT\n");
    return 2;
  }
  musnad::Expected<musnad::LexiconTables> tables = musnad::read_lexicon_tables();
  if (!tables) {
    fmt::print(stderr, "{}\n", tables.error().message);
    return 1;
  }
  int bad = 0;
  for (const musnad::VerbRow& row : tables->verbs) {
    std::string problem = musnad::check_verb(row.verb);
    if (problem.empty()) continue;
    fmt::print(stderr, "verb {}: {}\n", tables->lemmas[row.lemma].text, problem);
    ++bad;
  }
  if (bad != 0) return 1;
  constexpr std::string_view kModel = "models/segmentation.tsv";
  auto model = musnad::SegmentationModel::parse(kModel, musnad::embedded_file(kModel));
  if (!model) {
    fmt::print(stderr, "{}\n", model.error().message);
    return 1;
  }
  const std::string bytes = musnad::compile_forms(*tables, *model);
  std::ofstream out(argv[1], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    fmt::print(stderr, "cannot write {}\n", argv[1]);
    return 1;
  }
  return 0;
}
