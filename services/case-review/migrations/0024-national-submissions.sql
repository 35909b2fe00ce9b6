-- What was sent of a case to the national database, and what became of it. The content is put together when it leaves and
-- is not kept: a hash says what it was, and sealed hashes by field what has changed since.

create table {schema}.national_submissions (
  area_id uuid not null,
  submission_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('notification', 'reporting', 'analysis')),
  number integer not null check (number > 0),
  state text not null check (state in ('queued', 'incomplete', 'stopped', 'sending', 'acknowledged', 'rejected', 'withdrawing', 'withdrawn')),
  because text check (because ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  mapping_version text,
  source_version integer check (source_version > 0),
  content_hash bytea check (length(content_hash) = 32),
  field_hashes bytea,
  problems jsonb,
  receipt text check (length(receipt) between 1 and 100),
  queued_by uuid not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz,
  told_at timestamptz,
  withdrawal_receipt text check (length(withdrawal_receipt) between 1 and 100),
  withdrawn_at timestamptz,
  primary key (area_id, submission_id),
  unique (area_id, case_id, kind, number),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((sent_at is null) = (content_hash is null) and (sent_at is null) = (field_hashes is null)),
  check (sent_at is not null or state in ('queued', 'incomplete', 'stopped')),
  check (state <> 'acknowledged' or receipt is not null),
  check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawal_receipt is null)),
  check ((because is not null) = (state in ('stopped', 'withdrawing', 'withdrawn')))
);
call {schema}.tenant_table('national_submissions');
call {schema}.carried_with_case('national_submissions');
comment on column {schema}.national_submissions.because is 'Why it was not sent, or is taken back.';
comment on column {schema}.national_submissions.source_version is 'Of the notification it was put together from: asked for again, intake gives the same answers.';
comment on column {schema}.national_submissions.told_at is 'Intake knows the receipt.';
create unique index one_submission_under_way on {schema}.national_submissions (area_id, case_id, kind)
  where state in ('queued', 'sending', 'withdrawing');

create function {schema}.refuse_illegal_submission() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('queued', 'sending'), ('queued', 'incomplete'), ('queued', 'stopped'),
      ('sending', 'acknowledged'), ('sending', 'rejected'), ('sending', 'withdrawing'),
      ('acknowledged', 'withdrawing'), ('withdrawing', 'withdrawn')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a submission does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if (new.case_id, new.kind, new.number, new.queued_by, new.queued_at) is distinct from
     (old.case_id, old.kind, old.number, old.queued_by, old.queued_at)
    or old.sent_at is not null and (new.sent_at, new.content_hash, new.field_hashes, new.mapping_version, new.source_version)
      is distinct from (old.sent_at, old.content_hash, old.field_hashes, old.mapping_version, old.source_version)
    or old.receipt is not null and new.receipt is distinct from old.receipt
  then
    raise exception 'what was sent stays' using errcode = 'check_violation';
  end if;
  -- Nothing leaves before it is recorded who confirmed the death and who the child is, nor of a case that is none.
  if new.state = 'sending' and old.state <> 'sending' and not exists (
    select from {schema}.cases c
    where c.area_id = new.area_id and c.case_id = new.case_id and c.confirmed_at is not null
      and c.state not in ('reported-in-error', 'duplicate-merged', 'transferred')
      and (c.reviewed_on is null or c.reviewed_on >= date '2019-04-01')
  ) then
    raise exception 'nothing of this case goes to the national database' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger legal_steps_only before update on {schema}.national_submissions
  for each row execute function {schema}.refuse_illegal_submission();
