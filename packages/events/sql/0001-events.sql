-- The log of what happened, kept as long as the case; who has heard it; what was heard.

create table {schema}.events (
  area_id uuid not null,
  id uuid not null,
  subject uuid not null,
  version bigint not null check (version > 0),
  type text not null,
  payload jsonb not null,
  recorded_at timestamptz not null,
  request_id uuid not null,
  primary key (area_id, subject, version),
  unique (area_id, id)
);
call {schema}.tenant_table('events', 'true', 'select, insert');

create table {schema}.deliveries (
  area_id uuid not null,
  subscriber text not null,
  subject uuid not null,
  next_version bigint not null default 1 check (next_version > 0),
  attempts integer not null default 0,
  quarantined_at timestamptz,
  reason text check (length(reason) <= 200),
  primary key (area_id, subscriber, subject)
);
call {schema}.tenant_table('deliveries', 'true');

create table {schema}.inbox (
  area_id uuid not null,
  event_id uuid not null,
  publisher text not null,
  subject uuid not null,
  version bigint not null,
  received_at timestamptz not null,
  primary key (area_id, event_id)
);
create unique index inbox_versions on {schema}.inbox (area_id, publisher, subject, version);
call {schema}.tenant_table('inbox', 'false', 'select, insert, delete');
