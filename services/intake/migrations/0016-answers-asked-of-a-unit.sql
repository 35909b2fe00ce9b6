-- A notification that came in thin is completed by whoever has the answers: a draft with what is known, mailed to them,
-- that gives its answers to the notification it was begun for.

alter table {schema}.notification_drafts add column completes_notification_id uuid;
alter table {schema}.notification_drafts add column completes_version bigint;
alter table {schema}.notification_drafts add constraint completes_one_version
  check ((completes_notification_id is null) = (completes_version is null));
alter table {schema}.notification_drafts add constraint completes_a_notification
  foreign key (area_id, completes_notification_id) references {schema}.notifications;
create index notification_drafts_by_completed on {schema}.notification_drafts (area_id, completes_notification_id);

alter table {schema}.earlier_answers alter column replaced_by drop not null;
comment on column {schema}.earlier_answers.replaced_by is 'Null when it was somebody without an account, whom the office had asked.';
