-- Every disclosure and change leaves an entry in its own transaction; a sealer chains them within a second.

create function {schema}.refuse_rewrite() returns trigger language plpgsql as
  $$ begin raise exception 'the audit is never rewritten'; end $$;

create table {schema}.audit_entries (
  area_id uuid not null,
  id uuid not null,
  entry jsonb not null,
  primary key (area_id, id)
);
call {schema}.tenant_table('audit_entries', 'true', 'select, insert');
create trigger never_rewritten before update or delete or truncate on {schema}.audit_entries
  for each statement execute function {schema}.refuse_rewrite();

create table {schema}.audit_unsealed (
  area_id uuid not null,
  entry_id uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, entry_id)
);
call {schema}.untenanted_table('audit_unsealed', 'system', 'select, insert, delete');

create table {schema}.audit_chain (
  area_id uuid not null,
  sequence bigint not null check (sequence > 0),
  entry_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (area_id, sequence),
  unique (area_id, entry_id)
);
call {schema}.tenant_table('audit_chain', 'false', 'select, insert');
create trigger never_rewritten before update or delete or truncate on {schema}.audit_chain
  for each statement execute function {schema}.refuse_rewrite();
