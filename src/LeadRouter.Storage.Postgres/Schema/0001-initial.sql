-- Instants are .NET ticks (100 ns since 0001-01-01) in UTC, so that they come back exactly. COLLATE "C": keys are in ordinal order.
CREATE TABLE actors (
    kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
    version bigint NOT NULL, outbox_sequence bigint NOT NULL, due_at bigint, state bytea NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX actors_due ON actors (due_at) WHERE due_at IS NOT NULL;

-- Positions are drawn under the writers' lock, so they rise in commit order.
CREATE TABLE events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, sequence bigint NOT NULL,
    at bigint NOT NULL, type text NOT NULL, data bytea NOT NULL,
    UNIQUE (kind, key, sequence)
);
-- Beside the journal, so that a person can be forgotten and the journal stays.
CREATE TABLE personal (
    kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, sequence bigint NOT NULL, data bytea NOT NULL,
    PRIMARY KEY (kind, key, sequence)
);
-- The first position of each hour of event time: where a read "since" must start.
CREATE TABLE journal_hours (hour bigint PRIMARY KEY, first_position bigint NOT NULL);

CREATE TABLE outbox (
    from_kind text COLLATE "C" NOT NULL, from_key text COLLATE "C" NOT NULL, sequence bigint NOT NULL,
    to_kind text NOT NULL, to_key text NOT NULL, body bytea NOT NULL,
    PRIMARY KEY (from_kind, from_key, sequence)
);
CREATE TABLE index_entries (
    name text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, value bytea NOT NULL,
    PRIMARY KEY (name, key)
);
CREATE TABLE leads (
    lead_id text COLLATE "C" PRIMARY KEY, received_at bigint NOT NULL, state text NOT NULL, queue text NOT NULL,
    owner text, offered_to text, source text, campaign text, open boolean NOT NULL, search_text text NOT NULL,
    -- What the board needs of an open lead besides; all but activity are there exactly while it is open.
    due_since bigint, is_due boolean, is_worked boolean, activity text, activity_since bigint
);
CREATE INDEX leads_live     ON leads (lead_id) WHERE open;
CREATE INDEX leads_newest   ON leads (received_at, lead_id);
CREATE INDEX leads_open     ON leads (received_at, lead_id) WHERE open;
CREATE INDEX leads_state    ON leads (state, received_at, lead_id);
CREATE INDEX leads_queue    ON leads (queue, received_at, lead_id);
CREATE INDEX leads_owner    ON leads (owner, received_at, lead_id) WHERE owner IS NOT NULL;
CREATE INDEX leads_offered  ON leads (offered_to, received_at, lead_id) WHERE offered_to IS NOT NULL;
CREATE INDEX leads_source   ON leads (source, received_at, lead_id) WHERE source IS NOT NULL;
CREATE INDEX leads_campaign ON leads (campaign, received_at, lead_id) WHERE campaign IS NOT NULL;

-- Revisions are drawn under the writers' lock, so they rise in commit order. A document without a value is deleted: its row tells the
-- servers that hold it in memory, and goes a day later.
CREATE SEQUENCE document_revisions;
CREATE TABLE documents (
    collection text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, version bigint NOT NULL, value bytea,
    revision bigint NOT NULL, deleted_at timestamptz,
    PRIMARY KEY (collection, key)
);
CREATE UNIQUE INDEX documents_revision ON documents (revision);
CREATE INDEX documents_deleted ON documents (deleted_at) WHERE deleted_at IS NOT NULL;

-- Writes a document, or (null) deletes it. Returns its new version, 0 for a deleted one; null when the stored version is not the expected one.
CREATE FUNCTION write_document(a_collection text, a_key text, new_value bytea, expected bigint, writer text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    found_version bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext(current_schema()), 2);
    SELECT version INTO found_version FROM documents WHERE collection = a_collection AND key = a_key AND value IS NOT NULL;
    found_version := coalesce(found_version, 0);
    IF found_version <> expected OR (new_value IS NULL AND found_version = 0) THEN RETURN NULL; END IF;
    PERFORM pg_notify(current_schema(), writer);
    IF new_value IS NULL THEN
        DELETE FROM documents WHERE deleted_at < now() - interval '24 hours';
        UPDATE documents SET value = NULL, deleted_at = now(), revision = nextval('document_revisions') WHERE collection = a_collection AND key = a_key;
        RETURN 0;
    END IF;
    INSERT INTO documents VALUES (a_collection, a_key, 1, new_value, nextval('document_revisions'))
    ON CONFLICT (collection, key) DO UPDATE SET version = found_version + 1, value = excluded.value, revision = excluded.revision, deleted_at = NULL;
    RETURN found_version + 1;
END $$;

