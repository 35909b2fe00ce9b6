-- Registered deaths are held against the notifications by the same keys and the same model as notifications against each
-- other: found by keyed hashes, with a probability and codes of why.

create table {schema}.registered_death_keys (
  area_id uuid not null,
  key bigint not null,
  registered_death_id uuid not null,
  primary key (area_id, key, registered_death_id),
  foreign key (area_id, registered_death_id) references {schema}.registered_deaths
);
call {schema}.tenant_table('registered_death_keys', app_may => 'select, insert');

alter table {schema}.registered_deaths add column probability double precision check (probability between 0 and 1);
alter table {schema}.registered_deaths add column reasons jsonb not null default '[]';
comment on column {schema}.registered_deaths.reasons is 'Codes of why the notification may be, or is, of this child; no value of either.';
