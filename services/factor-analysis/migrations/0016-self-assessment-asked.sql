-- An organisation answers its self-assessment itself, from the inbox of its mailbox, and is reminded until it has.

-- Null where the organisation saved it itself: it has no person here.
alter table {schema}.self_assessment_answers alter column saved_by drop not null;
comment on column {schema}.self_assessment_answers.saved_by is 'Null: the organisation itself, from the inbox of its mailbox.';

-- What each organisation was asked and reminded of, each once.
create table {schema}.self_assessment_reminders (
  area_id uuid not null,
  year text not null,
  organisation_id uuid not null,
  step text not null check (step in ('opened', 'before', 'due', 'after-first', 'after-second')),
  asked_on date not null,
  primary key (area_id, year, organisation_id, step),
  foreign key (area_id, year, organisation_id)
    references {schema}.self_assessment_forms (area_id, year, organisation_id)
);
call {schema}.tenant_table('self_assessment_reminders', app_may => 'select, insert');
