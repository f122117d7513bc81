#include "formats/record_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>

#include "lexicon/record_names.h"

namespace musnad {
namespace {

constexpr char kVersion[] = "1";
constexpr char kLanguage[] = "ar";

// Whether a string is spelled otherwise in JSON. Looks at all of it, as processors do many at once.
bool has_escapes(std::string_view text) {
  bool found = false;
  for (const char c : text) found |= static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  return found;
}

// A writer that copies strings without escapes whole.
class Writer : public rapidjson::Writer<rapidjson::StringBuffer> {
 public:
  using rapidjson::Writer<rapidjson::StringBuffer>::Writer;

  void plain(std::string_view text) {
    Prefix(rapidjson::kStringType);
    char* place = os_->Push(text.size() + 2);
    *place++ = '"';
    place = std::copy(text.begin(), text.end(), place);
    *place = '"';
  }
};

// Writes the keys and values that records are made of, in the order of the calls.
class JsonWriter {
 public:
  std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  void key(std::string_view name) { writer_.plain(name); }
  void null() { writer_.Null(); }
  void string(std::string_view value) {
    if (has_escapes(value)) {
      writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    } else {
      writer_.plain(value);
    }
  }
  void boolean(bool value) { writer_.Bool(value); }

  void field(std::string_view name, std::string_view value) { key(name), string(value); }
  void field(std::string_view name, uint32_t value) { key(name), writer_.Uint(value); }

  // null for ""
  void known_field(std::string_view name, std::string_view value) {
    key(name);
    value.empty() ? null() : string(value);
  }

  // The id of the element at an index: "a1" for the first actor; null for none.
  void id(char kind, std::optional<uint32_t> index) {
    if (!index) return null();
    char text[1 + std::numeric_limits<uint32_t>::digits10 + 1] = {kind};
    const char* end = std::to_chars(text + 1, std::end(text), *index + 1).ptr;
    string({text, static_cast<size_t>(end - text)});
  }
  void id_field(std::string_view name, char kind, std::optional<uint32_t> index) {
    key(name), id(kind, index);
  }

  void span(const std::optional<Span>& span) {
    if (!span) return null();
    object([&] { span_fields(*span); });
  }
  void span_fields(Span span) { field("start", span.begin), field("end", span.end); }
  void span_field(std::string_view name, const std::optional<Span>& value) {
    key(name), span(value);
  }

  template <typename Body>
  void object(Body body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }

  template <typename List, typename Body>
  void list_field(std::string_view name, const List& items, Body write_item) {
    key(name);
    writer_.StartArray();
    for (const auto& item : items) write_item(item);
    writer_.EndArray();
  }

  void span_list_field(std::string_view name, const std::vector<Span>& spans) {
    list_field(name, spans, [&](Span item) { span(item); });
  }

  void actor_list_field(std::string_view name, const std::vector<ActorIndex>& actors) {
    list_field(name, actors, [&](ActorIndex actor) { id('a', actor); });
  }

  void evidence_field(const std::vector<Evidence>& evidence) {
    list_field("evidence", evidence, [&](Evidence item) {
      id(item.layer == Evidence::Layer::kStatement ? 's' : 'e', item.index);
    });
  }

