-- Letters to parents and carers: what an area writes at each stage, and each letter from its draft until it was given.

-- Every version of an area's wording, in force from a day on; without one the product's own holds.
create table {schema}.letter_templates (
  area_id uuid not null,
  stage text not null check (stage ~ '^[a-z]+(-[a-z]+)*$'),
  language text not null check (language ~ '^[a-z][a-z ()-]{1,49}$'),
  version integer not null check (version > 0),
  valid_from date not null,
  wording bytea not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (area_id, stage, language, version)
);
call {schema}.tenant_table('letter_templates', app_may => 'select, insert');

create table {schema}.family_letters (
  area_id uuid not null,
  family_letter_id uuid not null,
  case_id uuid not null,
  family_member_id uuid not null,
  stage text not null check (stage ~ '^[a-z]+(-[a-z]+)*$'),
  language text not null check (language ~ '^[a-z][a-z ()-]{1,49}$'),
  state text not null check (state in ('draft', 'final', 'given', 'withdrawn')),
  version integer not null check (version > 0),
  content bytea not null,
  knows_wish boolean not null default false,
  written_in uuid not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  final_by uuid,
  final_at timestamptz,
  given_on date,
  given_how text check (given_how ~ '^[a-z]+(-[a-z]+)*$'),
  given_by bytea,
  given_recorded_by uuid,
  given_recorded_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (area_id, family_letter_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, family_member_id) references {schema}.family_members,
  check ((final_at is null) = (final_by is null)),
  check (state not in ('final', 'given') or final_at is not null),
  check (state <> 'draft' or final_at is null),
  check (num_nulls(given_on, given_how, given_by, given_recorded_by, given_recorded_at)
    = case when state = 'given' then 0 else 5 end),
  check (num_nulls(withdrawn_by, withdrawn_at) = case when state = 'withdrawn' then 0 else 2 end)
);
comment on column {schema}.family_letters.written_in is 'The area whose names and numbers stand in it: another than its own after its case was handed over.';
call {schema}.tenant_table('family_letters', app_may => 'select, insert, update');
create index family_letters_by_case on {schema}.family_letters (area_id, case_id);
call {schema}.carried_with_case('family_letters');

create function {schema}.refuse_wrong_letter() returns trigger language plpgsql as $$
begin
  if not exists (
    select from {schema}.family_members m
    where m.area_id = new.area_id and m.family_member_id = new.family_member_id and m.case_id = new.case_id
  ) then
    raise exception 'a letter stands with the case of whom it is to' using errcode = 'check_violation';
  end if;
  if new.state <> 'withdrawn' and (
    select e.no_contact is not null or e.in_error from {schema}.family_member_entries e
    where e.area_id = new.area_id and e.family_member_id = new.family_member_id order by e.entry desc limit 1
  ) then
    raise exception 'nobody writes to somebody who must not be contacted' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger written_rightly before insert or update on {schema}.family_letters
  for each row execute function {schema}.refuse_wrong_letter();

create function {schema}.refuse_changed_letter() returns trigger language plpgsql as $$
begin
  if (new.area_id, new.family_letter_id, new.case_id, new.family_member_id, new.stage, new.language,
      new.drafted_by, new.drafted_at)
    is distinct from
    (old.area_id, old.family_letter_id, old.case_id, old.family_member_id, old.stage, old.language,
      old.drafted_by, old.drafted_at)
    or new.version <> old.version + 1
    or (old.state, new.state) not in (('draft', 'draft'), ('draft', 'final'), ('draft', 'withdrawn'),
      ('final', 'given'), ('final', 'withdrawn'))
    or new.state <> 'draft' and (new.content, new.written_in, new.changed_by, new.changed_at)
      is distinct from (old.content, old.written_in, old.changed_by, old.changed_at)
    or old.state <> 'draft' and (new.final_by, new.final_at, new.knows_wish)
      is distinct from (old.final_by, old.final_at, old.knows_wish)
  then
    raise exception 'a finished letter stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger finished_once before update on {schema}.family_letters
  for each row execute function {schema}.refuse_changed_letter();
