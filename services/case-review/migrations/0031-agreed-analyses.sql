-- What the panel agreed, in codes, as factor-analysis told of it: what goes to the national database of a reviewed case.

create table {schema}.agreed_analyses (
  area_id uuid not null,
  case_id uuid not null,
  analysis_version integer not null check (analysis_version > 0),
  reviewed_on date not null,
  codes jsonb not null,
  primary key (area_id, case_id, analysis_version),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('agreed_analyses', app_may => 'select, insert');
comment on column {schema}.agreed_analyses.codes is 'Categories, factors and modifiability: codes only.';

-- An analysis goes there only once the panel has reviewed the case.
create function {schema}.refuse_unreviewed_submission() returns trigger language plpgsql as $$
begin
  if new.kind = 'analysis' and new.state = 'sending' and old.state <> 'sending' and not exists (
    select from {schema}.cases c
    where c.area_id = new.area_id and c.case_id = new.case_id and c.reviewed_on is not null
  ) then
    raise exception 'the case is not reviewed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger reviewed_first before update on {schema}.national_submissions
  for each row execute function {schema}.refuse_unreviewed_submission();

-- Of one kind several may be taken back at once: the one that stands, and those it had superseded.
drop index {schema}.one_submission_under_way;
create unique index one_submission_on_its_way on {schema}.national_submissions (area_id, case_id, kind)
  where state in ('queued', 'sending');
