"""The tables of byhand.db, as the steps that make each version out of the one before."""

MIGRATIONS = (
    """
    CREATE TABLE friends (
        friend BLOB PRIMARY KEY, confirmed INTEGER NOT NULL DEFAULT 0, last_seen REAL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE addresses (
        friend BLOB NOT NULL, hint TEXT NOT NULL, network TEXT NOT NULL, used_at REAL NOT NULL,
        PRIMARY KEY (friend, hint, network)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE stagings (path BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
    """,
    "ALTER TABLE friends ADD COLUMN last_used REAL;",
    """
    ALTER TABLE stagings ADD COLUMN transfer BLOB;
    ALTER TABLE stagings ADD COLUMN added_at REAL NOT NULL DEFAULT 0;

    -- ended_at is NULL until the end. is_remembered: the history shows it, once it has ended.
    CREATE TABLE transfers (
        id BLOB PRIMARY KEY, direction TEXT NOT NULL, friend BLOB NOT NULL,
        friend_name TEXT NOT NULL, state TEXT NOT NULL, created_at REAL NOT NULL, ended_at REAL,
        words TEXT NOT NULL, is_listed INTEGER NOT NULL,
        is_remembered INTEGER NOT NULL DEFAULT 1, receipt BLOB NOT NULL,
        snapshot BLOB NOT NULL, plan BLOB NOT NULL
    ) STRICT;
    CREATE INDEX transfers_by_end ON transfers (ended_at);

    -- What a friend may still ask about, also when the history has been cleared.
    CREATE TABLE endings (
        transfer BLOB PRIMARY KEY, friend BLOB NOT NULL, direction TEXT NOT NULL,
        state TEXT NOT NULL, code INTEGER NOT NULL, receipt BLOB NOT NULL, ended_at REAL NOT NULL,
        done_files INTEGER NOT NULL, failed_files INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE openings (
        number INTEGER PRIMARY KEY, boot_id TEXT NOT NULL, was_stopped_well INTEGER NOT NULL
    ) STRICT;

    -- first_opening: since when something is recorded that is not durable. flush_seq: what was
    -- recorded when the flush began that is under way; NULL if none is.
    CREATE TABLE journals (
        transfer BLOB PRIMARY KEY REFERENCES transfers (id) ON DELETE CASCADE,
        last_seq INTEGER NOT NULL, durable_seq INTEGER NOT NULL, flush_seq INTEGER,
        first_opening INTEGER NOT NULL, last_opening INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE batches (
        transfer BLOB NOT NULL REFERENCES journals (transfer) ON DELETE CASCADE,
        seq INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (transfer, seq)
    ) STRICT;

    CREATE TABLE roots (
        transfer BLOB NOT NULL REFERENCES transfers (id) ON DELETE CASCADE,
        first INTEGER NOT NULL, roots BLOB NOT NULL, PRIMARY KEY (transfer, first)
    ) STRICT;

    CREATE TABLE hashes (
        file BLOB PRIMARY KEY, stamp BLOB NOT NULL, root BLOB NOT NULL, pieces BLOB NOT NULL,
        bytes INTEGER NOT NULL, used_at REAL NOT NULL
    ) STRICT;
    CREATE INDEX hashes_by_use ON hashes (used_at, bytes);

    -- The newest has the highest rowid.
    CREATE TABLE exchanged (
        friend BLOB NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL,
        stamp BLOB NOT NULL, PRIMARY KEY (friend, path)
    ) STRICT;
    CREATE INDEX exchanged_by_size ON exchanged (friend, size);
    CREATE INDEX exchanged_by_root ON exchanged (friend, root);
    """,
    """
    -- Of which transfers what was exchanged is still to be remembered, once they have ended.
    CREATE TABLE unremembered (
        transfer BLOB PRIMARY KEY REFERENCES transfers (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- Whoever looks for something in the history reads this alone: the rows are large.
    CREATE INDEX transfers_of_history ON transfers (
        is_remembered, ended_at, direction, friend, words
    );
    """,
)
"""Step n makes version n + 1 out of version n; steps are added, never changed."""
