-- Who can move a case: whoever is waited for, until a day, or the panel's office now. Worked out with the worklist's clock.

alter table {schema}.cases
  add column waits_until date,
  add column hold_check_on date;
comment on column {schema}.cases.waits_until is 'The last day on which the case waits for others; null when the office can move it.';
comment on column {schema}.cases.hold_check_on is 'The first day on which somebody should ask how a hold stands.';

create function {schema}.say_who_moves() returns trigger language plpgsql set search_path = '' as $$
begin
  new.waits_until := null;
  new.hold_check_on := null;
  if new.state not in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred') then
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
    when new.state <> 'gathering' then null
    when new.next_what in ('agency-return', 'serious-incident-notification', 'looked-after-child-notification',
      'rapid-review', 'prevention-response') then new.next_due_on
    when new.next_what = 'review-meeting' then (
      select max(m.planned_on) from {schema}.review_meetings m
      where m.area_id = new.area_id and m.case_id = any (new.case_ids) and m.cancelled_at is null and m.held_on is null
    )
  end;
  return new;
end $$;
-- After own_work_first, by its name.
create trigger who_moves before update of next_what on {schema}.cases
  for each row execute function {schema}.say_who_moves();

create function {schema}.meeting_moves_case() returns trigger language plpgsql set search_path = '' as $$
begin
  perform {schema}.set_next_clock(new.area_id, new.case_id);
  return null;
end $$;
create trigger moves_case after insert or update of planned_on, cancelled_at on {schema}.review_meetings
  for each row execute function {schema}.meeting_moves_case();

update {schema}.cases set next_what = next_what
where state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred');
