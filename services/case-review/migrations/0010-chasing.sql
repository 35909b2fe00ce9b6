-- Agencies that have not answered are chased by a schedule: once a working day and area, whatever is due, in one mail for
-- each mailbox. Which rung of the area's ladder is due is worked out from the dates and from the chasers kept here.

-- How an area chases, from which day. The newest version that is in force counts; earlier ones stay.
create table {schema}.chasing_settings (
  area_id uuid not null,
  version integer not null check (version > 0),
  valid_from date not null,
  settings jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (area_id, version)
);
call {schema}.tenant_table('chasing_settings', app_may => 'select, insert');

-- Which areas have asked anybody, and on which day their chasers were last worked out: read across areas by the service's
-- own schedule. What is done for a row happens behind the wall of its area.
create table {schema}.chasing_areas (
  area_id uuid primary key,
  chased_on date not null
);
call {schema}.untenanted_table('chasing_areas', 'system', 'select, insert, update');
comment on column {schema}.chasing_areas.chased_on is 'Locked by whoever works the day out: a second process finds it done.';

create function {schema}.note_area_that_asks() returns trigger language plpgsql as $$
begin
  insert into {schema}.chasing_areas (area_id, chased_on) values (new.area_id, '-infinity') on conflict do nothing;
  return null;
end $$;
create trigger area_that_asks after insert on {schema}.information_requests
  for each row execute function {schema}.note_area_that_asks();
insert into {schema}.chasing_areas (area_id, chased_on)
select distinct area_id, date '-infinity' from {schema}.information_requests;

-- One mail to one mailbox about every request that is chased there that day.
create table {schema}.chaser_mails (
  area_id uuid not null,
  chaser_mail_id uuid not null,
  mailbox_index bytea not null,
  chased_on date not null,
  outcome text check (outcome in ('sent', 'overtaken')),
  outcome_at timestamptz,
  primary key (area_id, chaser_mail_id),
  unique (area_id, mailbox_index, chased_on),
  check ((outcome is null) = (outcome_at is null))
);
comment on column {schema}.chaser_mails.mailbox_index is 'A keyed hash of the address: the address itself is the organisation''s, looked up when the mail leaves.';
comment on column {schema}.chaser_mails.outcome is 'Null while it waits to leave. Overtaken: everything it was about was answered or recalled first.';
call {schema}.tenant_table('chaser_mails');

-- The rungs an agency has been chased up, each once.
create table {schema}.chasers (
  area_id uuid not null,
  information_request_id uuid not null,
  step text not null check (step ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  taken_on date not null,
  chaser_mail_id uuid,
  recorded_at timestamptz not null,
  primary key (area_id, information_request_id, step),
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  foreign key (area_id, chaser_mail_id) references {schema}.chaser_mails
);
create index chasers_by_mail on {schema}.chasers (area_id, chaser_mail_id);
call {schema}.tenant_table('chasers', app_may => 'select, insert');
