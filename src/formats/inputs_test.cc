#include "formats/inputs.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>

#include "formats/open_stream.h"

namespace musnad {
namespace {

namespace fs = std::filesystem;

class InputsTest : public testing::Test {
 protected:
  InputsTest()
      : folder_(fs::path(testing::TempDir()) /
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~InputsTest() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  std::string write_gz(const std::string& name, const std::string& bytes) const {
    gzFile file = gzopen(path(name).c_str(), "wb");
    gzwrite(file, bytes.data(), bytes.size());
    gzclose(file);
    return path(name);
  }

  // All that the inputs yield: "id|bytes" or "error: …", without the name of the test's folder.
  std::vector<std::string> read(std::vector<std::string> paths) const {
    const auto source = open_inputs(std::move(paths));
    std::vector<std::string> all;
    for (;;) {
      const auto raw = source->next();
      if (raw && !*raw) break;
      all.push_back(raw ? (*raw)->told.id + "|" + (*raw)->bytes : "error: " + raw.error().message);
      const size_t prefix = all.back().find(folder_.string());
      if (prefix != std::string::npos) all.back().erase(prefix, folder_.string().size() + 1);
    }
    EXPECT_EQ(source->fraction(), 1.0);
    return all;
  }

  fs::path folder_;
};

using All = std::vector<std::string>;

TEST_F(InputsTest, TextIsTakenAsItIs) {
  EXPECT_EQ(read({write("a.txt", "\xEF\xBB\xBFقال\r\n{}\r\n")}),
            All({"a|\xEF\xBB\xBFقال\r\n{}\r\n"}));
}

TEST_F(InputsTest, TellsUnnamedFilesApartByTheirBytes) {
  EXPECT_EQ(read({write("lines", "{\"a\":1}\n{\"b\":2}\n"), write("array", " [ {} ]"),
                  write("text", "[1] قال"), write("page", "<!DOCTYPE html><p>")}),
            All({"lines-00000|{\"a\":1}", "lines-00001|{\"b\":2}", "array-00000|{}", "text|[1] قال",
                 "page|<!DOCTYPE html><p>"}));
}

TEST_F(InputsTest, InflatesGzip) {
  EXPECT_EQ(read({write_gz("a.txt.gz", "قال"), write_gz("b.jsonl.GZ", "{}\n{}")}),
            All({"a|قال", "b-00000|{}", "b-00001|{}"}));
  const std::string cut = write_gz("c.txt.gz", std::string(100000, 'x'));
  fs::resize_file(cut, fs::file_size(cut) - 20);
  const All all = read({cut});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_NE(all[0].find("error: c.txt.gz: the gzip data breaks off"), std::string::npos) << all[0];
}

TEST_F(InputsTest, UnpacksZstandard) {
  const auto pack = [](const std::string& bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), 0);
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
    return packed;
  };
  std::string lines;
  for (int i = 0; i < 50000; ++i) lines += fmt::format("{{\"a\":{}}}\n", i);
  const All all =
      read({write("a.txt.zst", pack("قال")), write("frames", pack("{\"a\":") + pack("1}")),
            write("long.jsonl.zst", pack(lines))});
  ASSERT_EQ(all.size(), 50002u);
  EXPECT_EQ(all[0], "a|قال");
  EXPECT_EQ(all[1], "frames-00000|{\"a\":1}");
  EXPECT_EQ(all.back(), "long-49999|{\"a\":49999}");

  const std::string packed = pack(lines);
  const All cut = read({write("cut.jsonl.zst", packed.substr(0, packed.size() / 2))});
  EXPECT_EQ(cut.back().substr(0, 47), "error: cut.jsonl.zst: broken off Zstandard data");
  const All bad = read({write("bad.jsonl.zst", "\x28\xB5\x2F\xFD" + std::string(99, 'x'))});
  EXPECT_EQ(bad.back().substr(0, 44), "error: bad.jsonl.zst: damaged Zstandard data");
}

TEST_F(InputsTest, AddressesAreOpenedByTheirOwnOpener) {
  const OpenUrl open = [](const std::string& url) -> Expected<std::unique_ptr<RawSource>> {
    if (url.ends_with("gone")) return fail("error of " + url);
    return open_stream(bytes_in_memory(url), url, FileKind::kText, {.id = "page"});
  };
  const auto source = open_inputs({"https://a.example/x", "http://b.example/gone"}, open);
  EXPECT_EQ((**source->next()).bytes, "https://a.example/x");
  EXPECT_EQ(source->next().error().message, "error of http://b.example/gone");
  EXPECT_FALSE(source->next()->has_value());
}

TEST_F(InputsTest, WalksAFolderInTheOrderOfNames) {
  write("n/b.txt", "b");
  write("n/a/z.txt", "z");
  write("n/c.jsonl", "{}");
  write("n/notes.pdf", "x");
  write("n/.hidden.txt", "x");
  write("n/empty/readme", "x");
  EXPECT_EQ(read({path("n")}), All({"z|z", "b|b", "c-00000|{}"}));
}

TEST_F(InputsTest, ReadsTheMembersOfAnArchive) {
  const std::string name = path("day.zip");
  int code = 0;
  zip_t* zip = zip_open(name.c_str(), ZIP_CREATE, &code);
  ASSERT_NE(zip, nullptr);
  const auto add = [&](const char* member, const std::string& bytes) {
    zip_file_add(zip, member, zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
  };
  const std::string array = "[{\"a\":1},{}]", text = "قال", other = "x";
  add("2031-03-04.json", array);
  add("folder/a.txt", text);
  add("image.png", other);
  ASSERT_EQ(zip_close(zip), 0);
  EXPECT_EQ(read({name}), All({"2031-03-04-00000|{\"a\":1}", "2031-03-04-00001|{}", "a|قال"}));

  fs::resize_file(name, fs::file_size(name) / 2);
  const All all = read({name});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].substr(0, 15), "error: day.zip:");
}

TEST_F(InputsTest, OneErrorForEachBadInputAndTheOthersAreRead) {
  fs::create_directory(path("nothing"));
  const All all =
      read({path("missing.txt"), write("a.txt", "قال"), path("nothing"), write("empty.txt", ""),
            write("binary.txt", std::string("\x7f\x45\0\1", 4)),
            write("long.txt", std::string((8 << 20) + 1, 'x')), write("b.txt", "قال"),
            write("u.jsonl", "\xFF\xFE{\0"), write("w.txt", std::string("\x42\x06 \0", 4)),
            write("fake.zip", "x"), write("document", "PK\x03\x04")});
  const All expected = {"error: missing.txt: cannot be opened",
                        "a|قال",
                        "error: nothing: the folder holds no articles",
                        "error: empty.txt: the file is empty",
                        "error: binary.txt: is binary",
                        "error: long.txt: longer than 8 MiB",
                        "b|قال",
                        "error: u.jsonl: is UTF-16",
                        "error: w.txt: is UTF-16LE",
                        "error: fake.zip: the zip archive cannot be opened",
                        "error: document: is a zip archive"};
  ASSERT_EQ(all.size(), expected.size());
  for (size_t i = 0; i < all.size(); ++i)
    EXPECT_EQ(all[i].substr(0, expected[i].size()), expected[i]);
}

}  // namespace
}  // namespace musnad
