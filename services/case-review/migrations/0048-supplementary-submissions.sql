-- The supplementary forms go to the national database too.

alter table {schema}.national_submissions drop constraint national_submissions_kind_check;
alter table {schema}.national_submissions add constraint national_submissions_kind_check
  check (kind in ('notification', 'reporting', 'supplementary', 'analysis'));
