-- Children who died and may be related: by birth, family or home, by incident, by a cluster. Restricted apart from the
-- cases they are about. A record to compare by is sealed under the key of its notification and found by keyed hashes.

create table {schema}.related_records (
  area_id uuid not null,
  notification_id uuid not null,
  record bytea not null,
  primary key (area_id, notification_id),
  foreign key (area_id, notification_id) references {schema}.notifications (area_id, id)
);
call {schema}.tenant_table('related_records', app_may => 'select, insert, update, delete');

-- Read within one area alone: there is no door to them from another.
create table {schema}.related_keys (
  area_id uuid not null,
  key bigint not null,
  notification_id uuid not null,
  primary key (area_id, key, notification_id)
);
call {schema}.tenant_table('related_keys', app_may => 'select, insert, delete');
create index related_keys_of_notification on {schema}.related_keys (notification_id);

-- Two notifications in the order of their ids, so that a pair stands once, and what their children may be to each other.
create table {schema}.related_children (
  area_id uuid not null,
  id uuid not null,
  first_notification_id uuid not null,
  second_notification_id uuid not null,
  kind text not null check (kind in ('twin', 'sibling', 'household', 'same-incident', 'possible-cluster')),
  reasons jsonb not null,
  state text not null check (state in ('proposed', 'confirmed', 'dismissed', 'lapsed')),
  proposed_at timestamptz not null,
  ground text,
  decided_at timestamptz,
  decided_by uuid,
  -- When the designated doctor was to be told of another death in the household.
  told_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, first_notification_id) references {schema}.notifications (area_id, id),
  foreign key (area_id, second_notification_id) references {schema}.notifications (area_id, id),
  check (first_notification_id < second_notification_id),
  check ((state in ('confirmed', 'dismissed')) = (decided_at is not null)),
  check ((decided_at is null) = (decided_by is null)),
  check (
    state = 'confirmed' and ground in ('records-show-it', 'family-or-agency-said-so')
    or state = 'dismissed'
      and ground in ('different-families', 'shared-address-only', 'no-link-between-deaths', 'entered-wrongly')
    or state in ('proposed', 'lapsed') and ground is null
  )
);
call {schema}.tenant_table('related_children');
create unique index related_children_once_a_pair_and_kind on {schema}.related_children
  (area_id, first_notification_id, second_notification_id, kind);
create index related_children_of_second on {schema}.related_children (second_notification_id);

create function {schema}.step_related() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then
      raise exception 'a relation begins as a proposal' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.first_notification_id, new.second_notification_id, new.kind, new.proposed_at)
    is distinct from (old.first_notification_id, old.second_notification_id, old.kind, old.proposed_at) then
    raise exception 'what was proposed stays as it was' using errcode = 'check_violation';
  end if;
  if old.state in ('confirmed', 'dismissed') and new.reasons is distinct from old.reasons then
    raise exception 'what was decided on stays as it was' using errcode = 'check_violation';
  end if;
  if new.state is distinct from old.state and not exists (
    select from (values
      ('proposed', 'confirmed'), ('proposed', 'dismissed'), ('proposed', 'lapsed'), ('lapsed', 'proposed'),
      ('confirmed', 'dismissed'), ('dismissed', 'confirmed')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a relation does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger legal_steps_only before insert or update on {schema}.related_children
  for each row execute function {schema}.step_related();

-- Who said that they have seen another death in a household: it stands on their desk until then.
create table {schema}.related_seen (
  area_id uuid not null,
  related_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (area_id, related_id, person_id),
  foreign key (area_id, related_id) references {schema}.related_children (area_id, id)
);
call {schema}.tenant_table('related_seen', app_may => 'select, insert');
