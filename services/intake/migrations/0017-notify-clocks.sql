-- When the clocks of a notification began and stopped, and what it waits for: the queue is sorted, filtered and counted
-- by these without opening what is sealed.

alter table {schema}.notifications
  add column died_by timestamptz,
  add column known_by timestamptz,
  add column known_from text check (known_from in ('time-of-death', 'day-of-death', 'day-it-was-known')),
  add column received_from timestamptz,
  add column notify_within_hours int check (notify_within_hours between 1 and 168),
  add column scope_outcome text check (scope_outcome in ('in', 'out', 'pending')),
  add column incomplete boolean,
  add column national_told_on date,
  add column national_told_from timestamptz;

-- What came in before: the time of death is sealed with the answers, so its whole day counts.
update {schema}.notifications n set
  died_by = (n.died_on + 1)::timestamp at time zone 'Europe/London',
  known_by = (n.died_on + 1)::timestamp at time zone 'Europe/London',
  known_from = 'day-of-death',
  received_from = case
    when (n.submitted_at at time zone 'Europe/London')::date = n.received_on then n.submitted_at
    else n.received_on::timestamp at time zone 'Europe/London'
  end,
  notify_within_hours = coalesce(
    (select (s.settings ->> 'notifyWithinHours')::int from {schema}.area_settings s where s.area_id = n.area_id), 48),
  incomplete = false;

alter table {schema}.notifications
  alter column died_by set not null,
  alter column known_by set not null,
  alter column known_from set not null,
  alter column received_from set not null,
  alter column notify_within_hours set not null,
  alter column incomplete set not null,
  add constraint known_after_death check (known_by >= died_by),
  add constraint told_from_a_day check ((national_told_on is null) = (national_told_from is null));
comment on column {schema}.notifications.died_by is 'The last moment at which the child can have died, as far as that is known.';
comment on column {schema}.notifications.known_by is 'The last moment at which the notifier can have learned of it.';
comment on column {schema}.notifications.received_from is 'The first moment at which it can have been received.';
comment on column {schema}.notifications.notify_within_hours is 'The hours the area had set when it came in: a later setting changes no notification.';
comment on column {schema}.notifications.scope_outcome is 'As last assessed; null for what came in before it was kept.';

-- Each time it was recorded on which day the national database was told of a death; the newest counts.
create table {schema}.national_notifications (
  area_id uuid not null,
  notification_id uuid not null,
  entry int not null check (entry > 0),
  told_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, notification_id, entry),
  foreign key (area_id, notification_id) references {schema}.notifications
);
call {schema}.tenant_table('national_notifications', app_may => 'select, insert');
