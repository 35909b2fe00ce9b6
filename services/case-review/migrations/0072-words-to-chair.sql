-- Who of the panel said that they cannot come to a meeting, or that they can after all; the newest entry counts. It is no
-- attendance: quorum counts who was there.
create table {schema}.panel_apologies (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  person_id uuid not null,
  entry integer not null check (entry > 0),
  apologises boolean not null,
  recorded_at timestamptz not null,
  primary key (area_id, panel_meeting_id, person_id, entry),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
call {schema}.tenant_table('panel_apologies', app_may => 'select, insert');

-- What members of the panel write to its chair about a case. One in which an identifier of the child was found reaches the
-- coordinator and not the chair.
create table {schema}.panel_comments (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  panel_comment_id uuid not null,
  person_id uuid not null,
  comment bytea not null,
  held_back boolean not null,
  sent_at timestamptz not null,
  primary key (area_id, panel_comment_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
create index panel_comments_by_case on {schema}.panel_comments (area_id, case_id);
call {schema}.tenant_table('panel_comments', app_may => 'select, insert');
