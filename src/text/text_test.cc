#include "text/text.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace musnad {
namespace {

Document read(std::string_view text) {
  Document document;
  document.text = text;
  find_tokens(document);
  find_sentences(document);
  find_quotations(document);
  return document;
}

std::vector<std::string> sentence_texts(std::string_view text) {
  const Document document = read(text);
  std::vector<std::string> out;
  for (const Sentence& s : document.sentences) out.emplace_back(document.range_text(s.tokens));
  return out;
}

std::vector<std::string> quotation_texts(std::string_view text) {
  const Document document = read(text);
  std::vector<std::string> out;
  for (const Quotation& q : document.quotations) {
    out.emplace_back(q.tokens.empty() ? "" : document.range_text(q.tokens));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Tokens, TakeAnEscapedQuotationMarkForOne) {
  EXPECT_EQ(quotation_texts("قال: &quot;بدأت الجلسة&quot;."), Texts{"بدأت الجلسة"});
  const Document document = read("&quot;النور&quot;؛ &amp;");
  ASSERT_EQ(document.tokens.size(), 6u);
  EXPECT_EQ(document.tokens[0].end, 6u);
  EXPECT_EQ(document.token_text(1), "النور");
  EXPECT_EQ(document.tokens[2].mark, U'"');
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(find_invalid_utf8("سلام"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("ab\xC0\xAF"), 2u);
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0u);       // a surrogate
  EXPECT_EQ(find_invalid_utf8("a\xF4\x90\x80\x80"), 1u);  // above U+10FFFF
  EXPECT_EQ(find_invalid_utf8("\xD8"), 0u);               // cut short
  EXPECT_EQ(replace_invalid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
}

TEST(Tokens, KeepBothOffsets) {
  const Document document = read("وقال: «لا» 12٣ نعم.");
  ASSERT_EQ(document.tokens.size(), 8u);
  EXPECT_EQ(document.token_text(0), "وقال");
  EXPECT_EQ(document.tokens[0].end, 4u);
  EXPECT_EQ(document.tokens[0].byte_end, 8u);
  EXPECT_EQ(document.tokens[1].mark, U':');
  EXPECT_FALSE(document.tokens[1].space_before);
  EXPECT_EQ(document.tokens[5].kind, TokenKind::kNumber);
  EXPECT_EQ(document.tokens[5].begin, 11u);
}

TEST(Tokens, LeaveMarksAtTheEdgeOutside) {
  const Document document = read("\xEF\xBB\xBFقال\xE2\x80\x8F هو");  // byte order mark, RLM
  ASSERT_EQ(document.tokens.size(), 2u);
  EXPECT_EQ(document.tokens[0].begin, 1u);
  EXPECT_EQ(document.token_text(0), "قال");
}

TEST(Tokens, AreParted) {
  const Document document = read("الملك ـ في بيان ـ قال إن قيمتها\u200F405\u200F مليون");
  ASSERT_EQ(document.tokens.size(), 10u);
  EXPECT_EQ(document.tokens[1].mark, U'-');  // a stroke of tatweel
  EXPECT_EQ(document.token_text(7), "قيمتها");
  EXPECT_EQ(document.token_text(8), "405");
  EXPECT_EQ(document.tokens[8].kind, TokenKind::kNumber);
}

TEST(Sentences, EndAtStopsAndLines) {
  EXPECT_EQ(sentence_texts("عنوان.. وتتمة\nقال هذا.. وذاك. ثم مضى! هل عاد؟ نعم"),
            (Texts{"عنوان.. وتتمة", "قال هذا.. وذاك.", "ثم مضى!", "هل عاد؟", "نعم"}));
}

TEST(Sentences, EndAtAMiddleDot) {
  EXPECT_EQ(sentence_texts("عنوان\nقال هذا · وذاك ·"), (Texts{"عنوان", "قال هذا ·", "وذاك ·"}));
}

TEST(Sentences, DoNotEndInsideNumbersAndInitials) {
  EXPECT_EQ(sentence_texts("عنوان\nبلغ 3.5 مليون. وكتب م. سالم. وقالت (ا.ف.ب) ذلك"),
            (Texts{"عنوان", "بلغ 3.5 مليون.", "وكتب م. سالم.", "وقالت (ا.ف.ب) ذلك"}));
}

TEST(Sentences, DoNotEndInsideAddresses) {
  EXPECT_EQ(sentence_texts("عنوان\nعبر WWW.MARJAN.EXAMPLE والتطبيق. ثم عاد.Then"),
            (Texts{"عنوان", "عبر WWW.MARJAN.EXAMPLE والتطبيق.", "ثم عاد.", "Then"}));
}

TEST(Sentences, TakeTheClosingMarkAlong) {
  EXPECT_EQ(sentence_texts("عنوان\nقال: «نعم.» وانصرف."),
            (Texts{"عنوان", "قال: «نعم.»", "وانصرف."}));
}

TEST(Quotations, OfAllShapes) {
  EXPECT_EQ(quotation_texts("قال «نعم» و“لا” و\"ربما\" و''أبدا'' و‘كلا’ و„أجل“."),
            (Texts{"نعم", "لا", "ربما", "أبدا", "كلا", "أجل"}));
}

TEST(Quotations, InMarksThatSpacesPart) {
  EXPECT_EQ(quotation_texts("قال ' ' الجسر آمن ' ' وأضاف ' نعم ' وسكت"),
            (Texts{"الجسر آمن", "نعم"}));
  EXPECT_EQ(quotation_texts("قال 'نعم' 'لا' وسكت"), (Texts{"نعم", "لا"}));
}

TEST(Quotations, TypedTheWrongWayRound) {
  EXPECT_EQ(quotation_texts("قال ”نعم“ ثم »لا« وسكت"), (Texts{"نعم", "لا"}));
}

TEST(Quotations, OpenedByAClosingMarkThatStandsFree) {
  EXPECT_EQ(quotation_texts("قال إن ” الجسر آمن”. ثم سكت"), (Texts{"الجسر آمن"}));
}

TEST(Quotations, ClosedByAFreeMarkBeforeAFullStop) {
  EXPECT_EQ(quotation_texts("المدرب الملقب بـ « الصقر «. وقال «نعم»."), (Texts{"الصقر", "نعم"}));
}

TEST(Quotations, OpenedByAMarkThatIsGluedToTheWordBefore) {
  EXPECT_EQ(quotation_texts("وأضاف قائلا\" الجسر آمن\" ثم سكت"), (Texts{"الجسر آمن"}));
  EXPECT_EQ(quotation_texts("قال سالم: نحن هنا\" وقال عادل: ونحن\""), (Texts{"نحن هنا", "ونحن"}));
}

TEST(Quotations, Nested) {
  const Document document = read("قال «زرنا مقر \"الوفاق\" أمس» وسكت");
  ASSERT_EQ(document.quotations.size(), 2u);
  EXPECT_EQ(document.quotations[0].parent, -1);
  EXPECT_EQ(document.quotations[1].parent, 0);
  EXPECT_EQ(document.range_text(document.quotations[1].tokens), "الوفاق");
}

TEST(Quotations, NeverClosedEndsWithItsLine) {
  const Document document = read("عنوان\nقال: \"نحن هنا. ولن نمضي.\nوغادر الوفد.");
  ASSERT_EQ(document.quotations.size(), 1u);
  EXPECT_EQ(document.quotations[0].close, kNoToken);
  EXPECT_EQ(document.range_text(document.quotations[0].tokens), "نحن هنا. ولن نمضي.");
}

TEST(Quotations, NeverOpenedBeginsBehindTheColon) {
  const Document document = read("عنوان\nوقال: نحن هنا».");
  ASSERT_EQ(document.quotations.size(), 1u);
  EXPECT_EQ(document.quotations[0].open, kNoToken);
  EXPECT_EQ(document.range_text(document.quotations[0].tokens), "نحن هنا");
}

TEST(Quotations, OpenedAgainAtEachParagraph) {
  const Document document = read("عنوان\nقال: «نحن هنا.\n«ولن نمضي».");
  ASSERT_EQ(document.quotations.size(), 2u);
  EXPECT_EQ(document.quotations[1].continues, 0);
}

TEST(Quotations, RunOverLinesWhenClosedThere) {
  EXPECT_EQ(quotation_texts("عنوان\nقال: «نحن هنا.\nولن نمضي»."), (Texts{"نحن هنا.\nولن نمضي"}));
}

TEST(Quotations, AfterAClitic) {
  EXPECT_EQ(quotation_texts("وقال لـ\"الوطن\": نعم، ولـ»المدينة» لا"), (Texts{"الوطن", "المدينة"}));
}

TEST(Quotations, ThousandsOfOpenMarksStayLinearAndBounded) {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "«ا ";
  const Document document = read(text);
  EXPECT_EQ(document.quotations.size(), 50000u);
  for (const Quotation& q : document.quotations) EXPECT_LE(q.tokens.end, document.tokens.size());
}

}  // namespace
}  // namespace musnad
