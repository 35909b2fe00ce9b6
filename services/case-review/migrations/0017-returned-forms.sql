-- What an agency returned stays as it was returned: every return is kept, and a correction is a further version with the
-- reason for it. The tables the forms are filled in in can be written to only before a return and during a correction.

create table {schema}.returned_forms (
  area_id uuid not null,
  information_request_id uuid not null,
  form text not null check (form ~ '^[a-z]+(-[a-z]+)*$'),
  entry integer not null check (entry > 0),
  form_version text not null,
  stages text[] check (cardinality(stages) > 0),
  answers bytea not null,
  returned_at timestamptz not null,
  primary key (area_id, information_request_id, form, entry),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
comment on column {schema}.returned_forms.form is 'reporting, or the kind of a supplementary form.';
call {schema}.tenant_table('returned_forms', 'information_request_id = {schema}.actor_subject()', 'select, insert');
call {schema}.carried_with_case('returned_forms', 'information_requests', 'information_request_id');

insert into {schema}.returned_forms (area_id, information_request_id, form, entry, form_version, answers, returned_at)
select f.area_id, f.information_request_id, 'reporting', 1, f.form_version, f.answers, r.returned_at
from {schema}.reporting_forms f
join {schema}.information_requests r using (area_id, information_request_id)
where r.state = 'returned';

insert into {schema}.returned_forms (
  area_id, information_request_id, form, entry, form_version, stages, answers, returned_at
)
select f.area_id, f.information_request_id, f.kind, 1, f.form_version, f.stages, f.answers, r.returned_at
from {schema}.request_forms f
join {schema}.information_requests r using (area_id, information_request_id)
where r.state = 'returned' and f.answers is not null;

create table {schema}.form_corrections (
  area_id uuid not null,
  information_request_id uuid not null,
  entry integer not null check (entry > 1),
  why bytea not null,
  begun_at timestamptz not null,
  returned_at timestamptz check (returned_at >= begun_at),
  primary key (area_id, information_request_id, entry),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
comment on column {schema}.form_corrections.entry is 'The version of the forms it leads to.';
call {schema}.tenant_table('form_corrections', 'information_request_id = {schema}.actor_subject()');
call {schema}.carried_with_case('form_corrections', 'information_requests', 'information_request_id');
create unique index one_correction_at_a_time on {schema}.form_corrections (area_id, information_request_id)
  where returned_at is null;

create function {schema}.refuse_changed_correction() returns trigger language plpgsql as $$
begin
  if old.returned_at is not null or (new.why, new.begun_at) is distinct from (old.why, old.begun_at) then
    raise exception 'a correction is only returned' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger returned_only before update on {schema}.form_corrections
  for each row execute function {schema}.refuse_changed_correction();

create function {schema}.refuse_changed_return() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.information_requests r
    where r.area_id = old.area_id and r.information_request_id = old.information_request_id and r.state = 'returned'
  ) and not exists (
    select from {schema}.form_corrections c
    where c.area_id = old.area_id and c.information_request_id = old.information_request_id and c.returned_at is null
  ) then
    raise exception 'what was returned stays; a correction is a further version' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger filled_in_until_returned before update on {schema}.reporting_forms
  for each row execute function {schema}.refuse_changed_return();
create trigger filled_in_until_returned before update on {schema}.request_forms
  for each row execute function {schema}.refuse_changed_return();

create or replace function {schema}.refuse_changed_request_form() returns trigger language plpgsql as $$
begin
  if (new.stages, new.form_version, new.asked_by, new.asked_at) is distinct from
     (old.stages, old.form_version, old.asked_by, old.asked_at)
  then
    raise exception 'what was asked stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
