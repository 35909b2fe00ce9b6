-- Why something of a case does not go everywhere the rest of it goes: an answer an agency returned (a question or a section
-- of a form, or all of it), a document, or an answer to a family. Who may see it meanwhile is the domain's to say. Looked at
-- again on its day by its owner, and lifted: each time a further entry; the earlier ones stay.

create table {schema}.caveats (
  area_id uuid not null,
  caveat_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  information_request_id uuid,
  form text,
  form_version text,
  part text,
  document_id uuid,
  family_question_id uuid,
  review_on date not null,
  lifted_on date,
  primary key (area_id, caveat_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  foreign key (area_id, document_id) references {schema}.documents,
  foreign key (area_id, family_question_id) references {schema}.family_questions,
  check (num_nonnulls(information_request_id, document_id, family_question_id) = 1),
  check (num_nonnulls(information_request_id, form, form_version) in (0, 3)),
  check (part is null or form is not null)
);
comment on column {schema}.caveats.part is 'A question, group or section, as it is named in that version of the form; null for the whole form.';
comment on column {schema}.caveats.review_on is 'That of its newest entry.';
call {schema}.tenant_table('caveats');
create index caveats_by_case on {schema}.caveats (area_id, case_id);
-- Something stands under a caveat of a kind once.
create unique index one_caveat_of_a_kind on {schema}.caveats (
  area_id, coalesce(information_request_id, document_id, family_question_id), coalesce(form, ''), coalesce(part, ''), kind
) where lifted_on is null;
call {schema}.carried_with_case('caveats');

create table {schema}.caveat_entries (
  area_id uuid not null,
  caveat_id uuid not null,
  entry integer not null check (entry > 0),
  what text not null check (what in ('recorded', 'reviewed', 'lifted')),
  owner_person uuid,
  owner_role text check (owner_role ~ '^[a-z]+(-[a-z]+)*$'),
  review_on date,
  note bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, caveat_id, entry),
  foreign key (area_id, caveat_id) references {schema}.caveats,
  check ((what = 'recorded') = (entry = 1)),
  check ((what = 'lifted') = (review_on is null)),
  check (num_nonnulls(owner_person, owner_role) <= 1),
  check (what = 'lifted' or note is not null)
);
comment on column {schema}.caveat_entries.owner_person is 'Neither a person nor a role: whoever leads the case.';
call {schema}.tenant_table('caveat_entries', app_may => 'select, insert');
call {schema}.carried_with_case('caveat_entries', 'caveats', 'caveat_id');

insert into {schema}.caveats (area_id, caveat_id, case_id, kind, family_question_id, review_on, lifted_on)
select area_id, family_caveat_id, case_id, 'not-for-family', family_question_id, review_on, lifted_on
from {schema}.family_caveats;
insert into {schema}.caveat_entries (area_id, caveat_id, entry, what, owner_person, review_on, note, recorded_by, recorded_at)
select area_id, family_caveat_id, 1, 'recorded', recorded_by, review_on, caveat, recorded_by, recorded_at
from {schema}.family_caveats
union all
select area_id, family_caveat_id, 2, 'lifted', null, null, null, lifted_by, lifted_at
from {schema}.family_caveats where lifted_at is not null;

create function {schema}.refuse_changed_caveat_target() returns trigger language plpgsql as $$
begin
  if old.lifted_on is not null
    or (new.case_id, new.kind, new.information_request_id, new.form, new.form_version, new.part, new.document_id,
        new.family_question_id)
      is distinct from
      (old.case_id, old.kind, old.information_request_id, old.form, old.form_version, old.part, old.document_id,
        old.family_question_id)
  then
    raise exception 'a caveat is only looked at again and lifted' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger looked_at_and_lifted_only before update on {schema}.caveats
  for each row execute function {schema}.refuse_changed_caveat_target();

create function {schema}.refuse_entry_after_lifting() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.caveat_entries e
    where e.area_id = new.area_id and e.caveat_id = new.caveat_id and e.entry < new.entry and e.what = 'lifted'
  ) then
    raise exception 'a caveat that was lifted stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger nothing_after_lifting before insert on {schema}.caveat_entries
  for each row execute function {schema}.refuse_entry_after_lifting();

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
  ) then
    raise exception 'what must not be told yet is told to nobody' using errcode = 'check_violation';
  end if;
  return new;
end $$;

drop table {schema}.family_caveats;
drop function {schema}.refuse_changed_caveat();

-- What is under a caveat is asked about again on its day: it stands on the worklist when nothing else is due before, also
-- after the case is closed. After who_moves, by its name: until that day the case waits for whom it waited for anyway.
create function {schema}.put_caveat_in_its_turn() returns trigger language plpgsql set search_path = '' as $$
declare
  review date;
begin
  if new.state in ('reported-in-error', 'duplicate-merged', 'transferred') then
    return new;
  end if;
  select min(c.review_on) into review from {schema}.caveats c
  where c.area_id = new.area_id and c.case_id = any (new.case_ids) and c.lifted_on is null;
  if review is not null and (new.next_due_on is null or review < new.next_due_on) then
    new.next_what := 'caveat-review';
    new.next_due_on := review;
  end if;
  if review <= new.waits_until then
    new.waits_until := review - 1;
  end if;
  return new;
end $$;
create trigger with_caveats before update of next_what on {schema}.cases
  for each row execute function {schema}.put_caveat_in_its_turn();
