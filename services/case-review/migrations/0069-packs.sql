-- What a panel reads for a meeting, in versions: built by a job, decided on and signed by people, read until some days after
-- the meeting, then destroyed with its key. What was found in the texts of a case is sealed with the key of the case; the
-- compiled texts with a key of the pack's own.

create table {schema}.packs (
  area_id uuid not null,
  pack_id uuid not null,
  panel_meeting_id uuid not null,
  version integer not null check (version > 0),
  state text not null check (state in (
    'building', 'awaiting-decisions', 'ready', 'signed-once', 'released', 'withdrawn', 'expired'
  )),
  asked_by uuid not null,
  asked_at timestamptz not null,
  built_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  released_by uuid,
  released_at timestamptz,
  late_reason bytea,
  few_reason bytea,
  expires_after_days integer check (expires_after_days between 0 and 180),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text check (withdrawn_because ~ '^[a-z]+(-[a-z]+)*$'),
  destroyed_at timestamptz,
  primary key (area_id, pack_id),
  unique (area_id, panel_meeting_id, version),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings,
  check ((signed_by is null) = (signed_at is null)),
  check ((released_by is null) = (released_at is null)),
  check (released_by is null or (signed_by is not null and released_by <> signed_by)),
  check (released_at is null or expires_after_days is not null),
  check (state not in ('signed-once', 'released', 'expired') or signed_by is not null),
  check (state not in ('released', 'expired') or released_by is not null),
  check (num_nonnulls(late_reason, few_reason) = 0 or released_by is not null),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_because is null)),
  check (destroyed_at is null or state in ('withdrawn', 'expired'))
);
call {schema}.tenant_table('packs');
comment on column {schema}.packs.withdrawn_by is 'Null where a newer version took its place.';
-- One is made, and one is read, at a time.
create unique index one_pack_in_the_making on {schema}.packs (area_id, panel_meeting_id)
  where state in ('building', 'awaiting-decisions', 'ready', 'signed-once');
create unique index one_pack_read on {schema}.packs (area_id, panel_meeting_id) where state = 'released';

create table {schema}.pack_cases (
  area_id uuid not null,
  pack_id uuid not null,
  case_id uuid not null,
  outcome text check (outcome in ('screened', 'left-out', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  known_hash bytea,
  findings bytea,
  counts jsonb,
  doubtful integer check (doubtful >= 0),
  open integer check (open between 0 and doubtful),
  screened_at timestamptz,
  compiled bytea,
  primary key (area_id, pack_id, case_id),
  foreign key (area_id, pack_id) references {schema}.packs,
  foreign key (area_id, case_id) references {schema}.cases,
  check ((outcome is not null) = (screened_at is not null)),
  check (coalesce(outcome = 'screened', false) = (findings is not null)),
  check (num_nonnulls(findings, known_hash, counts, doubtful, open) in (0, 5)),
  check (compiled is null or findings is not null)
);
comment on column {schema}.pack_cases.known_hash is 'A keyed hash of what was looked for: another one says that a person, place or number came to be known since.';
comment on column {schema}.pack_cases.compiled is 'De-identified texts, sealed with the key of the pack.';
call {schema}.tenant_table('pack_cases');
create index pack_cases_by_case on {schema}.pack_cases (area_id, case_id);

-- What a person decided of a doubtful piece of a text, for that very text: a keyed hash of it, and the place in it.
create table {schema}.pack_decisions (
  area_id uuid not null,
  case_id uuid not null,
  text_hash bytea not null,
  place text not null check (place ~ '^[0-9]+-[0-9]+$'),
  found_as text not null,
  entry integer not null check (entry > 0),
  hide boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (area_id, case_id, text_hash, place, found_as, entry),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('pack_decisions', app_may => 'select, insert');

-- The codes a person or place bore in earlier packs, by a keyed hash, so that they are not given again.
create table {schema}.pack_codes (
  area_id uuid not null,
  entity_hash bytea not null,
  code text not null check (code ~ '^[A-Z][0-9][0-9]$'),
  pack_id uuid not null,
  primary key (area_id, entity_hash, code, pack_id),
  foreign key (area_id, pack_id) references {schema}.packs
);
call {schema}.tenant_table('pack_codes', app_may => 'select, insert');

create table {schema}.pack_rules (
  area_id uuid not null,
  version integer not null check (version > 0),
  valid_from date not null,
  rule jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (area_id, version)
);
call {schema}.tenant_table('pack_rules', app_may => 'select, insert');

-- Packs that were released and are not destroyed: the service's own watch reads it across areas.
create table {schema}.packs_to_destroy (
  area_id uuid not null,
  pack_id uuid not null,
  primary key (area_id, pack_id)
);
call {schema}.untenanted_table('packs_to_destroy', 'system', 'select, insert, delete');

create function {schema}.refuse_wrong_pack_step() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'building' then
      raise exception 'a pack begins by being built' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.panel_meeting_id, new.version, new.asked_by, new.asked_at)
    is distinct from (old.panel_meeting_id, old.version, old.asked_by, old.asked_at)
    or old.signed_by is not null and new.signed_by is distinct from old.signed_by
    or old.released_by is not null
      and (new.released_by, new.released_at) is distinct from (old.released_by, old.released_at)
  then
    raise exception 'what was said of a pack stays' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (
    ('building', 'awaiting-decisions'), ('building', 'ready'), ('building', 'withdrawn'),
    ('awaiting-decisions', 'ready'), ('awaiting-decisions', 'withdrawn'),
    ('ready', 'awaiting-decisions'), ('ready', 'signed-once'), ('ready', 'withdrawn'),
    ('signed-once', 'released'), ('signed-once', 'withdrawn'),
    ('released', 'withdrawn'), ('released', 'expired')
  ) then
    raise exception 'a pack does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state <> old.state and new.state in ('ready', 'signed-once', 'released') and exists (
    select from {schema}.pack_cases c
    where c.area_id = new.area_id and c.pack_id = new.pack_id and (c.outcome is null or c.open > 0)
  ) then
    raise exception 'a pack with something undecided is not %', new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger pack_steps before insert or update on {schema}.packs
  for each row execute function {schema}.refuse_wrong_pack_step();
