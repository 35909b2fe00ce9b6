-- How far somebody of the panel is in reading a case for a meeting: theirs alone. What was shown when they marked it as
-- read is kept as digests, sealed with the key of the case, to say what is new since.
create table {schema}.pack_readings (
  area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  panel_meeting_id uuid not null,
  read_at timestamptz,
  marked_at timestamptz,
  shown bytea,
  place text check (place ~ '^[a-z][a-z0-9-]{0,59}$'),
  primary key (area_id, case_id, person_id, panel_meeting_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings,
  check ((marked_at is null) = (shown is null) and (read_at is null or marked_at is not null))
);
comment on column {schema}.pack_readings.read_at is 'Null again once it is marked as not read; what was shown stays known.';
call {schema}.tenant_table('pack_readings', app_may => 'select, insert, update');
