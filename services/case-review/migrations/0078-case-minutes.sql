-- How many minutes a case has at a panel of a kind where nobody gave it its own, as an area sets it from a day to come. Every
-- version stays; which counts follows from the day of the meeting.
create table {schema}.case_minutes (
  area_id uuid not null,
  kind text not null check (kind in ('standard', 'neonatal', 'themed-local', 'themed-regional')),
  version integer not null check (version > 0),
  valid_from date not null,
  minutes integer not null check (minutes between 1 and 480),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (area_id, kind, version)
);
call {schema}.tenant_table('case_minutes', app_may => 'select, insert');
