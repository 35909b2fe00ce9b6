-- A response that is to be decided, or was, is that to a notification; one that began before death becomes so only when
-- the two are put together.

alter table {schema}.responses add constraint decided_by_notification check (
  state not in ('awaiting-decision', 'started', 'not-started', 'joined') or notification_id is not null
);
