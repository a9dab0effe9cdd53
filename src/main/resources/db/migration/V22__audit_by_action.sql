-- Reports and the search of the audit log name an action and a time; without it each reads the whole log.
CREATE INDEX audit_entry_by_action ON audit_entry (action, recorded_at);
