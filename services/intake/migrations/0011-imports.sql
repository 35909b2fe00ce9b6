-- Files of notifications on their way in: the file in pieces, then its rows, both sealed under a key that goes with them.
-- Nothing of a file is a notification before somebody has confirmed it, and nothing of it is left after it was cancelled.

create table {schema}.imports (
  area_id uuid not null,
  id uuid not null,
  state text not null check (state in ('uploading', 'checking', 'refused', 'ready', 'confirmed', 'done', 'cancelled')),
  mapping text not null,
  mapping_version text not null,
  began_by uuid not null,
  began_at timestamptz not null,
  changed_at timestamptz not null,
  pieces integer not null default 0 check (pieces >= 0),
  -- Opens pieces and rows; destroyed with them.
  wrapped bytea,
  -- A keyed hash of the file's bytes, by which the same file is known again.
  file_hash bytea,
  rows_total integer check (rows_total > 0),
  rows_checked integer not null default 0,
  last_row integer not null default 0,
  rows_received integer not null default 0,
  faults integer not null default 0,
  left_out integer not null default 0,
  refusal text,
  same_as uuid,
  counts jsonb,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, same_as) references {schema}.imports,
  check ((wrapped is null) = (state in ('refused', 'done', 'cancelled'))),
  check ((ended_at is null) = (state in ('uploading', 'checking', 'ready', 'confirmed'))),
  check ((confirmed_at is null) = (state not in ('confirmed', 'done'))),
  check ((confirmed_by is null) = (confirmed_at is null)),
  -- All or nothing: a file with one row that is wrong, or not looked at, is never ready.
  check (state not in ('ready', 'confirmed', 'done')
    or (faults = 0 and refusal is null and file_hash is not null and rows_checked = rows_total)),
  check (rows_received = 0 or state in ('confirmed', 'done')),
  check (state <> 'done' or rows_received = rows_total)
);
call {schema}.tenant_table('imports');
create index imports_newest on {schema}.imports (area_id, began_at desc, id);
-- The same file is not taken twice.
create unique index imports_once_a_file on {schema}.imports (area_id, file_hash)
  where state in ('ready', 'confirmed', 'done');

create function {schema}.step_import_allowed(before text, after text) returns boolean language sql immutable as $$
  select (before, after) in (
    ('uploading', 'checking'), ('uploading', 'cancelled'),
    ('checking', 'ready'), ('checking', 'refused'), ('checking', 'cancelled'),
    ('ready', 'confirmed'), ('ready', 'cancelled'),
    ('confirmed', 'done'))
$$;
grant execute on function {schema}.step_import_allowed(text, text) to {schema}_app;
create function {schema}.step_import() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and not {schema}.step_import_allowed(old.state, new.state) then
    raise exception 'an import does not go this way' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger steps before update on {schema}.imports
  for each row execute function {schema}.step_import();

create table {schema}.import_pieces (
  area_id uuid not null,
  import_id uuid not null,
  piece integer not null check (piece >= 0),
  content bytea not null,
  primary key (area_id, import_id, piece),
  foreign key (area_id, import_id) references {schema}.imports (area_id, id)
);
call {schema}.tenant_table('import_pieces', app_may => 'select, insert, delete');

-- A row waits sealed; once it is a notification, only which one is kept.
create table {schema}.import_rows (
  area_id uuid not null,
  import_id uuid not null,
  row_number integer not null check (row_number > 1),
  received bytea,
  nhs_number_index bytea,
  notification_id uuid,
  primary key (area_id, import_id, row_number),
  foreign key (area_id, import_id) references {schema}.imports (area_id, id),
  foreign key (area_id, notification_id) references {schema}.notifications (area_id, id),
  check ((received is null) = (notification_id is not null)),
  check (notification_id is null or nhs_number_index is null)
);
call {schema}.tenant_table('import_rows', app_may => 'select, insert, update, delete');
create index import_rows_waiting on {schema}.import_rows (area_id, import_id, row_number) where notification_id is null;
create index import_rows_of_notification on {schema}.import_rows (area_id, notification_id) where notification_id is not null;

-- What is wrong with a file: where, and what kind of thing stands there, never what.
create table {schema}.import_faults (
  area_id uuid not null,
  import_id uuid not null,
  position integer not null,
  row_number integer,
  column_name text check (length(column_name) <= 100),
  value_class text check (length(value_class) <= 40),
  says text not null check (length(says) <= 500),
  cure text not null check (length(cure) <= 3000),
  primary key (area_id, import_id, position),
  foreign key (area_id, import_id) references {schema}.imports (area_id, id)
);
call {schema}.tenant_table('import_faults', app_may => 'select, insert, delete');
