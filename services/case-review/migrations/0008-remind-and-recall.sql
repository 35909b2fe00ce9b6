-- An agency that has not answered is reminded, and a request that should not have been sent, or is needed no longer, is
-- taken back. Whoever was told so still hears of it when the report of the death itself was wrong.

alter table {schema}.information_requests
  add column reminders integer not null default 0 check (reminders >= 0),
  add column reminded_on date check (reminded_on >= sent_on),
  add constraint information_requests_reminded check ((reminders = 0) = (reminded_on is null));

alter table {schema}.recalls
  add column reason text not null default 'reported-in-error' check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  add column recalled_by uuid;
alter table {schema}.recalls alter column reason drop default;
