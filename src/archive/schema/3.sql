-- Version 3: what is remembered of addresses of the web.
CREATE TABLE fetched (
  url TEXT PRIMARY KEY,
  etag TEXT,                   -- of the last answer, for a conditional request
  modified TEXT,
  failures INTEGER NOT NULL,   -- since the last answer
  not_before INTEGER NOT NULL  -- it is to be asked again, in seconds since 1970
) STRICT, WITHOUT ROWID;
