-- A case that was accepted can be handed over too, with its reference; who the child was goes from where it came from.

alter table {schema}.transfers add column case_id uuid;
alter table {schema}.transfers add column case_reference text;
alter table {schema}.transfers add constraint transfers_case_has_reference
  check ((case_id is null) = (case_reference is null));
create index transfers_of_case on {schema}.transfers (area_id, case_id) where case_id is not null;
grant delete on {schema}.children to {schema}_app;

create or replace function {schema}.step_transfer() returns trigger language plpgsql as $$
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
  if (new.side, new.other_area_id, new.notification_id, new.case_id, new.case_reference, new.reason, new.age_band,
      new.died_in, new.local_authority, new.place_of_death, new.plan, new.requested_by, new.requested_at)
    is distinct from (old.side, old.other_area_id, old.notification_id, old.case_id, old.case_reference, old.reason,
      old.age_band, old.died_in, old.local_authority, old.place_of_death, old.plan, old.requested_by,
      old.requested_at) then
    raise exception 'what was asked stays as it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;

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
  if old.state = 'transferred' and not (coming and new.state in ('received', 'accepted')) then
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
    or (old.state in ('received', 'accepted') and new.state = 'transferred' and going
      and new.case_id is not distinct from old.case_id)
    or (old.state = 'transferred' and new.state in ('received', 'accepted') and coming)
  ) then
    raise exception 'a notification is decided once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
