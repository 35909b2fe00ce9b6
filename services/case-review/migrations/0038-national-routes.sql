-- How the way to the national database fails, area by area, so that it is asked ever less often and somebody is told.

create table {schema}.national_routes (
  area_id uuid primary key,
  why text not null check (why in ('away', 'refused')),
  failures integer not null check (failures > 0),
  since timestamptz not null,
  failed_at timestamptz not null,
  tried_at timestamptz not null
);
call {schema}.tenant_table('national_routes', app_may => 'select, insert, update, delete');
comment on column {schema}.national_routes.failures is 'In a row; the row goes with the first answer.';
comment on column {schema}.national_routes.tried_at is 'When it was last tried, or a submission set out to try it for all.';

alter table {schema}.national_submissions
  add column failures integer not null default 0 check (failures >= 0),
  add column failure text check (failure in ('away', 'refused')),
  add column again text check (again in ('merge-undone')),
  add constraint failed_for_a_reason check ((failures = 0) = (failure is null));
comment on column {schema}.national_submissions.failures is 'Calls in a row that came to nothing.';
comment on column {schema}.national_submissions.again is 'Why it was queued without anybody asking.';

-- A submission begins as one that was asked for: only what another area already sent comes in any further.
create function {schema}.refuse_unasked_submission() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.cases c
    where c.area_id = new.area_id and c.case_id = new.case_id and c.arriving_by is not null
  ) then
    return new;
  end if;
  if new.state <> 'queued' or new.failures <> 0
    or num_nonnulls(new.because, new.mapping_version, new.source_version, new.sent_at, new.problems, new.receipt,
      new.settled_at, new.told_at, new.withdrawal_receipt, new.withdrawn_at) > 0
  then
    raise exception 'a submission begins with being asked for' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger asked_for_first before insert on {schema}.national_submissions
  for each row execute function {schema}.refuse_unasked_submission();

-- What came of one stays too; `legal_steps_only` keeps what was sent.
create function {schema}.refuse_changed_outcome() returns trigger language plpgsql as $$
begin
  if old.problems is not null and new.problems is distinct from old.problems
    or old.settled_at is not null and new.settled_at is distinct from old.settled_at
    or old.told_at is not null and new.told_at is distinct from old.told_at
    or old.withdrawal_receipt is not null
      and (new.withdrawal_receipt, new.withdrawn_at, new.because)
        is distinct from (old.withdrawal_receipt, old.withdrawn_at, old.because)
  then
    raise exception 'what came of a submission stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger outcome_stays before update on {schema}.national_submissions
  for each row execute function {schema}.refuse_changed_outcome();
