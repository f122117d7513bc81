#include "archive/matters.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "archive/sayings.h"

namespace musnad {
namespace {

// Articles that tell of something, with their days.
struct Teller {
  int64_t article;
  uint32_t day;
};
using Tellers = std::map<std::string, std::vector<Teller>>;

class EventReader {
 public:
  explicit EventReader(Database& database)
      : events_(database.prepare(
            "SELECT e.number, e.type || ' ' || e.day, unixepoch(a.day) / 86400, ifnull(n.key, "
            "n.name) "
            "FROM articles a JOIN events e USING (article) JOIN participants p ON p.article = "
            "e.article AND p.event = e.number JOIN appearances x ON x.article = p.article AND "
            "x.number = p.actor JOIN actors n ON n.actor = x.actor WHERE a.article = ?1 AND "
            "abs(unixepoch(e.day) - unixepoch(a.day)) <= ?2 ORDER BY 1")) {}

  // Adds an article to the tellers of its events, under each two who take part.
  void read(int64_t article, Tellers& tellers) {
    std::string event;
    std::vector<std::string> participants;
    Teller teller{article, 0};
    int64_t number = 0;
    const auto end_event = [&] {
      add_pairs(event, participants, teller, tellers);
      participants.clear();
    };
    for (events_.bind(article, int64_t{kMostDays} * 86400); events_.step();) {
      if (number != events_.integer(0)) end_event();
      number = events_.integer(0);
      event = events_.text(1);
      teller.day = static_cast<uint32_t>(events_.integer(2));
      participants.emplace_back(events_.text(3));
    }
    end_event();
    events_.reset();
  }

 private:
  static void add_pairs(const std::string& event, std::vector<std::string>& participants,
                        Teller teller, Tellers& tellers) {
    std::sort(participants.begin(), participants.end());
    const auto end = std::unique(participants.begin(), participants.end());
    for (auto a = participants.begin(); a != end; ++a) {
      for (auto b = a + 1; b != end; ++b) {
        tellers[fmt::format("{} {}\n{}", event, *a, *b)].push_back(teller);
      }
    }
  }

  Query events_;
};

}  // namespace

void join_matters(Connection& connection, std::span<const int64_t> articles, Groups& groups) {
  Tellers tellers;
  std::vector<Saying> sayings;
  EventReader events(connection.database());
  SayingReader reader(connection);
  for (const int64_t article : articles) {
    events.read(article, tellers);
    for (Saying& saying : reader.read(article)) sayings.push_back(std::move(saying));
  }
  for (auto& [event, of_event] : tellers) {
    std::sort(of_event.begin(), of_event.end(),
              [](const Teller& a, const Teller& b) { return a.day < b.day; });
    for (size_t i = 1; i < of_event.size(); ++i) {
      if (!near_days(of_event[i - 1].day, of_event[i].day)) continue;
      groups.join(of_event[i - 1].article, of_event[i].article);
    }
  }
  for (const std::vector<int64_t>& group : group_sayings(sayings)) {
    for (const int64_t i : group) groups.join(sayings[group[0]].article, sayings[i].article);
  }
}

}  // namespace musnad
