-- A sample of what panels agreed is coded a second time by another panel that does not know what the first one said. Both
-- codings stay as they were given; what is settled between them stands beside them.

create table {schema}.coding_samples (
  area_id uuid not null,
  sample_id uuid not null,
  panel_meeting_id uuid not null,
  agreed_from date not null,
  share numeric not null check (share > 0 and share <= 1),
  fewest integer not null check (fewest >= 0),
  fewest_in_stratum integer not null check (fewest_in_stratum >= 0),
  -- With it the drawing can be repeated. Shown to nobody: whoever knows it knows beforehand which cases come.
  seed text not null check (length(seed) between 16 and 64),
  possible integer not null check (possible >= 0),
  drawn integer not null check (drawn > 0),
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (area_id, sample_id)
);
call {schema}.tenant_table('coding_samples', app_may => 'select, insert');

create table {schema}.second_codings (
  area_id uuid not null,
  coding_id uuid not null,
  sample_id uuid not null,
  case_id uuid not null,
  -- Which agreement of the case the first panel's is.
  revision integer not null check (revision > 0),
  reference text not null check (length(reference) <= 40),
  stratum text not null check (length(stratum) <= 40),
  panel_meeting_id uuid not null,
  first_meeting_id uuid not null check (first_meeting_id <> panel_meeting_id),
  first_decided_by uuid[] not null check (cardinality(first_decided_by) > 0),
  state text not null check (state in ('assigned', 'draft', 'final', 'withdrawn')),
  version integer not null check (version >= 0),
  form_version text,
  sealed_answers bytea,
  saved_by uuid,
  saved_at timestamptz,
  coded_on date,
  decided_by uuid[],
  -- Whether the two differ in anything that is compared.
  differs boolean,
  withdrawn_at timestamptz,
  primary key (area_id, coding_id),
  foreign key (area_id, sample_id) references {schema}.coding_samples (area_id, sample_id),
  foreign key (area_id, case_id, revision) references {schema}.analyses (area_id, case_id, revision),
  check (state <> 'assigned' or (version = 0 and sealed_answers is null)),
  check (state not in ('draft', 'final') or (version > 0 and sealed_answers is not null and form_version is not null)),
  check ((state = 'final') = (coded_on is not null)),
  check ((state = 'final') = (decided_by is not null)),
  check ((state = 'final') = (differs is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check (decided_by is null or cardinality(decided_by) > 0),
  check (not coalesce(decided_by && first_decided_by, false))
);
call {schema}.tenant_table('second_codings');
-- What a panel agreed is coded a second time once.
create unique index one_second_coding on {schema}.second_codings (area_id, case_id, revision) where state <> 'withdrawn';

create function {schema}.keep_second_coding() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a second coding is never deleted' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'assigned' then
      raise exception 'a case is drawn before it is coded' using errcode = 'check_violation';
    end if;
    if not exists (
      select from {schema}.analyses a
      where a.area_id = new.area_id and a.case_id = new.case_id and a.revision = new.revision
        and a.state = 'agreed' and a.panel_meeting_id = new.first_meeting_id
    ) then
      raise exception 'only what a panel agreed is coded again' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state in ('final', 'withdrawn') then
    raise exception 'a second coding that is final stays as it is' using errcode = 'check_violation';
  end if;
  if new.version < old.version or new.state = 'final' and old.state <> 'draft' or new.state = 'assigned' and old.state <> 'assigned'
    or (new.area_id, new.coding_id, new.sample_id, new.case_id, new.revision, new.reference, new.stratum,
        new.panel_meeting_id, new.first_meeting_id, new.first_decided_by)
      is distinct from (old.area_id, old.coding_id, old.sample_id, old.case_id, old.revision, old.reference,
        old.stratum, old.panel_meeting_id, old.first_meeting_id, old.first_decided_by) then
    raise exception 'a second coding stays that of its case and panel' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_second_coding before insert or update or delete on {schema}.second_codings
  for each row execute function {schema}.keep_second_coding();

create table {schema}.adjudications (
  area_id uuid not null,
  coding_id uuid not null,
  holds text not null check (holds in ('first', 'second')),
  sealed_reason bytea not null,
  adjudicated_by uuid not null,
  adjudicated_on date not null,
  primary key (area_id, coding_id),
  foreign key (area_id, coding_id) references {schema}.second_codings (area_id, coding_id)
);
call {schema}.tenant_table('adjudications', app_may => 'select, insert');

create function {schema}.keep_adjudication() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what was settled stays as it is' using errcode = 'check_violation';
  end if;
  if not exists (
    select from {schema}.second_codings c
    where c.area_id = new.area_id and c.coding_id = new.coding_id and c.state = 'final' and c.differs
      and not new.adjudicated_by = any (c.decided_by || c.first_decided_by)
  ) then
    raise exception 'two codings that differ are settled, by somebody who gave neither' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_adjudication before insert or update or delete on {schema}.adjudications
  for each row execute function {schema}.keep_adjudication();

-- Who has seen what the panel makes of a case: they do not code it a second time.
create table {schema}.analysis_readers (
  area_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  primary key (area_id, case_id, person_id)
);
call {schema}.tenant_table('analysis_readers', app_may => 'select, insert');
insert into {schema}.analysis_readers (area_id, case_id, person_id)
select distinct e.area_id, (e.entry->'object'->>'id')::uuid, substr(e.entry->>'actor', 8)::uuid
from {schema}.audit_entries e
where e.entry->>'action' in ('analysis.read', 'analysis.save-draft', 'analysis.begin-from-meeting',
    'analysis.agree', 'meeting-analysis.read-for-panel', 'live-panel.read', 'live-panel.lead')
  and e.entry->'object'->>'kind' = 'case' and e.entry->>'actor' like 'person:%';
