-- While a case is merged into another, none of its facts is known: the child is counted once. The facts themselves stay as
-- they were, so that a release says what it said and a rebuild makes the same whatever stream comes first.

create table {schema}.merged_cases (
  area_id uuid not null,
  case_id uuid not null,
  event_version bigint not null check (event_version > 0),
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  primary key (area_id, case_id, event_version)
);
create unique index merged_cases_current on {schema}.merged_cases (area_id, case_id) where recorded_to is null;
call {schema}.tenant_table('merged_cases', 'false', 'select, insert, update, delete');
create trigger only_closed before update on {schema}.merged_cases
  for each row execute function {schema}.only_close_facts();
