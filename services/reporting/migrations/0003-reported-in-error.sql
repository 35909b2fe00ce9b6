-- Cases whose death was reported in error: from then on none of their facts is known. The facts themselves stay as they
-- were, so that a release says what it said, and a rebuild makes the same whatever stream comes first.

create table {schema}.cases_in_error (
  area_id uuid not null,
  case_id uuid not null,
  event_version bigint not null check (event_version > 0),
  recorded_from timestamptz not null,
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  primary key (area_id, case_id)
);
call {schema}.tenant_table('cases_in_error', 'false', 'select, insert, delete');
