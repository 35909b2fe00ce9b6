-- Cases that were open elsewhere come in with a bundle, at the stage and with the dates they had. Nothing is sent for them:
-- what was asked counts as asked, what was chased as chased, and chasing goes on from a day a coordinator names.

create table {schema}.open_case_imports (
  area_id uuid not null,
  import_id uuid not null,
  cases integer not null check (cases >= 0),
  begun_by uuid not null,
  begun_at timestamptz not null,
  signed_off_at timestamptz,
  chased_from date,
  chasing_taken_by uuid,
  chasing_taken_at timestamptz,
  primary key (area_id, import_id),
  check ((chased_from is null) = (chasing_taken_by is null) and (chased_from is null) = (chasing_taken_at is null)),
  check (chased_from is null or signed_off_at is not null)
);
comment on column {schema}.open_case_imports.begun_by is 'Who signed it off; the cases come in on that person''s word.';
call {schema}.tenant_table('open_case_imports', app_may => 'select, insert, update, delete');

-- What a bundle says of a case waits sealed until the case begins here.
create table {schema}.open_case_rows (
  area_id uuid not null,
  import_id uuid not null,
  row_number integer not null check (row_number > 1),
  content bytea,
  case_id uuid,
  taken_at timestamptz,
  counts jsonb,
  primary key (area_id, import_id, row_number),
  foreign key (area_id, import_id) references {schema}.open_case_imports,
  check (num_nulls(case_id, taken_at, counts) in (0, 3)),
  check ((content is null) = (case_id is not null))
);
call {schema}.tenant_table('open_case_rows', app_may => 'select, insert, update, delete');

-- What the case was called before, and how far it had come.
create table {schema}.open_case_origins (
  area_id uuid not null,
  case_id uuid not null,
  import_id uuid not null,
  old_reference bytea not null,
  stage text not null check (stage ~ '^[a-z]+(-[a-z]+)*$'),
  documents_not_taken integer not null check (documents_not_taken >= 0),
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('open_case_origins', app_may => 'select, insert');
call {schema}.carried_with_case('open_case_origins');

-- A form as an agency returned it elsewhere: what it was called, and word for word what has no place in a form of today.
create table {schema}.kept_returns (
  area_id uuid not null,
  kept_return_id uuid not null,
  information_request_id uuid not null,
  returned_on date not null,
  content bytea not null,
  recorded_at timestamptz not null,
  primary key (area_id, kept_return_id),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
call {schema}.tenant_table('kept_returns', app_may => 'select, insert');
create index kept_returns_by_request on {schema}.kept_returns (area_id, information_request_id);
call {schema}.carried_with_case('kept_returns', 'information_requests', 'information_request_id');

alter table {schema}.information_requests add column chase_from date;
comment on column {schema}.information_requests.chase_from is 'Chased from this day on; always, when it is empty.';

-- A case the panel reviewed before the national database began is never sent to it.
alter table {schema}.cases add column never_national boolean not null default false;
update {schema}.cases set never_national = true where reviewed_on < date '2019-04-01';
create function {schema}.mark_never_national() returns trigger language plpgsql as $$
begin
  new.never_national := coalesce(new.reviewed_on < date '2019-04-01', false);
  return new;
end $$;
create trigger never_national before insert or update on {schema}.cases
  for each row execute function {schema}.mark_never_national();
alter table {schema}.cases
  add constraint cases_never_national check (never_national = coalesce(reviewed_on < date '2019-04-01', false)),
  add constraint cases_never_submitted check (not never_national or national_submission_on is null);

create function {schema}.refuse_never_national() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.cases c where c.area_id = new.area_id and c.case_id = new.case_id and c.never_national
  ) then
    raise exception 'a case reviewed before the national database began is not sent to it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger not_before_it_began before insert on {schema}.national_submissions
  for each row execute function {schema}.refuse_never_national();
