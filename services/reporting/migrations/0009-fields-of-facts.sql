-- What else an acceptance and an agreement tell by codes and bands, and what happened to a case on its way: enough for the
-- statutory tables, and no more. Null: told before it was told, or not answered; the questions answered say which.

alter table {schema}.death_facts
  add column flags text[],
  add column gestation text check (gestation in ('under-24w', '24-27w', '28-31w', '32-36w', '37w-and-over')),
  add column response_started text check (response_started in ('yes', 'no', 'not-known')),
  add column other_reviews text[];
alter table {schema}.review_facts add column domains jsonb;

-- One row for each step, for good: what is true at an instant follows from those recorded by then.
create table {schema}.case_steps (
  area_id uuid not null,
  case_id uuid not null,
  event_version bigint not null check (event_version > 0),
  recorded_from timestamptz not null,
  step text not null check (step in (
    'opened', 'review-meeting-held', 'review-meeting-not-held', 'review-meeting-reported', 'hold-began', 'hold-ended',
    'listed', 'deferred', 'resumed', 'reviewed', 'closed', 'reopened'
  )),
  happened_on date not null,
  code text check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  about uuid,
  primary key (area_id, case_id, event_version)
);
comment on column {schema}.case_steps.happened_on is 'The statutory day, and where a step has none the day on which it was recorded.';
comment on column {schema}.case_steps.code is 'Why a hold began or no meeting was held, the kind of a meeting, the state a case went on in.';
comment on column {schema}.case_steps.about is 'The hold or meeting.';
call {schema}.tenant_table('case_steps', 'false', 'select, insert, delete');
