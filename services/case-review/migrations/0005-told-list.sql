-- Who has been told that a child died, by whom and when, or why that is not needed. A correction is a further entry;
-- the earlier one stays.

create table {schema}.told_entries (
  area_id uuid not null,
  case_id uuid not null,
  recipient text not null check (recipient ~ '^[a-z]+(-[a-z]+)*$'),
  entry integer not null check (entry > 0),
  outcome text not null check (outcome in ('told', 'not-needed')),
  told_by bytea,
  told_on date,
  reason text check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, case_id, recipient, entry),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((outcome = 'told') = (told_by is not null)),
  check ((outcome = 'told') = (told_on is not null)),
  check ((outcome = 'not-needed') = (reason is not null))
);
call {schema}.tenant_table('told_entries', app_may => 'select, insert');

-- Seven are to be told of a child of any age; whoever opens a case says how many.
alter table {schema}.cases add column not_told integer not null default 7 check (not_told >= 0);
alter table {schema}.cases alter column not_told drop default;
comment on column {schema}.cases.not_told is 'How many have not been told yet: what the worklist shows from the first day.';
