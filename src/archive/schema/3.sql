-- Version 3: what is remembered of addresses of the web; ways to the rows of actors and to their talks.
CREATE TABLE fetched (
  url TEXT PRIMARY KEY,
  etag TEXT,                   -- of the last answer, for a conditional request
  modified TEXT,
  failures INTEGER NOT NULL,   -- since the last answer
  not_before INTEGER NOT NULL  -- it is to be asked again, in seconds since 1970
) STRICT, WITHOUT ROWID;

-- The row of an actor is found by a hash of key, name, kind and latin, which takes a fifth of the room of an
-- index of names. Rows of earlier versions have none: their actors get another row when they are met again.
ALTER TABLE actors ADD COLUMN hash INTEGER;
DROP INDEX actors_by_name;
CREATE INDEX actors_by_hash ON actors (hash) WHERE hash IS NOT NULL;

-- A transaction's words are gathered in memory and written once, not a megabyte at a time.
INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO statement_words (statement_words, rank) VALUES ('hashsize', 16777216);

-- Who takes part in talks or mediates.
CREATE TABLE talk_parties (
  actor INTEGER NOT NULL REFERENCES actors,
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,     -- of the talks in the article
  PRIMARY KEY (actor, article, number)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO talk_parties
  SELECT p.actor, t.article, t.number FROM talks t,
    (SELECT article, number, value FROM talks, json_each(parties)
     UNION SELECT article, number, value FROM talks, json_each(mediators)) v
  JOIN appearances p ON p.article = t.article AND p.number = v.value
  WHERE v.article = t.article AND v.number = t.number;
