// The body of a stored HTTP response as the browser would see it.
#pragma once

#include <string>
#include <string_view>

namespace musnad {

// `body` without the chunks and the gzip that its header fields tell of. Crawlers often undo them
// and keep the fields: a body that is not packed in that way is taken as it is, and so is one that
// would unpack to more than `most` bytes.
std::string unpack_http_body(std::string_view head, std::string body, size_t most);

}  // namespace musnad
