-- A case another area was asked to take over: nothing is sent meanwhile. Taken over, what is left of it here is a stub.

alter table {schema}.cases
  add column offered_at timestamptz,
  add column offered_by uuid,
  drop constraint cases_state_check,
  add constraint cases_state_check check (state in ('gathering', 'review-meeting-held', 'review-meeting-not-held',
    'listed', 'deferred', 'reviewed', 'submitted', 'closed', 'reported-in-error', 'duplicate-merged', 'transferred')),
  add constraint cases_offered_at_some_time check (offered_by is null or offered_at is not null);
comment on column {schema}.cases.offered_by is 'The transfer, once intake has told of it; until then an offer holds for two minutes.';

create or replace function {schema}.refuse_illegal_step() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('gathering', 'review-meeting-held'), ('gathering', 'review-meeting-not-held'),
      ('review-meeting-held', 'listed'), ('review-meeting-held', 'gathering'),
      ('review-meeting-not-held', 'listed'), ('review-meeting-not-held', 'gathering'),
      ('listed', 'reviewed'), ('listed', 'deferred'),
      ('deferred', 'gathering'), ('deferred', 'listed'),
      ('reviewed', 'submitted'), ('submitted', 'closed'),
      ('gathering', 'transferred'), ('transferred', 'gathering'),
      (nullif(nullif(old.state, 'duplicate-merged'), 'transferred'), 'reported-in-error')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  )
  -- Aside, and back to where it was.
  and not coalesce(
    new.state = 'duplicate-merged' and new.state_before_merge = old.state and old.state <> 'transferred', false)
  and not coalesce(old.state = 'duplicate-merged' and new.state = old.state_before_merge, false) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state = 'transferred' and new.state = 'transferred' then
    raise exception 'what was handed to another area stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;

grant delete on {schema}.data_keys, {schema}.told_entries to {schema}_app;
