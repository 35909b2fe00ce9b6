-- Releases: protected tables as they were built, for good.

create function {schema}.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a release never changes';
end $$;

create table {schema}.releases (
  area_id uuid not null,
  release_id uuid not null,
  reporting_year text not null check (reporting_year ~ '^\d{4}-\d{2}$'),
  built_at timestamptz not null,
  as_known_on timestamptz not null,
  area_name text not null,
  denominators jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (area_id, release_id)
);
create index releases_year on {schema}.releases (area_id, reporting_year);
call {schema}.tenant_table('releases', 'false', 'select, insert');

-- Tables go in before their release and, once it stands, no more.
create table {schema}.release_tables (
  area_id uuid not null,
  release_id uuid not null,
  table_id text not null check (table_id ~ '^[A-Z]\d+$'),
  measure_version integer not null check (measure_version > 0),
  title text not null,
  outcome text not null check (outcome in ('published', 'withheld')),
  reason text check (reason in ('no-safe-pattern', 'nothing-left-to-show')),
  says text,
  content text,
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (area_id, release_id, table_id),
  foreign key (area_id, release_id) references {schema}.releases deferrable initially deferred,
  check ((outcome = 'published') = (content is not null and content_hash is not null)),
  check ((outcome = 'withheld') = (reason is not null and says is not null))
);
call {schema}.tenant_table('release_tables', 'false', 'select, insert');

create function {schema}.refuse_late_table() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.releases where area_id = new.area_id and release_id = new.release_id
  ) then
    raise exception 'a release never changes';
  end if;
  return new;
end $$;

create trigger never_changes before update or delete or truncate on {schema}.releases
  for each statement execute function {schema}.refuse_change();
create trigger never_changes before update or delete or truncate on {schema}.release_tables
  for each statement execute function {schema}.refuse_change();
create trigger complete_when_built before insert on {schema}.release_tables
  for each row execute function {schema}.refuse_late_table();
