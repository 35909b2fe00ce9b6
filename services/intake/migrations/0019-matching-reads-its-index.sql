-- Candidates are read from the index alone: of a crowded key a thousand, each of which had to be fetched from its row.
create index match_keys_found on {schema}.match_keys (key) include (area_id, notification_id);
drop index {schema}.match_keys_by_key;
alter index {schema}.match_keys_found rename to match_keys_by_key;
