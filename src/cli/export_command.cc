// musnad export: a layer of an archive as a table.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/archive_commands.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/search_flags.h"
#include "formats/arrow/writer.h"
#include "formats/row_writer.h"

namespace musnad {
namespace {

constexpr char kExportExamples[] =
    R"(Examples:
  musnad export news.musnad --layer statements --speaker بيسكوف -o peskov.csv
  musnad export news.musnad --layer articles --format jsonl -o articles.jsonl
  musnad export news.musnad --format arrow -o statements.arrow
  musnad export news.musnad --format events --from 2015-07-01 > events.tsv)";

struct ExportFlags {
  std::string archive, output;
  Layer layer = Layer::kStatements;
  std::string format = "csv";
  SearchFlags search;
};

Expected<void> write_text(Archive& archive, Layer layer, RowFormat format, const Search& search,
                          Output& out) {
  std::vector<std::string> names;
  for (Column& column : archive.columns(layer)) names.push_back(std::move(column.name));
  const RowWriter writer(format, std::move(names));
  if (const auto written = out.write(writer.header()); !written) return written;
  return archive.export_rows(layer, search,
                             [&](std::span<const Cell> row) { return out.write(writer.row(row)); });
}

Expected<void> write_arrow(Archive& archive, Layer layer, const Search& search, Output& out) {
  if (out.is_terminal()) {
    return fail("Arrow files are not for terminals; name one with -o or pipe it to a program");
  }
  ArrowWriter writer(archive.columns(layer),
                     [&](std::string_view bytes) { return out.write(bytes); });
  const auto written = archive.export_rows(
      layer, search, [&](std::span<const Cell> row) { return writer.add(row); });
  return written ? writer.finish() : written;
}

Expected<void> write_layer(const ExportFlags& flags, const Search& search) {
  const auto archive = Archive::open(flags.archive);
  if (!archive) return tl::unexpected(archive.error());
  Expected<Output> out = Output::open(flags.output);
  if (!out) return tl::unexpected(out.error());
  const bool events = flags.format == "events";
  const Layer layer = events ? Layer::kEventData : flags.layer;
  const RowFormat text = events                    ? RowFormat::kTabs
                         : flags.format == "jsonl" ? RowFormat::kJsonLines
                                                   : RowFormat::kCsv;
  const auto written = flags.format == "arrow" ? write_arrow(**archive, layer, search, *out)
                                               : write_text(**archive, layer, text, search, *out);
  return written ? out->close() : written;
}

int run_export(const ExportFlags& flags, const Search& search) {
  Console console;
  const Expected<void> written = write_layer(flags, search);
  if (written) return kDone;
  console.complain(written.error().message);
  return kFailed;
}

}  // namespace

void declare_export(CLI::App& app, Work& work) {
  CLI::App* command = app.add_subcommand("export", "Write a layer of an archive as a table");
  const auto flags = std::make_shared<ExportFlags>();
  command->footer(kExportExamples);
  command->add_option("ARCHIVE", flags->archive, "File of the archive")->required();
  declare_search_flags(*command, flags->search);
  const std::map<std::string, Layer> layers = {
      {"articles", Layer::kArticles},   {"statements", Layer::kStatements},
      {"actors", Layer::kActors},       {"times", Layer::kTimes},
      {"events", Layer::kEvents},       {"talks", Layer::kTalks},
      {"event-data", Layer::kEventData}};
  auto* layer = command->add_option("--layer", flags->layer,
                                    "articles, statements (if not given), actors, times, events, "
                                    "talks, or event-data: pairs of coded actors");
  layer->type_name("LAYER")->transform(CLI::CheckedTransformer(layers).description(""));
  command
      ->add_option(
          "--format", flags->format,
          "csv (if not given), jsonl, arrow (IPC file, for pyarrow, pandas, polars, DuckDB "
          "and Parquet), or events: event-data, tab-separated")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"csv", "jsonl", "arrow", "events"}));
  command->add_option("-o,--output", flags->output, "File to write instead of standard output")
      ->type_name("OUT");
  command->final_callback([flags, &work] {
    const Search search = complete(flags->search);
    work = [flags, search] { return run_export(*flags, search); };
  });
}

}  // namespace musnad
