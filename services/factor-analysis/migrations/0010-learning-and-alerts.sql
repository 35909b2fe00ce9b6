-- What is learnt at any stage of a review and told to others, and what is too urgent to wait for any of them.

create table {schema}.learning_points (
  area_id uuid not null,
  learning_id uuid not null,
  -- "L-2026-003": counted within the area and the year it was issued in.
  year integer not null check (year between 2000 and 2200),
  number integer not null check (number > 0),
  source text not null check (source in
    ('notification', 'joint-agency-response', 'review-meeting', 'panel', 'rapid-review', 'elsewhere')),
  themes text[] not null check (cardinality(themes) between 1 and 18),
  factors text[] not null check (cardinality(factors) <= 30),
  sealed_words bytea not null,
  issued_on date not null,
  issued_by uuid not null,
  primary key (area_id, learning_id),
  unique (area_id, year, number)
);
call {schema}.tenant_table('learning_points', app_may => 'select, insert');
comment on column {schema}.learning_points.sealed_words is 'What was learnt, and who said it where it comes from elsewhere.';

-- The cases something was learnt from. Whoever may not see a case does not learn that it is one of them.
create table {schema}.learning_cases (
  area_id uuid not null,
  learning_id uuid not null,
  case_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (area_id, learning_id, case_id),
  foreign key (area_id, learning_id) references {schema}.learning_points (area_id, learning_id)
);
call {schema}.tenant_table('learning_cases', app_may => 'select, insert');

-- Who got it, and who said that they read it.
create table {schema}.learning_recipients (
  area_id uuid not null,
  learning_id uuid not null,
  organisation_id uuid not null,
  organisation_kind text not null,
  sent_on date not null,
  sent_by uuid not null,
  acknowledged_on date,
  acknowledged_by uuid,
  primary key (area_id, learning_id, organisation_id),
  foreign key (area_id, learning_id) references {schema}.learning_points (area_id, learning_id),
  check ((acknowledged_on is null) = (acknowledged_by is null)),
  check (acknowledged_on >= sent_on)
);
call {schema}.tenant_table('learning_recipients', app_may => 'select, insert, update');
comment on column {schema}.learning_recipients.acknowledged_by is 'Who recorded it here: the recipient has no account.';
create trigger keep_recipient before update on {schema}.learning_recipients
  for each row execute function {schema}.keep_recipient();

create table {schema}.urgent_alerts (
  area_id uuid not null,
  alert_id uuid not null,
  -- "A-2026-001": counted within the area and the year it was raised in.
  year integer not null check (year between 2000 and 2200),
  number integer not null check (number > 0),
  kind text not null check (kind in ('product', 'medicine', 'possible-cluster')),
  source text not null check (source in
    ('notification', 'joint-agency-response', 'review-meeting', 'panel', 'rapid-review', 'elsewhere')),
  sealed_words bytea not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  acknowledge_by timestamptz not null check (acknowledge_by > raised_at),
  -- When coordinators and chairs were told that somebody had not said that they know.
  reminded_at timestamptz,
  outcome text check (outcome in ('acted-on', 'taken-over', 'not-confirmed')),
  sealed_closing bytea,
  closed_by uuid,
  closed_at timestamptz,
  primary key (area_id, alert_id),
  unique (area_id, year, number),
  check ((outcome is null) = (closed_by is null)),
  check ((outcome is null) = (closed_at is null)),
  check ((outcome is null) = (sealed_closing is null)),
  check (closed_by <> raised_by)
);
call {schema}.tenant_table('urgent_alerts', app_may => 'select, insert, update');
comment on column {schema}.urgent_alerts.sealed_words is 'What is dangerous, and what to do now.';
comment on column {schema}.urgent_alerts.sealed_closing is 'What came of it.';

create table {schema}.urgent_alert_cases (
  area_id uuid not null,
  alert_id uuid not null,
  case_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (area_id, alert_id, case_id),
  foreign key (area_id, alert_id) references {schema}.urgent_alerts (area_id, alert_id)
);
call {schema}.tenant_table('urgent_alert_cases', app_may => 'select, insert');

-- Who said that they know of an alert. Each is only added.
create table {schema}.urgent_alert_acknowledgements (
  area_id uuid not null,
  alert_id uuid not null,
  entry integer not null check (entry > 0),
  side text not null check (side in ('designated-doctor', 'public-health')),
  sealed_name bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, alert_id, entry),
  foreign key (area_id, alert_id) references {schema}.urgent_alerts (area_id, alert_id)
);
call {schema}.tenant_table('urgent_alert_acknowledgements', app_may => 'select, insert');
comment on column {schema}.urgent_alert_acknowledgements.sealed_name is 'Who knows of it, where somebody else records it; null for whoever said it themselves.';

-- Which bodies were told, and when.
create table {schema}.urgent_alert_bodies (
  area_id uuid not null,
  alert_id uuid not null,
  body text not null check (body in
    ('opss', 'trading-standards', 'mhra-yellow-card', 'ukhsa', 'nhs-patient-safety', 'ncmd')),
  told_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, alert_id, body),
  foreign key (area_id, alert_id) references {schema}.urgent_alerts (area_id, alert_id)
);
call {schema}.tenant_table('urgent_alert_bodies', app_may => 'select, insert');

-- Which alerts wait for somebody to say that they know, across areas: ids and times alone.
create table {schema}.urgent_alerts_watched (
  area_id uuid not null,
  alert_id uuid not null,
  remind_at timestamptz not null,
  primary key (area_id, alert_id)
);
call {schema}.untenanted_table('urgent_alerts_watched', 'system', 'select, insert, delete');

create function {schema}.keep_urgent_alert() returns trigger language plpgsql as $$
begin
  if (new.year, new.number, new.kind, new.source, new.sealed_words, new.raised_by, new.raised_at, new.acknowledge_by)
      is distinct from
      (old.year, old.number, old.kind, old.source, old.sealed_words, old.raised_by, old.raised_at, old.acknowledge_by)
      or old.outcome is not null
      or (old.reminded_at is not null and new.reminded_at is distinct from old.reminded_at) then
    raise exception 'what was raised and closed stays so' using errcode = 'check_violation';
  end if;
  if new.outcome is not null and (
    select count(distinct a.side) from {schema}.urgent_alert_acknowledgements a
    where a.area_id = new.area_id and a.alert_id = new.alert_id
  ) < 2 then
    raise exception 'an alert is closed once both sides know of it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_urgent_alert before update on {schema}.urgent_alerts
  for each row execute function {schema}.keep_urgent_alert();
