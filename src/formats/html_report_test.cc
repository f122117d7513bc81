#include "formats/html_report.h"

#include <gtest/gtest.h>

#include "formats/report/html.h"
#include "formats/sample_record.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"

namespace musnad {
namespace {

std::string render_one(const Record& record) { return render_html({&record, 1}); }

bool has(const std::string& page, std::string_view part) { return page.find(part) != page.npos; }

// What stands between `begin` and the next `end` behind it.
std::string between(const std::string& page, std::string_view begin, std::string_view end) {
  const size_t from = page.find(begin);
  if (from == page.npos) return "";
  return page.substr(from + begin.size(), page.find(end, from) - from - begin.size());
}

// The words of a piece of the page: without tags, and with the article's references undone.
std::string words(const std::string& html) {
  std::string out;
  bool tag = false;
  for (char c : html) {
    if (c == '<') tag = true;
    if (!tag) out += c;
    if (c == '>') tag = false;
  }
  return out;
}

std::string article_of(const std::string& page) {
  return between(page, "id=\"text\" lang=\"ar\" dir=\"rtl\">\n", "</article>");
}

TEST(EscapeHtml, LeavesNothingThatMarksUp) {
  EXPECT_EQ(escape_html("<b a='1' c=\"2\">&amp;"),
            "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
  EXPECT_EQ(escape_html(std::string_view("a\0b\x1b\n", 5)), "a\uFFFDb\uFFFD\n");
  EXPECT_EQ(escape_html("قال «نعم»"), "قال «نعم»");
}

TEST(FillSlots, LooksAtValuesOnlyOnce) {
  EXPECT_EQ(fill_slots("<{{a}}{{b}}>", {{"a", "{{b}}"}, {"b", "{{a}}"}}), "<{{b}}{{a}}>");
}

TEST(Labels, HaveEveryWordThatThePageAsksFor) {
  Record record = sample_record();
  record.events.clear();
  record.talks.clear();
  const std::vector<StatementRecord> statements = record.statements;
  record.statements.clear();
  for (int act = 0; act <= static_cast<int>(Act::kWithhold); ++act) {
    record.statements.push_back(statements[act % statements.size()]);
    record.statements.back().act = static_cast<Act>(act);
  }
  EXPECT_TRUE(has(render_one(record), "data-label=\"act.withhold\">امتناع عن القول<"));
  EXPECT_TRUE(has(Labels().json(), "\"act.withhold\":\"withholds\""));
}

TEST(HtmlReport, NeedsNothingFromOutside) {
  const std::string page = render_one(sample_record());
  for (std::string_view outside : {" src=", "<link", "@import", "url(", "fetch(", "http"}) {
    EXPECT_FALSE(has(page, outside == "http" ? "href=\"http" : outside)) << outside;
  }
  EXPECT_TRUE(has(page, "default-src 'none'"));
}

TEST(HtmlReport, ShowsTheArticleWordForWord) {
  const Record record = sample_record();
  std::string lines;
  for (std::string_view line : split(record.article.text, '\n')) {
    if (!line.empty()) lines += std::string(line) + '\n';
  }
  EXPECT_EQ(words(article_of(render_one(record))), lines);
}

TEST(HtmlReport, MarksBothSidesWithTheSameKey) {
  const std::string page = render_one(sample_record());
  EXPECT_TRUE(has(page, "<span class=\"cue ink-2\" data-m=\"s4\">وقالت</span>"));
  EXPECT_TRUE(has(page, "<li class=\"statement\" id=\"s4\" data-m=\"s4\">"));
  EXPECT_TRUE(has(page, "<li id=\"t4\" data-m=\"t4\">"));
  EXPECT_EQ(count(article_of(page), "class=\"badge"), sample_record().statements.size());
}

TEST(HtmlReport, CutsNestedStatementsIntoSegments) {
  const std::string article = article_of(render_one(sample_record()));
  // s5 alone, then s6's source, then its cue, then s5 alone again, then s6 on the ground of s5.
  EXPECT_TRUE(has(article,
                  "<span class=\"source ink-3 content asserted ground-2\" "
                  "data-m=\"s6 s5\">نظيرها السهلاني وسيم الطحّان</span>"));
  EXPECT_TRUE(
      has(article, "<span class=\"content asserted ground-2\" data-m=\"s5\"> لها أن </span>"));
  EXPECT_TRUE(has(article,
                  "<span class=\"content asserted ground-3 within below-2\" "
                  "data-m=\"s6 s5\">وفد بلاده «سيصل في موعده»</span>"));
  // A time inside a statement belongs first to the statement.
  EXPECT_TRUE(has(article, "data-m=\"s10 t4\">صباح الجمعة</span>"));
}

TEST(HtmlReport, GroupsStatementsBySpeaker) {
  const std::string page = render_one(sample_record());
  const std::string minister = between(page, "<h3 id=\"speaker-2\">", "</section>");
  EXPECT_EQ(count(minister, "<li class=\"statement"), 4u);
  EXPECT_TRUE(has(minister, "lang=\"en\" dir=\"ltr\">Hala al-Sarruji</bdi>"));
  EXPECT_TRUE(has(minister, "class=\"polarity denied\""));
  EXPECT_LT(page.find("id=\"speaker-5\""), page.find("id=\"speaker-0\""));
  EXPECT_TRUE(has(page, "<li class=\"statement nested\" id=\"s6\""));
  EXPECT_TRUE(has(page, "<a href=\"#s5\">5</a>"));
}

TEST(HtmlReport, ShowsADossierWithItsEvidence) {
  const std::string page = render_one(sample_record());
  const std::string dossier = between(page, "<section class=\"talks\">", "</section>");
  EXPECT_TRUE(has(dossier, "<span class=\"status\"><span data-label=\"talks.preparing\""));
  const std::string team = between(dossier, "data-m=\"n1-team-1\"", "</dd>");
  EXPECT_TRUE(has(team, "team.head_withheld"));
  EXPECT_TRUE(has(team, "class=\"evidence\" href=\"#s7\""));
  EXPECT_TRUE(has(team, "class=\"evidence\" href=\"#e1\""));
  EXPECT_TRUE(has(words(between(dossier, "data-m=\"n1-open-1\"", "</dd>")), "موعد الوصول"));
  EXPECT_TRUE(has(dossier, "<dd data-m=\"e2\""));
}

TEST(HtmlReport, LightsUpTheWordsOfADossierInTheArticle) {
  const std::string article = article_of(render_one(sample_record()));
  EXPECT_TRUE(has(article, "data-m=\"s7 n1-open-1 n1-team-1\">موعد الوصول</span>"));
  EXPECT_TRUE(has(article, "data-m=\"s10 e2\">سيلتقيان</span>"));
  // A team has no words of its own: those of its evidence stand for it.
  EXPECT_TRUE(has(article, "data-m=\"s2 e1 n1-team-1\">المفاوضات</span>"));
}

TEST(HtmlReport, ListsEventsWithStatusAndClaim) {
  const std::string events = between(render_one(sample_record()), "<ol class=\"events\">", "</ol>");
  EXPECT_EQ(count(events, "<li id="), 2u);
  EXPECT_TRUE(has(events, "event.meet"));
  EXPECT_TRUE(has(events, "status.planned"));
  EXPECT_TRUE(has(events, "<bdi dir=\"ltr\">2025-03-14</bdi>"));
  EXPECT_TRUE(has(events, "<a href=\"#s10\">10</a>"));
}

TEST(HtmlReport, SpansOverLinesKeepParagraphsApart) {
  Record record;
  record.article.text = "عنوان\nسطر أول\n\nسطر ثان";
  record.statements.resize(1);
  record.statements[0].content = {{{6, 22}, true}};
  const std::string article = article_of(render_one(record));
  EXPECT_EQ(words(article), "عنوان\nسطر أول\nسطر ثان\n");
  EXPECT_EQ(count(article, "data-m=\"s1\""), 3u);  // the badge and a span in each paragraph
  EXPECT_EQ(count(article, "class=\"badge"), 1u);
}

TEST(HtmlReport, LetsNoTextOfARecordBecomeMarkup) {
  const std::string evil = "\"'></script><script>alert(1)</script><b>{{labels}}";
  Record record = sample_record();
  record.article.text = evil + "\n" + evil;
  record.title = record.published = evil;
  record.article.publisher = record.article.author = record.article.url = evil;
  for (ActorRecord& actor : record.actors) {
    actor.name = actor.latin = evil;
    actor.titles = {evil};
  }
  for (StatementRecord& statement : record.statements) statement.time = evil;
  for (TimeRecord& time : record.times) time.value = evil;
  const std::vector<Record> records = {record, record};
  const std::string page = render_html(records);
  EXPECT_GT(count(page, "&lt;/script&gt;"), 20u);
  EXPECT_EQ(count(page, "<script"), 2u);
  EXPECT_EQ(count(page, "</script"), 2u);
  EXPECT_FALSE(has(page, "<b>{{"));
  EXPECT_FALSE(has(page, "\"'>"));
  EXPECT_TRUE(has(page, "{{labels}}"));
}

TEST(HtmlReport, LinksOnlyToTheWeb) {
  Record record = sample_record();
  record.article.url = "javascript:alert(1)";
  EXPECT_FALSE(has(render_one(record), "href=\"javascript"));
  record.article.url = "https://example.org/?a=1&b=2";
  EXPECT_TRUE(has(render_one(record), "href=\"https://example.org/?a=1&amp;b=2\""));
}

TEST(HtmlReport, SeveralRecordsHaveContentsAndIdsOfTheirOwn) {
  const std::vector<Record> records = {sample_record(), sample_record()};
  const std::string page = render_html(records);
  EXPECT_TRUE(has(page, "<a href=\"#record-2\">"));
  EXPECT_EQ(count(page, "id=\"r1-s4\""), 1u);
  EXPECT_EQ(count(page, "id=\"r2-s4\""), 1u);
  EXPECT_FALSE(has(render_one(records[0]), "class=\"contents\""));
}

TEST(HtmlReport, TellsThatThereIsNothing) {
  Record record;
  record.article.text = "خبر";
  const std::string page = render_one(record);
  EXPECT_TRUE(has(page, "لا أقوال في هذا النص."));
  for (std::string_view part : {"times", "events", "talks"}) {
    EXPECT_FALSE(has(page, "id=\"" + std::string(part) + "\"")) << part;
  }
}

}  // namespace
}  // namespace musnad
