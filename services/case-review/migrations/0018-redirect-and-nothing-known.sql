-- What may become of a request: an agency that knew nothing of the child has answered; one that is not the right one, or
-- a contact who has left, has the request sent on as a request of its own, and its link is dead.

alter table {schema}.information_requests
  drop constraint information_requests_state_check,
  drop constraint information_requests_check1,
  add constraint information_requests_state_check
    check (state in ('sent', 'returned', 'nothing-known', 'recalled', 'redirected', 'gone-without')),
  add constraint information_requests_answered
    check ((state in ('returned', 'nothing-known')) = (returned_at is not null)),
  add column said_by bytea,
  add constraint information_requests_said_by check ((state = 'nothing-known') = (said_by is not null)),
  add column redirected_to uuid,
  add column redirect_reason text check (redirect_reason ~ '^[a-z]+(-[a-z]+)*$'),
  add constraint information_requests_redirected
    check ((state = 'redirected') = (redirected_to is not null) and (redirected_to is null) = (redirect_reason is null)),
  add foreign key (area_id, redirected_to) references {schema}.information_requests;
comment on column {schema}.information_requests.said_by is 'Who said that nothing is known, sealed with the key of the case.';

-- The same as nextRequestStates of the domain: a test holds the two together.
create or replace function {schema}.refuse_second_return() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('sent', 'returned'), ('sent', 'nothing-known'), ('sent', 'recalled'), ('sent', 'redirected'),
      ('sent', 'gone-without'), ('gone-without', 'returned'), ('gone-without', 'nothing-known')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a request that was % does not become %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function {schema}.refuse_changed_return() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.information_requests r
    where r.area_id = old.area_id and r.information_request_id = old.information_request_id
      and r.state in ('returned', 'nothing-known', 'redirected')
  ) and not exists (
    select from {schema}.form_corrections c
    where c.area_id = old.area_id and c.information_request_id = old.information_request_id and c.returned_at is null
  ) then
    raise exception 'what was returned stays; a correction is a further version' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- An agency that says late that it knew nothing has answered late, too.
create or replace function {schema}.put_own_work_first() returns trigger language plpgsql set search_path = '' as $$
declare
  own record;
begin
  if new.state not in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred') then
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

-- A link that was sent again is dead.
grant delete on {schema}.link_tokens to {schema}_app;
