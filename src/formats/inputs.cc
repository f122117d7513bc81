#include "formats/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "formats/byte_source.h"
#include "formats/file_kind.h"
#include "formats/open_stream.h"
#include "formats/zip_archive.h"

namespace musnad {
namespace {

namespace fs = std::filesystem;
using Next = Expected<std::optional<RawArticle>>;

bool is_hidden(const std::string& path) {
  return fs::path(path).filename().string().starts_with('.');
}

// Sources one after the other; the base of everything that holds files.
class Sequence : public RawSource {
 public:
  Next next() override {
    for (;;) {
      if (current_) {
        Next raw = current_->next();
        if (!raw || *raw) return raw;
        current_.reset();
      }
      Expected<std::unique_ptr<RawSource>> opened = open_next();
      if (!opened) return tl::unexpected(opened.error());
      if (*opened == nullptr) return std::nullopt;
      current_ = std::move(*opened);
    }
  }

  double fraction() const override {
    const auto [opened, all] = progress();
    if (all == 0) return 0;
    return (opened - (current_ ? 1 - current_->fraction() : 0)) / static_cast<double>(all);
  }

 protected:
  // The source behind the last one opened, nullptr when there is none.
  virtual Expected<std::unique_ptr<RawSource>> open_next() = 0;

  // How many sources were opened, of how many.
  virtual std::pair<size_t, size_t> progress() const = 0;

  // To be called before anything goes that the current source depends on.
  void close_current() { current_.reset(); }

 private:
  std::unique_ptr<RawSource> current_;
};

Expected<std::unique_ptr<RawSource>> open_file_or_archive(const std::string& path);

Expected<std::unique_ptr<RawSource>> open_named(std::unique_ptr<ByteSource> source,
                                                const std::string& path) {
  return open_stream(std::move(source), path, kind_by_name(path), {.id = file_stem(path)});
}

class Folder : public Sequence {
 public:
  explicit Folder(const std::string& path) : path_(path), levels_{Level{path, {}, 0}} {}

  // Lists the folder; the rest of its tree is listed as the walk comes to it.
  Expected<void> open() { return list(levels_.back()); }

 protected:
  Expected<std::unique_ptr<RawSource>> open_next() override {
    std::error_code code;
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.opened == level.names.size()) {
        levels_.pop_back();
        continue;
      }
      const std::string path = (fs::path(level.path) / level.names[level.opened++]).string();
      if (!fs::is_directory(path, code)) {
        holds_articles_ = true;
        return open_file_or_archive(path);
      }
      levels_.push_back({path, {}, 0});
      if (Expected<void> listed = list(levels_.back()); !listed) {
        levels_.pop_back();
        return tl::unexpected(listed.error());
      }
    }
    if (std::exchange(holds_articles_, true)) return nullptr;
    return fail(
        fmt::format("{}: the folder holds no articles; musnad reads {} in it", path_, kReadable));
  }

  std::pair<size_t, size_t> progress() const override {
    if (levels_.empty()) return {1, 1};
    return {levels_.front().opened, levels_.front().names.size()};
  }

 private:
  // A folder on the way from the top to the place of the walk.
  struct Level {
    std::string path;
    std::vector<std::string> names;
    size_t opened;
  };

  static Expected<void> list(Level& level) {
    std::error_code code;
    for (fs::directory_iterator i(level.path, code), end; !code && i != end; i.increment(code)) {
      const std::string name = i->path().filename().string();
      std::error_code ignored;
      const bool folder = i->is_directory(ignored);
      const bool wanted =
          folder ? !i->is_symlink(ignored) : kind_by_name(name) != FileKind::kUnknown;
      if (wanted && !is_hidden(name)) level.names.push_back(name);
    }
    if (code) {
      return fail(fmt::format("{}: the folder cannot be read: {}; check its permissions",
                              level.path, code.message()));
    }
    std::sort(level.names.begin(), level.names.end());
    return {};
  }

  std::string path_;
  std::vector<Level> levels_;
  bool holds_articles_ = false;
};

class Archive : public Sequence {
 public:
  Archive(const std::string& path, std::unique_ptr<ZipArchive> zip)
      : path_(path), zip_(std::move(zip)) {
    for (size_t i = 0; i < zip_->size(); ++i) {
      const FileKind kind = kind_by_name(zip_->member_name(i));
      const bool readable = kind != FileKind::kUnknown && kind != FileKind::kZip;
      if (readable && !is_hidden(zip_->member_name(i))) members_.push_back(i);
    }
  }
  ~Archive() override { close_current(); }

  bool empty() const { return members_.empty(); }

 protected:
  Expected<std::unique_ptr<RawSource>> open_next() override {
    if (opened_ == members_.size()) return nullptr;
    const size_t member = members_[opened_++];
    Expected<std::unique_ptr<ByteSource>> bytes = zip_->open_member(member);
    if (!bytes) return tl::unexpected(bytes.error());
    return open_named(std::move(*bytes), fmt::format("{}/{}", path_, zip_->member_name(member)));
  }
  std::pair<size_t, size_t> progress() const override { return {opened_, members_.size()}; }

 private:
  std::string path_;
  std::unique_ptr<ZipArchive> zip_;
  std::vector<size_t> members_;
  size_t opened_ = 0;
};

Expected<std::unique_ptr<RawSource>> open_archive(const std::string& path) {
  Expected<std::unique_ptr<ZipArchive>> zip = ZipArchive::open(path);
  if (!zip) return tl::unexpected(zip.error());
  auto archive = std::make_unique<Archive>(path, std::move(*zip));
  if (!archive->empty()) return archive;
  return fail(
      fmt::format("{}: the zip archive holds no articles; musnad reads {} in it", path, kReadable));
}

// What the user named on the command line.
class Inputs : public Sequence {
 public:
  Inputs(std::vector<std::string> paths, OpenUrl open_url)
      : paths_(std::move(paths)), open_url_(std::move(open_url)) {}

 protected:
  Expected<std::unique_ptr<RawSource>> open_next() override {
    if (opened_ == paths_.size()) return nullptr;
    const std::string& path = paths_[opened_++];
    if (open_url_ && is_url(path)) return open_url_(path);
    std::error_code code;
    if (path == "-" || !fs::is_directory(path, code)) return open_file_or_archive(path);
    auto folder = std::make_unique<Folder>(path);
    if (Expected<void> opened = folder->open(); !opened) return tl::unexpected(opened.error());
    return folder;
  }
  std::pair<size_t, size_t> progress() const override { return {opened_, paths_.size()}; }

 private:
  std::vector<std::string> paths_;
  OpenUrl open_url_;
  size_t opened_ = 0;
};

Expected<std::unique_ptr<RawSource>> open_file_or_archive(const std::string& path) {
  if (kind_by_name(path) == FileKind::kZip) return open_archive(path);
  Expected<std::unique_ptr<ByteSource>> source = open_file(path);
  if (!source) return tl::unexpected(source.error());
  if (path == "-") return open_stream(std::move(*source), "standard input", FileKind::kUnknown, {});
  return open_named(std::move(*source), path);
}

}  // namespace

bool is_url(std::string_view input) {
  return input.starts_with("http://") || input.starts_with("https://");
}

std::unique_ptr<RawSource> open_inputs(std::vector<std::string> paths, OpenUrl open_url) {
  return std::make_unique<Inputs>(std::move(paths), std::move(open_url));
}

}  // namespace musnad
