-- Whether a death is for the panel may change with the area's authorities; that it is not known yet does not. Only that
-- is kept, so that nothing kept here grows stale. The type changes in place: what was handed to another area stays as it is.

alter table {schema}.notifications
  drop constraint notifications_scope_outcome_check,
  alter column scope_outcome type boolean using coalesce(scope_outcome = 'pending', false),
  alter column scope_outcome set not null;
alter table {schema}.notifications rename column scope_outcome to scope_pending;
comment on column {schema}.notifications.scope_pending is 'As last assessed; false for what came in before it was kept.';
