#include "reader/to_record.h"

#include <openssl/evp.h>

#include <array>

namespace musnad {
namespace {

Span span_of(const Document& document, TokenRange range) {
  return {document.tokens[range.begin].begin, document.tokens[range.end - 1].end};
}

std::optional<Span> maybe_span(const Document& document, TokenRange range) {
  if (range.empty()) return std::nullopt;
  return span_of(document, range);
}

std::string title_of(const Document& document) {
  if (document.sentences.empty()) return "";
  TokenRange line = document.sentences.front().tokens;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.paragraph != 0) break;
    line.end = sentence.tokens.end;
  }
  return std::string(document.range_text(line));
}

std::vector<ActorRecord> actor_records(Document& document) {
  std::vector<ActorRecord> records(document.actors.size());
  std::vector<size_t> mentions(document.actors.size());
  for (const Mention& mention : document.mentions) ++mentions[mention.actor];
  for (size_t i = 0; i < records.size(); ++i) {
    Actor& actor = document.actors[i];
    ActorRecord& record = records[i];
    record.mentions.reserve(mentions[i]);
    record.name = std::move(actor.name);
    record.aliases = std::move(actor.aliases);
    record.latin = std::move(actor.latin);
    record.kind = actor.kind;
    record.titles = std::move(actor.titles);
    record.behalf = actor.behalf;
    record.key = std::move(actor.key);
    record.code = std::move(actor.code);
  }
  for (const Mention& mention : document.mentions) {
    records[mention.actor].mentions.push_back({span_of(document, mention.tokens), mention.form});
  }
  return records;
}

StatementRecord statement_record(const Document& document, const Statement& statement) {
  StatementRecord record;
  record.cue = maybe_span(document, statement.cue);
  record.act = statement.act;
  record.source = maybe_span(document, statement.source);
  record.speaker = statement.speaker;
  record.addressee = statement.addressee;
  record.question = maybe_span(document, statement.question);
  for (const Statement::Content& content : statement.content) {
    record.content.push_back({span_of(document, content.tokens), content.direct});
  }
  record.kind = statement.kind;
  record.polarity = statement.polarity;
  record.via = statement.via;
  record.time = statement.time;
  if (statement.nested_in >= 0) record.nested_in = static_cast<uint32_t>(statement.nested_in);
  return record;
}

EventRecord event_record(const Document& document, Event& event) {
  EventRecord record;
  record.type = event.type;
  record.anchor = span_of(document, event.anchor);
  for (const TokenRange mention : event.mentions) {
    record.mentions.push_back(span_of(document, mention));
  }
  record.participants = std::move(event.participants);
  record.status = event.status;
  record.time = std::move(event.time);
  record.place = event.place;
  if (event.claimed_in >= 0) record.claimed_in = static_cast<uint32_t>(event.claimed_in);
  record.plover = std::move(event.plover);
  record.cameo = std::move(event.cameo);
  return record;
}

TeamRecord team_record(const Document& document, Team& team) {
  TeamRecord record;
  record.party = team.party;
  record.status = team.status;
  record.head = team.head;
  record.head_withheld = team.head_withheld;
  record.members = std::move(team.members);
  record.named_by = team.named_by;
  record.waits_for = maybe_span(document, team.waits_for);
  record.evidence = std::move(team.evidence);
  return record;
}

TalksRecord talks_record(const Document& document, Talks& talks) {
  TalksRecord record;
  record.parties = std::move(talks.parties);
  record.mediators = std::move(talks.mediators);
  for (const TokenRange topic : talks.topic) record.topic.push_back(span_of(document, topic));
  record.status = talks.status;
  for (Team& team : talks.teams) record.teams.push_back(team_record(document, team));
  for (Talks::Issue& issue : talks.agenda) {
    record.agenda.push_back(
        {span_of(document, issue.issue), issue.raised_by, std::move(issue.evidence)});
  }
  for (Talks::Position& position : talks.positions) {
    record.positions.push_back(
        {position.party, span_of(document, position.position), std::move(position.evidence)});
  }
  record.contacts = std::move(talks.contacts);
  for (Talks::OpenMatter& open : talks.open) {
    record.open.push_back({span_of(document, open.matter), std::move(open.evidence)});
  }
  return record;
}

}  // namespace

Record to_record(const Article& article, Document& document, uint32_t characters) {
  Record record;
  record.article = article;
  record.title = title_of(document);
  record.published = document.published;
  record.published_basis = document.published_basis;
  record.characters = characters;
  record.sha256 = sha256(article.text);
  record.actors = actor_records(document);
  for (const TimeExpression& time : document.times) {
    record.times.push_back({span_of(document, time.tokens), time.type, time.value});
  }
  for (const Statement& statement : document.statements) {
    record.statements.push_back(statement_record(document, statement));
  }
  for (Event& event : document.events) record.events.push_back(event_record(document, event));
  for (Talks& talks : document.talks) record.talks.push_back(talks_record(document, talks));
  return record;
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (unsigned int i = 0; i < length; ++i) {
    text += kDigits[digest[i] >> 4];
    text += kDigits[digest[i] & 15];
  }
  return text;
}

}  // namespace musnad
