-- Deaths as registers list them, held against the notifications: what was registered and never notified, and what was
-- notified and never registered.

create table {schema}.registration_lists (
  area_id uuid not null,
  id uuid not null,
  source text not null check (source in ('registrar', 'ons')),
  digest bytea not null,
  deaths integer not null check (deaths > 0),
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  primary key (area_id, id),
  unique (area_id, digest)
);
call {schema}.tenant_table('registration_lists', app_may => 'select, insert');

create table {schema}.registered_deaths (
  area_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  entry_index bytea not null,
  nhs_number_index bytea,
  death bytea not null,
  registered_on date not null,
  died_on date not null,
  by_coroner boolean not null,
  state text not null check (state in ('unmatched', 'proposed', 'matched', 'not-for-panel')),
  notification_id uuid,
  reason text check (reason in ('resident-elsewhere', 'aged-18-or-over', 'not-born-alive', 'lawful-termination')),
  -- Notifications a person said are of another child: never proposed again.
  other_children uuid[] not null default '{}',
  version bigint not null check (version > 0),
  decided_at timestamptz,
  decided_by uuid,
  primary key (area_id, id),
  unique (area_id, entry_index),
  foreign key (area_id, list_id) references {schema}.registration_lists,
  foreign key (area_id, notification_id) references {schema}.notifications,
  check ((state in ('proposed', 'matched')) = (notification_id is not null)),
  check ((state = 'not-for-panel') = (reason is not null)),
  check (died_on <= registered_on),
  check ((decided_by is null) = (decided_at is null))
);
call {schema}.tenant_table('registered_deaths');
create index registered_deaths_by_death on {schema}.registered_deaths (area_id, died_on, id);
create index registered_deaths_by_nhs_number on {schema}.registered_deaths (area_id, nhs_number_index);
create index registered_deaths_of_notification on {schema}.registered_deaths (area_id, notification_id);

-- Held against the register by the day of death or the number. Both are partial, so that no list of an area's
-- notifications is read by them: row security makes every index on area_id look alike to the planner.
create index notifications_by_death on {schema}.notifications (area_id, died_on) where died_on > '1900-01-01';
create index notifications_by_nhs_number on {schema}.notifications (area_id, nhs_number_index)
  where nhs_number_index is not null;