-- Written only to find out whether writing works again.
CREATE TABLE probe (id int PRIMARY KEY, tries bigint NOT NULL);
INSERT INTO probe VALUES (1, 0);

-- Writes one turn and returns null, or writes nothing of it and says why: 'gone' for the message that it consumes, else a conflict.
-- Not writing is safe: its exception block is a savepoint, so batch-mates are left alone.
CREATE FUNCTION write_turn(
    a_kind text, a_key text, expected bigint, out_sequence bigint, new_state bytea, remove boolean, due bigint,
    e_sequence bigint[], e_at bigint[], e_type text[], e_data bytea[], e_personal bytea[],
    m_from_kind text[], m_from_key text[], m_sequence bigint[], m_to_kind text[], m_to_key text[], m_body bytea[],
    c_kind text, c_key text, c_sequence bigint,
    i_name text[], i_key text[], i_value bytea[],
    l text[], l_received bigint, l_open boolean, l_due_since bigint, l_is_due boolean, l_is_worked boolean, l_activity_since bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    found_version bigint;
    place bigint;
BEGIN
    SELECT version INTO found_version FROM actors WHERE kind = a_kind AND key = a_key FOR UPDATE;
    IF coalesce(found_version, 0) <> expected THEN
        RETURN format('has version %s; the turn was decided on %s', coalesce(found_version, 0), expected);
    END IF;
    IF c_kind IS NOT NULL THEN
        DELETE FROM outbox WHERE from_kind = c_kind AND from_key = c_key AND sequence = c_sequence;
        -- Another process has handled the message: what this turn made of it must not count a second time.
        IF NOT FOUND AND (new_state IS NOT NULL OR remove OR cardinality(e_sequence) + cardinality(m_sequence) + cardinality(i_name) > 0 OR l IS NOT NULL) THEN
            RETURN 'gone';
        END IF;
    END IF;
    IF remove THEN
        DELETE FROM actors WHERE kind = a_kind AND key = a_key;
        IF a_kind = 'lead' THEN DELETE FROM leads WHERE lead_id = a_key; END IF;
    ELSIF new_state IS NOT NULL THEN
        IF found_version IS NULL THEN
            INSERT INTO actors VALUES (a_kind, a_key, 1, out_sequence, due, new_state);
        ELSE
            UPDATE actors SET version = version + 1, outbox_sequence = out_sequence, due_at = due, state = new_state WHERE kind = a_kind AND key = a_key;
        END IF;
    ELSIF cardinality(m_sequence) > 0 THEN
        UPDATE actors SET outbox_sequence = greatest(outbox_sequence, out_sequence) WHERE kind = a_kind AND key = a_key;
    END IF;
    FOR i IN 1 .. cardinality(e_sequence) LOOP
        INSERT INTO events (kind, key, sequence, at, type, data) VALUES (a_kind, a_key, e_sequence[i], e_at[i], e_type[i], e_data[i]) RETURNING position INTO place;
        INSERT INTO journal_hours VALUES (e_at[i] / 36000000000, place) ON CONFLICT DO NOTHING;
        IF e_personal[i] IS NOT NULL THEN INSERT INTO personal VALUES (a_kind, a_key, e_sequence[i], e_personal[i]); END IF;
    END LOOP;
    FOR i IN 1 .. cardinality(m_sequence) LOOP
        INSERT INTO outbox VALUES (m_from_kind[i], m_from_key[i], m_sequence[i], m_to_kind[i], m_to_key[i], m_body[i]);
    END LOOP;
    FOR i IN 1 .. cardinality(i_name) LOOP
        IF i_value[i] IS NULL THEN
            DELETE FROM index_entries WHERE name = i_name[i] AND key = i_key[i];
        ELSE
            INSERT INTO index_entries VALUES (i_name[i], i_key[i], i_value[i]) ON CONFLICT (name, key) DO UPDATE SET value = excluded.value;
        END IF;
    END LOOP;
    IF l IS NOT NULL AND NOT remove THEN
        INSERT INTO leads VALUES (l[1], l_received, l[2], l[3], l[4], l[5], l[6], l[7], l_open, l[8], l_due_since, l_is_due, l_is_worked, l[9], l_activity_since)
        ON CONFLICT (lead_id) DO UPDATE SET (received_at, state, queue, owner, offered_to, source, campaign, open, search_text, due_since, is_due, is_worked, activity, activity_since) =
            (excluded.received_at, excluded.state, excluded.queue, excluded.owner, excluded.offered_to, excluded.source, excluded.campaign, excluded.open, excluded.search_text,
             excluded.due_since, excluded.is_due, excluded.is_worked, excluded.activity, excluded.activity_since);
    END IF;
    RETURN NULL;
EXCEPTION WHEN unique_violation THEN
    RETURN 'an event or a message of this turn has been written before';
END $$;
