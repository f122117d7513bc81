#include "web/libcurl.h"

#include <dlfcn.h>

namespace musnad {
namespace {

template <typename Function>
bool find(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(dlsym(library, name));
  return function != nullptr;
}

}  // namespace

Libcurl::Libcurl() {
  void* library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return;
  decltype(::curl_global_init)* global_init = nullptr;
  loaded_ = find(library, "curl_global_init", global_init) &&
            find(library, "curl_easy_init", easy_init) &&
            find(library, "curl_easy_cleanup", easy_cleanup) &&
            find(library, "curl_easy_reset", easy_reset) &&
            find(library, "curl_easy_setopt", easy_setopt) &&
            find(library, "curl_easy_perform", easy_perform) &&
            find(library, "curl_easy_getinfo", easy_getinfo) &&
            find(library, "curl_easy_strerror", easy_strerror) &&
            find(library, "curl_slist_append", slist_append) &&
            find(library, "curl_slist_free_all", slist_free_all) &&
            global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

Expected<const Libcurl*> Libcurl::load() {
  static const Libcurl library;
  if (!library.loaded_) return fail("libcurl.so.4 cannot be loaded; install the package libcurl4");
  return &library;
}

}  // namespace musnad
