// The one error type of the library: a sentence for the user that says where (file, line, offset)
// and what to do. Functions that can fail on their input return Expected<T>.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace musnad {

struct Error {
  std::string message;
};

template <typename T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace musnad
