-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- How many steps of a sequence are held in memory. What is left of them is passed over when a server was killed. Not that of
-- contract numbers, which people read.
ALTER SEQUENCE party_id CACHE ${sequence_cache};
ALTER SEQUENCE signed_statement_id CACHE ${sequence_cache};
ALTER SEQUENCE audit_entry_id CACHE ${sequence_cache};
ALTER SEQUENCE inbound_message_id CACHE ${sequence_cache};
ALTER SEQUENCE outbound_message_id CACHE ${sequence_cache};
ALTER SEQUENCE delivery_id CACHE ${sequence_cache};
ALTER SEQUENCE dispute_id CACHE ${sequence_cache};
ALTER SEQUENCE delivery_report_id CACHE ${sequence_cache};
ALTER SEQUENCE ledger_entry_id CACHE ${sequence_cache};
ALTER SEQUENCE one_time_code_id CACHE ${sequence_cache};
ALTER SEQUENCE contract_note_id CACHE ${sequence_cache};
