#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace musnad {
namespace {

constexpr size_t kBufferSize = size_t{64} << 10;

}  // namespace

Expected<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output("standard output", STDOUT_FILENO);
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor >= 0) return Output(path, descriptor);
  return fail(fmt::format("{}: cannot be created: {}; check the path and its permissions", path,
                          std::strerror(errno)));
}

Output::Output(std::string name, int descriptor)
    : name_(std::move(name)), descriptor_(descriptor), terminal_(isatty(descriptor) == 1) {}

Output::Output(Output&& other) noexcept
    : name_(std::move(other.name_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      terminal_(other.terminal_),
      buffer_(std::move(other.buffer_)) {}

Output::~Output() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Expected<void> Output::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (terminal_ || buffer_.size() >= kBufferSize) return flush();
  return {};
}

Expected<void> Output::write_now(std::string_view bytes) {
  buffer_.append(bytes);
  return flush();
}

Expected<void> Output::close() {
  const Expected<void> flushed = flush();
  if (!flushed) return flushed;
  if (::close(std::exchange(descriptor_, -1)) == 0) return {};
  return fail(fmt::format("{}: cannot be written: {}", name_, std::strerror(errno)));
}

Expected<void> Output::flush() {
  const std::string bytes = std::exchange(buffer_, {});
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const char* mend = errno == EPIPE ? "its reader closed it before the end"
                                        : "make room or write elsewhere with -o";
      return fail(fmt::format("{}: cannot be written: {}; {}", name_, std::strerror(errno), mend));
    }
    rest.remove_prefix(written);
  }
  return {};
}

TerminalOptions terminal_options(const Output& out) {
  TerminalOptions options;
  options.colour = out.is_terminal() && std::getenv("NO_COLOR") == nullptr;
  winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) options.width = size.ws_col;
  return options;
}

}  // namespace musnad
