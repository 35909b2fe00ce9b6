-- A ready case is proposed for a meeting until its summary is written, which lists it. It is proposed for one at a time.
create table {schema}.agenda_proposals (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings (area_id, panel_meeting_id)
);
call {schema}.tenant_table('agenda_proposals', app_may => 'select, insert, update, delete');
create index agenda_proposals_by_meeting on {schema}.agenda_proposals (area_id, panel_meeting_id);
