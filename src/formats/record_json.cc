#include "formats/record_json.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "formats/record_names.h"

namespace musnad {
namespace {

constexpr char kVersion[] = "1";
constexpr char kLanguage[] = "ar";

// Writes the keys and values that records are made of, in the order of the calls.
class JsonWriter {
 public:
  std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

  void key(std::string_view name) { writer_.Key(name.data(), size(name)); }
  void null() { writer_.Null(); }
  void string(std::string_view value) { writer_.String(value.data(), size(value)); }
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
    index ? string(fmt::format("{}{}", kind, *index + 1)) : null();
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

  void empty_list_field(std::string_view name) {
    key(name);
    writer_.StartArray();
    writer_.EndArray();
  }

 private:
  static rapidjson::SizeType size(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
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
  json.list_field("via", statement.via, [&](ActorIndex actor) { json.id('a', actor); });
  json.known_field("time", statement.time);
  json.id_field("nested_in", 's', statement.nested_in);
}

}  // namespace

std::string render_json(const Record& record) {
  JsonWriter json;
  uint32_t actors = 0, statements = 0;
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
    json.empty_list_field("events");
    json.empty_list_field("talks");
  });
  return json.text();
}

}  // namespace musnad
