-- Whose case it is: who does the office's work on it and which doctor leads it, from when to when, and by whose decision.
-- A case that is only lent says to whom it goes back, and when.

create table {schema}.case_assignments (
  area_id uuid not null,
  assignment_id uuid not null,
  case_id uuid not null,
  part text not null check (part in ('coordinator', 'designated-doctor')),
  person_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz not null,
  ended_at timestamptz check (ended_at >= assigned_at),
  ended_because text check (ended_because in ('given-to-another', 'handed-over', 'given-back', 'left-area', 'conflict')),
  ended_by uuid,
  owed jsonb not null default '[]',
  back_on date,
  primary key (area_id, assignment_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((ended_at is null) = (ended_because is null)),
  check (ended_by is null or ended_at is not null),
  check ((back_on is null) = (owed = '[]'))
);
call {schema}.tenant_table('case_assignments', app_may => 'select, insert, update');
comment on column {schema}.case_assignments.assigned_by is 'Null where nobody decided it that day: a loan that was over.';
comment on column {schema}.case_assignments.owed is 'To whom the case goes back and when, the earliest first; its day is back_on.';
create index case_assignments_by_case on {schema}.case_assignments (area_id, case_id, assigned_at);
-- One coordinator and one lead doctor at a time.
create unique index one_of_a_part on {schema}.case_assignments (area_id, case_id, part) where ended_at is null;
create index case_assignments_of_person on {schema}.case_assignments (area_id, person_id) where ended_at is null;

alter table {schema}.cases add column coordinator_id uuid;
comment on column {schema}.cases.coordinator_id is 'Whoever has the case now; kept by case_assignments. Null: nobody, and it stands on the unassigned list.';

create function {schema}.refuse_changed_assignment() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.ended_at is not null
    or (new.case_id, new.part, new.person_id, new.assigned_by, new.assigned_at)
      is distinct from (old.case_id, old.part, old.person_id, old.assigned_by, old.assigned_at)
  then
    raise exception 'an assignment is only ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ended_only before update on {schema}.case_assignments
  for each row execute function {schema}.refuse_changed_assignment();

create function {schema}.say_whose_case() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.part = 'coordinator' then
    update {schema}.cases c set coordinator_id = case when new.ended_at is null then new.person_id end
    where c.area_id = new.area_id and c.case_id = new.case_id
      and c.coordinator_id is distinct from case when new.ended_at is null then new.person_id end;
  end if;
  return null;
end $$;
create trigger whose_case after insert or update on {schema}.case_assignments
  for each row execute function {schema}.say_whose_case();

-- Where a lent case is due back, and when first: the service's own watch reads it across areas.
create table {schema}.cases_due_back (
  area_id uuid primary key,
  due_on date not null
);
call {schema}.untenanted_table('cases_due_back', 'system', 'select, insert, update, delete');
