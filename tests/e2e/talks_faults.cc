// What the reader gets wrong of the dossiers that tests/articles expects.
#include <fmt/format.h>

#include <utility>

#include "e2e/comparison.h"
#include "e2e/same_name.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

// Compares the dossiers of one article.
class TalksComparison : public Comparison {
 public:
  using Comparison::Comparison;

  std::vector<Fault> run();

 private:
  void compare(const ExpectedTalks& expected, const TalksRecord& got);
  void compare_teams(const ExpectedTalks& expected, const TalksRecord& got);
  void compare(const std::string& id, const ExpectedTeam& expected, const TeamRecord& got);
  void compare_contacts(const ExpectedTalks& expected, const TalksRecord& got);

  // Pairs entries that share words and compares their words; `same` compares the rest. An entry
  // without evidence is a fault.
  template <typename Expected, typename Got, typename SpanOf, typename GotSpan, typename Same>
  void compare_entries(const std::string& id, std::string_view what,
                       const std::vector<Expected>& expected, const std::vector<Got>& got,
                       SpanOf span_of, GotSpan got_span, Same same);

  bool same_contact(const ExpectedContact& expected, const EventRecord& got) const;
  bool same_actors(const std::vector<std::string>& expected,
                   const std::vector<ActorIndex>& got) const;
  void expect_actors(const std::string& entry, std::string_view what,
                     const std::vector<std::string>& expected, const std::vector<ActorIndex>& got);
  std::string names(const std::vector<ActorIndex>& actors) const;
};

std::vector<ActorIndex> actors_of(const EventRecord& event) {
  std::vector<ActorIndex> actors;
  for (const Participant& participant : event.participants) actors.push_back(participant.actor);
  return actors;
}

std::string id_of(const std::vector<std::string>& parties) {
  return fmt::format("{}", fmt::join(parties, "|"));
}

std::vector<Fault> TalksComparison::run() {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected_.talks.size(); ++i) {
    for (size_t j = 0; j < record_.talks.size(); ++j) {
      double alike = 0;
      for (const ActorIndex party : record_.talks[j].parties) {
        for (const std::string& name : expected_.talks[i].parties) alike += is_actor(name, party);
      }
      if (alike > 0) pairs.push_back({alike, i, j});
    }
  }
  match(
      pairs, expected_.talks.size(), record_.talks.size(),
      [&](size_t i, size_t j) { compare(expected_.talks[i], record_.talks[j]); },
      [&](size_t i) { add(id_of(expected_.talks[i].parties), "missed", "", ""); },
      [&](size_t j) { add(names(record_.talks[j].parties), "extra", "", ""); });
  return std::move(faults_);
}

void TalksComparison::compare(const ExpectedTalks& expected, const TalksRecord& got) {
  const std::string id = id_of(expected.parties);
  expect_actors(id, "parties", expected.parties, got.parties);
  expect_actors(id, "mediators", expected.mediators, got.mediators);
  expect_text(id, "status", expected.status, name_of(got.status));
  TokenSet topic, got_topic;
  for (const ExpectedSpan& span : expected.topic) {
    for (const TokenIndex t : tokens_in(expected_.tokens, span.tokens)) topic.push_back(t);
  }
  for (const Span span : got.topic) {
    for (const TokenIndex t : tokens_in(expected_.tokens, span)) got_topic.push_back(t);
  }
  std::sort(topic.begin(), topic.end());
  std::sort(got_topic.begin(), got_topic.end());
  expect_words(id, "topic", topic, got_topic);
  compare_teams(expected, got);
  compare_entries(
      id, "issue", expected.agenda, got.agenda,
      [](const ExpectedIssue& issue) { return issue.issue; },
      [](const TalksRecord::Issue& issue) { return issue.issue; },
      [&](const std::string& entry, const ExpectedIssue& a, const TalksRecord::Issue& b) {
        expect_actor(entry, "raised by", a.raised_by, b.raised_by);
      });
  compare_entries(
      id, "position", expected.positions, got.positions,
      [](const ExpectedPosition& position) { return position.position; },
      [](const TalksRecord::Position& position) { return position.position; },
      [&](const std::string& entry, const ExpectedPosition& a, const TalksRecord::Position& b) {
        expect_actor(entry, "party", a.party, b.party);
      });
  compare_entries(
      id, "open", expected.open, got.open, [](const ExpectedSpan& span) { return span; },
      [](const TalksRecord::OpenMatter& open) { return open.matter; },
      [](const auto&, const auto&, const auto&) {});
  compare_contacts(expected, got);
}

void TalksComparison::compare_teams(const ExpectedTalks& expected, const TalksRecord& got) {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected.teams.size(); ++i) {
    for (size_t j = 0; j < got.teams.size(); ++j) {
      if (is_actor(expected.teams[i].party, got.teams[j].party)) pairs.push_back({1, i, j});
    }
  }
  const auto entry = [](std::string_view party) { return fmt::format("team {}", party); };
  match(
      pairs, expected.teams.size(), got.teams.size(),
      [&](size_t i, size_t j) {
        compare(entry(expected.teams[i].party), expected.teams[i], got.teams[j]);
      },
      [&](size_t i) { add(entry(expected.teams[i].party), "missed", "", ""); },
      [&](size_t j) { add(entry(names({got.teams[j].party})), "extra", "", ""); });
}

