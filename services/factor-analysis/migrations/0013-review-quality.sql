-- A sample of finished reviews is looked at by somebody who did not decide them: a short dated checklist, and a note.

create table {schema}.quality_samples (
  area_id uuid not null,
  sample_id uuid not null,
  agreed_from date not null,
  share numeric not null check (share > 0 and share <= 1),
  fewest integer not null check (fewest >= 0),
  -- With it the drawing can be repeated. Shown to nobody: whoever knows it knows beforehand which reviews come.
  seed text not null check (length(seed) between 16 and 64),
  possible integer not null check (possible >= 0),
  drawn integer not null check (drawn > 0),
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (area_id, sample_id)
);
call {schema}.tenant_table('quality_samples', app_may => 'select, insert');

create table {schema}.quality_reviews (
  area_id uuid not null,
  review_id uuid not null,
  sample_id uuid not null,
  case_id uuid not null,
  -- Which agreement of the case.
  revision integer not null check (revision > 0),
  reference text not null check (length(reference) <= 40),
  decided_by uuid[] not null check (cardinality(decided_by) > 0),
  checklist text check (length(checklist) <= 20),
  answers jsonb,
  sealed_note bytea,
  answered_by uuid,
  answered_on date,
  primary key (area_id, review_id),
  foreign key (area_id, sample_id) references {schema}.quality_samples (area_id, sample_id),
  foreign key (area_id, case_id, revision) references {schema}.analyses (area_id, case_id, revision),
  check ((answers is null) = (answered_by is null) and (answers is null) = (answered_on is null)
    and (answers is null) = (checklist is null)),
  check (sealed_note is null or answers is not null),
  check (not coalesce(answered_by = any (decided_by), false))
);
call {schema}.tenant_table('quality_reviews');
-- A review is looked at once.
create unique index one_quality_review on {schema}.quality_reviews (area_id, case_id, revision);

create function {schema}.keep_quality_review() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'what was found of a review is not deleted' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.answers is not null or not exists (
      select from {schema}.analyses a
      where a.area_id = new.area_id and a.case_id = new.case_id and a.revision = new.revision and a.state = 'agreed'
    ) then
      raise exception 'a finished review is drawn before it is looked at' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.answers is not null
    or (new.area_id, new.review_id, new.sample_id, new.case_id, new.revision, new.reference, new.decided_by)
      is distinct from (old.area_id, old.review_id, old.sample_id, old.case_id, old.revision, old.reference, old.decided_by) then
    raise exception 'what was found of a review stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_quality_review before insert or update or delete on {schema}.quality_reviews
  for each row execute function {schema}.keep_quality_review();
