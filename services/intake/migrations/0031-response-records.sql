-- What is done in a joint agency response: its meetings and visits, who was there and what was noted, what somebody took
-- upon themselves, whether the designated doctor finds the record adequate, and who leads it. Words are sealed with the
-- key of the response. All of it is destroyed with the response, and goes along to another area with its notification.

alter table {schema}.responses add column led_by uuid;
comment on column {schema}.responses.led_by is 'Who took the lead later; null while whoever decided to start it has it.';

create table {schema}.response_meetings (
  area_id uuid not null,
  response_meeting_id uuid not null,
  response_id uuid not null,
  kind text not null check (kind in (
    'initial-planning', 'scene-visit', 'multi-agency', 'post-mortem-results', 'final-discussion'
  )),
  state text not null check (state in ('arranged', 'held', 'not-held')),
  version integer not null default 1 check (version > 0),
  sequence integer not null default 0 check (sequence >= 0),
  starts_at timestamptz,
  ends_at timestamptz,
  place bytea,
  not_held_reason text check (not_held_reason in (
    'not-needed', 'done-by-another-area', 'family-declined', 'scene-not-accessible', 'police-asked-to-wait', 'put-off',
    'other'
  )),
  not_held_note bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, response_meeting_id),
  foreign key (area_id, response_id) references {schema}.responses,
  check ((starts_at is null) = (ends_at is null)),
  check (starts_at < ends_at),
  check (state = 'not-held' or starts_at is not null),
  check (state <> 'held' or ends_at <= recorded_at),
  check ((state = 'not-held') = (not_held_reason is not null)),
  check (not_held_reason is distinct from 'other' or not_held_note is not null),
  check (state = 'not-held' or not_held_note is null)
);
call {schema}.tenant_table('response_meetings', app_may => 'select, insert, update, delete');
create index response_meetings_of_response on {schema}.response_meetings (area_id, response_id);

create table {schema}.response_meeting_notes (
  area_id uuid not null,
  response_meeting_id uuid not null,
  response_id uuid not null,
  entry integer not null check (entry > 0),
  written bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, response_meeting_id, entry),
  foreign key (area_id, response_meeting_id) references {schema}.response_meetings,
  foreign key (area_id, response_id) references {schema}.responses
);
call {schema}.tenant_table('response_meeting_notes', app_may => 'select, insert, delete');
create index response_meeting_notes_of_response on {schema}.response_meeting_notes (area_id, response_id);

create table {schema}.response_actions (
  area_id uuid not null,
  response_action_id uuid not null,
  response_id uuid not null,
  written bytea not null,
  due_on date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  done_on date,
  done_recorded_by uuid,
  done_recorded_at timestamptz,
  primary key (area_id, response_action_id),
  foreign key (area_id, response_id) references {schema}.responses,
  check ((done_on is null) = (done_recorded_by is null) and (done_on is null) = (done_recorded_at is null))
);
call {schema}.tenant_table('response_actions', app_may => 'select, insert, update, delete');
create index response_actions_of_response on {schema}.response_actions (area_id, response_id);

create table {schema}.response_checks (
  area_id uuid not null,
  response_id uuid not null,
  number integer not null check (number > 0),
  adequate boolean not null,
  lacking bytea,
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (area_id, response_id, number),
  foreign key (area_id, response_id) references {schema}.responses,
  check (adequate = (lacking is null))
);
call {schema}.tenant_table('response_checks', app_may => 'select, insert, delete');

-- A meeting begins as arranged, held or not held, and leaves only "arranged"; of one that is over nothing changes but how
-- often its notes were written.
create function {schema}.refuse_changed_response_meeting() returns trigger language plpgsql as $$
begin
  if (new.response_meeting_id, new.response_id, new.kind)
    is distinct from (old.response_meeting_id, old.response_id, old.kind) then
    raise exception 'a meeting stays with its response' using errcode = 'check_violation';
  end if;
  if old.state <> 'arranged' and (new.state, new.starts_at, new.ends_at, new.place, new.not_held_reason,
      new.not_held_note, new.recorded_by, new.recorded_at)
    is distinct from (old.state, old.starts_at, old.ends_at, old.place, old.not_held_reason, old.not_held_note,
      old.recorded_by, old.recorded_at) then
    raise exception 'a meeting that is over stays as it was recorded' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger over_is_over before update on {schema}.response_meetings
  for each row execute function {schema}.refuse_changed_response_meeting();

create function {schema}.refuse_changed_response_action() returns trigger language plpgsql as $$
begin
  if (new.response_action_id, new.response_id, new.written, new.due_on, new.added_by, new.added_at)
    is distinct from (old.response_action_id, old.response_id, old.written, old.due_on, old.added_by, old.added_at)
    or old.done_on is not null then
    raise exception 'an action is only recorded as done, once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger done_once before update on {schema}.response_actions
  for each row execute function {schema}.refuse_changed_response_action();

-- Nothing of a record is deleted but with all of it: the child lived and the months are over, or another area has it.
create function {schema}.refuse_loose_response_delete() returns trigger language plpgsql as $$
begin
  if not exists (
    select from {schema}.responses r
    where r.area_id = old.area_id and r.response_id = old.response_id
      and (r.state = 'destroyed' or exists (
        select from {schema}.transfers t
        where t.area_id = r.area_id and t.notification_id = r.notification_id and t.requested_at > '1900-01-01'
          and t.side = 'asking' and t.state = 'accepted'
      ))
  ) then
    raise exception 'the record of a response is kept' using errcode = 'check_violation';
  end if;
  return old;
end $$;
create trigger kept_as_a_whole before delete on {schema}.response_meetings
  for each row execute function {schema}.refuse_loose_response_delete();
create trigger kept_as_a_whole before delete on {schema}.response_meeting_notes
  for each row execute function {schema}.refuse_loose_response_delete();
create trigger kept_as_a_whole before delete on {schema}.response_actions
  for each row execute function {schema}.refuse_loose_response_delete();
create trigger kept_as_a_whole before delete on {schema}.response_checks
  for each row execute function {schema}.refuse_loose_response_delete();

-- Only a response that was started is recorded further; what another area had recorded comes whatever its state.
create function {schema}.refuse_record_of_none() returns trigger language plpgsql as $$
begin
  if not exists (
    select from {schema}.responses r
    where r.area_id = new.area_id and r.response_id = new.response_id
      and r.state in ('started', 'started-before-death', 'joined')
  ) then
    raise exception 'this response has no record' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger of_a_started_response before insert or update on {schema}.response_meetings
  for each row execute function {schema}.refuse_record_of_none();
create trigger of_a_started_response before insert on {schema}.response_meeting_notes
  for each row execute function {schema}.refuse_record_of_none();
create trigger of_a_started_response before insert or update on {schema}.response_actions
  for each row execute function {schema}.refuse_record_of_none();
create trigger of_a_started_response before insert on {schema}.response_checks
  for each row execute function {schema}.refuse_record_of_none();
