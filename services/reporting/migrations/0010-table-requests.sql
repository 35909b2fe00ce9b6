-- Tables somebody asked for that no release holds. What they wrote is sealed with the key of the area.

create table {schema}.data_keys (
  area_id uuid not null,
  subject uuid not null,
  wrapped bytea not null,
  primary key (area_id, subject)
);
call {schema}.tenant_table('data_keys', 'false', 'select, insert');

create table {schema}.table_requests (
  area_id uuid not null,
  request_id uuid not null,
  release_id uuid,
  table_id text check (table_id ~ '^[A-Z][A-Za-z0-9-]{0,19}$'),
  sealed_words bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (area_id, request_id)
);
call {schema}.tenant_table('table_requests', 'false', 'select, insert');
comment on column {schema}.table_requests.sealed_words is 'Which figures, by what, and why: in the words of whoever asks.';

create function {schema}.keep_table_request() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'what was asked for stays as it was asked' using errcode = 'check_violation';
end $$;
create trigger keep_table_request before update or delete or truncate on {schema}.table_requests
  for each statement execute function {schema}.keep_table_request();
