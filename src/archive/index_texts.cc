#include "archive/index_texts.h"

#include <fmt/format.h>

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kMostRepeats = 4;
constexpr size_t kMostMentions = 200;  // of actors in one statement

}  // namespace

std::string actor_token(int64_t actor) { return fmt::format("a{}", actor); }

RecordIndexer::RecordIndexer(const Record& record, const std::vector<int64_t>& actors)
    : record_(record),
      actors_(actors),
      view_(record),
      room_(kMostRepeats * record.article.text.size()) {
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
          record_.article.publisher + " " + tokens(std::move(relays))};
}

IndexTexts RecordIndexer::statement(uint32_t index) {
  const StatementRecord& statement = record_.statements[index];
  IndexTexts texts;
  for (const StatementRecord::Content& content : statement.content) {
    const std::string_view words = view_.text(content.span);
    if (words.size() > room_) break;
    room_ -= words.size();
    texts.words.append(words).append("\n");
  }
  if (statement.speaker) texts.speaker = actor_token(actors_[*statement.speaker]);
  texts.about = tokens(mentioned_in(statement));
  texts.outlet = record_.article.publisher + " " + tokens(statement.via);
  return texts;
}

// Each of the actors once.
std::string RecordIndexer::tokens(std::vector<ActorIndex> actors) const {
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  std::string text;
  for (const ActorIndex actor : actors) text += actor_token(actors_[actor]) + " ";
  return text;
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
