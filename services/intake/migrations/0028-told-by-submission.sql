-- The national database is told by a person elsewhere, or by this product, which then has its receipt.

alter table {schema}.national_notifications
  alter column recorded_by drop not null,
  add column submission_id uuid,
  add column receipt text check (length(receipt) between 1 and 100),
  add constraint by_hand_or_by_receipt check (
    (recorded_by is null) = (receipt is not null) and (receipt is null) = (submission_id is null)
  );
create unique index national_notifications_once on {schema}.national_notifications
  (area_id, notification_id, submission_id);
comment on column {schema}.national_notifications.receipt is 'Of the submission this product sent; null for what a person told it elsewhere.';
