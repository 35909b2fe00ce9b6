-- What a schedule cannot do: an agency that goes on not answering is written to by a person, one rung after another, and
-- after the last somebody who may decides that the case goes on without it. A late answer is still taken.

alter table {schema}.chasers
  add column addressee bytea,
  add column recorded_by uuid,
  add constraint chasers_by_mail_or_person check (chaser_mail_id is null or recorded_by is null),
  add constraint chasers_by_person_name_whom check ((addressee is null) = (recorded_by is null));
comment on column {schema}.chasers.addressee is 'Whom a person wrote to: a name and an office, sealed with the key of the case.';

alter table {schema}.information_requests
  add column escalate_on date,
  drop constraint information_requests_state_check,
  add constraint information_requests_state_check check (state in ('sent', 'returned', 'recalled', 'gone-without'));
comment on column {schema}.information_requests.escalate_on is 'Since when a person has to chase it, as worked out that morning; null while nobody has to.';

-- Gone without, a request can still be answered: that reopens the question, not the case.
create or replace function {schema}.refuse_second_return() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state
    and not (old.state = 'sent' or (old.state = 'gone-without' and new.state = 'returned'))
  then
    raise exception 'a request that was % stays so', old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

create table {schema}.gaps (
  area_id uuid not null,
  information_request_id uuid not null,
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  effect text not null check (effect ~ '^[a-z]+(-[a-z]+)*$'),
  note bytea not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz,
  primary key (area_id, information_request_id),
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  check ((seen_by is null) = (seen_at is null))
);
comment on column {schema}.gaps.note is 'What the panel will not know and what that does to the review, sealed with the key of the case.';
comment on column {schema}.gaps.seen_at is 'When a coordinator had looked at the answer that came after all.';
call {schema}.tenant_table('gaps');
call {schema}.carried_with_case('gaps', 'information_requests', 'information_request_id');

create function {schema}.refuse_changed_gap() returns trigger language plpgsql as $$
begin
  if old.seen_at is not null
    or (new.reason, new.effect, new.note, new.decided_by, new.decided_at)
      is distinct from (old.reason, old.effect, old.note, old.decided_by, old.decided_at)
  then
    raise exception 'of a gap only the late answer is seen' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger seen_only before update on {schema}.gaps
  for each row execute function {schema}.refuse_changed_gap();

-- A code list, as elsewhere: which there are is the service's to say.
alter table {schema}.cases drop constraint cases_next_what_check;
alter table {schema}.cases add constraint cases_next_what_check check (next_what ~ '^[a-z]+(-[a-z]+)*$');

-- What a person can do today goes before what an agency is waited for, whatever else set_next_clock has found.
create function {schema}.put_own_work_first() returns trigger language plpgsql set search_path = '' as $$
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
    where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state = 'returned' and g.seen_at is null
  ) w order by w.due_on, w.what limit 1;
  if own.what is not null
    and (new.next_what in ('agency-return', 'none') or new.next_due_on is null or own.due_on <= new.next_due_on)
  then
    new.next_what := own.what;
    new.next_due_on := own.due_on;
  end if;
  return new;
end $$;
create trigger own_work_first before update of next_what on {schema}.cases
  for each row execute function {schema}.put_own_work_first();
