#include "archive/known_article.h"

#include "archive/identity.h"
#include "lexicon/record_names.h"

namespace musnad {

KnownArticles::KnownArticles(Database& database)
    : database_(database),
      find_(database.prepare(
          "SELECT id, crawled, published, published_basis, author FROM articles WHERE hash = ?1")) {
}

Expected<std::string> KnownArticles::find(const Article& article) {
  const std::string hash = hash_of(article);
  if (!find_.bind(Blob{hash}).step()) {
    find_.reset();
    if (!database_.ok()) return tl::unexpected(database_.error());
    return "";
  }
  const std::string id(find_.text(0)), crawled(find_.text(1)), published(find_.text(2));
  const std::string author(find_.text(4));
  const bool told = find_.text(3) == name_of(PublishedBasis::kGiven);
  find_.reset();
  // The day that a text speaks from follows from the text and its day of crawl. So it is the same
  // for a fetch of the same day, if none was told, and does not count for one of another day.
  const bool same_day = article.crawled == crawled;
  if (same_day && article.published != (told ? published : "")) return "";
  const Fetch kept{crawled, published, given_id(id, hash), author};
  const Fetch fresh{article.crawled, same_day ? published : article.published, article.id,
                    article.author};
  return fresh < kept ? "" : id;
}

}  // namespace musnad
