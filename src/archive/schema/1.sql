-- The archive, version 1. docs/archive.md tells what the columns mean.
-- Numbers of an article's actors, statements and so on count from 1, as the ids of its record do: s1 is
-- number 1. Spans count code points of articles.text, so that substr(text, start + 1, end - start) is the
-- evidence. Lists are JSON. Unknown is NULL.

CREATE TABLE articles (
  article INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  hash BLOB NOT NULL UNIQUE,   -- of text, publisher and url: what makes an article that article
  day TEXT,                    -- published, else crawled
  title TEXT,
  publisher TEXT,
  author TEXT,
  url TEXT,
  crawled TEXT,
  published TEXT,
  published_basis TEXT NOT NULL,
  characters INTEGER NOT NULL,
  sha256 BLOB NOT NULL,        -- of the text's UTF-8 bytes
  text TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_day ON articles (day, publisher);

-- A name under which somebody is known. Rows with one key, or without one and with one name, are one actor.
CREATE TABLE actors (
  actor INTEGER PRIMARY KEY,
  key TEXT,                    -- of the register of actors
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  latin TEXT
) STRICT;
CREATE INDEX actors_by_name ON actors (name);
CREATE INDEX actors_by_key ON actors (key) WHERE key IS NOT NULL;

-- An actor in an article.
CREATE TABLE appearances (
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors,
  behalf INTEGER,              -- number of the actor spoken for
  aliases TEXT,
  titles TEXT,
  mentions TEXT NOT NULL,      -- [[start, end, form], …]; form is left out where it is "name"
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,
  day TEXT,                    -- of time where that is a day, else of the article
  act TEXT NOT NULL,
  kind TEXT NOT NULL,
  polarity TEXT NOT NULL,
  time TEXT,
  speaker INTEGER,             -- numbers of actors of the article
  addressee INTEGER,
  via TEXT,                    -- [number, …], nearest to the article first
  nested_in INTEGER,           -- number of a statement of the article
  cue_start INTEGER, cue_end INTEGER,
  source_start INTEGER, source_end INTEGER,
  question_start INTEGER, question_end INTEGER,
  content TEXT NOT NULL,       -- [[start, end, 1 where direct], …]
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_day ON statements (day);

CREATE TABLE events (
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,
  day TEXT,                    -- of time where that is a day, else of the article
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  time TEXT,
  place INTEGER,               -- number of an actor of the article
  claimed_in INTEGER,          -- number of the statement whose claim it is
  plover TEXT,
  cameo TEXT,
  anchor_start INTEGER NOT NULL, anchor_end INTEGER NOT NULL,
  mentions TEXT NOT NULL,      -- [[start, end], …]
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_day ON events (day);

CREATE TABLE participants (
  article INTEGER NOT NULL REFERENCES articles,
  event INTEGER NOT NULL,      -- its number
  number INTEGER NOT NULL,
  actor INTEGER NOT NULL,      -- number of an actor of the article
  role TEXT NOT NULL,
  PRIMARY KEY (article, event, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE talks (
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,
  day TEXT,                    -- of the article
  status TEXT NOT NULL,
  parties TEXT NOT NULL,       -- [number, …] of actors of the article
  mediators TEXT NOT NULL,
  dossier TEXT NOT NULL,       -- the entry of the article's record, as docs/record.md has it
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- The indexes of words. Their tokenizer is Musnad's own, so that only Musnad can ask them; every other
-- table opens anywhere. speaker, about and outlet hold the tokens "a" and number of a row of actors, and
-- outlet the words of the publisher's name. The rowid of a statement is article * 2^20 + number.
CREATE VIRTUAL TABLE article_words USING fts5(
  words, speaker, about, outlet, content = '', columnsize = 0, tokenize = 'musnad');
CREATE VIRTUAL TABLE statement_words USING fts5(
  words, speaker, about, outlet, content = '', columnsize = 0, tokenize = 'musnad');
CREATE VIRTUAL TABLE actor_words USING fts5(
  name, content = '', columnsize = 0, tokenize = 'musnad');
