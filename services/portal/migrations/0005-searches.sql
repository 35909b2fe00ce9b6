-- What a search found, so that its address holds neither a name nor a number: ids alone, for half an hour, for the
-- person who searched. What was typed is kept nowhere.

create table {schema}.searches (
  area_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null references {schema}.users,
  found jsonb not null,
  expires_at timestamptz not null,
  primary key (area_id, token_hash)
);
call {schema}.tenant_table('searches', app_may => 'select, insert, delete');
