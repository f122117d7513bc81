// WARC as crawls ship it: which records are pages, what is told of them, where damage ends it.
#include "formats/warc_splitter.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <vector>

#include "formats/http_body.h"
#include "formats/parse_article.h"

namespace musnad {
namespace {

std::string record(const std::string& type, const std::string& head, const std::string& block) {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Record-ID: <urn:uuid:u-1>\r\nWARC-Date: "
      "2031-03-04T05:06:07Z\r\nWARC-Target-URI: https://news.example/1\r\n{}Content-Length: "
      "{}\r\n\r\n{}\r\n\r\n",
      type, head, block.size(), block);
}

std::string response(const std::string& fields, const std::string& body,
                     const std::string& status = "200 OK") {
  return record("response", "Content-Type: application/http; msgtype=response\r\n",
                fmt::format("HTTP/1.1 {}\r\n{}\r\n\r\n{}", status, fields, body));
}

// All that is in a WARC file: "id|url|crawled|charset|bytes" or "error: …".
std::vector<std::string> split(const std::string& bytes) {
  const auto source = split_warc(std::make_unique<ByteReader>(bytes_in_memory(bytes)), "f.warc");
  std::vector<std::string> all;
  for (;;) {
    const auto raw = source->next();
    if (raw && !*raw) return all;
    if (!raw) {
      all.push_back("error: " + raw.error().message);
      continue;
    }
    const Article& told = (*raw)->told;
    all.push_back(fmt::format("{}|{}|{}|{}|{}", told.id, told.url, told.crawled, (*raw)->charset,
                              (*raw)->bytes));
  }
}

using All = std::vector<std::string>;

const std::string kPage = "u-1|https://news.example/1|2031-03-04||<p>1</p>";

TEST(WarcSplitter, TakesThePagesAmongTheRecords) {
  EXPECT_EQ(split(record("warcinfo", "", "software: x") +
                  record("request", "", "GET /1 HTTP/1.1\r\n\r\n") +
                  response("Content-Type: text/html", "<p>1</p>") +
                  response("Content-Type: image/png", "<p>2</p>") +
                  response("Content-Type: text/html", "<p>3</p>", "404 Not Found") +
                  response("content-type: Text/HTML; charset=Windows-1256", "<p>4</p>") +
                  record("metadata", "", "")),
            All({kPage, "u-1|https://news.example/1|2031-03-04|windows-1256|<p>4</p>"}));
}

TEST(WarcSplitter, UndoesChunksAndGzipWhereTheyStand) {
  const std::string chunked = "Content-Type: text/html\r\nTransfer-Encoding: chunked";
  EXPECT_EQ(split(response(chunked, "3\r\n<p>\r\n5;x=y\r\n1</p>\r\n0\r\n\r\n") +
                  response(chunked, "<p>1</p>")),
            All({kPage, kPage}));
  std::string packed(100, 0);
  z_stream stream = {};
  std::string plain = "<p>1</p>";
  ASSERT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  ASSERT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  const std::string gzip = "Content-Type: text/html\r\nContent-Encoding: gzip";
  EXPECT_EQ(split(response(gzip, packed) + response(gzip, plain)), All({kPage, kPage}));
  EXPECT_EQ(unpack_http_body("Content-Encoding: gzip\r\n", packed, 7), packed);
}

TEST(WarcSplitter, DamageEndsItWithAnErrorThatNamesThePlace) {
  const std::string page = response("Content-Type: text/html", "<p>1</p>");
  const All cut = split(page + page.substr(0, page.size() - 10));
  ASSERT_EQ(cut.size(), 2u);
  EXPECT_EQ(cut[1].substr(0, cut[1].find(" breaks")),
            fmt::format("error: f.warc (byte {}): the file", page.size()));
  const All foreign = split(page + "<html>" + page);
  ASSERT_EQ(foreign.size(), 2u);
  EXPECT_NE(foreign[1].find("no WARC record begins here"), std::string::npos);
}

TEST(WarcSplitter, ATooLongPageIsOneErrorAndTheNextIsRead) {
  const All all = split(response("Content-Type: text/html", std::string(kMostRawBytes + 1, 'x')) +
                        response("Content-Type: text/html", "<p>1</p>"));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_NE(all[0].find("longer than 8 MiB"), std::string::npos);
  EXPECT_EQ(all[1], kPage);
}

TEST(WarcSplitter, TheCharsetOfTheServerCounts) {
  const std::string arabic = "\xC7\xE1\xE3\xCD\xC7\xCF\xCB\xC7\xCA \xC7\xD3\xCA\xC4\xE4\xDD\xCA ";
  std::string body = "<p>";  // "المحادثات استؤنفت" in windows-1256, without a meta element
  for (int i = 0; i < 20; ++i) body += arabic;
  const auto source =
      split_warc(std::make_unique<ByteReader>(bytes_in_memory(
                     response("Content-Type: text/html; charset=windows-1256", body + ".</p>"))),
                 "f.warc");
  const auto article = parse_article(std::move(**source->next()), {});
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_NE(article->text.find("المحادثات استؤنفت"), std::string::npos);
  EXPECT_EQ(article->crawled, "2031-03-04");
}

}  // namespace
}  // namespace musnad
