#include "formats/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

namespace musnad {
namespace {

class ZipMember : public ByteSource {
 public:
  ZipMember(std::string name, zip_file_t* file, uint64_t size)
      : name_(std::move(name)), file_(file), size_(size) {}
  ~ZipMember() override { zip_fclose(file_); }
  ZipMember(const ZipMember&) = delete;
  ZipMember& operator=(const ZipMember&) = delete;

  Expected<size_t> read(char* buffer, size_t size) override {
    const zip_int64_t count = zip_fread(file_, buffer, size);
    if (count < 0) {
      return fail(fmt::format("{}: damaged after byte {} ({}); fetch the archive again", name_,
                              read_, zip_file_strerror(file_)));
    }
    read_ += count;
    return count;
  }

  double fraction() const override { return size_ == 0 ? 0 : static_cast<double>(read_) / size_; }

 private:
  std::string name_;
  zip_file_t* file_;
  uint64_t size_;  // as the archive says it; 0 where it does not
  uint64_t read_ = 0;
};

}  // namespace

Expected<std::unique_ptr<ZipArchive>> ZipArchive::open(const std::string& path) {
  int code = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (archive == nullptr) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string message = fmt::format("{}: the zip archive cannot be opened: {}; fetch it again",
                                      path, zip_error_strerror(&error));
    zip_error_fini(&error);
    return fail(std::move(message));
  }
  return std::unique_ptr<ZipArchive>(new ZipArchive(path, archive));
}

ZipArchive::~ZipArchive() { zip_discard(archive_); }

size_t ZipArchive::size() const { return zip_get_num_entries(archive_, 0); }

std::string ZipArchive::member_name(size_t index) const {
  const char* name = zip_get_name(archive_, index, 0);
  return name == nullptr ? "" : name;
}

Expected<std::unique_ptr<ByteSource>> ZipArchive::open_member(size_t index) const {
  const std::string name = fmt::format("{}/{}", path_, member_name(index));
  zip_file_t* file = zip_fopen_index(archive_, index, 0);
  if (file == nullptr) {
    return fail(fmt::format("{}: cannot be opened: {}; unpack the archive yourself", name,
                            zip_strerror(archive_)));
  }
  zip_stat_t status;
  const bool known =
      zip_stat_index(archive_, index, 0, &status) == 0 && (status.valid & ZIP_STAT_SIZE);
  return std::make_unique<ZipMember>(name, file, known ? status.size : 0);
}

}  // namespace musnad
