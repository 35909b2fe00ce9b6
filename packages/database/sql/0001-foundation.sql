-- What every service schema stands on: who is asking, the walls between areas, once-only writes, the readiness probe.

create function {schema}.actor_areas() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.areas', true), '')::uuid[] $$;
comment on function {schema}.actor_areas() is 'The areas of whoever is asking, set transaction-locally; unset means none, so no rows.';

create function {schema}.actor_subject() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.subject', true), '')::uuid $$;
comment on function {schema}.actor_subject() is 'The one subject the holder of a mailed link may see; null for everybody else.';

grant execute on function {schema}.actor_areas(), {schema}.actor_subject() to {schema}_app;

create procedure {schema}.tenant_table(name text, link_holder_sees text default 'false', app_may text default 'select, insert, update')
language plpgsql as $$
begin
  execute format('alter table {schema}.%I enable row level security', name);
  execute format('alter table {schema}.%I force row level security', name);
  execute format('create policy area on {schema}.%I to {schema}_app using (area_id = any ({schema}.actor_areas())) with check (area_id = any ({schema}.actor_areas()))', name);
  execute format('create policy subject on {schema}.%I as restrictive to {schema}_app using ({schema}.actor_subject() is null or (%s)) with check ({schema}.actor_subject() is null or (%s))', name, link_holder_sees, link_holder_sees);
  execute format('create policy migration on {schema}.%I to {schema}_migrator using (true) with check (true)', name);
  execute format('grant %s on {schema}.%I to {schema}_app', app_may, name);
  execute format('comment on table {schema}.%I is %L', name, 'class: tenant');
end $$;
comment on procedure {schema}.tenant_table is 'Puts the walls round a table that holds rows of areas: row security on and forced, by area and by subject, the migrator let through.';

create procedure {schema}.untenanted_table(name text, class text, app_may text default 'select')
language plpgsql as $$
begin
  if class not in ('reference', 'system') then
    raise exception 'a table is tenant, reference or system, not %', class;
  end if;
  execute format('grant %s on {schema}.%I to {schema}_app', app_may, name);
  execute format('comment on table {schema}.%I is %L', name, 'class: ' || class);
end $$;
comment on procedure {schema}.untenanted_table is 'Declares a table that holds nothing of any one area.';

create table {schema}.idempotency_keys (
  area_id uuid not null,
  actor text not null,
  procedure text not null,
  key text not null check (length(key) between 8 and 100),
  body_hash bytea not null,
  outcome jsonb not null default 'null',
  recorded_at timestamptz not null,
  primary key (area_id, actor, procedure, key)
);
call {schema}.tenant_table('idempotency_keys', 'actor = ''link:'' || {schema}.actor_subject()');

create table {schema}.readiness (
  only_row boolean primary key default true check (only_row),
  committed_at timestamptz not null
);
call {schema}.untenanted_table('readiness', 'system', 'select, insert, update');

create table {schema}.key_fingerprints (
  key_name text primary key,
  fingerprint text not null
);
call {schema}.untenanted_table('key_fingerprints', 'system', 'select, insert');
