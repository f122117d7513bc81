#include "archive/known_article.h"

#include "archive/identity.h"
#include "lexicon/record_names.h"

namespace musnad {

Expected<std::string> find_known(Database& database, const Article& article) {
  Query find = database.prepare(
      "SELECT id, crawled, published, published_basis, author FROM articles WHERE hash = ?1");
  const std::string hash = hash_of(article);
  if (!find.bind(Blob{hash}).step()) {
    if (!database.ok()) return tl::unexpected(database.error());
    return "";
  }
  const std::string id(find.text(0)), crawled(find.text(1)), published(find.text(2));
  // The day that a text speaks from follows from the text and its day of crawl. So it is the same
  // for a fetch of the same day, if none was told, and does not count for one of another day.
  const bool told = find.text(3) == name_of(PublishedBasis::kGiven);
  const bool same_day = article.crawled == crawled;
  if (same_day && article.published != (told ? published : "")) return "";
  const Fetch kept{crawled, published, given_id(id, hash), std::string(find.text(4))};
  const Fetch fresh{article.crawled, same_day ? published : article.published, article.id,
                    article.author};
  return fresh < kept ? "" : id;
}

}  // namespace musnad
