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

  // Codes that bring in another phone, who brought it in, and guests.
  `CREATE TABLE pairings (
     id TEXT PRIMARY KEY,
     account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     shown_by TEXT NOT NULL REFERENCES log_ins (id) ON DELETE CASCADE,
     code_hash BLOB NOT NULL UNIQUE,
     letters_hash BLOB UNIQUE,
     wrong_letters INTEGER NOT NULL DEFAULT 0,
     state TEXT NOT NULL,
     newcomer TEXT,
     ticket_hash BLOB UNIQUE,
     expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX pairings_by_log_in ON pairings (shown_by);
   CREATE INDEX pairings_by_account ON pairings (account_id);

   ALTER TABLE log_ins ADD COLUMN introduced_by TEXT;
   ALTER TABLE log_ins ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;

   CREATE TABLE guests (
     id TEXT PRIMARY KEY,
     account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
     name TEXT NOT NULL,
     station TEXT NOT NULL,
     station_name TEXT NOT NULL,
     code_hash BLOB NOT NULL UNIQUE,
     created_at INTEGER NOT NULL,
     last_used_at INTEGER,
     expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX guests_by_account ON guests (account_id);

   CREATE TABLE guest_browsers (
     token_hash BLOB PRIMARY KEY,
     guest_id TEXT NOT NULL REFERENCES guests (id) ON DELETE CASCADE,
     created_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX guest_browsers_by_guest ON guest_browsers (guest_id);`,
]
