-- A finished review begins again: new evidence came after it. What was is kept beside it, the reason is recorded, and the
-- case goes before a quorate panel anew. It stays with the area that reviewed it, and counts from its first review.

create table {schema}.reopenings (
  area_id uuid not null,
  case_id uuid not null,
  number integer not null check (number > 0),
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  note bytea not null,
  reopened_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  panel_meeting_id uuid,
  reviewed_on date not null,
  reviewed_at timestamptz,
  national_submission_on date,
  closed_at timestamptz,
  closed_by uuid,
  primary key (area_id, case_id, number),
  foreign key (area_id, case_id) references {schema}.cases,
  check (reopened_on >= reviewed_on),
  check (closed_by is null or closed_at is not null)
);
call {schema}.tenant_table('reopenings', app_may => 'select, insert');
call {schema}.carried_with_case('reopenings');
comment on column {schema}.reopenings.note is 'What has become known, in words: sealed with the key of the case.';

alter table {schema}.cases
  add column reopenings integer not null default 0 check (reopenings >= 0),
  add column first_reviewed_on date,
  drop constraint cases_state_check,
  add constraint cases_state_check check (state in ('gathering', 'review-meeting-held', 'review-meeting-not-held',
    'listed', 'deferred', 'reviewed', 'submitted', 'closed', 'reopened', 'reported-in-error', 'duplicate-merged',
    'transferred')),
  add constraint cases_reopened_once_reviewed check ((reopenings = 0) = (first_reviewed_on is null)),
  add constraint cases_reopened check (
    coalesce(state_before_merge, state) <> 'reopened'
    or reopenings > 0 and reviewed_on is null and national_submission_on is null
  ),
  -- Nobody gathers for the first time, or hands over, what was reviewed.
  add constraint cases_reopened_stays check (
    reopenings = 0 or coalesce(state_before_merge, state) not in
      ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'transferred')
  ),
  drop constraint cases_never_national;
comment on column {schema}.cases.reopenings is 'How often its finished review began again; the newest of its reopenings.';
comment on column {schema}.cases.first_reviewed_on is 'When the panel first finished its review, of one that was reopened: there it counts.';
alter table {schema}.cases add constraint cases_never_national check (
  never_national = coalesce(coalesce(first_reviewed_on, reviewed_on) < date '2019-04-01', false));

-- As before, but that the first review decides.
create or replace function {schema}.mark_never_national() returns trigger language plpgsql as $$
begin
  new.never_national := coalesce(coalesce(new.first_reviewed_on, new.reviewed_on) < date '2019-04-01', false);
  return new;
end $$;

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

-- Nothing goes back behind a finished review but with a reason that is kept, and what was finished is kept with it.
create function {schema}.refuse_unrecorded_reopening() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.reopenings <> 0 then
      raise exception 'no case begins as one that is reopened' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.state = 'reopened' and old.state in ('submitted', 'closed') then
    if new.reopenings <> old.reopenings + 1
      or new.first_reviewed_on is distinct from coalesce(old.first_reviewed_on, old.reviewed_on)
      or not exists (
        select from {schema}.reopenings p
        where p.area_id = old.area_id and p.case_id = old.case_id and p.number = new.reopenings
          and (p.reviewed_on, p.reviewed_at, p.national_submission_on, p.closed_at, p.closed_by)
            is not distinct from (old.reviewed_on, old.reviewed_at, old.national_submission_on, old.closed_at, old.closed_by)
      )
    then
      raise exception 'a review begins again with a reason that is recorded' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  -- Where all of a case arrives from another area it is as it was there: never reopened.
  if new.reopenings is distinct from old.reopenings or new.first_reviewed_on is distinct from old.first_reviewed_on then
    raise exception 'how often a review began again is only counted' using errcode = 'check_violation';
  end if;
  if new.state = 'reopened' and old.state = 'deferred' and old.reopenings = 0 then
    raise exception 'a case that was never reviewed is not reopened' using errcode = 'check_violation';
  end if;
  -- The day of a review goes with its reopening alone.
  if old.reviewed_on is not null and new.reviewed_on is null then
    raise exception 'what the panel has finished stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger reopened_with_reason before insert or update on {schema}.cases
  for each row execute function {schema}.refuse_unrecorded_reopening();

