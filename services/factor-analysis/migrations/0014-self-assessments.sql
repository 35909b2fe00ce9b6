-- How far organisations say, once a year, that they do what recommendations ask of them.

create table {schema}.self_assessments (
  area_id uuid not null,
  -- "2025-26"
  year text not null check (year ~ '^\d{4}-\d{2}$'),
  due_on date not null,
  opened_on date not null check (opened_on <= due_on),
  opened_by uuid not null,
  primary key (area_id, year)
);
call {schema}.tenant_table('self_assessments', app_may => 'select, insert');

create table {schema}.self_assessment_forms (
  area_id uuid not null,
  year text not null,
  organisation_id uuid not null,
  organisation_kind text not null,
  -- What it is asked about, as it stood when the year was opened.
  recommendation_ids uuid[] not null check (cardinality(recommendation_ids) between 1 and 200),
  primary key (area_id, year, organisation_id),
  foreign key (area_id, year) references {schema}.self_assessments (area_id, year)
);
call {schema}.tenant_table('self_assessment_forms', app_may => 'select, insert');

create table {schema}.self_assessment_answers (
  area_id uuid not null,
  year text not null,
  organisation_id uuid not null,
  version integer not null check (version > 0),
  -- How often the draft was saved.
  edit integer not null check (edit > 0),
  sealed_answers bytea not null,
  -- Why it takes the place of the one before.
  sealed_reason bytea,
  saved_by uuid not null,
  saved_at timestamptz not null,
  submitted_on date,
  primary key (area_id, year, organisation_id, version),
  foreign key (area_id, year, organisation_id)
    references {schema}.self_assessment_forms (area_id, year, organisation_id),
  check ((version = 1) = (sealed_reason is null))
);
call {schema}.tenant_table('self_assessment_answers', app_may => 'select, insert, update');
comment on column {schema}.self_assessment_answers.sealed_answers is 'What the organisation says of each recommendation and of its practice, and the role of who said it.';

create function {schema}.keep_self_assessment_answers() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.version > 1 and not exists (
      select from {schema}.self_assessment_answers a
      where a.area_id = new.area_id and a.year = new.year and a.organisation_id = new.organisation_id
        and a.version = new.version - 1 and a.submitted_on is not null
    ) then
      raise exception 'only what was submitted is corrected' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.submitted_on is not null then
    raise exception 'what was submitted stays as it was' using errcode = 'check_violation';
  end if;
  if (new.version, new.sealed_reason) is distinct from (old.version, old.sealed_reason) or new.edit <> old.edit + 1 then
    raise exception 'a draft is saved on from where it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_self_assessment_answers before insert or update or delete on {schema}.self_assessment_answers
  for each row execute function {schema}.keep_self_assessment_answers();
