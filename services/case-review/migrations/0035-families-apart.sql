-- What a family asked and was told stands whole with its case when two records that were one are two again, and when one of
-- them is handed over. That somebody must not be contacted is lifted with a reason.

create or replace function {schema}.refuse_changed_question() returns trigger language plpgsql as $$
declare
  asker_was uuid;
  asker_is uuid;
begin
  if old.left_open is not null and (new.left_open, new.left_open_why, new.left_open_by, new.left_open_at)
      is distinct from (old.left_open, old.left_open_why, old.left_open_by, old.left_open_at)
    or (new.case_id, new.body, new.asked_on, new.channel, new.asked, new.recorded_by, new.recorded_at)
      is distinct from
      (old.case_id, old.body, old.asked_on, old.channel, old.asked, old.recorded_by, old.recorded_at)
  then
    raise exception 'what a family asked stays as it is' using errcode = 'check_violation';
  end if;
  if new.asked_by is distinct from old.asked_by then
    select m.case_id into asker_was from {schema}.family_members m
    where m.area_id = old.area_id and m.family_member_id = old.asked_by;
    select m.case_id into asker_is from {schema}.family_members m
    where m.area_id = new.area_id and m.family_member_id = new.asked_by;
    if asker_was is null or asker_was = old.case_id or asker_is is distinct from new.case_id then
      raise exception 'who asked is only put with the case of what they asked' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;

grant update on {schema}.family_feedback to {schema}_app;
create function {schema}.refuse_changed_feedback() returns trigger language plpgsql as $$
declare
  member_of uuid;
  question_of uuid;
begin
  select m.case_id into member_of from {schema}.family_members m
  where m.area_id = old.area_id and m.family_member_id = old.family_member_id;
  select q.case_id into question_of from {schema}.family_questions q
  where q.area_id = old.area_id and q.family_question_id = old.family_question_id;
  if (new.area_id, new.family_feedback_id, new.family_question_id, new.answer_entry, new.support, new.told_on,
      new.channel, new.recorded_by, new.recorded_at)
    is distinct from
    (old.area_id, old.family_feedback_id, old.family_question_id, old.answer_entry, old.support, old.told_on,
      old.channel, old.recorded_by, old.recorded_at)
    or member_of = old.case_id and coalesce(question_of, old.case_id) = old.case_id
    or new.case_id <> coalesce(question_of, member_of)
  then
    raise exception 'what somebody was told is only put with the case it is about' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger told_once before update on {schema}.family_feedback
  for each row execute function {schema}.refuse_changed_feedback();

alter table {schema}.family_member_entries add column allowed_why bytea;
comment on column {schema}.family_member_entries.allowed_why is 'Why somebody may be contacted again, sealed; empty where nobody was asked for a reason yet.';
update {schema}.family_member_entries e set allowed_why = ''
from {schema}.family_member_entries b
where b.area_id = e.area_id and b.family_member_id = e.family_member_id and b.entry = e.entry - 1
  and b.no_contact is not null and not b.in_error and (e.no_contact is null or e.in_error);

create function {schema}.refuse_unsaid_contact() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.family_member_entries b
    where b.area_id = new.area_id and b.family_member_id = new.family_member_id and b.entry = new.entry - 1
      and b.no_contact is not null and not b.in_error
  ) and (new.no_contact is null or new.in_error) <> (new.allowed_why is not null)
  then
    raise exception 'that somebody may be contacted again has a reason' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger allowed_with_a_reason before insert on {schema}.family_member_entries
  for each row execute function {schema}.refuse_unsaid_contact();
