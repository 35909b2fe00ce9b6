-- What else is being done about a death, by somebody other than the panel: each proceeding with its dated steps. One that
-- keeps the case waiting opened its hold and ends it. Nothing of a proceeding is changed but that it goes on and ends.

create table {schema}.linked_proceedings (
  area_id uuid not null,
  proceeding_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  reference bytea,
  opened_on date not null,
  hold_id uuid,
  brought_hold boolean not null,
  version integer not null default 1 check (version > 0),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  outcome text check (outcome in ('concluded', 'discontinued', 'not-resumed', 'recorded-in-error')),
  closed_on date,
  closed_by uuid,
  closed_at timestamptz,
  primary key (area_id, proceeding_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, hold_id) references {schema}.holds,
  check (num_nulls(outcome, closed_on, closed_by, closed_at) in (0, 4)),
  check (closed_on >= opened_on),
  check (outcome <> 'not-resumed' or kind = 'inquest'),
  check (hold_id is not null or not brought_hold)
);
call {schema}.tenant_table('linked_proceedings');
comment on column {schema}.linked_proceedings.brought_hold is 'False where the hold was there before the proceeding was recorded.';
create index linked_proceedings_by_case on {schema}.linked_proceedings (area_id, case_id, opened_on);
create unique index one_open_proceeding_of_a_kind on {schema}.linked_proceedings (area_id, case_id, kind)
  where outcome is null and kind <> 'other';

create function {schema}.refuse_changed_proceeding() returns trigger language plpgsql as $$
begin
  if old.outcome is not null
    or (new.case_id, new.kind, new.reference, new.opened_on, new.hold_id, new.brought_hold, new.recorded_by, new.recorded_at)
      is distinct from
      (old.case_id, old.kind, old.reference, old.opened_on, old.hold_id, old.brought_hold, old.recorded_by, old.recorded_at)
  then
    raise exception 'a proceeding only goes on and ends' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger goes_on_and_ends_only before update on {schema}.linked_proceedings
  for each row execute function {schema}.refuse_changed_proceeding();

-- A step recorded again is a further entry, and the newest counts.
create table {schema}.proceeding_steps (
  area_id uuid not null,
  proceeding_id uuid not null,
  entry integer not null check (entry > 0),
  step text not null check (step ~ '^[a-z]+(-[a-z]+)*$'),
  done_on date not null,
  done_by bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, proceeding_id, entry),
  foreign key (area_id, proceeding_id) references {schema}.linked_proceedings
);
call {schema}.tenant_table('proceeding_steps', app_may => 'select, insert');

call {schema}.carried_with_case('linked_proceedings');
call {schema}.carried_with_case('proceeding_steps', 'linked_proceedings', 'proceeding_id');

-- The limits and the days off that the worklist is worked out from. The same as clockTable and bankHolidays of the
-- domain: a test holds them together.
create table {schema}.bank_holidays (day date primary key);
call {schema}.untenanted_table('bank_holidays', 'reference', 'select');
insert into {schema}.bank_holidays (day) values
  ('2019-01-01'), ('2019-04-19'), ('2019-04-22'), ('2019-05-06'), ('2019-05-27'), ('2019-08-26'), ('2019-12-25'), ('2019-12-26'),
  ('2020-01-01'), ('2020-04-10'), ('2020-04-13'), ('2020-05-08'), ('2020-05-25'), ('2020-08-31'), ('2020-12-25'), ('2020-12-28'),
  ('2021-01-01'), ('2021-04-02'), ('2021-04-05'), ('2021-05-03'), ('2021-05-31'), ('2021-08-30'), ('2021-12-27'), ('2021-12-28'),
  ('2022-01-03'), ('2022-04-15'), ('2022-04-18'), ('2022-05-02'), ('2022-06-02'), ('2022-06-03'), ('2022-08-29'), ('2022-09-19'),
  ('2022-12-26'), ('2022-12-27'), ('2023-01-02'), ('2023-04-07'), ('2023-04-10'), ('2023-05-01'), ('2023-05-08'), ('2023-05-29'),
  ('2023-08-28'), ('2023-12-25'), ('2023-12-26'), ('2024-01-01'), ('2024-03-29'), ('2024-04-01'), ('2024-05-06'), ('2024-05-27'),
  ('2024-08-26'), ('2024-12-25'), ('2024-12-26'), ('2025-01-01'), ('2025-04-18'), ('2025-04-21'), ('2025-05-05'), ('2025-05-26'),
  ('2025-08-25'), ('2025-12-25'), ('2025-12-26'), ('2026-01-01'), ('2026-04-03'), ('2026-04-06'), ('2026-05-04'), ('2026-05-25'),
  ('2026-08-31'), ('2026-12-25'), ('2026-12-28'), ('2027-01-01'), ('2027-03-26'), ('2027-03-29'), ('2027-05-03'), ('2027-05-31'),
  ('2027-08-30'), ('2027-12-27'), ('2027-12-28'), ('2028-01-03'), ('2028-04-14'), ('2028-04-17'), ('2028-05-01'), ('2028-05-29'),
  ('2028-08-28'), ('2028-12-25'), ('2028-12-26');

