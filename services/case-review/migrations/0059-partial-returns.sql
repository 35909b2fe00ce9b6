-- An agency sends the part of its answer it has, and promises the rest for a day. The part is a version that stays; the agency is
-- waited for as before, its clock runs on, and nobody chases it before the day it promised is over.
create table {schema}.partial_returns (
  area_id uuid not null,
  information_request_id uuid not null,
  number integer not null check (number > 0),
  round integer not null check (round > 0),
  entry integer not null check (entry > 0),
  sent_on date not null,
  sent_at timestamptz not null,
  promised_on date not null check (promised_on > sent_on),
  reason text not null check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  sections_answered integer not null check (sections_answered > 0),
  sections_asked integer not null check (sections_asked >= sections_answered),
  primary key (area_id, information_request_id, number),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
comment on column {schema}.partial_returns.round is 'One more than the times the form had been sent back.';
comment on column {schema}.partial_returns.entry is 'The version that was the part; the one before, where a new day was promised and nothing else was new.';
call {schema}.tenant_table('partial_returns', 'information_request_id = {schema}.actor_subject()', 'select, insert');
call {schema}.carried_with_case('partial_returns', 'information_requests', 'information_request_id');

create function {schema}.refuse_part_nobody_waits_for() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from {schema}.returned_forms f
    where f.area_id = new.area_id and f.information_request_id = new.information_request_id and f.entry = new.entry
  ) then
    raise exception 'a part is a version of what was returned' using errcode = 'check_violation';
  end if;
  if not exists (
    select from {schema}.information_requests r
    join {schema}.cases c on c.area_id = r.area_id and c.case_id = r.case_id
    where r.area_id = new.area_id and r.information_request_id = new.information_request_id
      -- What arrives from another area is as it was there.
      and (c.arriving_by is not null or r.state in ('sent', 'sent-back') and r.round = new.round)
  ) then
    raise exception 'nobody waits for a part of this answer' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger waited_for before insert on {schema}.partial_returns
  for each row execute function {schema}.refuse_part_nobody_waits_for();

-- What came in part stays that agency's: its request is not taken back, sent on, or answered with "nothing known". A report that was
-- wrong takes everything back.
create function {schema}.refuse_lost_part() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.state is distinct from old.state and new.state in ('nothing-known', 'redirected', 'recalled') and exists (
    select from {schema}.partial_returns p
    where p.area_id = new.area_id and p.information_request_id = new.information_request_id
  ) and not (new.state = 'recalled' and exists (
    select from {schema}.recalls l
    where l.area_id = new.area_id and l.information_request_id = new.information_request_id
      and l.reason = 'reported-in-error'
  )) then
    raise exception 'a request of which a part came does not become %', new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger part_stays before update of state on {schema}.information_requests
  for each row execute function {schema}.refuse_lost_part();