void TalksComparison::compare(const std::string& id, const ExpectedTeam& expected,
                              const TeamRecord& got) {
  expect_text(id, "status", expected.status, name_of(got.status));
  const bool withheld = expected.head == "withheld";
  expect_text(id, "head withheld", withheld ? "yes" : "no", got.head_withheld ? "yes" : "no");
  expect_actor(id, "head", withheld ? "" : expected.head, got.head);
  expect_actor(id, "named by", expected.named_by, got.named_by);
  expect_words(
      id, "waits for",
      expected.waits_for ? tokens_in(expected_.tokens, expected.waits_for->tokens) : TokenSet(),
      tokens_of(got.waits_for));
  std::vector<std::string> members;
  std::vector<ActorIndex> got_members;
  for (const TeamRecord::Member& member : got.members) got_members.push_back(member.actor);
  for (const std::string& member : expected.members) {
    const size_t role = member.find('=');
    members.push_back(member.substr(0, role));
    for (const TeamRecord::Member& other : got.members) {
      if (!is_actor(members.back(), other.actor)) continue;
      expect_text(id, "role", role == member.npos ? "" : member.substr(role + 1), other.role);
    }
  }
  expect_actors(id, "members", members, got_members);
  if (got.evidence.empty()) add(id, "evidence", "some", "none");
}

template <typename Expected, typename Got, typename SpanOf, typename GotSpan, typename Same>
void TalksComparison::compare_entries(const std::string& id, std::string_view what,
                                      const std::vector<Expected>& expected,
                                      const std::vector<Got>& got, SpanOf span_of, GotSpan got_span,
                                      Same same) {
  const auto tokens = [&](size_t i) {
    return tokens_in(expected_.tokens, span_of(expected[i]).tokens);
  };
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected.size(); ++i) {
    for (size_t j = 0; j < got.size(); ++j) {
      const double alike = overlap(tokens(i), tokens_of(got_span(got[j])));
      if (alike > 0) pairs.push_back({alike, i, j});
    }
  }
  const auto entry = [&](const std::string& words) { return fmt::format("{} {}", what, words); };
  match(
      pairs, expected.size(), got.size(),
      [&](size_t i, size_t j) {
        const std::string name = entry(span_of(expected[i]).id);
        expect_words(name, "words", tokens(i), tokens_of(got_span(got[j])));
        same(name, expected[i], got[j]);
        if (got[j].evidence.empty()) add(name, "evidence", "some", "none");
      },
      [&](size_t i) { add(entry(span_of(expected[i]).id), "missed", id, ""); },
      [&](size_t j) { add(entry(entry_at(got_span(got[j]))), "extra", id, ""); });
}

void TalksComparison::compare_contacts(const ExpectedTalks& expected, const TalksRecord& got) {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected.contacts.size(); ++i) {
    for (size_t j = 0; j < got.contacts.size(); ++j) {
      const EventRecord& event = record_.events.at(got.contacts[j]);
      if (same_contact(expected.contacts[i], event)) pairs.push_back({1, i, j});
    }
  }
  const auto entry = [](std::string_view type, const std::string& who) {
    return fmt::format("{} {}", type, who);
  };
  match(
      pairs, expected.contacts.size(), got.contacts.size(),
      [&](size_t i, size_t j) {
        const ExpectedContact& contact = expected.contacts[i];
        expect_text(entry(contact.type, id_of(contact.participants)), "status", contact.status,
                    name_of(record_.events.at(got.contacts[j]).status));
      },
      [&](size_t i) {
        const ExpectedContact& contact = expected.contacts[i];
        add(entry(contact.type, id_of(contact.participants)), "missed", "", "");
      },
      [&](size_t j) {
        const EventRecord& event = record_.events.at(got.contacts[j]);
        add(entry(name_of(event.type), names(actors_of(event))), "extra", "", "");
      });
}

bool TalksComparison::same_contact(const ExpectedContact& expected, const EventRecord& got) const {
  return expected.type == name_of(got.type) && same_actors(expected.participants, actors_of(got));
}

bool TalksComparison::same_actors(const std::vector<std::string>& expected,
                                  const std::vector<ActorIndex>& got) const {
  return expected.size() == got.size() &&
         std::all_of(expected.begin(), expected.end(), [&](const std::string& name) {
           return std::any_of(got.begin(), got.end(),
                              [&](ActorIndex actor) { return is_actor(name, actor); });
         });
}

void TalksComparison::expect_actors(const std::string& entry, std::string_view what,
                                    const std::vector<std::string>& expected,
                                    const std::vector<ActorIndex>& got) {
  if (!same_actors(expected, got)) add(entry, what, id_of(expected), names(got));
}

std::string TalksComparison::names(const std::vector<ActorIndex>& actors) const {
  std::vector<std::string> names;
  for (const ActorIndex actor : actors) names.push_back(record_.actors.at(actor).name);
  return id_of(names);
}

}  // namespace

std::vector<Fault> talks_faults(const ExpectedArticle& expected, const Record& record) {
  return TalksComparison(expected, record).run();
}

}  // namespace musnad
