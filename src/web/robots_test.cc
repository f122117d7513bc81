// robots.txt as RFC 9309 has it.
#include "web/robots.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(Robots, TheLongestRuleCountsAndAllowWinsATie) {
  const Robots robots = Robots::parse(
      "# rules\nUser-Agent: *\nDisallow: /news/   # old\nAllow: /news/rss\nDisallow: /a\nAllow: "
      "/a\n");
  EXPECT_TRUE(robots.allows("/"));
  EXPECT_FALSE(robots.allows("/news/1.html"));
  EXPECT_TRUE(robots.allows("/news/rss.xml"));
  EXPECT_TRUE(robots.allows("/abc"));
}

TEST(Robots, OurOwnGroupsTakeThePlaceOfThoseForAll) {
  const char* const text =
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Musnad/1.0\nDisallow: /x\n"
      "User-agent: third\nDisallow: /y\nUser-agent: musnad\nDisallow: /z\n";
  const Robots robots = Robots::parse(text);
  EXPECT_TRUE(robots.allows("/feed"));
  EXPECT_FALSE(robots.allows("/x"));
  EXPECT_TRUE(robots.allows("/y"));
  EXPECT_FALSE(robots.allows("/z"));
}

TEST(Robots, StarsAndEnds) {
  const Robots robots =
      Robots::parse("user-agent:*\r\ndisallow:/*.pdf$\r\ndisallow:/p*/q*r\r\ndisallow:/end$");
  EXPECT_FALSE(robots.allows("/a/b.pdf"));
  EXPECT_TRUE(robots.allows("/a/b.pdf?x"));
  EXPECT_FALSE(robots.allows("/a.pdf/c.pdf"));
  EXPECT_FALSE(robots.allows("/pp/q/q-r/s"));
  EXPECT_TRUE(robots.allows("/pp/r"));
  EXPECT_FALSE(robots.allows("/end"));
  EXPECT_TRUE(robots.allows("/ending"));
}

TEST(Robots, NothingSaidIsAllAllowed) {
  for (const char* text : {"", "Disallow: /", "User-agent: *\nDisallow:", "\xFF\xFE:",
                           "User-agent: other\nDisallow: /"}) {
    EXPECT_TRUE(Robots::parse(text).allows("/feed")) << text;
  }
}

}  // namespace
}  // namespace musnad
