-- A record that was merged goes by the case that stands for it: while that one gathers, what was returned to the record is
-- read and its agencies are chased; once that one is reviewed or closed, no more.

create function {schema}.standing_case(in_area uuid, of_case uuid) returns uuid language sql stable security definer
  set search_path = '' as $$
  with recursive chain (id, steps) as (
    select of_case, 0
    union all
    select c.merged_into, h.steps + 1 from chain h
    join {schema}.cases c on c.area_id = in_area and c.case_id = h.id and c.merged_into is not null
  )
  select h.id from chain h
  join {schema}.cases c on c.area_id = in_area and c.case_id = h.id
  order by h.steps desc limit 1
$$;
comment on function {schema}.standing_case(uuid, uuid) is 'The case that stands for a case in the end, as far as it has opened here; itself when it was not merged.';

create function {schema}.standing_state(in_area uuid, of_case uuid, held boolean default false) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  found_state text;
begin
  if held then
    perform from {schema}.cases c
    where c.area_id = in_area and c.case_id = {schema}.standing_case(in_area, of_case) for update;
  end if;
  select coalesce(c.state_before_merge, c.state) into found_state from {schema}.cases c
  where c.area_id = in_area and c.case_id = {schema}.standing_case(in_area, of_case);
  return found_state;
end $$;
comment on function {schema}.standing_state(uuid, uuid, boolean) is 'Where the case that stands for a case is; held until the transaction ends when asked for.';
revoke execute on function {schema}.standing_case(uuid, uuid), {schema}.standing_state(uuid, uuid, boolean) from public;
grant execute on function {schema}.standing_case(uuid, uuid), {schema}.standing_state(uuid, uuid, boolean) to {schema}_app;

create or replace function {schema}.refuse_undecided_return() returns trigger language plpgsql set search_path = '' as $$
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
  if new.state = 'sent-back' and coalesce({schema}.standing_state(new.area_id, new.case_id), 'closed')
    not in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reopened')
  then
    raise exception 'what the panel has reviewed is not sent back' using errcode = 'check_violation';
  end if;
  return new;
end $$;
