-- Somebody who was recorded wrongly is not part of the family again by being un-marked: that they must not be contacted
-- would be lost without anybody having said why. Where that was done before this rule, nobody was asked for a reason.

update {schema}.family_member_entries e set allowed_why = ''
from {schema}.family_member_entries w
where w.area_id = e.area_id and w.family_member_id = e.family_member_id and w.entry = e.entry - 1
  and w.in_error and not e.in_error and e.no_contact is null and e.allowed_why is null
  and exists (
    select from {schema}.family_member_entries b
    where b.area_id = e.area_id and b.family_member_id = e.family_member_id and b.entry < e.entry
      and b.no_contact is not null
  );

create function {schema}.refuse_unsaid_return() returns trigger language plpgsql as $$
begin
  if not new.in_error and new.no_contact is null and new.allowed_why is null
    and exists (
      select from {schema}.family_member_entries w
      where w.area_id = new.area_id and w.family_member_id = new.family_member_id and w.entry = new.entry - 1
        and w.in_error
    )
    and exists (
      select from {schema}.family_member_entries b
      where b.area_id = new.area_id and b.family_member_id = new.family_member_id and b.entry < new.entry
        and b.no_contact is not null
    )
  then
    raise exception 'whoever must not be contacted is not brought back without it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger brought_back_with_a_reason before insert on {schema}.family_member_entries
  for each row execute function {schema}.refuse_unsaid_return();
