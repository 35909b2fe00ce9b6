-- A case is handed to another area whole, at any stage before it is listed. Where it goes there is a stub of it until all
-- that belongs to it has arrived, in one transaction; where it was, what belongs to it is deleted afterwards, and nothing
-- else ever deletes it.

alter table {schema}.cases
  add column state_before_transfer text,
  add column left_by uuid,
  add column arriving_by uuid,
  add constraint cases_left_somewhere check (
    (state_before_transfer is null or state = 'transferred') and (left_by is null) = (state_before_transfer is null)),
  add constraint cases_arriving check (arriving_by is null or state = 'transferred');
comment on column {schema}.cases.left_by is 'The transfer by which another area took the case over.';
comment on column {schema}.cases.arriving_by is 'The transfer by which the case comes, until all of it has arrived.';

create table {schema}.arrivals (
  area_id uuid not null,
  transfer_id uuid not null,
  arrived_at timestamptz not null,
  primary key (area_id, transfer_id)
);
call {schema}.tenant_table('arrivals', app_may => 'select, insert');

create or replace function {schema}.refuse_illegal_step() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('gathering', 'review-meeting-held'), ('gathering', 'review-meeting-not-held'),
      ('review-meeting-held', 'listed'), ('review-meeting-held', 'gathering'),
      ('review-meeting-not-held', 'listed'), ('review-meeting-not-held', 'gathering'),
      ('listed', 'reviewed'), ('listed', 'deferred'),
      ('deferred', 'gathering'), ('deferred', 'listed'),
      ('reviewed', 'submitted'), ('submitted', 'closed'),
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

create or replace function {schema}.refuse_unconfirmed() returns trigger language plpgsql as $$
begin
  if not exists (
    select from {schema}.cases c
    where c.area_id = new.area_id and c.case_id = new.case_id
      and (c.confirmed_at is not null or c.arriving_by is not null)
  ) then
    raise exception 'nothing leaves before the death and the child are confirmed' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function {schema}.refuse_lost() returns trigger language plpgsql as $$
declare
  of_case uuid := to_jsonb(old) ->> 'case_id';
begin
  if tg_nargs > 0 then
    execute format('select case_id from {schema}.%I where area_id = $1 and %I = $2', tg_argv[0], tg_argv[1])
      into of_case using old.area_id, (to_jsonb(old) ->> tg_argv[1])::uuid;
  end if;
  if not exists (
    select from {schema}.cases c
    where c.area_id = old.area_id and c.case_id = of_case and c.state = 'transferred'
  ) then
    raise exception 'what belongs to a case is deleted only where another area has taken it over'
      using errcode = 'check_violation';
  end if;
  return old;
end $$;

create procedure {schema}.carried_with_case(name text, hangs_on text default null, by_column text default null)
  language plpgsql as $$
begin
  execute format('grant delete on {schema}.%I to {schema}_app', name);
  execute format(
    'create trigger carried_with_case before delete on {schema}.%I for each row execute function {schema}.refuse_lost(%s)',
    name, case when hangs_on is null then '' else format('%L, %L', hangs_on, by_column) end);
end $$;
comment on procedure {schema}.carried_with_case is 'The rows of this table belong to a case and go with it to another area; what hangs on another table names it and the column.';

call {schema}.carried_with_case('information_requests');
call {schema}.carried_with_case('link_codes', 'information_requests', 'information_request_id');
call {schema}.carried_with_case('reporting_forms', 'information_requests', 'information_request_id');
call {schema}.carried_with_case('chasers', 'information_requests', 'information_request_id');
call {schema}.carried_with_case('recalls');
call {schema}.carried_with_case('holds');
call {schema}.carried_with_case('hold_checks', 'holds', 'hold_id');
call {schema}.carried_with_case('review_meetings_not_held');
call {schema}.carried_with_case('told_entries');
call {schema}.carried_with_case('conflicts');

-- Where a mailed link leads follows the request: the same link goes on working.
create index link_tokens_by_request on {schema}.link_tokens (information_request_id);
grant update on {schema}.link_tokens to {schema}_app;
