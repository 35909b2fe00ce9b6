-- Who confirmed that a child has died and which child it is, and when. A correction is a further entry; the earlier
-- one stays.

create table {schema}.confirmations (
  area_id uuid not null,
  notification_id uuid not null,
  entry integer not null check (entry > 0),
  death_by text not null check (death_by ~ '^[a-z]+(-[a-z]+)*$'),
  death_on date not null,
  death_time text check (death_time ~ '^\d\d:\d\d$'),
  identity_by text not null check (identity_by ~ '^[a-z]+(-[a-z]+)*$'),
  identity_on date not null,
  identity_time text check (identity_time ~ '^\d\d:\d\d$'),
  names bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, notification_id, entry),
  foreign key (area_id, notification_id) references {schema}.notifications
);
call {schema}.tenant_table('confirmations', app_may => 'select, insert');