create table {schema}.clock_defaults (
  clock text primary key,
  amount integer not null check (amount >= 0),
  unit text not null check (unit in ('days', 'working-days', 'weeks', 'months'))
);
call {schema}.untenanted_table('clock_defaults', 'reference', 'select');
insert into {schema}.clock_defaults (clock, amount, unit) values
  ('agency-return', 15, 'working-days'), ('review-meeting', 3, 'months'), ('review-meeting-report', 10, 'working-days'),
  ('panel', 6, 'weeks'), ('serious-incident-notification', 5, 'working-days'),
  ('looked-after-child-notification', 0, 'days'), ('rapid-review', 15, 'working-days'), ('prevention-response', 56, 'days');

-- The last day on which something is in time; null where it has not begun.
create function {schema}.limit_end(in_area uuid, of_clock text, begun date) returns date
  language plpgsql stable set search_path = '' as $$
declare
  rule {schema}.clock_defaults;
  reached date := begun;
  remaining int;
begin
  select * into strict rule from {schema}.clock_defaults d where d.clock = of_clock;
  if begun is null then return null; end if;
  if rule.unit = 'days' then return begun + rule.amount; end if;
  if rule.unit = 'weeks' then return begun + 7 * rule.amount; end if;
  if rule.unit = 'months' then return (begun + make_interval(months => rule.amount))::date; end if;
  remaining := rule.amount;
  while remaining > 0 loop
    reached := reached + 1;
    if extract(isodow from reached) < 6 and not exists (select from {schema}.bank_holidays b where b.day = reached) then
      remaining := remaining - 1;
    end if;
  end loop;
  return reached;
end $$;
revoke execute on function {schema}.limit_end(uuid, text, date) from public;

alter table {schema}.cases drop constraint cases_next_what_check;
alter table {schema}.cases add constraint cases_next_what_check check (next_what in ('agency-return', 'review-meeting',
  'review-meeting-report', 'panel', 'serious-incident-notification', 'looked-after-child-notification', 'rapid-review',
  'prevention-response', 'hold-check', 'none'));

-- As before, but that the limits come from their table, the panel's runs from the later of the settled review meeting and
-- the end of the inquest, and the limits of proceedings that go on count too.
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
  ), clocks (states, what, due_on) as (
    select array['listed'], 'panel', m.held_on
    from standing s
    join {schema}.listings l on l.area_id = in_area and l.case_id = s.case_id
    join {schema}.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    union all
    select array['review-meeting-not-held', 'deferred'], 'panel',
      {schema}.due_with_holds(h.panel, r.ready_on, {schema}.limit_end(in_area, 'panel', r.ready_on))
    from standing s
    join {schema}.review_meetings_not_held n on n.area_id = in_area and n.case_id = s.case_id
    cross join held h
    cross join lateral (
      select greatest(n.decided_on, (
        select max(p.closed_on) from proceedings p where p.kind = 'inquest' and p.outcome <> 'recorded-in-error'
      )) as ready_on
    ) r
    union all
    select array['gathering'], 'agency-return', r.due_on
    from standing s
    join {schema}.information_requests r on r.area_id = in_area and r.case_id = any (s.case_ids)
    where r.state = 'sent'
    union all
    select array['gathering'], 'review-meeting',
      {schema}.due_with_holds(h.review_meeting, s.died_on, {schema}.limit_end(in_area, 'review-meeting', s.died_on))
    from standing s cross join held h
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred', 'listed'], 'hold-check',
      h.next_check_on
    from standing s join {schema}.holds h on h.area_id = in_area and h.case_id = any (s.case_ids)
    where h.ended_on is null
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred', 'listed', 'reviewed', 'submitted'],
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
