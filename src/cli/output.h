// Where records are written: a file or standard output, buffered, with errors as values.
#pragma once

#include <string>
#include <string_view>

#include "formats/terminal.h"
#include "musnad/error.h"

namespace musnad {

// Not thread-safe. The process must ignore SIGPIPE, so that a closed pipe is an error like others.
class Output {
 public:
  // Creates or empties the file at `path`; "" and "-" are standard output.
  static Expected<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output(const Output&) = delete;
  ~Output();

  // Output for people to look at (a terminal) is passed on at once, other output in large pieces.
  // What could not be written is dropped: the error comes once.
  Expected<void> write(std::string_view bytes);

  // The same, passed on at once.
  Expected<void> write_now(std::string_view bytes);

  // Passes on what is still buffered; to be called once, at the end.
  Expected<void> close();

  bool is_terminal() const { return terminal_; }

 private:
  Output(std::string name, int descriptor);
  Expected<void> flush();

  std::string name_;
  int descriptor_;
  bool terminal_;
  std::string buffer_;
};

// How text for people looks there: as wide as the terminal, in colour unless NO_COLOR is set.
TerminalOptions terminal_options(const Output& out);

}  // namespace musnad
