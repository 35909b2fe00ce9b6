-- The view of a child death review meeting, drafted in the form the panel agrees: of each meeting its own, sent to the panel
-- once and from then as it is; a correction is a further one with its reason. Nothing of it is counted: it has no factors
-- beside it, and only the panel's own analysis is ever agreed.

create table {schema}.meeting_drafts (
  area_id uuid not null,
  review_meeting_id uuid not null,
  revision integer not null check (revision > 0),
  case_id uuid not null,
  state text not null check (state in ('draft', 'finished')),
  version integer not null check (version > 0),
  form_version text not null,
  sealed_answers bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  finished_on date,
  finished_by uuid,
  -- Why the one before is corrected.
  sealed_reason bytea,
  primary key (area_id, review_meeting_id, revision),
  check ((state = 'finished') = (finished_on is not null)),
  check ((state = 'finished') = (finished_by is not null)),
  check ((sealed_reason is not null) = (state = 'finished' and revision > 1))
);
call {schema}.tenant_table('meeting_drafts', app_may => 'select, insert, update');
comment on column {schema}.meeting_drafts.case_id is 'The case whose meeting it is: of two that were merged, its own.';
comment on column {schema}.meeting_drafts.revision is 'Which sending to the panel it is, or will be; version counts every saving of all of them.';
create unique index one_meeting_draft on {schema}.meeting_drafts (area_id, review_meeting_id) where state = 'draft';

create function {schema}.keep_finished() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a draft is written before it is sent' using errcode = 'check_violation';
    end if;
    if new.revision > 1 and not exists (
      select from {schema}.meeting_drafts d
      where d.area_id = new.area_id and d.review_meeting_id = new.review_meeting_id
        and d.revision = new.revision - 1 and d.case_id = new.case_id and d.state = 'finished'
        and d.version < new.version
    ) then
      raise exception 'a correction follows what was sent before it' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.state = 'finished' then
    raise exception 'a draft that was sent to the panel is never changed' using errcode = 'check_violation';
  end if;
  if (new.area_id, new.review_meeting_id, new.revision, new.case_id) is distinct from
      (old.area_id, old.review_meeting_id, old.revision, old.case_id) or new.version <= old.version then
    raise exception 'a draft stays that of its meeting' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_finished before insert or update or delete on {schema}.meeting_drafts
  for each row execute function {schema}.keep_finished();

-- Whose draft the panel's analysis began from, if any.
alter table {schema}.analyses
  add column begun_from uuid,
  add column begun_from_revision integer,
  add check ((begun_from is null) = (begun_from_revision is null)),
  add check (begun_from is null or revision = 1),
  add foreign key (area_id, begun_from, begun_from_revision)
    references {schema}.meeting_drafts (area_id, review_meeting_id, revision);

create function {schema}.keep_source() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.begun_from, new.begun_from_revision) is distinct from (old.begun_from, old.begun_from_revision) then
      raise exception 'what an analysis began from stays so' using errcode = 'check_violation';
    end if;
  elsif new.begun_from is not null and not exists (
    select from {schema}.meeting_drafts d
    where d.area_id = new.area_id and d.review_meeting_id = new.begun_from and d.revision = new.begun_from_revision
      and d.state = 'finished'
  ) then
    raise exception 'an analysis begins from a draft that was sent' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_source before insert or update on {schema}.analyses
  for each row execute function {schema}.keep_source();
