// Header fields as HTTP and WARC write them: "Name: value" lines.
#pragma once

#include <string>
#include <string_view>

namespace musnad {

// The value of the first field of that name, in capitals or not, without white space at its ends;
// "" where there is none. The view lies in `head`.
std::string_view header_field(std::string_view head, std::string_view name);

// The charset of a Content-Type ("text/html; charset=windows-1256"), in small letters; "" for none.
std::string charset_of_type(std::string_view content_type);

}  // namespace musnad
