#include "cost.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace musnad {
namespace {

constexpr int kCannotRun = 127;

// Becomes the program; returns only where that fails.
int become(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  dup2(nowhere, STDERR_FILENO);
  execvp(arguments[0], arguments.data());
  return kCannotRun;
}

double seconds(const timeval& time) { return time.tv_sec + time.tv_usec / 1e6; }

}  // namespace

Expected<Cost> cost_of(const std::function<int()>& work, int worst_status) {
  std::fflush(nullptr);
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) _exit(work());
  int status = 0;
  rusage usage = {};
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
    return fail(fmt::format("no process to measure in: {}", std::strerror(errno)));
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > worst_status) {
    return fail(fmt::format("what was measured ended badly (wait status {})", status));
  }
  return Cost{took.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
              usage.ru_maxrss * 1024 / 1e6};
}

Expected<Cost> cost_of(const std::vector<std::string>& command, int worst_status) {
  return cost_of([&command] { return become(command); }, worst_status);
}

}  // namespace musnad
