-- What reporting knows: areas by name, facts about deaths and reviews, what rates are divided by.

create table {schema}.areas (
  area_id uuid primary key,
  code text not null check (code ~ '^[A-Z]{2,6}$'),
  name text not null check (length(name) between 1 and 120)
);
call {schema}.tenant_table('areas');

-- A fact is closed when a later event of its case corrects it; nothing else about it ever changes, but for a
-- migration that fills a new column.
create function {schema}.only_close_facts() returns trigger language plpgsql as $$
begin
  if current_user = '{schema}_migrator' then
    return new;
  end if;
  if old.recorded_to is not null or new.recorded_to is null
    or to_jsonb(new) - 'recorded_to' is distinct from to_jsonb(old) - 'recorded_to' then
    raise exception 'a fact is closed by a correction, never rewritten';
  end if;
  return new;
end $$;

create table {schema}.death_facts (
  area_id uuid not null,
  case_id uuid not null,
  event_version bigint not null check (event_version > 0),
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  died_on date not null,
  died_in_year text not null check (died_in_year ~ '^\d{4}-\d{2}$'),
  received_on date not null,
  age_band text not null check (age_band in ('0-27d', '28-364d', '1-4y', '5-9y', '10-14y', '15-17y')),
  sex text not null check (sex in ('male', 'female', 'indeterminate', 'not-known')),
  ethnic_category text not null check (length(ethnic_category) <= 60),
  place_of_death text not null check (length(place_of_death) <= 60),
  expectedness text not null check (length(expectedness) <= 60),
  local_authority text not null check (length(local_authority) <= 12),
  jar_triggers text[] not null,
  form_version text not null check (length(form_version) <= 40),
  completeness jsonb not null,
  primary key (area_id, case_id, event_version)
);
create unique index death_facts_current on {schema}.death_facts (area_id, case_id) where recorded_to is null;
create index death_facts_year on {schema}.death_facts (area_id, died_in_year);
call {schema}.tenant_table('death_facts', 'false', 'select, insert, update, delete');
create trigger only_closed before update on {schema}.death_facts
  for each row execute function {schema}.only_close_facts();

create table {schema}.review_facts (
  area_id uuid not null,
  case_id uuid not null,
  event_version bigint not null check (event_version > 0),
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  panel_meeting_id uuid not null,
  analysis_version bigint not null check (analysis_version > 0),
  reviewed_on date not null,
  first_reviewed_on date not null,
  reviewed_in_year text not null check (reviewed_in_year ~ '^\d{4}-\d{2}$'),
  categories smallint[] not null,
  primary_category smallint not null check (primary_category between 1 and 10),
  modifiability text not null check (
    modifiability in ('modifiable-factors-identified', 'no-modifiable-factors', 'inadequate-information')
  ),
  factors jsonb not null,
  primary key (area_id, case_id, event_version)
);
create unique index review_facts_current on {schema}.review_facts (area_id, case_id) where recorded_to is null;
create index review_facts_year on {schema}.review_facts (area_id, reviewed_in_year);
call {schema}.tenant_table('review_facts', 'false', 'select, insert, update, delete');
create trigger only_closed before update on {schema}.review_facts
  for each row execute function {schema}.only_close_facts();

create table {schema}.denominators (
  area_id uuid not null,
  reporting_year text not null check (reporting_year ~ '^\d{4}-\d{2}$'),
  population text not null check (population in ('children-0-17')),
  version integer not null check (version > 0),
  count bigint not null check (count > 0),
  label text not null check (length(label) between 1 and 200),
  source text not null check (length(source) between 1 and 400),
  loaded_at timestamptz not null,
  primary key (area_id, reporting_year, population, version)
);
call {schema}.tenant_table('denominators', 'false', 'select, insert');
