-- A form that came is read by somebody, who accepts it or sends it back with what is missing. The clock of an agency stops when its
-- form is accepted. What was returned before this counts as accepted on the day it came: nobody is asked to read it again.

alter table {schema}.information_requests
  drop constraint information_requests_state_check,
  drop constraint information_requests_answered,
  add constraint information_requests_state_check check (state in ('sent', 'returned', 'accepted', 'sent-back',
    'nothing-known', 'recalled', 'redirected', 'gone-without')),
  add constraint information_requests_answered
    check ((state in ('returned', 'accepted', 'sent-back', 'nothing-known')) = (returned_at is not null)),
  add column accepted_at timestamptz check (accepted_at >= returned_at),
  add column unread_since timestamptz check (unread_since >= returned_at),
  add column round integer not null default 1 check (round > 0),
  add column asked_again_on date,
  add column again_due_on date check (again_due_on > asked_again_on),
  add constraint information_requests_asked_again
    check ((round > 1) = (asked_again_on is not null) and (asked_again_on is null) = (again_due_on is null));
comment on column {schema}.information_requests.returned_at is 'When an answer came first; being sent back does not change it.';
comment on column {schema}.information_requests.accepted_at is 'When an answer was accepted first; a later correction does not change it.';
comment on column {schema}.information_requests.unread_since is 'When the version came that nobody has read yet.';
comment on column {schema}.information_requests.round is 'One more than the times it was sent back.';
comment on column {schema}.information_requests.again_due_on is 'By when what is missing was asked for last.';

-- What somebody made of a version of what was returned. One that was sent back may be accepted as it is after all.
create table {schema}.return_decisions (
  area_id uuid not null,
  information_request_id uuid not null,
  entry integer not null check (entry > 0),
  decision text not null check (decision in ('accepted', 'sent-back')),
  decided_by uuid,
  decided_at timestamptz not null,
  missing bytea,
  answer_by date,
  primary key (area_id, information_request_id, entry, decision),
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  check ((decision = 'sent-back') = (missing is not null) and (missing is null) = (answer_by is null)),
  check (decided_by is not null or decision = 'accepted')
);
comment on column {schema}.return_decisions.decided_by is 'Null where it was returned before anybody was asked to read it.';
comment on column {schema}.return_decisions.missing is 'Which questions, and a note to the agency, sealed with the key of the case.';
call {schema}.tenant_table('return_decisions', 'information_request_id = {schema}.actor_subject()', 'select, insert');
call {schema}.carried_with_case('return_decisions', 'information_requests', 'information_request_id');

-- The same as nextRequestStates of the domain: a test holds the two together.
create or replace function {schema}.refuse_second_return() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('sent', 'returned'), ('sent', 'nothing-known'), ('sent', 'recalled'), ('sent', 'redirected'),
      ('sent', 'gone-without'), ('gone-without', 'returned'), ('gone-without', 'nothing-known'),
      ('returned', 'accepted'), ('returned', 'sent-back'), ('accepted', 'returned'),
      ('sent-back', 'returned'), ('sent-back', 'accepted')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a request that was % does not become %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

insert into {schema}.return_decisions (area_id, information_request_id, entry, decision, decided_at)
select r.area_id, r.information_request_id, coalesce(max(f.entry), 1), 'accepted', greatest(r.returned_at, max(f.returned_at))
from {schema}.information_requests r
left join {schema}.returned_forms f using (area_id, information_request_id)
where r.state = 'returned' group by r.area_id, r.information_request_id, r.returned_at;
update {schema}.information_requests set state = 'accepted', accepted_at = returned_at where state = 'returned';
update {schema}.information_requests set accepted_at = returned_at where state = 'nothing-known';
alter table {schema}.information_requests
  add constraint information_requests_unread check ((state = 'returned') = (unread_since is not null)),
  add constraint information_requests_accepted check (
    case when state in ('accepted', 'nothing-known') then accepted_at is not null
    when state in ('returned', 'sent-back') then true else accepted_at is null end),
  add constraint information_requests_sent_back check (state <> 'sent-back' or round > 1);

-- A form is accepted, or sent back, by a decision about its newest version; and sent back only while the panel has not reviewed.
create function {schema}.refuse_undecided_return() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state = old.state or new.state <> 'accepted' and new.state <> 'sent-back' then
    return new;
  end if;
  if not exists (
    select from {schema}.return_decisions d
    where d.area_id = new.area_id and d.information_request_id = new.information_request_id and d.decision = new.state
      and d.entry = (
        select coalesce(max(f.entry), 1) from {schema}.returned_forms f
        where f.area_id = new.area_id and f.information_request_id = new.information_request_id
      )
  ) then
    raise exception 'nobody decided that what was returned is %', new.state using errcode = 'check_violation';
  end if;
  if new.state = 'sent-back' and not exists (
    select from {schema}.cases c where c.area_id = new.area_id and c.case_id = new.case_id
      and coalesce(c.state_before_merge, c.state)
        in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reopened')
  ) then
    raise exception 'what the panel has reviewed is not sent back' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decided_by_somebody before update of state on {schema}.information_requests
  for each row execute function {schema}.refuse_undecided_return();

create or replace function {schema}.refuse_changed_return() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.information_requests r
    where r.area_id = old.area_id and r.information_request_id = old.information_request_id
      and r.state in ('returned', 'accepted', 'nothing-known', 'redirected')
  ) and not exists (
    select from {schema}.form_corrections c
    where c.area_id = old.area_id and c.information_request_id = old.information_request_id and c.returned_at is null
  ) then
    raise exception 'what was returned stays; a correction is a further version' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- An agency that was asked again is chased from the new date, each rung anew.
alter table {schema}.chasers
  add column round integer not null default 1 check (round > 0),
  drop constraint chasers_pkey,
  add primary key (area_id, information_request_id, round, step);

-- A form to read is the office's own work; what was sent back is waited for until its new date.
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
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state in ('sent', 'sent-back')
      and r.escalate_on is not null
    union all
    select 'late-answer', (r.returned_at at time zone 'Europe/London')::date
    from {schema}.information_requests r
    join {schema}.gaps g on g.area_id = r.area_id and g.information_request_id = r.information_request_id
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state in ('returned', 'accepted', 'nothing-known')
      and g.seen_at is null
    union all
    select 'return-to-read', (r.unread_since at time zone 'Europe/London')::date
    from {schema}.information_requests r
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state = 'returned'
  ) w order by w.due_on, w.what limit 1;
  if own.what is not null
    and (new.next_what in ('agency-return', 'none') or new.next_due_on is null or own.due_on <= new.next_due_on)
  then
    new.next_what := own.what;
    new.next_due_on := own.due_on;
  end if;
  return new;
end $$;

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
    select array['gathering', 'reopened'], 'agency-return', coalesce(r.again_due_on, r.due_on)
    from standing s
    join {schema}.information_requests r on r.area_id = in_area and r.case_id = any (s.case_ids)
    where r.state in ('sent', 'sent-back')
      and (s.reopened_at is null or r.sent_at >= s.reopened_at or r.asked_again_on >= s.reopened_on)
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

create or replace function {schema}.count_awaited() returns trigger language plpgsql set search_path = '' as $$
begin
  new.awaited := case
    when new.state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred') then (
      select count(*) from {schema}.information_requests r
      where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state in ('sent', 'sent-back')
    )
    else 0
  end;
  return new;
end $$;
