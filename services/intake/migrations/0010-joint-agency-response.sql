-- Who is on call, whom a notified death has paged, and what was decided. A response begun before a death is no
-- notification: what it holds is sealed with a key of its own, which is destroyed when the child lived.

create table {schema}.on_call_turns (
  area_id uuid not null,
  turn_id uuid not null,
  part text not null check (part in ('lead', 'deputy')),
  name text not null,
  email text not null,
  phone text,
  webhook text,
  from_at timestamptz not null,
  until_at timestamptz not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  ended_at timestamptz,
  primary key (area_id, turn_id),
  check (from_at < until_at)
);
call {schema}.tenant_table('on_call_turns');
comment on column {schema}.on_call_turns.ended_at is 'Taken off the rota before it was over.';
create index on_call_turns_by_time on {schema}.on_call_turns (area_id, part, until_at);

create table {schema}.on_call_fallbacks (
  area_id uuid primary key,
  name text not null,
  email text not null,
  kept_by uuid not null,
  kept_at timestamptz not null
);
call {schema}.tenant_table('on_call_fallbacks');

create table {schema}.responses (
  area_id uuid not null,
  response_id uuid not null,
  state text not null check (state in (
    'awaiting-decision', 'started', 'not-started', 'started-before-death', 'joined', 'child-lived', 'destroyed'
  )),
  version integer not null check (version > 0),
  began text not null check (began in ('notification', 'before-death')),
  notification_id uuid,
  joined_to uuid,
  triggers text[] not null,
  content bytea,
  opened_at timestamptz not null,
  nobody_on_call boolean not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  lived_on date,
  destroy_on date,
  destroyed_at timestamptz,
  primary key (area_id, response_id),
  foreign key (area_id, notification_id) references {schema}.notifications,
  foreign key (area_id, joined_to) references {schema}.responses,
  check (began = 'before-death' or notification_id is not null and content is null),
  check ((state = 'joined') = (joined_to is not null)),
  -- The record of a child who lived, or may yet, is tied to no notification, and so never to a case.
  check (state not in ('started-before-death', 'child-lived', 'destroyed') or began = 'before-death' and notification_id is null),
  check ((state in ('child-lived', 'destroyed')) = (lived_on is not null)),
  check ((lived_on is null) = (destroy_on is null)),
  check ((state = 'destroyed') = (destroyed_at is not null)),
  check (state <> 'destroyed' or content is null),
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
call {schema}.tenant_table('responses');
create unique index one_response_per_notification on {schema}.responses (area_id, notification_id)
  where state <> 'joined';
create index responses_newest on {schema}.responses (area_id, opened_at desc, response_id);
create index responses_in_state on {schema}.responses (area_id, state, opened_at desc, response_id);

create function {schema}.refuse_illegal_response_step() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('awaiting-decision', 'started'), ('awaiting-decision', 'not-started'), ('awaiting-decision', 'joined'),
      ('not-started', 'started'), ('not-started', 'joined'),
      ('started', 'joined'),
      ('started-before-death', 'started'), ('started-before-death', 'child-lived'),
      ('child-lived', 'destroyed')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a response does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger legal_steps_only before update on {schema}.responses
  for each row execute function {schema}.refuse_illegal_response_step();

create table {schema}.response_keys (
  area_id uuid not null,
  response_id uuid not null,
  wrapped bytea not null,
  primary key (area_id, response_id)
);
call {schema}.tenant_table('response_keys', app_may => 'select, insert, delete');

create table {schema}.response_decisions (
  area_id uuid not null,
  response_id uuid not null,
  number integer not null check (number > 0),
  decision text not null check (decision in ('start', 'not-start')),
  reason text,
  decided_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (area_id, response_id, number),
  foreign key (area_id, response_id) references {schema}.responses,
  check ((decision = 'not-start') = (reason is not null)),
  check (decided_at <= recorded_at)
);
call {schema}.tenant_table('response_decisions', app_may => 'select, insert');

create table {schema}.response_pages (
  area_id uuid not null,
  response_id uuid not null,
  rung text not null check (rung in ('lead', 'deputy', 'fallback')),
  turn_id uuid,
  name text not null,
  email text not null,
  webhook text,
  requested_at timestamptz not null,
  escalate_at timestamptz not null,
  mailed_at timestamptz,
  posted_at timestamptz,
  primary key (area_id, response_id, rung),
  foreign key (area_id, response_id) references {schema}.responses
);
call {schema}.tenant_table('response_pages');

-- What is to be done by itself, and when: ids only, read across areas by the service's own watch. What is done for a
-- row happens behind the wall of its area.
create table {schema}.due_steps (
  area_id uuid not null,
  subject uuid not null,
  step text not null check (step in ('page', 'destroy')),
  due_at timestamptz not null,
  primary key (area_id, subject, step)
);
call {schema}.untenanted_table('due_steps', 'system', 'select, insert, update, delete');
create index due_steps_by_time on {schema}.due_steps (due_at);
