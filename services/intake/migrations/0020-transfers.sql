-- A record of a child handed from one area to another. Each of the two areas has a row of its own behind its own wall; a
-- change commits in one, and intake itself carries it to the other.

-- Which areas there are: public, and known to every area.
create table {schema}.area_directory (
  area_id uuid primary key,
  code text not null,
  name text not null,
  authorities jsonb not null
);
call {schema}.untenanted_table('area_directory', 'reference', 'select, insert, update');
insert into {schema}.area_directory (area_id, code, name, authorities)
select area_id, area ->> 'code', area ->> 'name', area -> 'authorities' from {schema}.areas;

create table {schema}.transfers (
  area_id uuid not null,
  id uuid not null,
  side text not null check (side in ('asking', 'asked')),
  other_area_id uuid not null,
  notification_id uuid not null,
  state text not null check (state in ('requested', 'accepted', 'completed', 'declined', 'recalled')),
  version bigint not null check (version > 0),
  reason text not null check (reason in ('residence', 'main-services', 'themed-regional')),
  -- What the other area decides by: nothing that says who the child was.
  age_band text,
  died_in text not null check (died_in ~ '^\d{4}-\d\d$'),
  local_authority text not null,
  place_of_death text not null,
  plan bytea not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  decline_reason text check (decline_reason in ('not-resident-there', 'services-were-elsewhere',
    'already-reviewed-there', 'agreed-otherwise')),
  recalled_by uuid,
  recalled_at timestamptz,
  completed_at timestamptz,
  primary key (area_id, id),
  check (other_area_id <> area_id),
  check ((answered_by is null) = (answered_at is null)),
  check (state not in ('accepted', 'completed', 'declined') or answered_at is not null),
  check (state <> 'requested' or answered_at is null),
  check ((decline_reason is not null) = (state = 'declined')),
  check ((state = 'recalled') = (recalled_at is not null)),
  check ((recalled_by is null) = (recalled_at is null)),
  check ((state = 'completed') = (completed_at is not null))
);
call {schema}.tenant_table('transfers');
comment on column {schema}.transfers.plan is 'How what is learnt is shared between the two areas, sealed under a key of the transfer.';
-- Partial: row security makes every index on area_id look alike to the planner.
create unique index transfers_one_at_a_time on {schema}.transfers (area_id, notification_id)
  where side = 'asking' and state in ('requested', 'accepted');
create index transfers_of_notification on {schema}.transfers (area_id, notification_id) where requested_at > '1900-01-01';

create function {schema}.step_transfer() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'requested' then
      raise exception 'a transfer begins as a request' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not exists (
    select from (values
      ('asking', 'requested', 'accepted'), ('asking', 'requested', 'declined'), ('asking', 'requested', 'recalled'),
      ('asking', 'accepted', 'completed'),
      ('asked', 'requested', 'accepted'), ('asked', 'requested', 'declined'), ('asked', 'requested', 'recalled'),
      ('asked', 'accepted', 'completed'), ('asked', 'accepted', 'recalled')
    ) as steps (side, before, after)
    where steps.side = old.side and steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a transfer does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if (new.side, new.other_area_id, new.notification_id, new.reason, new.age_band, new.died_in, new.local_authority,
      new.place_of_death, new.plan, new.requested_by, new.requested_at)
    is distinct from (old.side, old.other_area_id, old.notification_id, old.reason, old.age_band, old.died_in,
      old.local_authority, old.place_of_death, old.plan, old.requested_by, old.requested_at) then
    raise exception 'what was asked stays as it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger legal_steps_only before insert or update on {schema}.transfers
  for each row execute function {schema}.step_transfer();

-- Which transfers still have something to be carried, and when to look: ids only, read across areas by the service's own
-- watch. What is done for one happens behind the wall of one area at a time.
create table {schema}.transfers_due (
  transfer_id uuid primary key,
  asking_area_id uuid not null,
  asked_area_id uuid not null,
  due_at timestamptz not null
);
call {schema}.untenanted_table('transfers_due', 'system', 'select, insert, update, delete');
create index transfers_due_by_time on {schema}.transfers_due (due_at);

alter table {schema}.notifications
  drop constraint notifications_state_check,
  add constraint notifications_state_check
    check (state in ('received', 'accepted', 'out-of-scope', 'reported-in-error', 'duplicate', 'transferred')),
  drop constraint notifications_case_once_accepted,
  add constraint notifications_case_once_accepted check (
    case state
      when 'accepted' then case_id is not null
      when 'reported-in-error' then true
      when 'transferred' then true
      else case_id is null
    end
  ),
  add constraint notifications_stub_is_empty
    check (state <> 'transferred' or (answers = '' and nhs_number_index is null and birth_date_and_sex_index is null));

-- A notification is decided once. Only a merge in force makes it a duplicate, and only its undoing brings it back; only
-- an agreed transfer makes it a stub, and only one that brings it back fills it again.
create or replace function {schema}.decide_once() returns trigger language plpgsql as $$
declare
  merged boolean;
  going boolean;
  coming boolean;
begin
  select coalesce(bool_or(t.side = 'asking'), false), coalesce(bool_or(t.side = 'asked'), false) into going, coming
  from {schema}.transfers t
  where t.area_id = new.area_id and t.notification_id = new.id and t.state = 'accepted'
    and t.requested_at > '1900-01-01';
  if old.state = 'transferred' and not (coming and new.state = 'received') then
    raise exception 'what was handed to another area stays as it is' using errcode = 'check_violation';
  end if;
  if going and new.state <> 'transferred' then
    raise exception 'what is being handed to another area stays as it is' using errcode = 'check_violation';
  end if;
  if new.state = old.state then
    return new;
  end if;
  merged := exists (
    select from {schema}.merges m
    where m.area_id = new.area_id and m.merged_notification_id = new.id and m.state = 'confirmed'
  );
  if not (
    (old.state = 'received' and new.state <> 'transferred' and (new.state = 'duplicate') = merged)
    or (old.state = 'duplicate' and new.state = 'received' and not merged)
    or (old.state <> 'duplicate' and new.state = 'reported-in-error' and new.case_id is not distinct from old.case_id)
    or (old.state = 'received' and new.state = 'transferred' and going)
    or (old.state = 'transferred' and new.state = 'received' and coming)
  ) then
    raise exception 'a notification is decided once' using errcode = 'check_violation';
  end if;
  return new;
end $$;

grant delete on {schema}.data_keys, {schema}.match_people, {schema}.duplicate_reviews to {schema}_app;
