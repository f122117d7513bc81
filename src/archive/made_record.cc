#include "archive/made_record.h"

#include "morphology/letters.h"
#include "reader/to_record.h"

namespace musnad {
namespace {

uint32_t length(std::string_view text) {
  return static_cast<uint32_t>(to_code_points(text).size());
}

}  // namespace

Record made_record(const MadeRecord& made) {
  const std::string before = "بيان\nقالت ", between = " إن ";
  Record record;
  record.article = {.id = made.id,
                    .text = before + made.speaker + between + made.words + ".",
                    .publisher = made.publisher,
                    .crawled = made.crawled};
  record.title = "بيان";
  record.published = made.crawled;
  record.published_basis =
      made.crawled.empty() ? PublishedBasis::kUnknown : PublishedBasis::kCrawled;
  record.characters = length(record.article.text);
  record.sha256 = sha256(record.article.text);

  const Span source = {length(before), length(before + made.speaker)};
  const uint32_t begin = source.end + length(between);
  ActorRecord speaker;
  speaker.name = made.speaker;
  speaker.kind = ActorKind::kPerson;
  speaker.key = made.key;
  speaker.mentions = {{source, MentionForm::kName}};
  record.actors = {speaker};
  StatementRecord statement;
  statement.cue = Span{5, 9};
  statement.source = source;
  statement.speaker = 0;
  statement.content = {{{begin, begin + length(made.words)}, false}};
  statement.time = made.time;
  record.statements = {statement};
  return record;
}

}  // namespace musnad
