-- A case of a child who did not die: everything sent is recalled, the national record is withdrawn, and a trace stays.

alter table {schema}.cases
  drop constraint cases_state_check,
  add constraint cases_state_check check (state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reviewed', 'submitted', 'closed', 'reported-in-error')),
  drop constraint cases_check6,
  add constraint cases_closed_when_closed check (state = 'reported-in-error' or (state = 'closed') = (closed_at is not null)),
  add column error_reason text,
  add column error_reported_at timestamptz,
  add constraint cases_error_is_dated check (
    (state = 'reported-in-error') = (error_reported_at is not null) and (error_reason is null) = (error_reported_at is null)
  );

create or replace function {schema}.refuse_illegal_step() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select from (values
      ('gathering', 'review-meeting-held'), ('gathering', 'review-meeting-not-held'),
      ('review-meeting-held', 'listed'), ('review-meeting-held', 'gathering'),
      ('review-meeting-not-held', 'listed'), ('review-meeting-not-held', 'gathering'),
      ('listed', 'reviewed'), ('listed', 'deferred'),
      ('deferred', 'gathering'), ('deferred', 'listed'),
      ('reviewed', 'submitted'), ('submitted', 'closed'),
      (old.state, 'reported-in-error')
    ) as steps (before, after) where steps.before = old.state and steps.after = new.state
  ) then
    raise exception 'a case does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- When the link of a request was first opened with its code.
alter table {schema}.information_requests add column first_opened_at timestamptz;
update {schema}.information_requests r set first_opened_at = c.entered_at
from {schema}.link_codes c
where c.area_id = r.area_id and c.information_request_id = r.information_request_id;

create table {schema}.recalls (
  area_id uuid not null,
  information_request_id uuid not null,
  case_id uuid not null,
  recalled_at timestamptz not null,
  mailed_at timestamptz,
  primary key (area_id, information_request_id),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
create index recalls_by_case on {schema}.recalls (area_id, case_id);
call {schema}.tenant_table('recalls');
comment on column {schema}.recalls.mailed_at is 'The recipient was told once; a second job sends nothing.';

create table {schema}.national_withdrawals (
  area_id uuid not null,
  case_id uuid not null,
  submitted_on date,
  owed_since timestamptz not null,
  withdrawn_on date check (withdrawn_on >= submitted_on),
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check (num_nulls(withdrawn_on, recorded_by, recorded_at) in (0, 3))
);
call {schema}.tenant_table('national_withdrawals');
comment on column {schema}.national_withdrawals.withdrawn_on is 'The national database was told that the record is withdrawn; until then that is owed.';
