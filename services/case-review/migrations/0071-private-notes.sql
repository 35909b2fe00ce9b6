-- What somebody of the panel notes for themselves while reading a case. Theirs alone; destroyed some weeks after the last
-- meeting it was for, unless a legal hold keeps it.
create table {schema}.private_notes (
  area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  panel_meeting_id uuid not null,
  note bytea not null,
  version integer not null check (version > 0),
  written_at timestamptz not null,
  primary key (area_id, case_id, person_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
comment on column {schema}.private_notes.panel_meeting_id is 'The meeting it was last written for.';
create index private_notes_by_meeting on {schema}.private_notes (area_id, panel_meeting_id);
call {schema}.tenant_table('private_notes', app_may => 'select, insert, update, delete');

-- Each time a legal hold on the private notes of a meeting was put on or taken off, and why. The newest counts.
create table {schema}.private_note_holds (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  entry integer not null check (entry > 0),
  holds boolean not null,
  reason bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, panel_meeting_id, entry),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
call {schema}.tenant_table('private_note_holds', app_may => 'select, insert');

-- In which areas there are private notes, and when it is next looked which are to be destroyed: the service's own watch
-- reads it across areas.
create table {schema}.private_notes_watched (
  area_id uuid primary key,
  look_on date not null
);
call {schema}.untenanted_table('private_notes_watched', 'system', 'select, insert, update, delete');
