-- Meetings of those who cared for a child. Several may be planned and held; the last one ends the stage. Whom an
-- invitation went to, who was there and what was noted is sealed; each change of the notes is a further entry.

create table {schema}.review_meetings (
  area_id uuid not null,
  review_meeting_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  planned_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends_at text not null check (ends_at ~ '^[0-2][0-9]:[0-5][0-9]$' and ends_at > starts_at),
  place bytea not null,
  -- What invitations count: a calendar takes the higher one for the newer.
  sequence integer not null default 0 check (sequence >= 0),
  version integer not null default 1 check (version > 0),
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  cancelled_at timestamptz,
  held_on date,
  ended_the_stage boolean,
  held_recorded_by uuid,
  held_recorded_at timestamptz,
  report_received_on date check (report_received_on >= held_on),
  report_recorded_by uuid,
  report_recorded_at timestamptz,
  primary key (area_id, review_meeting_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check (cancelled_at is null or held_on is null),
  check ((held_on is null) = (ended_the_stage is null)),
  check ((held_on is null) = (held_recorded_by is null)),
  check ((held_on is null) = (held_recorded_at is null)),
  check ((report_received_on is null) = (report_recorded_by is null)),
  check ((report_received_on is null) = (report_recorded_at is null)),
  check (report_received_on is null or held_on is not null)
);
call {schema}.tenant_table('review_meetings');
create index review_meetings_by_case on {schema}.review_meetings (area_id, case_id, planned_on);

create function {schema}.refuse_changed_review_meeting() returns trigger language plpgsql as $$
begin
  if old.cancelled_at is not null
    or (new.case_id, new.kind, new.arranged_by, new.arranged_at) is distinct from
      (old.case_id, old.kind, old.arranged_by, old.arranged_at)
    or old.held_on is not null and (new.held_on, new.ended_the_stage, new.planned_on, new.starts_at, new.ends_at,
      new.place, new.sequence) is distinct from (old.held_on, old.ended_the_stage, old.planned_on, old.starts_at,
      old.ends_at, old.place, old.sequence)
    or old.report_received_on is not null and new.report_received_on is distinct from old.report_received_on
  then
    raise exception 'a review meeting that was held or cancelled stays so' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger held_or_cancelled_once before update on {schema}.review_meetings
  for each row execute function {schema}.refuse_changed_review_meeting();

create table {schema}.review_meeting_invitations (
  area_id uuid not null,
  review_meeting_id uuid not null,
  invitation integer not null check (invitation > 0),
  contact bytea not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  -- The sequence of the newest mail that has left for it.
  mailed_sequence integer check (mailed_sequence >= 0),
  mailed_at timestamptz,
  primary key (area_id, review_meeting_id, invitation),
  foreign key (area_id, review_meeting_id) references {schema}.review_meetings,
  check ((mailed_sequence is null) = (mailed_at is null))
);
call {schema}.tenant_table('review_meeting_invitations');

create table {schema}.review_meeting_notes (
  area_id uuid not null,
  review_meeting_id uuid not null,
  entry integer not null check (entry > 0),
  written bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, review_meeting_id, entry),
  foreign key (area_id, review_meeting_id) references {schema}.review_meetings
);
call {schema}.tenant_table('review_meeting_notes', app_may => 'select, insert');

call {schema}.carried_with_case('review_meetings');
call {schema}.carried_with_case('review_meeting_invitations', 'review_meetings', 'review_meeting_id');
call {schema}.carried_with_case('review_meeting_notes', 'review_meetings', 'review_meeting_id');

-- As before, but that the review meeting stage ends with its last meeting, whose report is waited for until it has come
-- and from which the panel's limit then runs; and that a case put back by the panel is not late for a meeting it had.
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
    select decided_on from not_held union all select report_received_on from last_meeting
  ), clocks (states, what, due_on) as (
    select array['listed'], 'panel', m.held_on
    from standing s
    join {schema}.listings l on l.area_id = in_area and l.case_id = s.case_id
    join {schema}.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    union all
    select array['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred'], 'panel',
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
    select array['gathering', 'review-meeting-held', 'deferred'], 'review-meeting-report',
      {schema}.limit_end(in_area, 'review-meeting-report', m.held_on)
    from last_meeting m where m.report_received_on is null
    union all
    select array['gathering'], 'agency-return', r.due_on
    from standing s
    join {schema}.information_requests r on r.area_id = in_area and r.case_id = any (s.case_ids)
    where r.state = 'sent'
    union all
    select array['gathering'], 'review-meeting',
      {schema}.due_with_holds(h.review_meeting, s.died_on, {schema}.limit_end(in_area, 'review-meeting', s.died_on))
    from standing s cross join held h
    where not exists (select from last_meeting) and not exists (select from not_held)
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
