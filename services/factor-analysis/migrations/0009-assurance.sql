-- What an independent scrutineer states about a reporting year of an area. Signed, and then as it is.

create table {schema}.assurance_statements (
  area_id uuid not null,
  -- "2025-26"
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  version integer not null check (version > 0),
  sealed_words bytea not null,
  -- Why it takes the place of the one before.
  sealed_reason bytea,
  open_challenges uuid[] not null,
  signed_by uuid not null,
  signed_on date not null,
  signed_at timestamptz not null,
  primary key (area_id, year, version),
  check ((version = 1) = (sealed_reason is null))
);
call {schema}.tenant_table('assurance_statements', app_may => 'select, insert');
comment on column {schema}.assurance_statements.open_challenges is 'The challenges that were not settled when it was signed.';

create function {schema}.keep_assurance() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what was signed stays as it was signed' using errcode = 'check_violation';
  end if;
  if new.version <> 1 + coalesce((
    select max(s.version) from {schema}.assurance_statements s where s.area_id = new.area_id and s.year = new.year
  ), 0) then
    raise exception 'a statement is corrected by the next version' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_assurance before insert or update or delete on {schema}.assurance_statements
  for each row execute function {schema}.keep_assurance();
