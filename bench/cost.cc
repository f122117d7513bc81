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
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
  execvp(arguments[0], arguments.data());
  fmt::print(stderr, "{}: cannot be run: {}\n", command[0], std::strerror(errno));
  return kCannotRun;
}

}  // namespace

Expected<Cost> cost_of(const std::function<int()>& work) {
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
  if (status != 0) return fail(fmt::format("what was measured ended with status {}", status));
  return Cost{took.count(), usage.ru_maxrss * 1024 / 1e6};
}

Expected<Cost> cost_of(const std::vector<std::string>& command) {
  return cost_of([&command] { return become(command); });
}

}  // namespace musnad
