#include "archive/connection.h"

#include "archive/tokenizer.h"

namespace musnad {

Expected<std::unique_ptr<Connection>> Connection::open(const std::string& path, Database::Mode mode,
                                                       std::chrono::milliseconds wait) {
  auto morphology = Morphology::load();
  if (!morphology) return tl::unexpected(morphology.error());
  auto database = Database::open(path, mode, wait);
  if (!database) return tl::unexpected(database.error());
  std::unique_ptr<Connection> connection(
      new Connection(std::move(*morphology), std::move(*database)));
  if (const auto known = register_tokenizer(connection->database(), connection->terms()); !known) {
    return tl::unexpected(known.error());
  }
  return connection;
}

}  // namespace musnad
