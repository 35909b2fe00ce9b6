-- Where agencies say different things of a child, somebody settles which holds, and why. Nothing an agency returned is
-- changed by it; settling it again is a further entry.

create table {schema}.settled_conflicts (
  area_id uuid not null,
  case_id uuid not null,
  form text not null check (form ~ '^[a-z]+(-[a-z]+)*$'),
  question text not null check (question ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  entry integer not null check (entry > 0),
  content bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, case_id, form, question, entry),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('settled_conflicts', app_may => 'select, insert');
call {schema}.carried_with_case('settled_conflicts');
