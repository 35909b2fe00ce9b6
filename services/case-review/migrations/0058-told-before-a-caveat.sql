-- What must not be told yet is told to nobody. A letter that was posted before that was known told what it told: that is
-- recorded as what happened.
create or replace function {schema}.refuse_wrong_feedback() returns trigger language plpgsql as $$
begin
  if (
    select e.no_contact is not null or e.in_error from {schema}.family_member_entries e
    where e.area_id = new.area_id and e.family_member_id = new.family_member_id order by e.entry desc limit 1
  ) then
    raise exception 'somebody who must not be contacted is told nothing' using errcode = 'check_violation';
  end if;
  if exists (
    select from {schema}.caveats c
    where c.area_id = new.area_id and c.case_id = (
      select q.case_id from {schema}.family_questions q
      where q.area_id = new.area_id and q.family_question_id = new.family_question_id
    ) and c.family_question_id = new.family_question_id and c.lifted_on is null
      and not (new.channel = 'letter' and exists (
        select from {schema}.caveat_entries e
        where e.area_id = c.area_id and e.caveat_id = c.caveat_id and e.entry = 1
          and new.told_on <= (e.recorded_at at time zone 'Europe/London')::date
      ))
  ) then
    raise exception 'what must not be told yet is told to nobody' using errcode = 'check_violation';
  end if;
  return new;
end $$;
