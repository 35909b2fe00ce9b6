-- Two records of one child made one, by two people. Nothing moves: a merge in force says which record now stands for
-- which, and closing it undoes all of it.

-- A pair a person thought of has no probability.
alter table {schema}.duplicate_reviews drop constraint duplicate_reviews_check3;
alter table {schema}.duplicate_reviews add constraint no_probability_across_areas
  check (candidate_area_id = area_id or probability is null);

create table {schema}.merges (
  area_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  merged_notification_id uuid not null,
  surviving_notification_id uuid not null,
  state text not null check (state in ('proposed', 'confirmed', 'declined', 'withdrawn', 'undone')),
  version bigint not null check (version > 0),
  -- Of every field of the identity, from which of the two records it is kept; codes only.
  provenance jsonb not null,
  identity bytea not null,
  -- The merge each of the two records had its identity from when this one was proposed.
  merged_based_on uuid,
  surviving_based_on uuid,
  -- The order in which merges of the area were confirmed: they are undone from the last.
  confirmed_as bigint,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, review_id) references {schema}.duplicate_reviews (area_id, id),
  foreign key (area_id, merged_notification_id) references {schema}.notifications (area_id, id),
  foreign key (area_id, surviving_notification_id) references {schema}.notifications (area_id, id),
  check (merged_notification_id <> surviving_notification_id),
  check ((state = 'proposed') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((undone_at is null) = (undone_by is null)),
  check ((state in ('confirmed', 'undone')) = (confirmed_as is not null)),
  -- Nobody confirms or declines what they proposed themselves, and nobody else withdraws it.
  check (state not in ('confirmed', 'declined', 'undone') or decided_by <> proposed_by),
  check (state <> 'withdrawn' or decided_by = proposed_by)
);
call {schema}.tenant_table('merges');
comment on column {schema}.merges.identity is 'The identity as merged, sealed under the key of the surviving notification: a version of its own, in force while the merge is confirmed.';
create unique index merges_once_at_a_time on {schema}.merges (area_id, merged_notification_id)
  where state in ('proposed', 'confirmed');
create index merges_into on {schema}.merges (area_id, surviving_notification_id, state, confirmed_as);
create index merges_by_state on {schema}.merges (area_id, state, proposed_at, id);
create index merges_of_review on {schema}.merges (area_id, review_id);

create function {schema}.step_merge() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then
      raise exception 'a merge begins as a proposal' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not exists (
    select from (values
      ('proposed', 'confirmed'), ('proposed', 'declined'), ('proposed', 'withdrawn'), ('confirmed', 'undone')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a merge does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if (new.review_id, new.merged_notification_id, new.surviving_notification_id, new.provenance, new.identity,
      new.merged_based_on, new.surviving_based_on, new.proposed_by, new.proposed_at)
    is distinct from (old.review_id, old.merged_notification_id, old.surviving_notification_id, old.provenance,
      old.identity, old.merged_based_on, old.surviving_based_on, old.proposed_by, old.proposed_at) then
    raise exception 'what was proposed stays as it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger legal_steps_only before insert or update on {schema}.merges
  for each row execute function {schema}.step_merge();

-- The record that now stands for a record: itself, unless it was merged.
create function {schema}.standing(in_area uuid, record uuid) returns uuid language sql stable set search_path = '' as $$
  with recursive chain (id, steps) as (
    select record, 0
    union all
    select m.surviving_notification_id, c.steps + 1
    from chain c
    join {schema}.merges m on m.area_id = in_area and m.merged_notification_id = c.id and m.state = 'confirmed'
    where c.steps < 100
  )
  select id from chain order by steps desc limit 1
$$;

alter table {schema}.notifications drop constraint notifications_state_check;
alter table {schema}.notifications add constraint notifications_state_check
  check (state in ('received', 'accepted', 'out-of-scope', 'reported-in-error', 'duplicate'));
create index notifications_duplicate_numbers on {schema}.notifications (area_id, nhs_number_index)
  where state = 'duplicate';

-- A notification is decided once. Only a merge in force makes it a duplicate, and only its undoing brings it back.
create or replace function {schema}.decide_once() returns trigger language plpgsql as $$
declare
  merged boolean;
begin
  if new.state = old.state then
    return new;
  end if;
  merged := exists (
    select from {schema}.merges m
    where m.area_id = new.area_id and m.merged_notification_id = new.id and m.state = 'confirmed'
  );
  if not (
    (old.state = 'received' and (new.state = 'duplicate') = merged)
    or (old.state = 'duplicate' and new.state = 'received' and not merged)
    or (old.state <> 'duplicate' and new.state = 'reported-in-error' and new.case_id is not distinct from old.case_id)
  ) then
    raise exception 'a notification is decided once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
