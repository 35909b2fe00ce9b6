-- The hours within which the national database is due to hear of a death, as the area had set them when it came in. What
-- came in before had the 48 of everybody.

alter table {schema}.notifications
  add column national_within_hours int not null default 48 check (national_within_hours between 1 and 168);
alter table {schema}.notifications alter column national_within_hours drop default;
comment on column {schema}.notifications.national_within_hours is 'The hours the area had set when it came in: a later setting changes no notification.';
