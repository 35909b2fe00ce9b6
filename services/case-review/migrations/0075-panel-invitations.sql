-- Who of the panel was invited to which meeting, by whom and when: ids alone. Where they are mailed is the portal's to know.
create table {schema}.panel_invitations (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  person_id uuid not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  primary key (area_id, panel_meeting_id, person_id),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
call {schema}.tenant_table('panel_invitations', app_may => 'select, insert');
