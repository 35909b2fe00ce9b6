-- What an analysis on the older form said of a case that was open elsewhere: each score as it was written. Never an analysis
-- agreed here; whoever draws that up reads it beside the form.
create table {schema}.kept_scores (
  area_id uuid not null,
  case_id uuid not null,
  content bytea not null,
  recorded_at timestamptz not null,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('kept_scores', app_may => 'select, insert');
call {schema}.carried_with_case('kept_scores');
