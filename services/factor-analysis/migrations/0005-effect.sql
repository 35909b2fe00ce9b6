-- Whether a recommendation reached those it concerns, and whether it made a difference.

-- Who got it, and who said that they read it.
create table {schema}.recommendation_recipients (
  area_id uuid not null,
  recommendation_id uuid not null,
  organisation_id uuid not null,
  organisation_kind text not null,
  sent_on date not null,
  sent_by uuid not null,
  acknowledged_on date,
  acknowledged_by uuid,
  primary key (area_id, recommendation_id, organisation_id),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id),
  check ((acknowledged_on is null) = (acknowledged_by is null)),
  check (acknowledged_on >= sent_on)
);
call {schema}.tenant_table('recommendation_recipients', app_may => 'select, insert, update');
comment on column {schema}.recommendation_recipients.acknowledged_by is 'Who recorded it here: the recipient has no account.';

-- What was measured, in its order. One with a target begins anew: it is the baseline of those after it.
create table {schema}.recommendation_measures (
  area_id uuid not null,
  recommendation_id uuid not null,
  entry integer not null check (entry > 0),
  measured_on date not null,
  counted integer not null check (counted >= 0),
  out_of integer not null check (out_of > 0 and counted <= out_of),
  wanted text check (wanted in ('rise', 'fall')),
  -- In whole per cent.
  target integer check (target between 0 and 100),
  -- Where the figure comes from.
  sealed_words bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, recommendation_id, entry),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id),
  check ((wanted is null) = (target is null)),
  check (entry > 1 or target is not null),
  check (wanted is null or (wanted = 'rise' and 100 * counted::bigint < target::bigint * out_of)
    or (wanted = 'fall' and 100 * counted::bigint > target::bigint * out_of))
);
call {schema}.tenant_table('recommendation_measures', app_may => 'select, insert');

create function {schema}.keep_recipient() returns trigger language plpgsql as $$
begin
  if (new.organisation_kind, new.sent_on, new.sent_by) is distinct from (old.organisation_kind, old.sent_on, old.sent_by)
      or old.acknowledged_on is not null then
    raise exception 'what was sent and acknowledged stays so' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_recipient before update on {schema}.recommendation_recipients
  for each row execute function {schema}.keep_recipient();
