-- A case whose child turned out to be that of another case: it stands aside, where it was, until that is undone. Nothing
-- of it moves; the other case reads what was gathered for both.

alter table {schema}.cases
  add column merged_into uuid,
  add column merge_id uuid,
  add column merged_at timestamptz,
  add column state_before_merge text,
  add column case_ids uuid[];
comment on column {schema}.cases.case_ids is 'This case and every case merged into it: whatever belongs to one of them is read with this one.';
update {schema}.cases set case_ids = array[case_id];
alter table {schema}.cases alter column case_ids set not null;
alter table {schema}.cases
  drop constraint cases_state_check,
  drop constraint cases_closed_when_closed,
  add constraint cases_state_check check (state in ('gathering', 'review-meeting-held', 'review-meeting-not-held',
    'listed', 'deferred', 'reviewed', 'submitted', 'closed', 'reported-in-error', 'duplicate-merged')),
  add constraint cases_closed_when_closed check (
    state = 'reported-in-error' or (coalesce(state_before_merge, state) = 'closed') = (closed_at is not null)
  ),
  add constraint merged_somewhere check (
    num_nulls(merged_into, merge_id, merged_at, state_before_merge) = case state when 'duplicate-merged' then 0 else 4 end
  ),
  add constraint merged_into_another check (merged_into <> case_id);
create index cases_by_survivor on {schema}.cases (area_id, merged_into);

create function {schema}.stands_for_itself() returns trigger language plpgsql as $$
begin
  new.case_ids := coalesce(new.case_ids, array[new.case_id]);
  return new;
end $$;
create trigger stands_for_itself before insert on {schema}.cases
  for each row execute function {schema}.stands_for_itself();

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
      (nullif(old.state, 'duplicate-merged'), 'reported-in-error')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  )
  -- Aside, and back to where it was.
  and not coalesce(new.state = 'duplicate-merged' and new.state_before_merge = old.state, false)
  and not coalesce(old.state = 'duplicate-merged' and new.state = old.state_before_merge, false) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- As before, but that what is asked about any case merged into this one counts for it.
create or replace function {schema}.set_next_clock(in_area uuid, of_case uuid) returns void language sql security definer
  set search_path = '' as $$
  with recursive chain (id) as (
    select of_case
    union
    select c.merged_into from chain h
    join {schema}.cases c on c.area_id = in_area and c.case_id = h.id and c.merged_into is not null
  ), standing as (
    select c.case_id, c.case_ids, c.died_on, c.state
    from chain h join {schema}.cases c on c.area_id = in_area and c.case_id = h.id
    where c.merged_into is null
  ), clocks (states, what, due_on) as (
    select array['listed'], 'panel', m.held_on
    from standing s
    join {schema}.listings l on l.area_id = in_area and l.case_id = s.case_id
    join {schema}.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    union all
    -- Six weeks from the decision that stood in for the review meeting's report.
    select array['review-meeting-not-held', 'deferred'], 'panel', n.decided_on + 42
    from standing s join {schema}.review_meetings_not_held n on n.area_id = in_area and n.case_id = s.case_id
    union all
    select array['gathering'], 'agency-return', r.due_on
    from standing s
    join {schema}.information_requests r on r.area_id = in_area and r.case_id = any (s.case_ids)
    where r.state = 'sent'
    union all
    -- Three calendar months from the death, clamped to the end of a shorter month.
    select array['gathering'], 'review-meeting', (s.died_on + interval '3 months')::date from standing s
  ), next as (
    select k.what, k.due_on from clocks k cross join standing s
    where s.state = any (k.states)
    order by k.due_on, k.what limit 1
  )
  update {schema}.cases c
  set next_what = coalesce((select what from next), 'none'), next_due_on = (select due_on from next)
  from standing s
  where c.area_id = in_area and c.case_id = s.case_id
$$;
