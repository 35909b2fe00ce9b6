-- What a case has to wait for, outside the panel's control. Each check that it goes on is a further entry; the earlier
-- ones stay, with whom the coordinator asked.

create table {schema}.holds (
  area_id uuid not null,
  hold_id uuid not null,
  case_id uuid not null,
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  keeps_review_meeting boolean not null,
  keeps_panel boolean not null,
  began_on date not null,
  ended_on date check (ended_on >= began_on),
  next_check_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (area_id, hold_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check (keeps_review_meeting or keeps_panel),
  check ((ended_on is null) = (ended_at is null)),
  check ((ended_on is null) = (ended_by is null))
);
call {schema}.tenant_table('holds');
create index holds_by_case on {schema}.holds (area_id, case_id, began_on);
-- A case waits for one inquest, not for two records of it.
create unique index one_hold_of_a_reason on {schema}.holds (area_id, case_id, reason) where ended_on is null;

create function {schema}.refuse_changed_hold() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null
    or (new.case_id, new.reason, new.keeps_review_meeting, new.keeps_panel, new.began_on, new.recorded_by, new.recorded_at)
      is distinct from
      (old.case_id, old.reason, old.keeps_review_meeting, old.keeps_panel, old.began_on, old.recorded_by, old.recorded_at)
  then
    raise exception 'a hold is only checked and ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger checked_and_ended_only before update on {schema}.holds
  for each row execute function {schema}.refuse_changed_hold();

create table {schema}.hold_checks (
  area_id uuid not null,
  hold_id uuid not null,
  entry integer not null check (entry > 0),
  confirmed_on date not null,
  next_check_on date not null check (next_check_on > confirmed_on),
  contact bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, hold_id, entry),
  foreign key (area_id, hold_id) references {schema}.holds
);
call {schema}.tenant_table('hold_checks', app_may => 'select, insert');

alter table {schema}.cases drop constraint cases_next_what_check;
alter table {schema}.cases add constraint cases_next_what_check
  check (next_what in ('agency-return', 'review-meeting', 'panel', 'hold-check', 'none'));

-- The day a limit ends when days on hold do not count towards it, each day once; null while a hold that is not over has
-- stopped it. The same as dueWithHolds of the domain: a test holds the two together.
create function {schema}.due_with_holds(held datemultirange, from_day date, due date) returns date
  language plpgsql immutable set search_path = '' as $$
declare
  remaining int := due - from_day;
  reached date := from_day;
  hold daterange;
begin
  for hold in select h from unnest(held * datemultirange(daterange(from_day, null))) h order by lower(h) loop
    if lower(hold) - reached >= remaining then return reached + remaining; end if;
    if upper_inf(hold) then return null; end if;
    remaining := remaining - (lower(hold) - reached);
    reached := upper(hold);
  end loop;
  return reached + remaining;
end $$;

-- As before, but that a limit waits for what the case has to wait for, and whoever is waited for is asked again on the
-- day that was agreed.
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
  ), held (review_meeting, panel) as (
    select
      coalesce(range_agg(daterange(h.began_on, h.ended_on)) filter (where h.keeps_review_meeting), '{}'),
      coalesce(range_agg(daterange(h.began_on, h.ended_on)) filter (where h.keeps_panel), '{}')
    from standing s join {schema}.holds h on h.area_id = in_area and h.case_id = any (s.case_ids)
  ), clocks (states, what, due_on) as (
    select array['listed'], 'panel', m.held_on
    from standing s
    join {schema}.listings l on l.area_id = in_area and l.case_id = s.case_id
    join {schema}.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    union all
    -- Six weeks from the decision that stood in for the review meeting's report.
    select array['review-meeting-not-held', 'deferred'], 'panel',
      {schema}.due_with_holds(h.panel, n.decided_on, n.decided_on + 42)
    from standing s
    join {schema}.review_meetings_not_held n on n.area_id = in_area and n.case_id = s.case_id
    cross join held h
    union all
    select array['gathering'], 'agency-return', r.due_on
    from standing s
    join {schema}.information_requests r on r.area_id = in_area and r.case_id = any (s.case_ids)
    where r.state = 'sent'
    union all
    -- Three calendar months from the death, clamped to the end of a shorter month.
    select array['gathering'], 'review-meeting',
      {schema}.due_with_holds(h.review_meeting, s.died_on, (s.died_on + interval '3 months')::date)
    from standing s cross join held h
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred', 'listed'], 'hold-check',
      h.next_check_on
    from standing s join {schema}.holds h on h.area_id = in_area and h.case_id = any (s.case_ids)
    where h.ended_on is null
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
revoke execute on function {schema}.due_with_holds(datemultirange, date, date) from public;
