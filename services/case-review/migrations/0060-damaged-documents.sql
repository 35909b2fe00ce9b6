-- A document whose content cannot be read back is the office's to do: to file it again, or to take it out.
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
    union all
    -- What an agency has added and not sent is its own.
    select 'document-damaged', (d.unreadable_at at time zone 'Europe/London')::date
    from {schema}.documents d
    where d.area_id = new.area_id and d.case_id = any (new.case_ids) and d.unreadable_at is not null
      and d.state <> 'taken-out' and (d.filed_by is not null or d.answered_at is not null)
  ) w order by w.due_on, w.what limit 1;
  if own.what is not null
    and (new.next_what in ('agency-return', 'none') or new.next_due_on is null or own.due_on <= new.next_due_on)
  then
    new.next_what := own.what;
    new.next_due_on := own.due_on;
  end if;
  return new;
end $$;

create function {schema}.clock_of_damage() returns trigger language plpgsql set search_path = '' as $$
begin
  perform {schema}.set_next_clock(new.area_id, new.case_id);
  return null;
end $$;
create trigger damage_is_to_do after update of unreadable_at, state, answered_at on {schema}.documents
  for each row when (
    old.unreadable_at is distinct from new.unreadable_at
    or old.unreadable_at is not null
      and (old.state is distinct from new.state or old.answered_at is distinct from new.answered_at)
  ) execute function {schema}.clock_of_damage();

update {schema}.cases c set next_what = c.next_what where exists (
  select from {schema}.documents d
  where d.area_id = c.area_id and d.case_id = any (c.case_ids) and d.unreadable_at is not null and d.state <> 'taken-out'
);
