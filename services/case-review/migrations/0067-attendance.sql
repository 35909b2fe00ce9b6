-- Whether somebody came to a panel meeting for their agency themselves or as a deputy, which agencies the panel had then, and
-- that the meeting ended with a pause. Null where attendance was recorded before this was asked.
alter table {schema}.attendances add attended_as text check (attended_as in ('primary', 'deputy'));
alter table {schema}.panel_meetings add seats text[];

create table {schema}.panel_meeting_pauses (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, panel_meeting_id),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings (area_id, panel_meeting_id)
);
call {schema}.tenant_table('panel_meeting_pauses', app_may => 'select, insert');
