-- The caveats somebody has to ask about again are a list of their own: another date of a case may come before theirs.

alter table {schema}.cases add column caveat_review_on date;
comment on column {schema}.cases.caveat_review_on is 'The first day on which somebody should ask whether a caveat is still needed.';

create or replace function {schema}.put_caveat_in_its_turn() returns trigger language plpgsql set search_path = '' as $$
declare
  review date;
begin
  new.caveat_review_on := null;
  if new.state in ('reported-in-error', 'duplicate-merged', 'transferred') then
    return new;
  end if;
  select min(c.review_on) into review from {schema}.caveats c
  where c.area_id = new.area_id and c.case_id = any (new.case_ids) and c.lifted_on is null;
  new.caveat_review_on := review;
  if review is not null and (new.next_due_on is null or review < new.next_due_on) then
    new.next_what := 'caveat-review';
    new.next_due_on := review;
  end if;
  if review <= new.waits_until then
    new.waits_until := review - 1;
  end if;
  return new;
end $$;

-- Those that were recorded before, also while only answers to a family could be kept back.
select {schema}.set_next_clock(c.area_id, c.case_id)
from (select distinct area_id, case_id from {schema}.caveats where lifted_on is null) c;
