-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

ALTER TABLE audit_waiting ADD COLUMN request_id VARCHAR(64);

-- Under which id the work was done that an entry tells of. Beside the evidence: a caller chooses it, so it proves
-- nothing, and it is blanked when personal data is erased. Entries that were written before have no row.
CREATE TABLE audit_request (
  entry_id   BIGINT PRIMARY KEY REFERENCES audit_entry,
  request_id VARCHAR(64)
);
CREATE INDEX audit_request_by_id ON audit_request (request_id);
