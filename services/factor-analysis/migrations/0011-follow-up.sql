-- What is overdue is mailed to its owner each week, and taken further by itself after a while.

alter table {schema}.recommendations add column escalated_on date;

-- The service records that by itself: it is no person.
alter table {schema}.recommendation_entries alter column recorded_by drop not null;
alter table {schema}.recommendation_entries drop constraint recommendation_entries_act_check;
alter table {schema}.recommendation_entries add constraint recommendation_entries_act_check check (act in
  ('propose', 'revise', 'agree', 'issue', 'accept', 'reject', 'begin', 'progress', 'escalate', 'escalate-by-itself',
    'propose-closing', 'send-back', 'confirm-closing', 'drop', 'reopen', 'still-relevant'));
alter table {schema}.recommendation_entries add check ((recorded_by is null) = (act = 'escalate-by-itself'));

-- What an organisation was reminded of in one week: counts alone, and what became of the mail.
create table {schema}.owner_digests (
  area_id uuid not null,
  digest_id uuid not null,
  -- A Monday.
  week_of date not null check (extract(isodow from week_of) = 1),
  organisation_id uuid not null,
  organisation_kind text not null,
  overdue integer not null check (overdue >= 0),
  due integer not null check (due >= 0 and overdue + due > 0),
  made_on date not null,
  outcome text check (outcome in ('sent', 'no-mailbox')),
  outcome_at timestamptz,
  primary key (area_id, digest_id),
  unique (area_id, week_of, organisation_id),
  check ((outcome is null) = (outcome_at is null))
);
call {schema}.tenant_table('owner_digests', app_may => 'select, insert, update');

-- Areas with something to follow, and from which day on it is looked at again: across areas, days alone.
create table {schema}.follow_up_watched (
  area_id uuid primary key,
  look_on date not null
);
call {schema}.untenanted_table('follow_up_watched', 'system', 'select, insert, update, delete');
insert into {schema}.follow_up_watched (area_id, look_on)
select distinct area_id, date '2000-01-01' from {schema}.recommendations;
