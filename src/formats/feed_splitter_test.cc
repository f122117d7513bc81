// Feeds of all dialects, and those that break the rules of theirs.
#include "formats/feed_splitter.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <vector>

#include "formats/parse_article.h"

namespace musnad {
namespace {

Expected<std::vector<Article>> articles_of(std::string feed) {
  const auto source =
      split_feed(std::make_unique<ByteReader>(bytes_in_memory(std::move(feed))), "f.xml");
  std::vector<Article> articles;
  for (;;) {
    auto raw = source->next();
    if (!raw) return tl::unexpected(raw.error());
    if (!*raw) return articles;
    auto article = parse_article(std::move(**raw), {});
    if (!article) return tl::unexpected(article.error());
    articles.push_back(std::move(*article));
  }
}

void expect(const Article& article, const Article& expected) {
  EXPECT_EQ(article.id, expected.id);
  EXPECT_EQ(article.text, expected.text);
  EXPECT_EQ(article.publisher, expected.publisher);
  EXPECT_EQ(article.author, expected.author);
  EXPECT_EQ(article.url, expected.url);
  EXPECT_EQ(article.published, expected.published);
}

TEST(FeedSplitter, ReadsRss) {
  const auto articles = articles_of(R"(
<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>وكالة الموجة</title><link>https://wave.example</link>
<item><media:title>صورة</media:title><title> سيراف &amp;amp; تلمون
 </title><link>https://wave.example/7</link><guid>wave-7</guid><dc:creator>ليلى النجار</dc:creator>
<pubDate>Tue, 4 Mar 2031 23:30:00 +0300</pubDate><description>موجز</description>
<content:encoded><![CDATA[<p>قال الوزير<br/>إن المحادثات</p><figure><img src="x"/></figure><p>تبدأ&nbsp;غدا.</p>]]></content:encoded></item>
<item><title>ثان</title><link>https://wave.example/8</link><description>&lt;b&gt;نص&lt;/b&gt; ثان</description>
<source url="https://x.example">وكالة أخرى</source></item></channel></rss>)");
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  ASSERT_EQ(articles->size(), 2u);
  expect((*articles)[0],
         {"wave-7", "سيراف & تلمون\nقال الوزير\nإن المحادثات\nتبدأ غدا.", "وكالة الموجة",
          "ليلى النجار", "https://wave.example/7", "", "2031-03-04"});
  expect((*articles)[1], {"https://wave.example/8", "ثان\nنص ثان", "وكالة أخرى", "",
                          "https://wave.example/8", "", ""});
}

TEST(FeedSplitter, ReadsAtom) {
  const auto articles =
      articles_of(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>الموجة</title>
<entry><title type="html">&lt;i&gt;عنوان&lt;/i&gt;</title><id>tag:wave,1</id>
<link rel="self" href="https://wave.example/self"/><link href="https://wave.example/1"/>
<updated>2031-03-05T00:00:00Z</updated><published>2031-03-04T10:00:00Z</published>
<author><name>ليلى</name></author><summary>موجز قصير</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أول.</p><p>ثان.</p></div></content></entry></feed>)");
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  expect(articles->at(0), {"tag:wave,1", "عنوان\nأول.\nثان.", "الموجة", "ليلى",
                           "https://wave.example/1", "", "2031-03-04"});
}

TEST(FeedSplitter, ReadsRdf) {
  const auto articles = articles_of(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>الموجة</title></channel>
<item><title>عنوان</title><link>https://wave.example/1</link><dc:date>2031-03-04</dc:date></item></rdf:RDF>)");
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  expect(articles->at(0), {"https://wave.example/1", "عنوان", "الموجة", "",
                           "https://wave.example/1", "", "2031-03-04"});
}

TEST(FeedSplitter, ReadsWhatBreaksTheRules) {
  // An entity of HTML, a bare &, a prefix that is not declared, a feed that is cut off.
  const auto articles = articles_of(
      "<rss><channel><title>الموجة</title><item><title>أ & ب</title><content:encoded>نص طويل&nbsp;"
      "</content:encoded></item><item><title>مقطوع</tit");
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  ASSERT_EQ(articles->size(), 2u);
  EXPECT_EQ(articles->at(0).text.substr(articles->at(0).text.find('\n')), "\nنص طويل");
}

TEST(FeedSplitter, ReadsOtherCharsets) {
  const auto articles = articles_of(
      "<?xml version='1.0' encoding='windows-1256'?><rss><channel><item><title>\xDE\xC7\xE1</title>"
      "</item></channel></rss>");
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  EXPECT_EQ(articles->at(0).text, "قال");
}

TEST(FeedSplitter, SaysWhatIsNoFeed) {
  for (const char* other : {"<urlset/>", "no XML", "<html><item/></html>"}) {
    const auto articles = articles_of(other);
    ASSERT_FALSE(articles.has_value()) << other;
    EXPECT_NE(articles.error().message.find("f.xml: is no feed"), std::string::npos)
        << articles.error().message;
  }
  EXPECT_NE(articles_of("<rss><channel/></rss>").error().message.find("holds no item"),
            std::string::npos);
}

TEST(FeedSplitter, EntitiesNeitherGrowNorReadFiles) {
  std::string bomb = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += fmt::format("<!ENTITY {} '", c);
    for (int i = 0; i < 10; ++i) bomb += fmt::format("&{};", static_cast<char>(c - 1));
    bomb += "'>";
  }
  bomb += "<!ENTITY file SYSTEM 'file:///etc/passwd'>]>";
  const auto articles = articles_of(
      bomb + "<rss><channel><item><title>عنوان&j;&file;</title></item></channel></rss>");
  ASSERT_TRUE(articles.has_value()) << articles.error().message;
  EXPECT_LT(articles->at(0).text.size(), 1000u);
  EXPECT_EQ(articles->at(0).text.find("root:"), std::string::npos);
}

}  // namespace
}  // namespace musnad
