-- What a panel agreed: one analysis a case, drafted, then agreed once. Codes stand open, for they are counted;
-- every word somebody wrote is sealed with the case's key.

create table {schema}.data_keys (
  area_id uuid not null,
  subject uuid not null,
  wrapped bytea not null,
  primary key (area_id, subject)
);
call {schema}.tenant_table('data_keys', app_may => 'select, insert, delete');

create table {schema}.analyses (
  area_id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('draft', 'agreed')),
  version integer not null check (version > 0),
  form_version text not null,
  sealed_answers bytea not null,
  saved_at timestamptz not null,
  panel_meeting_id uuid,
  reviewed_on date,
  primary_category smallint check (primary_category between 1 and 10),
  modifiability text check (modifiability in ('modifiable-factors-identified', 'no-modifiable-factors', 'inadequate-information')),
  primary key (area_id, case_id),
  check ((state = 'agreed') = (reviewed_on is not null)),
  check ((state = 'agreed') = (panel_meeting_id is not null)),
  check ((state = 'agreed') = (primary_category is not null)),
  check ((state = 'agreed') = (modifiability is not null))
);
call {schema}.tenant_table('analyses');

create function {schema}.keep_agreed() returns trigger language plpgsql as $$
begin
  if old.state = 'agreed' then
    raise exception 'an agreed analysis is never changed';
  end if;
  return new;
end $$;
create trigger keep_agreed before update on {schema}.analyses for each row execute function {schema}.keep_agreed();

create table {schema}.analysis_factors (
  area_id uuid not null,
  case_id uuid not null,
  position smallint not null,
  domain text not null check (domain in ('intrinsic', 'social', 'physical', 'service')),
  code text not null check (length(code) <= 60),
  relevance smallint not null check (relevance in (1, 2)),
  modifiable boolean not null check (relevance = 2 or not modifiable),
  primary key (area_id, case_id, position),
  foreign key (area_id, case_id) references {schema}.analyses (area_id, case_id)
);
call {schema}.tenant_table('analysis_factors', app_may => 'select, insert');
