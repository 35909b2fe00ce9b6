-- What is left to do of a reporting year's deaths before the national database closes it, found by an index.

alter table {schema}.cases add column blank_demographics text[];
comment on column {schema}.cases.blank_demographics is 'Questions of the notification about the child that were left blank when it was accepted; null where that was not kept.';
create index cases_by_death on {schema}.cases (area_id, died_on, case_id);
create index submissions_without_receipt on {schema}.national_submissions (area_id, case_id, kind, number)
  where state in ('queued', 'incomplete', 'sending', 'rejected');
