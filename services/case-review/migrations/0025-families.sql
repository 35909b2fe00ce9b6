-- The family of a child: who speaks to it, who its parents and carers are, what it asked and what it was answered. Words,
-- names and ways to reach somebody are sealed; what a rule asks stands in codes.

create table {schema}.key_workers (
  area_id uuid not null,
  key_worker_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (area_id, key_worker_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((until_on is null) = (ended_at is null)),
  check ((until_on is null) = (ended_by is null))
);
comment on column {schema}.key_workers.until_on is 'The day it ended, which no longer belongs to it.';
call {schema}.tenant_table('key_workers', app_may => 'select, insert, update');
create index key_workers_by_case on {schema}.key_workers (area_id, case_id, person_id);
create index key_workers_by_person on {schema}.key_workers (person_id);
call {schema}.carried_with_case('key_workers');

create function {schema}.refuse_changed_key_worker() returns trigger language plpgsql as $$
begin
  if old.until_on is not null
    or (new.case_id, new.person_id, new.from_on, new.assigned_by, new.assigned_at)
      is distinct from (old.case_id, old.person_id, old.from_on, old.assigned_by, old.assigned_at)
  then
    raise exception 'a key worker is only assigned and ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ended_only before update on {schema}.key_workers
  for each row execute function {schema}.refuse_changed_key_worker();

create table {schema}.family_members (
  area_id uuid not null,
  family_member_id uuid not null,
  case_id uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, family_member_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('family_members', app_may => 'select, insert');
create index family_members_by_case on {schema}.family_members (area_id, case_id);
call {schema}.carried_with_case('family_members');

-- Every version of what is kept about one of them; the newest counts.
create table {schema}.family_member_entries (
  area_id uuid not null,
  family_member_id uuid not null,
  entry integer not null check (entry > 0),
  relation text not null check (relation ~ '^[a-z]+(-[a-z]+)*$'),
  no_contact text check (no_contact ~ '^[a-z]+(-[a-z]+)*$'),
  hears_nothing boolean not null,
  in_error boolean not null,
  details bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, family_member_id, entry),
  foreign key (area_id, family_member_id) references {schema}.family_members
);
call {schema}.tenant_table('family_member_entries', app_may => 'select, insert');
call {schema}.carried_with_case('family_member_entries', 'family_members', 'family_member_id');

create table {schema}.avoided_dates (
  area_id uuid not null,
  avoided_date_id uuid not null,
  case_id uuid not null,
  avoided bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (area_id, avoided_date_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((removed_at is null) = (removed_by is null))
);
call {schema}.tenant_table('avoided_dates', app_may => 'select, insert, update');
create index avoided_dates_by_case on {schema}.avoided_dates (area_id, case_id);
call {schema}.carried_with_case('avoided_dates');

create table {schema}.family_questions (
  area_id uuid not null,
  family_question_id uuid not null,
  case_id uuid not null,
  body text not null check (body in ('review-meeting', 'panel', 'coroner', 'trust')),
  asked_by uuid,
  asked_on date not null,
  channel text not null check (channel ~ '^[a-z]+(-[a-z]+)*$'),
  asked bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  left_open text check (left_open ~ '^[a-z]+(-[a-z]+)*$'),
  left_open_why bytea,
  left_open_by uuid,
  left_open_at timestamptz,
  primary key (area_id, family_question_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, asked_by) references {schema}.family_members,
  check (num_nulls(left_open, left_open_why, left_open_by, left_open_at) in (0, 4))
);
comment on column {schema}.family_questions.asked_by is 'Which parent or carer asked; null for the family together.';
call {schema}.tenant_table('family_questions', app_may => 'select, insert, update');
create index family_questions_by_case on {schema}.family_questions (area_id, case_id);
call {schema}.carried_with_case('family_questions');

create function {schema}.refuse_changed_question() returns trigger language plpgsql as $$
begin
  if old.left_open is not null
    or (new.case_id, new.body, new.asked_by, new.asked_on, new.channel, new.asked, new.recorded_by, new.recorded_at)
      is distinct from
      (old.case_id, old.body, old.asked_by, old.asked_on, old.channel, old.asked, old.recorded_by, old.recorded_at)
  then
    raise exception 'what a family asked stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger asked_once before update on {schema}.family_questions
  for each row execute function {schema}.refuse_changed_question();

-- An answer is corrected by a further entry.
create table {schema}.family_answers (
  area_id uuid not null,
  family_question_id uuid not null,
  entry integer not null check (entry > 0),
  body text not null check (body in ('review-meeting', 'panel', 'coroner', 'trust')),
  answered_on date not null,
  answer bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, family_question_id, entry),
  foreign key (area_id, family_question_id) references {schema}.family_questions
);
call {schema}.tenant_table('family_answers', app_may => 'select, insert');
call {schema}.carried_with_case('family_answers', 'family_questions', 'family_question_id');

-- No case closes while the family asked something that has neither an answer nor a reason why there will be none. What it
-- asks afterwards opens no case again.
create function {schema}.refuse_unanswered_family() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.family_questions q
    where q.area_id = new.area_id and q.case_id = any (new.case_ids) and q.left_open is null
      and not exists (
        select from {schema}.family_answers a
        where a.area_id = q.area_id and a.family_question_id = q.family_question_id
      )
  ) then
    raise exception 'a question of the family is not answered' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger family_answered_first before update of state on {schema}.cases
  for each row when (new.state = 'closed' and old.state not in ('closed', 'duplicate-merged'))
  execute function {schema}.refuse_unanswered_family();
