-- Version 2: which articles repeat each other.

-- 60 numbers of 16 bits for each article (src/archive/fingerprint.h), and how many pairs of words they are
-- drawn from.
CREATE TABLE fingerprints (
  article INTEGER PRIMARY KEY REFERENCES articles,
  day INTEGER,                 -- of the article, counted from 1970-01-01
  pairs INTEGER NOT NULL,
  least BLOB NOT NULL
) STRICT;

-- An article and one that was added before it with the same words. Articles that such links join, directly or
-- over others, are one group; there are just enough links to join each group.
CREATE TABLE echoes (
  article INTEGER NOT NULL REFERENCES articles,
  other INTEGER NOT NULL REFERENCES articles,
  shared INTEGER NOT NULL,     -- per cent of the shorter one's pairs of words are in the other, about
  PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
