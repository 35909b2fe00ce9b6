-- Cases from acceptance to closing: who was asked, what came back, who reviews, and who must not see.

create table {schema}.areas (
  area_id uuid not null,
  code text not null,
  name text not null,
  primary key (area_id)
);
call {schema}.tenant_table('areas');

create table {schema}.organisations (
  area_id uuid not null,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  email text not null check (length(email) between 3 and 254),
  added_at timestamptz not null,
  primary key (area_id, organisation_id)
);

create table {schema}.cases (
  area_id uuid not null,
  case_id uuid not null,
  reference text not null,
  died_on date not null,
  received_on date not null check (received_on >= died_on),
  age_band text not null,
  sex text not null,
  expectedness text not null,
  place_of_death text not null,
  local_authority text not null,
  state text not null check (state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reviewed', 'submitted', 'closed')),
  version integer not null default 1 check (version > 0),
  next_what text not null check (next_what in ('agency-return', 'review-meeting', 'panel', 'none')),
  next_due_on date,
  opened_at timestamptz not null,
  reviewed_on date check (reviewed_on >= died_on),
  reviewed_at timestamptz,
  national_submission_on date check (national_submission_on >= reviewed_on),
  closed_at timestamptz,
  closed_by uuid,
  primary key (area_id, case_id),
  unique (area_id, reference),
  check ((next_what = 'none') = (next_due_on is null)),
  check (state not in ('reviewed', 'submitted', 'closed') or reviewed_on is not null),
  check (state not in ('submitted', 'closed') or national_submission_on is not null),
  check ((state = 'closed') = (closed_at is not null))
);
comment on column {schema}.cases.next_due_on is 'What the worklist sorts by: set_next_clock sets it whenever a date of the case changes.';
create index cases_by_urgency on {schema}.cases (area_id, next_due_on, case_id);
create index cases_by_state on {schema}.cases (area_id, state, next_due_on, case_id);
create index cases_by_arrival on {schema}.cases (area_id, opened_at desc, case_id);

create function {schema}.refuse_illegal_step() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('gathering', 'review-meeting-held'), ('gathering', 'review-meeting-not-held'),
      ('review-meeting-held', 'listed'), ('review-meeting-held', 'gathering'),
      ('review-meeting-not-held', 'listed'), ('review-meeting-not-held', 'gathering'),
      ('listed', 'reviewed'), ('listed', 'deferred'),
      ('deferred', 'gathering'), ('deferred', 'listed'),
      ('reviewed', 'submitted'), ('submitted', 'closed')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger legal_steps_only before update on {schema}.cases
  for each row execute function {schema}.refuse_illegal_step();

create table {schema}.data_keys (
  area_id uuid not null,
  subject uuid not null,
  wrapped bytea not null,
  primary key (area_id, subject)
);

create table {schema}.information_requests (
  area_id uuid not null,
  information_request_id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  state text not null check (state in ('sent', 'returned', 'recalled')),
  attempt integer not null check (attempt > 0),
  sent_on date not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  due_on date not null check (due_on >= sent_on),
  returned_at timestamptz,
  primary key (area_id, information_request_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, organisation_id) references {schema}.organisations,
  check ((state = 'returned') = (returned_at is not null))
);
create index information_requests_by_case on {schema}.information_requests (area_id, case_id, due_on);
call {schema}.tenant_table('information_requests', 'information_request_id = {schema}.actor_subject()');

create procedure {schema}.seen_with_request(name text, case_column text) language plpgsql as $$
begin
  call {schema}.tenant_table(name, format(
    '%s in (select r.case_id from {schema}.information_requests r where r.information_request_id = {schema}.actor_subject())',
    case_column));
end $$;
comment on procedure {schema}.seen_with_request is 'The holder of a mailed link sees of this table what belongs to the case that was asked about.';
call {schema}.seen_with_request('cases', 'case_id');
call {schema}.seen_with_request('data_keys', 'subject');
call {schema}.tenant_table('organisations',
  'organisation_id in (select r.organisation_id from {schema}.information_requests r where r.information_request_id = {schema}.actor_subject())');

create function {schema}.refuse_second_return() returns trigger language plpgsql as $$
begin
  if old.state <> 'sent' and new.state is distinct from old.state then
    raise exception 'a request that was % stays so', old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answered_once before update on {schema}.information_requests
  for each row execute function {schema}.refuse_second_return();

create table {schema}.link_tokens (
  token_hash bytea primary key,
  area_id uuid not null,
  information_request_id uuid not null
);
call {schema}.untenanted_table('link_tokens', 'system', 'select, insert');

create table {schema}.link_codes (
  area_id uuid not null,
  information_request_id uuid not null,
  nonce bytea not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  entered_at timestamptz,
  primary key (area_id, information_request_id)
);
comment on column {schema}.link_codes.nonce is 'The code is a keyed hash of it: the table alone tells nobody a code.';
call {schema}.tenant_table('link_codes');

create table {schema}.reporting_forms (
  area_id uuid not null,
  information_request_id uuid not null,
  form_version text not null,
  version integer not null check (version > 0),
  answers bytea not null,
  saved_at timestamptz not null,
  primary key (area_id, information_request_id),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
call {schema}.tenant_table('reporting_forms', 'information_request_id = {schema}.actor_subject()');

create table {schema}.review_meetings_not_held (
  area_id uuid not null,
  case_id uuid not null,
  reason text not null check (reason in ('perinatal-review-served-as-the-meeting', 'joint-agency-response-served-as-the-meeting', 'died-abroad', 'professionals-no-longer-reachable', 'other')),
  note bytea,
  decided_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('review_meetings_not_held');

create table {schema}.panel_meetings (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  kind text not null check (kind in ('standard')),
  held_on date not null,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  primary key (area_id, panel_meeting_id)
);
create index panel_meetings_by_date on {schema}.panel_meetings (area_id, held_on desc);
call {schema}.tenant_table('panel_meetings');

create table {schema}.attendances (
  area_id uuid not null,
  panel_meeting_id uuid not null,
  person_id uuid not null,
  agency text not null check (agency in ('public-health', 'health', 'police', 'social-care', 'education', 'lay', 'other')),
  primary key (area_id, panel_meeting_id, person_id),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
call {schema}.tenant_table('attendances', 'false', 'select, insert, delete');

create table {schema}.listings (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  summary bytea not null,
  listed_by uuid not null,
  listed_at timestamptz not null,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings
);
create index listings_by_meeting on {schema}.listings (area_id, panel_meeting_id, listed_at);
call {schema}.tenant_table('listings');

create table {schema}.conflicts (
  area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  declared_at timestamptz not null,
  primary key (area_id, case_id, person_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('conflicts', 'false', 'select, insert');

create function {schema}.set_next_clock(in_area uuid, of_case uuid) returns void language sql security definer
  set search_path = '' as $$
  with clocks (states, what, due_on) as (
    select array['listed'], 'panel', m.held_on
    from {schema}.listings l
    join {schema}.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    where l.area_id = in_area and l.case_id = of_case
    union all
    -- Six weeks from the decision that stood in for the review meeting's report.
    select array['review-meeting-not-held', 'deferred'], 'panel', n.decided_on + 42
    from {schema}.review_meetings_not_held n where n.area_id = in_area and n.case_id = of_case
    union all
    select array['gathering'], 'agency-return', r.due_on
    from {schema}.information_requests r
    where r.area_id = in_area and r.case_id = of_case and r.state = 'sent'
    union all
    -- Three calendar months from the death, clamped to the end of a shorter month.
    select array['gathering'], 'review-meeting', (k.died_on + interval '3 months')::date
    from {schema}.cases k where k.area_id = in_area and k.case_id = of_case
  ), next as (
    select k.what, k.due_on
    from clocks k join {schema}.cases c on c.area_id = in_area and c.case_id = of_case
    where c.state = any (k.states)
    order by k.due_on, k.what limit 1
  )
  update {schema}.cases c
  set next_what = coalesce((select what from next), 'none'), next_due_on = (select due_on from next)
  where c.area_id = in_area and c.case_id = of_case
$$;
comment on function {schema}.set_next_clock is 'What the worklist sorts a case by, from its dates. Runs as the owner because the holder of a mailed link, who stops a clock by answering, sees only one of the case''s requests.';
revoke execute on function {schema}.set_next_clock from public;
grant execute on function {schema}.set_next_clock to {schema}_app;
