-- Reports and the search of the audit log name an action and a time; without it each reads the whole log.
CREATE INDEX audit_entry_by_action ON audit_entry (action, recorded_at);

-- The figures of messages look for the network that a report of each has named.
CREATE INDEX delivery_report_by_message ON delivery_report (message_id);
