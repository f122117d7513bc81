#include "formats/html_article.h"

#include <gtest/gtest.h>

#include "formats/parse_article.h"

namespace musnad {
namespace {

Expected<Article> parse(std::string page, bool lossy = false) {
  return parse_article({RawFormat::kHtml, std::move(page), "page.html", {.id = "page"}},
                       {.lossy = lossy});
}

const std::string kFirst =
    "أعلن وزير خارجية مرجانة سالم الهادي أن المحادثات مع جمهورية الساحل ستستأنف الأسبوع المقبل.";
const std::string kSecond =
    "وقال الهادي للصحفيين في العاصمة إن الطرفين اتفقا على جدول الأعمال وعلى مكان الاجتماع.";
const std::string kThird =
    "وأضاف: «لن نغادر الطاولة قبل أن نتوصل إلى اتفاق يرضي الجميع ويحفظ حقوقهم».";

std::string p(const std::string& text) { return "<p>" + text + "</p>\n"; }

TEST(HtmlArticle, TakesTheBodyOfAModernPage) {
  const auto article = parse(
      R"(<!doctype html><html lang="ar"><head><meta charset="utf-8">
<title>محادثات مرجانة تستأنف | صحيفة الموجة</title>
<meta property="og:title" content="محادثات مرجانة تستأنف">
<meta property="og:site_name" content="صحيفة الموجة">
<meta property="article:published_time" content="2031-03-04T09:30:00+03:00">
<meta name="author" content="ليلى النجار">
<link rel="canonical" href="https://example.org/news/17">
</head><body>
<header><h1>صحيفة الموجة</h1><nav><ul><li><a href="/">الرئيسية</a><li><a href="/w">العالم</a></ul></nav></header>
<main><article class="post">
<h1>محادثات مرجانة تستأنف</h1>
<div class="post-meta">ليلى النجار، نشر قبل ساعتين من مراسلتنا في العاصمة ومن مكتبنا في مدينة الساحل الكبرى.</div>
<figure><img src="a.jpg"><figcaption>وزير خارجية مرجانة لدى وصوله إلى قاعة الاجتماعات في العاصمة أمس الأول.</figcaption></figure>
<div class="share-bar"><p>شارك هذا المقال مع أصدقائك على كل مواقع التواصل الاجتماعي التي تستعملها.</p></div>
<div class="entry-content">)" +
      p(kFirst) +
      R"(<aside><p>اقرأ أيضا في الموجة ما كتبه مراسلونا عن المحادثات السابقة بين الطرفين.</p></aside>)" +
      p("وقال الهادي للصحفيين في <a href='/c'>العاصمة</a> إن الطرفين&nbsp;اتفقا على "
        "<b>جدول</b>\n الأعمال وعلى مكان الاجتماع.") +
      R"(<p><a href="/8">تقرير سابق: مرجانة والساحل تتبادلان السفراء بعد قطيعة دامت سنوات طويلة</a></p>)" +
      p(kThird) + R"(<p>الموجة</p></div>
<div class="tags"><a href="/t">محادثات</a></div></article>
<section id="comments"><p>تعليق من قارئ: هذا خبر مهم جدا وأرجو أن تتوصل الأطراف إلى اتفاق في أقرب وقت.</p></section>
</main><footer><p>جميع الحقوق محفوظة لصحيفة الموجة، ولا يجوز نشر المواد من غير إذن مكتوب.</p></footer>
</body></html>)");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "محادثات مرجانة تستأنف\n" + kFirst + "\n" + kSecond + "\n" + kThird);
  EXPECT_EQ(article->id, "page");
  EXPECT_EQ(article->publisher, "صحيفة الموجة");
  EXPECT_EQ(article->author, "ليلى النجار");
  EXPECT_EQ(article->url, "https://example.org/news/17");
  EXPECT_EQ(article->published, "2031-03-04");
  EXPECT_EQ(article->crawled, "");
}

TEST(HtmlArticle, FindsTheBodyByDensityWhereNothingIsMarked) {
  const auto article = parse(
      "<html><head><title>استئناف المحادثات</title></head><body><form><table><tr>"
      "<td><a href=1>محليات</a><br><a href=2>اقتصاد</a><br><a href=3>رياضة</a></td>"
      "<td><div>استئناف المحادثات</div><div>" +
      kFirst + "<br><br>" + kSecond + "<br>" + kThird +
      "</div></td></tr></table></form></body></html>");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "استئناف المحادثات\n" + kFirst + "\n" + kSecond + "\n" + kThird);
  EXPECT_EQ(article->published, "");
}

TEST(HtmlArticle, GathersParagraphsThatHaveABoxEach) {
  const auto article =
      parse("<body><main><h1>استئناف المحادثات</h1><div>" + p(kFirst) + "</div><div>" + p(kSecond) +
            "</div><h2>خلفية</h2><div>" + p(kThird) +
            "</div></main><div><p>نشرتنا البريدية تصلك كل صباح بأهم ما جرى في العالم، "
            "اشترك فيها الآن.</p></div></body>");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "استئناف المحادثات\n" + kFirst + "\n" + kSecond + "\nخلفية\n" + kThird);
}

TEST(HtmlArticle, JoinsTheTwoHalvesAroundAnAdvertisement) {
  const auto article = parse("<body><h1>استئناف المحادثات</h1><div><div>" + p(kFirst) + p(kSecond) +
                             "</div><div class=ad><p>إعلان</p></div><div>" + p(kThird) +
                             p(kSecond) + "</div></div></body>");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text,
            "استئناف المحادثات\n" + kFirst + "\n" + kSecond + "\n" + kThird + "\n" + kSecond);
}

