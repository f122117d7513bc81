// What a file is, by its name and by its first bytes.
#include "formats/file_kind.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(FileKind, IsInTheNameWhateverPacksTheFile) {
  EXPECT_EQ(kind_by_name("news/CC-NEWS-20310304.warc.gz"), FileKind::kWarc);
  EXPECT_EQ(kind_by_name("a.JSONL.zst"), FileKind::kJsonLines);
  EXPECT_EQ(kind_by_name("feed.rss"), FileKind::kFeed);
  EXPECT_EQ(kind_by_name("feed.gz"), FileKind::kUnknown);
  EXPECT_EQ(kind_by_name("notes.pdf"), FileKind::kUnknown);
}

TEST(FileKind, IsInTheFirstBytes) {
  EXPECT_EQ(kind_by_bytes("WARC/1.0\r\nWARC-Type: warcinfo"), FileKind::kWarc);
  EXPECT_EQ(kind_by_bytes(" <rss version='2.0'>"), FileKind::kFeed);
  EXPECT_EQ(kind_by_bytes("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- made --><rdf:RDF"),
            FileKind::kFeed);
  EXPECT_EQ(kind_by_bytes("<?xml version='1.0'?><feed xmlns='x'><title type='html'><html>"),
            FileKind::kFeed);
  EXPECT_EQ(kind_by_bytes("<?xml version='1.0'?><html><body><feed>"), FileKind::kHtml);
  EXPECT_EQ(kind_by_bytes("<?xml version='1.0'?><urlset>"), FileKind::kText);
  EXPECT_EQ(kind_by_bytes("<!DOCTYPE html>"), FileKind::kHtml);
  EXPECT_EQ(kind_by_bytes("قال <rss>"), FileKind::kText);
}

TEST(FileStem, IsTheNameWithoutPackingAndExtension) {
  EXPECT_EQ(file_stem("news/a.txt"), "a");
  EXPECT_EQ(file_stem("news/a.b.jsonl.gz"), "a.b");
  EXPECT_EQ(file_stem("a.warc.zst"), "a");
  EXPECT_EQ(file_stem("a"), "a");
}

}  // namespace
}  // namespace musnad