 private:
  rapidjson::StringBuffer buffer_;
  Writer writer_{buffer_};
};

void write_document(JsonWriter& json, const Record& record) {
  const Article& article = record.article;
  json.field("id", article.id);
  json.known_field("title", record.title);
  json.known_field("publisher", article.publisher);
  json.known_field("author", article.author);
  json.known_field("url", article.url);
  json.field("language", kLanguage);
  json.known_field("crawled", article.crawled);
  json.known_field("published", record.published);
  json.field("published_basis", name_of(record.published_basis));
  json.field("characters", record.characters);
  json.field("sha256", record.sha256);
}

void write_actor(JsonWriter& json, const ActorRecord& actor, uint32_t index) {
  const auto write_string = [&](const std::string& value) { json.string(value); };
  json.id_field("id", 'a', index);
  json.field("name", actor.name);
  json.list_field("aliases", actor.aliases, write_string);
  json.known_field("latin", actor.latin);
  json.field("kind", name_of(actor.kind));
  json.list_field("titles", actor.titles, write_string);
  json.id_field("behalf", 'a', actor.behalf);
  json.known_field("key", actor.key);
  json.known_field("code", actor.code);
  json.list_field("mentions", actor.mentions, [&](const ActorRecord::Mention& mention) {
    json.object([&] { json.span_fields(mention.span), json.field("form", name_of(mention.form)); });
  });
}

void write_time(JsonWriter& json, const TimeRecord& time) {
  json.span_fields(time.span);
  json.field("type", name_of(time.type));
  json.field("value", time.value);
}

void write_statement(JsonWriter& json, const StatementRecord& statement, uint32_t index) {
  json.id_field("id", 's', index);
  json.span_field("cue", statement.cue);
  json.field("act", name_of(statement.act));
  json.span_field("source", statement.source);
  json.id_field("speaker", 'a', statement.speaker);
  json.id_field("addressee", 'a', statement.addressee);
  json.span_field("question", statement.question);
  json.list_field("content", statement.content, [&](const StatementRecord::Content& content) {
    json.object([&] {
      json.span_fields(content.span);
      json.key("direct"), json.boolean(content.direct);
    });
  });
  json.field("kind", name_of(statement.kind));
  json.field("polarity", name_of(statement.polarity));
  json.actor_list_field("via", statement.via);
  json.known_field("time", statement.time);
  json.id_field("nested_in", 's', statement.nested_in);
}

void write_event(JsonWriter& json, const EventRecord& event, uint32_t index) {
  json.id_field("id", 'e', index);
  json.field("type", name_of(event.type));
  json.span_field("anchor", event.anchor);
  json.span_list_field("mentions", event.mentions);
  json.list_field("participants", event.participants, [&](const Participant& participant) {
    json.object([&] {
      json.id_field("actor", 'a', participant.actor);
      json.field("role", name_of(participant.role));
    });
  });
  json.field("status", name_of(event.status));
  json.known_field("time", event.time);
  json.id_field("place", 'a', event.place);
  json.id_field("claimed_in", 's', event.claimed_in);
  json.known_field("plover", event.plover);
  json.known_field("cameo", event.cameo);
}

void write_team(JsonWriter& json, const TeamRecord& team) {
  json.id_field("party", 'a', team.party);
  json.field("status", name_of(team.status));
  json.id_field("head", 'a', team.head);
  json.key("head_withheld"), json.boolean(team.head_withheld);
  json.list_field("members", team.members, [&](const TeamRecord::Member& member) {
    json.object([&] {
      json.id_field("actor", 'a', member.actor);
      json.known_field("role", member.role);
    });
  });
  json.id_field("named_by", 'a', team.named_by);
  json.span_field("waits_for", team.waits_for);
  json.evidence_field(team.evidence);
}

void write_talks(JsonWriter& json, const TalksRecord& talks, uint32_t index) {
  json.id_field("id", 't', index);
  json.actor_list_field("parties", talks.parties);
  json.actor_list_field("mediators", talks.mediators);
  json.span_list_field("topic", talks.topic);
  json.field("status", name_of(talks.status));
  json.list_field("teams", talks.teams,
                  [&](const TeamRecord& team) { json.object([&] { write_team(json, team); }); });
  json.list_field("agenda", talks.agenda, [&](const TalksRecord::Issue& issue) {
    json.object([&] {
      json.span_field("issue", issue.issue);
      json.id_field("raised_by", 'a', issue.raised_by);
      json.evidence_field(issue.evidence);
    });
  });
  json.list_field("positions", talks.positions, [&](const TalksRecord::Position& position) {
    json.object([&] {
      json.id_field("party", 'a', position.party);
      json.span_field("position", position.position);
      json.evidence_field(position.evidence);
    });
  });
  json.list_field("contacts", talks.contacts, [&](uint32_t event) { json.id('e', event); });
  json.list_field("open", talks.open, [&](const TalksRecord::OpenMatter& open) {
    json.object(
        [&] { json.span_field("matter", open.matter), json.evidence_field(open.evidence); });
  });
}

}  // namespace

std::string render_json(const Record& record) {
  JsonWriter json;
  uint32_t actors = 0, statements = 0, events = 0, talks = 0;
  json.object([&] {
    json.field("musnad", kVersion);
    json.key("document");
    json.object([&] { write_document(json, record); });
    json.list_field("actors", record.actors, [&](const ActorRecord& actor) {
      json.object([&] { write_actor(json, actor, actors++); });
    });
    json.list_field("times", record.times,
                    [&](const TimeRecord& time) { json.object([&] { write_time(json, time); }); });
    json.list_field("statements", record.statements, [&](const StatementRecord& statement) {
      json.object([&] { write_statement(json, statement, statements++); });
    });
    json.list_field("events", record.events, [&](const EventRecord& event) {
      json.object([&] { write_event(json, event, events++); });
    });
    json.list_field("talks", record.talks, [&](const TalksRecord& dossier) {
      json.object([&] { write_talks(json, dossier, talks++); });
    });
  });
  return json.text();
}

std::string render_json(const TalksRecord& talks, uint32_t index) {
  JsonWriter json;
  json.object([&] { write_talks(json, talks, index); });
  return json.text();
}

}  // namespace musnad