TEST(HtmlArticle, ReadsTextThatStandsInNothing) {
  const auto article = parse("<title>استئناف</title>" + kFirst + "<br>" + kSecond);
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "استئناف\n" + kFirst + "\n" + kSecond);
  EXPECT_TRUE(parse("<html><h1>استئناف</h1><foo>" + kFirst + "<br>" + kSecond).has_value());
}

TEST(HtmlArticle, ReadsJsonLd) {
  const auto article = parse(R"(<html><head><script type="application/ld+json">
{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"الموجة"},
 {"@type":["NewsArticle"],"headline":"استئناف المحادثات","datePublished":"2031-03-04T00:10:00Z",
  "author":[{"@type":"Person","name":"ليلى النجار"}],"publisher":{"name":"صحيفة الموجة"},
  "url":"https://example.org/17"}]}</script></head><body><div itemprop="articleBody">)" +
                             p(kFirst) + "</div><div>" + p(kSecond) + "</div></body></html>");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "استئناف المحادثات\n" + kFirst);
  EXPECT_EQ(article->published, "2031-03-04");
  EXPECT_EQ(article->author, "ليلى النجار");
  EXPECT_EQ(article->publisher, "صحيفة الموجة");
  EXPECT_EQ(article->url, "https://example.org/17");
}

TEST(HtmlArticle, TakesTheDayOfATimeElementAndNeverGuessesOne) {
  const std::string body = "<body><h1>استئناف</h1><time datetime='";
  EXPECT_EQ(parse(body + "2031-03-04 10:00'>الثلاثاء</time>" + p(kFirst) + p(kSecond))->published,
            "2031-03-04");
  EXPECT_EQ(parse(body + "4 مارس 2031'>الثلاثاء</time>" + p(kFirst) + p(kSecond))->published, "");
}

TEST(HtmlArticle, RefusesPagesWithoutAnArticle) {
  const std::string teaser = "<article><h2><a href=x>عنوان خبر</a></h2><p>";
  for (const std::string& page :
       {std::string("<html><body><p>الرجاء تفعيل جافاسكربت.</p></body></html>"),
        std::string(
            "<html><body><ul><li><a href=1>محليات</a><li><a href=2>اقتصاد</a></ul></body></html>"),
        "<body><main>" + teaser + kFirst + "</p></article>" + teaser + kSecond + "</p></article>" +
            teaser + kThird + "</p></article></main></body>",
        std::string("<html></html>")}) {
    const auto article = parse(page);
    ASSERT_FALSE(article.has_value()) << page;
    EXPECT_EQ(article.error().message.substr(0, 10), "page.html:");
  }
  EXPECT_FALSE(parse("").has_value());
}

TEST(HtmlArticle, ReadsWindows1256ByMetaAndByDefault) {
  // "قال الوزير" in windows-1256
  const std::string words = "\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 ";
  std::string text;
  for (int i = 0; i < 20; ++i) text += words;
  const std::string body = "<h1>" + words + "</h1><p>" + text + ".</p>";
  for (const std::string head :
       {"", "<meta charset=windows-1256>", "<meta charset='iso-8859-1'>",
        "<meta http-equiv=Content-Type content=\"text/html; charset=cp1256\">"}) {
    const auto article = parse("<html><head>" + head + "</head><body>" + body + "</body></html>");
    ASSERT_TRUE(article.has_value()) << article.error().message;
    EXPECT_EQ(article->text.substr(0, article->text.find('\n')), "قال الوزير") << head;
  }
  const auto unknown = parse("<meta charset=klingon><body>" + body);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_NE(unknown.error().message.find("klingon"), std::string::npos);
}

TEST(HtmlArticle, ReadsUtf16WithByteOrderMark) {
  const std::u16string page =
      u"\uFEFF<html><body><h1>قال</h1><p>قال الوزير إن المحادثات مستمرة في العاصمة "
      u"وإن الاتفاق قريب، وإن الأطراف كلها راضية عنه.</p></body></html>";
  std::string little;
  for (const char16_t unit : page) {
    little.push_back(static_cast<char>(unit & 0xFF));
    little.push_back(static_cast<char>(unit >> 8));
  }
  const auto article = parse(little);
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text,
            "قال\nقال الوزير إن المحادثات مستمرة في العاصمة وإن الاتفاق قريب، وإن الأطراف كلها "
            "راضية عنه.");
}

TEST(HtmlArticle, RefusesInvalidUtf8UnlessLossy) {
  const std::string page =
      "<meta charset=utf-8><body><h1>قال</h1><p>\xFF" + kFirst + kSecond + "</p></body>";
  const auto refused = parse(page);
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.find("byte 44"), std::string::npos) << refused.error().message;
  const auto mended = parse(page, /*lossy=*/true);
  ASSERT_TRUE(mended.has_value());
  EXPECT_EQ(mended->text, "قال\n\uFFFD" + kFirst + kSecond);
}

TEST(HtmlArticle, RefusesMarkupThatTakesTooLong) {
  std::string tag = "<p";
  for (int i = 0; i < 5000; ++i) tag += " a" + std::to_string(i);
  EXPECT_FALSE(parse("<body>" + tag + ">" + kFirst + kSecond).has_value());
  std::string nested = "<body>";
  for (int i = 0; i < 310000; ++i) nested += "<b>";
  EXPECT_FALSE(parse(nested + kFirst + kSecond).has_value());
}

}  // namespace
}  // namespace musnad
