-- The live panel: a case at a meeting, whose analysis is agreed item by item before the members. Every decision about an item
-- is a further row that follows the one before it; none is changed. Which item is which is the form's to say.

create table {schema}.live_sessions (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  revision integer not null check (revision > 0),
  state text not null check (state in ('open', 'ended', 'agreed')),
  version integer not null check (version > 0),
  current_item text not null check (length(current_item) between 1 and 200),
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  primary key (area_id, case_id, panel_meeting_id, revision),
  check ((state = 'open') = (closed_by is null)),
  check ((state = 'open') = (closed_at is null))
);
call {schema}.tenant_table('live_sessions', app_may => 'select, insert, update');
comment on column {schema}.live_sessions.revision is 'Which agreement of the analysis it is about.';
comment on column {schema}.live_sessions.version is 'Counts every change others must see.';
-- A case is before one meeting at a time.
create unique index one_live_session on {schema}.live_sessions (area_id, case_id) where state = 'open';

create function {schema}.keep_live_session() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a live panel is not deleted' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'open' or new.version <> 1 then
      raise exception 'a live panel begins open' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'agreed' then
    raise exception 'what a live panel agreed stays so' using errcode = 'check_violation';
  end if;
  if (new.area_id, new.case_id, new.panel_meeting_id, new.revision) is distinct from
      (old.area_id, old.case_id, old.panel_meeting_id, old.revision) or new.version <> old.version + 1
      or (old.state = 'ended' and new.state <> 'open') then
    raise exception 'a live panel stays that of its case and counts on' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_live_session before insert or update or delete on {schema}.live_sessions
  for each row execute function {schema}.keep_live_session();

create table {schema}.live_decisions (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  revision integer not null,
  item text not null check (length(item) between 1 and 200),
  version integer not null check (version > 0),
  state text not null check (state in ('open', 'agreed', 'needs-more', 'deferred')),
  -- A keyed hash of the answer it was decided about: an agreement holds for that answer alone.
  answer_digest bytea not null check (length(answer_digest) = 32),
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- What those who disagreed said, where it is to be kept.
  sealed_words bytea,
  primary key (area_id, case_id, panel_meeting_id, revision, item, version),
  foreign key (area_id, case_id, panel_meeting_id, revision)
    references {schema}.live_sessions (area_id, case_id, panel_meeting_id, revision)
);
call {schema}.tenant_table('live_decisions', app_may => 'select, insert');

create function {schema}.keep_live_decision() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'a decision of a live panel is never changed' using errcode = 'check_violation';
  end if;
  if not exists (
    select from {schema}.live_sessions s
    where s.area_id = new.area_id and s.case_id = new.case_id and s.panel_meeting_id = new.panel_meeting_id
      and s.revision = new.revision and s.state = 'open'
  ) then
    raise exception 'an item is decided while the live panel is open' using errcode = 'check_violation';
  end if;
  if new.version > 1 and not exists (
    select from {schema}.live_decisions d
    where d.area_id = new.area_id and d.case_id = new.case_id and d.panel_meeting_id = new.panel_meeting_id
      and d.revision = new.revision and d.item = new.item and d.version = new.version - 1
  ) then
    raise exception 'a decision follows the one before it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_live_decision before insert or update or delete on {schema}.live_decisions
  for each row execute function {schema}.keep_live_decision();

-- Who of the members present disagreed with a decision.
create table {schema}.live_disagreements (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  revision integer not null,
  item text not null,
  version integer not null,
  person_id uuid not null,
  primary key (area_id, case_id, panel_meeting_id, revision, item, version, person_id),
  foreign key (area_id, case_id, panel_meeting_id, revision, item, version)
    references {schema}.live_decisions (area_id, case_id, panel_meeting_id, revision, item, version)
);
call {schema}.tenant_table('live_disagreements', app_may => 'select, insert');

-- Who has the live panel of a case open at this moment; forgotten when it closes.
create table {schema}.live_presences (
  area_id uuid not null,
  case_id uuid not null,
  panel_meeting_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (area_id, case_id, panel_meeting_id, person_id)
);
call {schema}.tenant_table('live_presences', app_may => 'select, insert, update, delete');
