-- What a panel meets as, and how many members and which agencies it then needs to decide, as an area sets it from a day to
-- come. Which rule counts for a meeting, and whether it is met for one case, is worked out when it is read.
alter table {schema}.panel_meetings drop constraint panel_meetings_kind_check;
alter table {schema}.panel_meetings add check (kind in ('standard', 'neonatal', 'themed-local', 'themed-regional'));
-- How many members the panel had when attendance was recorded: a share is of all of them.
alter table {schema}.panel_meetings add members integer check (members > 0);

alter table {schema}.attendances drop constraint attendances_agency_check;
alter table {schema}.attendances add check (agency in (
  'public-health', 'health', 'police', 'social-care', 'education', 'midwifery', 'neonatology', 'obstetrics', 'lay', 'other'
));

create table {schema}.quorum_rules (
  area_id uuid not null,
  kind text not null check (kind in ('standard', 'neonatal', 'themed-local', 'themed-regional')),
  version integer not null check (version > 0),
  valid_from date not null,
  rule jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (area_id, kind, version)
);
call {schema}.tenant_table('quorum_rules', app_may => 'select, insert');
