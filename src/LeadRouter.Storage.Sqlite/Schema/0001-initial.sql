-- Instants are .NET ticks (100 ns since 0001-01-01) in UTC, so that they come back exactly.

-- A rowid table: states of 1 to 10 kB would burst the small cells of a WITHOUT ROWID table.
CREATE TABLE actors (
    kind            TEXT    NOT NULL,
    key             TEXT    NOT NULL,
    version         INTEGER NOT NULL,
    outbox_sequence INTEGER NOT NULL,
    due_at          INTEGER,
    state           BLOB    NOT NULL,
    UNIQUE (kind, key)
);
CREATE INDEX actors_due ON actors (due_at) WHERE due_at IS NOT NULL;

-- One writer, nothing ever deleted: the rowid rises in commit order.
CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    type     TEXT    NOT NULL,
    data     BLOB    NOT NULL,
    UNIQUE (kind, key, sequence)
);
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'The journal is append-only: an event is never changed.');
END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'The journal is append-only: an event is never deleted.');
END;

-- The first position of each hour of event time: where a read "since" must start, without an index of every event.
CREATE TABLE journal_hours (
    hour           INTEGER PRIMARY KEY,
    first_position INTEGER NOT NULL
);

CREATE TABLE outbox (
    from_kind TEXT    NOT NULL,
    from_key  TEXT    NOT NULL,
    sequence  INTEGER NOT NULL,
    to_kind   TEXT    NOT NULL,
    to_key    TEXT    NOT NULL,
    body      BLOB    NOT NULL,
    PRIMARY KEY (from_kind, from_key, sequence)
) WITHOUT ROWID;

CREATE TABLE index_entries (
    name  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (name, key)
) WITHOUT ROWID;

-- search_text is name, phone and e-mail in upper case, one per line.
CREATE TABLE leads (
    lead_id     TEXT    NOT NULL UNIQUE,
    received_at INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    queue       TEXT    NOT NULL,
    owner       TEXT,
    offered_to  TEXT,
    source      TEXT,
    campaign    TEXT,
    open        INTEGER NOT NULL,
    search_text TEXT    NOT NULL
);
CREATE INDEX leads_newest   ON leads (received_at, lead_id);
CREATE INDEX leads_open     ON leads (received_at, lead_id) WHERE open = 1;
CREATE INDEX leads_state    ON leads (state, received_at, lead_id);
CREATE INDEX leads_queue    ON leads (queue, received_at, lead_id);
CREATE INDEX leads_owner    ON leads (owner, received_at, lead_id) WHERE owner IS NOT NULL;
CREATE INDEX leads_offered  ON leads (offered_to, received_at, lead_id) WHERE offered_to IS NOT NULL;
CREATE INDEX leads_source   ON leads (source, received_at, lead_id) WHERE source IS NOT NULL;
CREATE INDEX leads_campaign ON leads (campaign, received_at, lead_id) WHERE campaign IS NOT NULL;

CREATE TABLE documents (
    collection TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    value      BLOB    NOT NULL,
    UNIQUE (collection, key)
);

-- Written only to find out whether writing works again; see ProbeRequest.
CREATE TABLE probe (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    filler BLOB NOT NULL
);
