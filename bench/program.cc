#include "program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <cstring>

namespace musnad {
namespace {

// Starts the program; returns its process number.
Expected<pid_t> start(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  setenv("LC_ALL", "C.UTF-8", 1);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return fail(fmt::format("{}: cannot be run: {}", command[0], std::strerror(error)));
  return child;
}

}  // namespace

Expected<Cost> run_program(const std::vector<std::string>& command) {
  const auto begin = std::chrono::steady_clock::now();
  const Expected<pid_t> child = start(command);
  if (!child) return tl::unexpected(child.error());
  int status = 0;
  rusage usage = {};
  wait4(*child, &status, 0, &usage);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if (status != 0) {
    return fail(fmt::format("{} ended with status {}", fmt::join(command, " "), status));
  }
  return Cost{took.count(), usage.ru_maxrss * 1024 / 1e6};
}

}  // namespace musnad
