// The numbered list of changes to the database: entry n brings it from version n to n + 1. Entries are only ever added.

export const migrations: readonly string[] = [
  `CREATE TABLE accounts (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     name_key TEXT NOT NULL UNIQUE,
     password_hash TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     licence TEXT
   ) STRICT;

   CREATE TABLE log_ins (
     id TEXT PRIMARY KEY,
     account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     token_hash BLOB NOT NULL UNIQUE,
     device_name TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     last_used_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX log_ins_by_account ON log_ins (account_id);

   CREATE TABLE familiar_browsers (
     token_hash BLOB PRIMARY KEY,
     account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     created_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX familiar_browsers_by_account ON familiar_browsers (account_id);

   CREATE TABLE sessions (
     account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     id TEXT NOT NULL,
     name TEXT NOT NULL,
     station TEXT NOT NULL,
     device TEXT NOT NULL,
     started_at INTEGER NOT NULL,
     PRIMARY KEY (account_id, id)
   ) STRICT;`,
]
