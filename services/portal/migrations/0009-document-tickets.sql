-- What opens one document once, within seconds, from the origin documents have for themselves. It ends with the session.
create table {schema}.document_tickets (
  token_hash bytea primary key,
  session_hash bytea not null references {schema}.sessions on delete cascade,
  area_id uuid not null,
  case_id uuid not null,
  document_id uuid not null,
  good_until timestamptz not null
);
call {schema}.untenanted_table('document_tickets', 'system', 'select, insert, delete');
create index document_tickets_of_session on {schema}.document_tickets (session_hash);