create function {schema}.refuse_idle_reopening() returns trigger language plpgsql as $$
begin
  if not exists (
    select from {schema}.cases c
    where c.area_id = new.area_id and c.case_id = new.case_id and c.state in ('submitted', 'closed')
      and c.reopenings = new.number - 1
  ) then
    raise exception 'only a finished review begins again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger finished_first before insert on {schema}.reopenings
  for each row execute function {schema}.refuse_idle_reopening();

-- As before, but that a review that was reopened waits for whom it has asked since, and for the panel from then on.
create or replace function {schema}.set_next_clock(in_area uuid, of_case uuid) returns void language sql security definer
  set search_path = '' as $$
  with recursive chain (id) as (
    select of_case
    union
    select c.merged_into from chain h
    join {schema}.cases c on c.area_id = in_area and c.case_id = h.id and c.merged_into is not null
  ), standing as (
    select c.case_id, c.case_ids, c.died_on, c.state, p.reopened_on, p.recorded_at as reopened_at
    from chain h join {schema}.cases c on c.area_id = in_area and c.case_id = h.id
    left join {schema}.reopenings p
      on p.area_id = c.area_id and p.case_id = c.case_id and p.number = c.reopenings
    where c.merged_into is null
  ), held (review_meeting, panel) as (
    select
      coalesce(range_agg(daterange(h.began_on, h.ended_on)) filter (where h.keeps_review_meeting), '{}'),
      coalesce(range_agg(daterange(h.began_on, h.ended_on)) filter (where h.keeps_panel), '{}')
    from standing s join {schema}.holds h on h.area_id = in_area and h.case_id = any (s.case_ids)
  ), proceedings as (
    select p.*, s.died_on from standing s
    join {schema}.linked_proceedings p on p.area_id = in_area and p.case_id = any (s.case_ids)
  ), steps (proceeding_id, step, done_on) as (
    select distinct on (t.proceeding_id, t.step) t.proceeding_id, t.step, t.done_on
    from proceedings p join {schema}.proceeding_steps t on t.area_id = in_area and t.proceeding_id = p.proceeding_id
    where p.outcome is null
    order by t.proceeding_id, t.step, t.entry desc
  ), runs (clock, begun, stopped_by, proceeding_id) as (
    select 'serious-incident-notification', t.done_on, 'incident-notified', t.proceeding_id
    from steps t where t.step = 'incident-known'
    union all
    select 'rapid-review', t.done_on, 'rapid-review-submitted', t.proceeding_id
    from steps t where t.step = 'incident-notified'
    union all
    select 'looked-after-child-notification', p.died_on, 'looked-after-death-notified', p.proceeding_id
    from proceedings p where p.outcome is null and p.kind = 'looked-after-child-notification'
    union all
    select 'prevention-response', p.opened_on, 'prevention-report-answered', p.proceeding_id
    from proceedings p where p.outcome is null and p.kind = 'prevention-of-future-deaths'
  ), meetings as (
    select m.held_on, m.held_recorded_at, m.ended_the_stage, m.report_received_on
    from standing s join {schema}.review_meetings m on m.area_id = in_area and m.case_id = any (s.case_ids)
    where m.held_on is not null
  ), last_meeting as (
    select m.held_on, m.report_received_on from meetings m
    where m.ended_the_stage order by m.held_on desc, m.held_recorded_at desc limit 1
  ), not_held as (
    -- Held after all: what was recorded before no longer counts.
    select n.decided_on
    from standing s join {schema}.review_meetings_not_held n on n.area_id = in_area and n.case_id = s.case_id
    where not exists (select from meetings)
  ), settled (settled_on) as (
    -- The panel's weeks of a review that was reopened run from then.
    select reopened_on from standing where reopened_on is not null
    union all
    select decided_on from not_held cross join standing s where s.reopened_on is null
    union all
    select report_received_on from last_meeting cross join standing s where s.reopened_on is null
  ), clocks (states, what, due_on) as (
    select array['listed'], 'panel', m.held_on
    from standing s
    join {schema}.listings l on l.area_id = in_area and l.case_id = s.case_id
    join {schema}.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred', 'reopened'], 'panel',
      {schema}.due_with_holds(h.panel, r.ready_on, {schema}.limit_end(in_area, 'panel', r.ready_on))
    from settled d
    cross join held h
    cross join lateral (
      select greatest(d.settled_on, (
        select max(p.closed_on) from proceedings p where p.kind = 'inquest' and p.outcome <> 'recorded-in-error'
      )) as ready_on
    ) r
    where d.settled_on is not null
    union all
    select array['gathering', 'review-meeting-held', 'deferred', 'reopened'], 'review-meeting-report',
      {schema}.limit_end(in_area, 'review-meeting-report', m.held_on)
    from last_meeting m cross join standing s
    where m.report_received_on is null and (s.reopened_on is null or m.held_on >= s.reopened_on)
    union all
    -- Whom the first review was waiting for, and went on without, the second does not wait for.
    select array['gathering', 'reopened'], 'agency-return', r.due_on
    from standing s
    join {schema}.information_requests r on r.area_id = in_area and r.case_id = any (s.case_ids)
    where r.state = 'sent' and (s.reopened_at is null or r.sent_at >= s.reopened_at)
    union all
    select array['gathering'], 'review-meeting',
      {schema}.due_with_holds(h.review_meeting, s.died_on, {schema}.limit_end(in_area, 'review-meeting', s.died_on))
    from standing s cross join held h
    where not exists (select from last_meeting) and not exists (select from not_held)
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred', 'reopened', 'listed'], 'hold-check',
      h.next_check_on
    from standing s join {schema}.holds h on h.area_id = in_area and h.case_id = any (s.case_ids)
    where h.ended_on is null
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred', 'reopened', 'listed', 'reviewed',
        'submitted'],
      r.clock, {schema}.limit_end(in_area, r.clock, r.begun)
    from runs r
    where not exists (select from steps t where t.proceeding_id = r.proceeding_id and t.step = r.stopped_by)
  ), next as (
    select k.what, k.due_on from clocks k cross join standing s
    where s.state = any (k.states) and k.due_on is not null
    order by k.due_on, k.what limit 1
  )
  update {schema}.cases c
  set next_what = coalesce((select what from next), 'none'), next_due_on = (select due_on from next)
  from standing s
  where c.area_id = in_area and c.case_id = s.case_id
