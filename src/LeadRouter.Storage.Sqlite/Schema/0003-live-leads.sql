-- What the board needs of an open lead besides the columns above; all but activity are there exactly while it is open. No index
-- names them, so that a change of them rewrites none.
ALTER TABLE leads ADD COLUMN due_since      INTEGER;
ALTER TABLE leads ADD COLUMN is_due         INTEGER;
ALTER TABLE leads ADD COLUMN is_worked      INTEGER;
ALTER TABLE leads ADD COLUMN activity       TEXT;
ALTER TABLE leads ADD COLUMN activity_since INTEGER;
CREATE INDEX leads_live ON leads (lead_id) WHERE open = 1;
