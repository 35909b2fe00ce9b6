-- What is recorded of somebody's interest in a case, with its history: each entry stands until the next. What was declared
-- so far was that they withdrew. Nobody recorded it for them where `recorded_by` is null.
alter table {schema}.conflicts add entry integer not null default 1 check (entry > 0);
alter table {schema}.conflicts add outcome text not null default 'withdrawn'
  check (outcome in ('none', 'facts-only', 'withdrawn'));
alter table {schema}.conflicts add recorded_by uuid;
-- Why somebody is let in further than was recorded before: only another lets them.
alter table {schema}.conflicts add because text check (because in (
  'declared-by-mistake', 'recorded-for-the-wrong-person', 'not-involved-after-all', 'needed-for-the-facts'
));
alter table {schema}.conflicts add check (because is null or (recorded_by is not null and outcome <> 'withdrawn'));
alter table {schema}.conflicts drop constraint conflicts_pkey;
alter table {schema}.conflicts add primary key (area_id, case_id, person_id, entry);

-- What holds now. Of a child with several records the strictest holds: whoever asks, asks of every record.
create view {schema}.conflict_standings with (security_invoker = true) as
select x.area_id, x.case_id, x.person_id, x.outcome, x.declared_at, x.recorded_by, x.because, x.entry
from {schema}.conflicts x
where not exists (
  select from {schema}.conflicts later
  where later.area_id = x.area_id and later.case_id = x.case_id and later.person_id = x.person_id
    and later.entry > x.entry
);
grant select on {schema}.conflict_standings to {schema}_app;

-- For whom a case is not there at all.
create view {schema}.withdrawals with (security_invoker = true) as
select s.area_id, s.case_id, s.person_id from {schema}.conflict_standings s where s.outcome = 'withdrawn';
grant select on {schema}.withdrawals to {schema}_app;