$$;

create or replace function {schema}.put_own_work_first() returns trigger language plpgsql set search_path = '' as $$
declare
  own record;
begin
  if new.state not in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reopened') then
    return new;
  end if;
  select w.what, w.due_on into own from (
    select 'escalation' as what, r.escalate_on as due_on
    from {schema}.information_requests r
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state = 'sent' and r.escalate_on is not null
    union all
    select 'late-answer', (r.returned_at at time zone 'Europe/London')::date
    from {schema}.information_requests r
    join {schema}.gaps g on g.area_id = r.area_id and g.information_request_id = r.information_request_id
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state in ('returned', 'nothing-known') and g.seen_at is null
  ) w order by w.due_on, w.what limit 1;
  if own.what is not null
    and (new.next_what in ('agency-return', 'none') or new.next_due_on is null or own.due_on <= new.next_due_on)
  then
    new.next_what := own.what;
    new.next_due_on := own.due_on;
  end if;
  return new;
end $$;

create or replace function {schema}.say_who_moves() returns trigger language plpgsql set search_path = '' as $$
begin
  new.waits_until := null;
  new.hold_check_on := null;
  if new.state not in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reopened') then
    return new;
  end if;
  select min(h.next_check_on) into new.hold_check_on from {schema}.holds h
  where h.area_id = new.area_id and h.case_id = any (new.case_ids) and h.ended_on is null;
  -- Before an agency is asked, and while the panel waits for an answer, there is always something to do.
  if new.state = 'gathering' and not exists (
    select from {schema}.information_requests r
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state <> 'recalled'
  ) or exists (
    select from {schema}.panel_questions q
    where q.area_id = new.area_id and q.case_id = any (new.case_ids) and q.settled is null
  ) then
    return new;
  end if;
  new.waits_until := case
    -- On its day somebody of the office asks again, or the panel meets.
    when new.next_what = 'hold-check' or new.next_what = 'panel' and new.state = 'listed' then new.next_due_on - 1
    when new.next_what = 'review-meeting-report' then new.next_due_on
    when new.state not in ('gathering', 'reopened') then null
    when new.next_what in ('agency-return', 'serious-incident-notification', 'looked-after-child-notification',
      'rapid-review', 'prevention-response') then new.next_due_on
    when new.next_what = 'review-meeting' then (
      select max(m.planned_on) from {schema}.review_meetings m
      where m.area_id = new.area_id and m.case_id = any (new.case_ids) and m.cancelled_at is null and m.held_on is null
    )
  end;
  return new;
end $$;
