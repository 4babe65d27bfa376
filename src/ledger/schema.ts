/** Migrations in order; a ledger's `user_version` says how many it has had. Never edit one that was released: add the next. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    stated_at INTEGER,
    channel TEXT,
    on_behalf INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX receipt_file ON receipt (path, sha256);

  CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    undoes INTEGER REFERENCES decision (id)
  ) STRICT;

  CREATE TABLE content (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE sent (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    number TEXT,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    data TEXT NOT NULL CHECK (json_valid(data))
  ) STRICT;
  CREATE INDEX sent_date ON sent (date);

  CREATE TABLE cache (
    key TEXT PRIMARY KEY,
    reading TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER receipt_is_fixed BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER decision_is_fixed BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER content_is_kept BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER content_is_fixed BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER sent_is_kept BEFORE DELETE ON sent BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER sent_is_fixed BEFORE UPDATE ON sent BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  `,
  `
  ALTER TABLE receipt ADD COLUMN who TEXT;
  ALTER TABLE decision ADD COLUMN who TEXT;
  ALTER TABLE sent ADD COLUMN who TEXT;

  CREATE TABLE seal (
    n INTEGER PRIMARY KEY,
    line TEXT NOT NULL,
    id INTEGER NOT NULL,
    seal TEXT NOT NULL
  ) STRICT;

  CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER seal_is_fixed BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  `,
];
