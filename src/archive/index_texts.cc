#include "archive/index_texts.h"

#include <fmt/format.h>

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kMostRepeats = 4;
constexpr size_t kMostMentions = 200;  // of actors in one statement

void append_actor(std::string& terms, int64_t actor) {
  append_terms(terms, {actor_token(actor), ""});
}

}  // namespace

std::string actor_token(int64_t actor) { return fmt::format("a{}", actor); }

RecordIndexer::RecordIndexer(const Record& record, const IndexWords& words,
                             const std::vector<int64_t>& actors, TermCache& terms)
    : record_(record),
      words_(words),
      actors_(actors),
      publisher_(terms.index_words(record.article.publisher).terms),
      room_(kMostRepeats * words.terms.size()) {
  for (ActorIndex actor = 0; actor < record.actors.size(); ++actor) {
    for (const ActorRecord::Mention& mention : record.actors[actor].mentions) {
      mentions_.push_back({mention.span, actor});
    }
  }
  std::sort(mentions_.begin(), mentions_.end(),
            [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
}

IndexTexts RecordIndexer::article() const {
  std::vector<ActorIndex> speakers, all(record_.actors.size()), relays;
  for (ActorIndex actor = 0; actor < all.size(); ++actor) all[actor] = actor;
  for (const StatementRecord& statement : record_.statements) {
    if (statement.speaker) speakers.push_back(*statement.speaker);
    relays.insert(relays.end(), statement.via.begin(), statement.via.end());
  }
  return {"", tokens(std::move(speakers)), tokens(std::move(all)),
          publisher_ + tokens(std::move(relays))};
}

IndexTexts RecordIndexer::statement(uint32_t index) {
  const StatementRecord& statement = record_.statements[index];
  IndexTexts texts;
  for (const StatementRecord::Content& content : statement.content) {
    const std::string_view terms = terms_of(content.span);
    if (terms.size() > room_) break;
    room_ -= terms.size();
    texts.words += terms;
  }
  if (statement.speaker) append_actor(texts.speaker, actors_[*statement.speaker]);
  texts.about = tokens(mentioned_in(statement));
  texts.outlet = publisher_ + tokens(statement.via);
  return texts;
}

std::string_view RecordIndexer::terms_of(Span span) const {
  const auto offset_at = [this](uint32_t place) {
    const auto word = std::lower_bound(
        words_.words.begin(), words_.words.end(), place,
        [](const IndexWords::Word& word, uint32_t begin) { return word.begin < begin; });
    return word == words_.words.end() ? words_.terms.size() : word->offset;
  };
  const size_t begin = offset_at(span.begin);
  return std::string_view(words_.terms)
      .substr(begin, offset_at(std::max(span.begin, span.end)) - begin);
}

// Each of the actors once.
std::string RecordIndexer::tokens(std::vector<ActorIndex> actors) const {
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  std::string terms;
  for (const ActorIndex actor : actors) append_actor(terms, actors_[actor]);
  return terms;
}

std::vector<ActorIndex> RecordIndexer::mentioned_in(const StatementRecord& statement) const {
  std::vector<ActorIndex> actors;
  for (const StatementRecord::Content& content : statement.content) {
    auto mention = std::lower_bound(
        mentions_.begin(), mentions_.end(), content.span.begin,
        [](const Mention& mention, uint32_t begin) { return mention.span.begin < begin; });
    for (; mention != mentions_.end() && mention->span.begin < content.span.end; ++mention) {
      if (actors.size() == kMostMentions) return actors;
      actors.push_back(mention->actor);
    }
  }
  return actors;
}

}  // namespace musnad
