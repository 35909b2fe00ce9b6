-- Which supplementary forms a death needs follows from codes of the notification that were not kept here before, and
-- from what agencies return. What an agency is asked to fill in besides the reporting form stands with its request.

alter table {schema}.cases
  add column jar_triggers text[],
  add column flags text[];

create table {schema}.request_forms (
  area_id uuid not null,
  information_request_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  stages text[] check (cardinality(stages) > 0),
  form_version text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  version integer not null default 0 check (version >= 0),
  answers bytea,
  saved_at timestamptz,
  primary key (area_id, information_request_id, kind),
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  check ((version = 0) = (answers is null)),
  check ((version = 0) = (saved_at is null))
);
comment on column {schema}.request_forms.stages is 'The pages asked, where different people are sent different stages; null for the whole form.';
call {schema}.tenant_table('request_forms', 'information_request_id = {schema}.actor_subject()');

create function {schema}.refuse_changed_request_form() returns trigger language plpgsql as $$
begin
  if (new.stages, new.form_version, new.asked_by, new.asked_at) is distinct from
     (old.stages, old.form_version, old.asked_by, old.asked_at)
    or exists (
      select from {schema}.information_requests r
      where r.area_id = old.area_id and r.information_request_id = old.information_request_id and r.state = 'returned'
    )
  then
    raise exception 'what was asked stays, and so does what was returned' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answered_until_returned before update on {schema}.request_forms
  for each row execute function {schema}.refuse_changed_request_form();
call {schema}.carried_with_case('request_forms', 'information_requests', 'information_request_id');
