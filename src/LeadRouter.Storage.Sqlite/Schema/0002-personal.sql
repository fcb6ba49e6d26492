-- What is personal in an event stands beside the journal, so that it can be erased while the journal stays append-only.
CREATE TABLE personal (
    kind     TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    data     BLOB    NOT NULL,
    PRIMARY KEY (kind, key, sequence)
) WITHOUT ROWID;

-- It moves out of the events that are there. `->` takes the values as they were written; the merge leaves out what is null.
INSERT INTO personal (kind, key, sequence, data)
SELECT kind, key, sequence, CAST(json_patch('{}', json_object('post', json_object(
    'name', json -> '$.post.name', 'phone', json -> '$.post.phone', 'email', json -> '$.post.email',
    'message', json -> '$.post.message', 'attributes', json -> '$.post.attributes'))) AS BLOB)
FROM (SELECT kind, key, sequence, CAST(data AS TEXT) AS json FROM events WHERE kind = 'lead' AND type IN ('leadReceived', 'leadRepeated'));

INSERT INTO personal (kind, key, sequence, data)
SELECT kind, key, sequence, CAST(json_object(member, json -> ('$.' || member)) AS BLOB)
FROM (SELECT kind, key, sequence, CAST(data AS TEXT) AS json, iif(type = 'dispositionSet', 'note', 'reason') AS member
      FROM events WHERE kind = 'lead' AND type IN ('dispositionSet', 'leadClosed', 'offerEnded'))
WHERE json -> ('$.' || member) IS NOT NULL;

DROP TRIGGER events_never_change;
UPDATE events SET data = CAST(json_remove(CAST(data AS TEXT), '$.post.name', '$.post.phone', '$.post.email', '$.post.message', '$.post.attributes') AS BLOB)
WHERE kind = 'lead' AND type IN ('leadReceived', 'leadRepeated');
UPDATE events SET data = CAST(json_remove(CAST(data AS TEXT), iif(type = 'dispositionSet', '$.note', '$.reason')) AS BLOB)
WHERE kind = 'lead' AND type IN ('dispositionSet', 'leadClosed', 'offerEnded');
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'The journal is append-only: an event is never changed.');
END;
