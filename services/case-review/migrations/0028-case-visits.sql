-- Who is at a case at this moment, and since when their visit has lasted: for the name shown on opening, disclosed and
-- written down once per visit, and for telling two people who work on the same case of each other. Kept for an hour.

create table {schema}.case_visits (
  area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  here_at timestamptz not null,
  named_at timestamptz,
  primary key (area_id, case_id, person_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('case_visits', app_may => 'select, insert, update, delete');
comment on column {schema}.case_visits.named_at is 'When in this visit it was written down that the name is shown; null when it has not been.';
