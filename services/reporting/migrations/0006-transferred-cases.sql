-- While a case is another area's, none of its facts is known here: the child is counted there. The facts themselves stay as
-- they were, so that a release says what it said and a rebuild makes the same whatever stream comes first.

create table {schema}.transferred_cases (
  area_id uuid not null,
  case_id uuid not null,
  event_version bigint not null check (event_version > 0),
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  primary key (area_id, case_id, event_version)
);
create unique index transferred_cases_current on {schema}.transferred_cases (area_id, case_id) where recorded_to is null;
call {schema}.tenant_table('transferred_cases', 'false', 'select, insert, update, delete');
create trigger only_closed before update on {schema}.transferred_cases
  for each row execute function {schema}.only_close_facts();
