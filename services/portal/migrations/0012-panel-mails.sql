-- Mails that tell somebody of a panel meeting they are invited to, as it was when they were to be told: ids alone, each sent
-- once. `sequence` is what the calendar file counts: of two mails about a meeting the higher one holds.
create table {schema}.panel_mails (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  person_id uuid not null references {schema}.users,
  sequence integer not null check (sequence >= 0),
  asked_at timestamptz not null,
  sent_at timestamptz,
  primary key (area_id, panel_meeting_id, person_id, sequence)
);
call {schema}.tenant_table('panel_mails');
