// libcurl, loaded when the web is first asked. It brings two dozen other libraries, and a program
// that was linked with them would take 6 ms longer to start, also where it only reads files.
#pragma once

#include <curl/curl.h>

#include "musnad/error.h"

namespace musnad {

// The functions that are called, under their names without "curl_". Immutable; shared by threads.
struct Libcurl {
  // Loads the library the first time. Fails where it is not installed.
  static Expected<const Libcurl*> load();

  decltype(::curl_easy_init)* easy_init = nullptr;
  decltype(::curl_easy_cleanup)* easy_cleanup = nullptr;
  decltype(::curl_easy_reset)* easy_reset = nullptr;
  decltype(::curl_easy_setopt)* easy_setopt = nullptr;
  decltype(::curl_easy_perform)* easy_perform = nullptr;
  decltype(::curl_easy_getinfo)* easy_getinfo = nullptr;
  decltype(::curl_easy_strerror)* easy_strerror = nullptr;
  decltype(::curl_slist_append)* slist_append = nullptr;
  decltype(::curl_slist_free_all)* slist_free_all = nullptr;

 private:
  Libcurl();
  bool loaded_ = false;
};

}  // namespace musnad
