-- A case the panel reviewed before the national database began is closed without a day on which that had it: it never does.

alter table {schema}.cases
  drop constraint cases_check5,
  add constraint cases_told_or_never check (
    state not in ('submitted', 'closed') or national_submission_on is not null or state = 'closed' and never_national
  );

-- As before, but that such a case goes from its review to its end.
create or replace function {schema}.refuse_illegal_step() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('gathering', 'review-meeting-held'), ('gathering', 'review-meeting-not-held'),
      ('review-meeting-held', 'listed'), ('review-meeting-held', 'gathering'),
      ('review-meeting-not-held', 'listed'), ('review-meeting-not-held', 'gathering'),
      ('listed', 'reviewed'), ('listed', 'deferred'),
      ('deferred', 'gathering'), ('deferred', 'listed'), ('deferred', 'reopened'),
      ('reviewed', 'submitted'), ('submitted', 'closed'),
      ('submitted', 'reopened'), ('closed', 'reopened'), ('reopened', 'listed'),
      ('gathering', 'transferred'), ('review-meeting-held', 'transferred'),
      ('review-meeting-not-held', 'transferred'), ('deferred', 'transferred'),
      ('transferred', 'gathering'), ('transferred', 'review-meeting-held'),
      ('transferred', 'review-meeting-not-held'), ('transferred', 'deferred'),
      (nullif(nullif(old.state, 'duplicate-merged'), 'transferred'), 'reported-in-error')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  )
  -- Closed at once only where the national database is never told; `never_national` is worked out after this.
  and not coalesce(
    old.state = 'reviewed' and new.state = 'closed'
      and coalesce(new.first_reviewed_on, new.reviewed_on) < date '2019-04-01', false)
  -- Aside, and back to where it was.
  and not coalesce(
    new.state = 'duplicate-merged' and new.state_before_merge = old.state and old.state <> 'transferred', false)
  and not coalesce(old.state = 'duplicate-merged' and new.state = old.state_before_merge, false) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state = 'transferred' and old.arriving_by is null and new.arriving_by is null then
    raise exception 'what was handed to another area stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
