-- A listed case the panel put back, with what it asked. Each question is answered by asking an agency or by a note, and
-- no case goes before the panel again while one is open.

create table {schema}.deferrals (
  area_id uuid not null,
  deferral_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid,
  deferred_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, deferral_id),
  foreign key (area_id, case_id) references {schema}.cases
);
comment on column {schema}.deferrals.panel_meeting_id is 'Of the area; a case that comes from another area brings none.';
call {schema}.tenant_table('deferrals', app_may => 'select, insert');
create index deferrals_by_case on {schema}.deferrals (area_id, case_id, recorded_at);
call {schema}.carried_with_case('deferrals');

create table {schema}.panel_questions (
  area_id uuid not null,
  panel_question_id uuid not null,
  deferral_id uuid not null,
  case_id uuid not null,
  place integer not null check (place > 0),
  asked bytea not null,
  settled text check (settled in ('agency-asked', 'noted', 'overtaken')),
  information_request_id uuid,
  note bytea,
  settled_by uuid,
  settled_at timestamptz,
  primary key (area_id, panel_question_id),
  unique (area_id, deferral_id, place),
  foreign key (area_id, deferral_id) references {schema}.deferrals,
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  check ((settled is null) = (settled_at is null)),
  check (coalesce(settled = 'agency-asked', false) = (information_request_id is not null)),
  check (coalesce(settled = 'noted', false) = (note is not null)),
  check (coalesce(settled in ('agency-asked', 'noted'), false) = (settled_by is not null))
);
call {schema}.tenant_table('panel_questions', app_may => 'select, insert, update');
create index panel_questions_by_case on {schema}.panel_questions (area_id, case_id);
call {schema}.carried_with_case('panel_questions');

create function {schema}.refuse_second_answer() returns trigger language plpgsql as $$
begin
  if old.settled is not null or (new.case_id, new.deferral_id, new.place, new.asked) is distinct from
    (old.case_id, old.deferral_id, old.place, old.asked) then
    raise exception 'what the panel asked, and its answer, stay as they are' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger settled_once before update on {schema}.panel_questions
  for each row execute function {schema}.refuse_second_answer();

create function {schema}.refuse_open_questions() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.panel_questions q
    where q.area_id = new.area_id and q.case_id = any (new.case_ids) and q.settled is null
  ) then
    raise exception 'a question of the panel is still open' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger questions_first before update of state on {schema}.cases
  for each row when (new.state = 'listed' and old.state is distinct from new.state)
  execute function {schema}.refuse_open_questions();
