#include "cli/input_flags.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <thread>
#include <utility>

#include "formats/day.h"

namespace musnad {
namespace {

// Sets the keys that --field NAME=KEY names. The headline stands before a text that --field names
// beside a title.
void set_fields(const std::vector<std::string>& fields, FieldKeys& keys) {
  bool text = false, title = false;
  for (const std::string& field : fields) {
    const size_t equals = field.find('=');
    std::string* key = keys.find(field.substr(0, equals));
    if (equals == std::string::npos || key == nullptr) {
      throw CLI::ValidationError(
          "--field",
          fmt::format("\"{}\" is not NAME=KEY with one of the names text title content id "
                      "crawled published publisher author url",
                      field));
    }
    *key = field.substr(equals + 1);
    text = text || key == &keys.text;
    title = title || key == &keys.title;
  }
  if (text && title) keys.content = std::exchange(keys.text, "");
}

}  // namespace

std::string check_day(const std::string& text) {
  const bool valid = !text.empty() && leading_day(text) == text;
  return valid ? "" : fmt::format("\"{}\" is no day; write YYYY-MM-DD", text);
}

void declare_register_flag(CLI::App& command, std::vector<std::string>& files) {
  command
      .add_option(
          "--register", files,
          "Own table of states, outlets, organizations, offices, persons or tenures; may be "
          "given several times (docs/register.md)")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void declare_input_flags(CLI::App& command, InputFlags& flags) {
  InputSettings& settings = flags.settings;
  settings.threads = std::max(1u, std::thread::hardware_concurrency());
  command.add_option("FILE", flags.inputs,
                     "Files, folders and addresses (http://…) to read; - or none: standard "
                     "input");
  auto* crawled = command.add_option("--crawled", settings.crawled,
                                     "Day the articles were fetched, where they do not say it");
  auto* published = command.add_option("--published", settings.published,
                                       "Day the articles were published, where they do not say it");
  crawled->type_name("YYYY-MM-DD")->check(check_day)->excludes(published);
  published->type_name("YYYY-MM-DD")->check(check_day);
  command.add_option("-j,--jobs", settings.threads, "Threads at most; all processors if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command.add_flag("--lossy", flags.lossy,
                   "Replace invalid UTF-8 by U+FFFD instead of refusing it");
  declare_register_flag(command, flags.registers);
  command
      .add_option("--timeout", flags.timeout, "Seconds that a server of the web has for an answer")
      ->type_name("SECONDS")
      ->check(CLI::Range(1u, 3600u));
  command
      .add_option(
          "--field", flags.fields,
          "JSON key of a field: text, title, content, id, crawled, published, publisher, author "
          "or url; an empty KEY leaves the field out")
      ->type_name("NAME=KEY")
      ->allow_extra_args(false);
}

void complete(InputFlags& flags) {
  set_fields(flags.fields, flags.settings.parse.keys);
  flags.settings.parse.lossy = flags.lossy;
}

Expected<const Reader*> make_reader(const InputFlags& flags, bool index_words) {
  auto made = Reader::create(
      {.lossy = flags.lossy, .registers = flags.registers, .index_words = index_words});
  if (!made) return tl::unexpected(made.error());
  static const Reader* reader = nullptr;
  reader = made->release();
  return reader;
}

void default_to_standard_input(InputFlags& flags) {
  if (flags.inputs.empty()) flags.inputs = {"-"};
  if (std::count(flags.inputs.begin(), flags.inputs.end(), "-") > 0 && isatty(STDIN_FILENO) == 1) {
    fmt::print(stderr, "Paste an article and end it with Ctrl-D on a line of its own.\n");
  }
}

}  // namespace musnad
