-- What a family was told and given: each entry once, to one person. Nobody is told who must not be contacted, and nothing
-- that must not be told yet.

-- Why an answer must not be told yet, who asked for that and when to ask again.
create table {schema}.family_caveats (
  area_id uuid not null,
  family_caveat_id uuid not null,
  case_id uuid not null,
  family_question_id uuid not null,
  caveat bytea not null,
  review_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  lifted_on date,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (area_id, family_caveat_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, family_question_id) references {schema}.family_questions,
  check (num_nulls(lifted_on, lifted_by, lifted_at) in (0, 3))
);
call {schema}.tenant_table('family_caveats', app_may => 'select, insert, update');
create index family_caveats_by_question on {schema}.family_caveats (area_id, family_question_id);
call {schema}.carried_with_case('family_caveats');

create function {schema}.refuse_changed_caveat() returns trigger language plpgsql as $$
begin
  if old.lifted_at is not null
    or (new.family_question_id, new.caveat, new.review_on, new.recorded_by, new.recorded_at)
      is distinct from
      (old.family_question_id, old.caveat, old.review_on, old.recorded_by, old.recorded_at)
  then
    raise exception 'why something must not be told is only lifted' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lifted_once before update on {schema}.family_caveats
  for each row execute function {schema}.refuse_changed_caveat();

-- An answer somebody was told, or what they were given: without a question it is a leaflet or support.
create table {schema}.family_feedback (
  area_id uuid not null,
  family_feedback_id uuid not null,
  case_id uuid not null,
  family_member_id uuid not null,
  family_question_id uuid,
  answer_entry integer,
  support text check (support ~ '^[a-z]+(-[a-z]+)*$'),
  told_on date not null,
  channel text not null check (channel ~ '^[a-z]+(-[a-z]+)*$'),
  told_by bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, family_feedback_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, family_member_id) references {schema}.family_members,
  foreign key (area_id, family_question_id, answer_entry) references {schema}.family_answers,
  check ((family_question_id is null) = (answer_entry is null)),
  check ((family_question_id is null) <> (support is null))
);
comment on column {schema}.family_feedback.told_by is 'Who told or gave it, in words: not always who records it.';
call {schema}.tenant_table('family_feedback', app_may => 'select, insert');
create index family_feedback_by_case on {schema}.family_feedback (area_id, case_id);
call {schema}.carried_with_case('family_feedback');

create function {schema}.refuse_wrong_feedback() returns trigger language plpgsql as $$
begin
  if (
    select e.no_contact is not null or e.in_error from {schema}.family_member_entries e
    where e.area_id = new.area_id and e.family_member_id = new.family_member_id order by e.entry desc limit 1
  ) then
    raise exception 'somebody who must not be contacted is told nothing' using errcode = 'check_violation';
  end if;
  if exists (
    select from {schema}.family_caveats c
    where c.area_id = new.area_id and c.family_question_id = new.family_question_id and c.lifted_at is null
  ) then
    raise exception 'what must not be told yet is told to nobody' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger told_rightly before insert on {schema}.family_feedback
  for each row execute function {schema}.refuse_wrong_feedback();
