-- What is recommended to somebody who can act, and what they take upon themselves to do: followed until it is done.

create table {schema}.recommendations (
  area_id uuid not null,
  recommendation_id uuid not null,
  -- "R-2026-014": counted within the area and the year it was proposed in.
  year integer not null check (year between 2000 and 2200),
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  state text not null check (state in
    ('proposed', 'issued', 'accepted', 'rejected', 'in-progress', 'closing', 'completed', 'no-longer-relevant')),
  level text not null check (level in ('local', 'regional', 'national')),
  source text not null check (source in
    ('notification', 'joint-agency-response', 'review-meeting', 'panel', 'rapid-review', 'elsewhere')),
  addressee_kind text,
  addressee_id uuid,
  themes text[] not null check (cardinality(themes) between 1 and 18),
  factors text[] not null check (cardinality(factors) <= 30),
  due_on date,
  informed_on date,
  sealed_words bytea not null,
  proposed_on date not null,
  proposed_by uuid not null,
  relevant_on date,
  closing_by uuid,
  closed_by uuid,
  closed_on date,
  primary key (area_id, recommendation_id),
  unique (area_id, year, number),
  check ((addressee_kind is null) = (addressee_id is null)),
  check (state in ('proposed', 'no-longer-relevant')
    or (addressee_id is not null and due_on is not null and informed_on is not null)),
  check (state <> 'proposed' or informed_on is null),
  check (state not in ('closing', 'completed') or closing_by is not null),
  check ((state = 'completed') = (closed_by is not null)),
  check ((closed_by is null) = (closed_on is null)),
  check (closed_by <> closing_by)
);
call {schema}.tenant_table('recommendations', app_may => 'select, insert, update');
comment on column {schema}.recommendations.sealed_words is 'What is recommended, by what one would see that it worked, who answers for it, and who said it where it comes from elsewhere.';
comment on column {schema}.recommendations.informed_on is 'When whoever is to act was told (Children Act 2004, section 16M(5)).';
comment on column {schema}.recommendations.relevant_on is 'When somebody last found that it still applies.';

-- The cases a recommendation came from. Whoever may not see a case does not learn that it is one of them.
create table {schema}.recommendation_cases (
  area_id uuid not null,
  recommendation_id uuid not null,
  case_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (area_id, recommendation_id, case_id),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id)
);
call {schema}.tenant_table('recommendation_cases', app_may => 'select, insert');

create table {schema}.actions (
  area_id uuid not null,
  action_id uuid not null,
  recommendation_id uuid not null,
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  state text not null check (state in ('agreed', 'in-progress', 'closing', 'completed', 'no-longer-relevant')),
  owner_kind text not null,
  owner_id uuid not null,
  due_on date not null,
  sealed_words bytea not null,
  agreed_on date not null,
  agreed_by uuid not null,
  progress_on date,
  escalated_on date,
  relevant_on date,
  closing_by uuid,
  closed_by uuid,
  closed_on date,
  primary key (area_id, action_id),
  unique (area_id, recommendation_id, number),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id),
  check (state not in ('closing', 'completed') or closing_by is not null),
  check ((state = 'completed') = (closed_by is not null)),
  check ((closed_by is null) = (closed_on is null)),
  check (closed_by <> closing_by)
);
call {schema}.tenant_table('actions', app_may => 'select, insert, update');
comment on column {schema}.actions.sealed_words is 'What is to be done, and which role or team of the owner does it.';

-- Everything that was recorded, in its order, of a recommendation (no action) and of each of its actions.
create table {schema}.recommendation_entries (
  area_id uuid not null,
  recommendation_id uuid not null,
  entry integer not null check (entry > 0),
  action_id uuid,
  act text not null check (act in ('propose', 'revise', 'agree', 'issue', 'accept', 'reject', 'begin', 'progress', 'escalate',
    'propose-closing', 'send-back', 'confirm-closing', 'drop', 'reopen', 'still-relevant')),
  happened_on date not null,
  -- Why, how far, or by what one sees it.
  sealed_words bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, recommendation_id, entry),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id),
  foreign key (area_id, action_id) references {schema}.actions (area_id, action_id),
  check (act not in ('progress', 'escalate', 'propose-closing', 'send-back', 'drop', 'reopen', 'reject')
    or sealed_words is not null)
);
call {schema}.tenant_table('recommendation_entries', app_may => 'select, insert');

-- An action belongs to its recommendation, and begins only under one somebody was told of.
create function {schema}.keep_action() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'agreed' or not exists (
      select from {schema}.recommendations r
      where r.area_id = new.area_id and r.recommendation_id = new.recommendation_id
        and r.state in ('issued', 'accepted', 'in-progress')
    ) then
      raise exception 'an action is agreed under a recommendation that was issued' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.recommendation_id, new.number) is distinct from (old.recommendation_id, old.number)
      or new.version <> old.version + 1 then
    raise exception 'an action stays that of its recommendation' using errcode = 'check_violation';
  end if;
  if new.state = 'completed' and old.state <> 'closing' then
    raise exception 'an action is completed by who confirms its closing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_action before insert or update on {schema}.actions
  for each row execute function {schema}.keep_action();

create function {schema}.keep_recommendation() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then
      raise exception 'a recommendation is proposed first' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.year, new.number, new.proposed_by, new.proposed_on) is distinct from
      (old.year, old.number, old.proposed_by, old.proposed_on) or new.version <> old.version + 1 then
    raise exception 'a recommendation keeps its number' using errcode = 'check_violation';
  end if;
  if new.state = 'completed' and (old.state <> 'closing' or exists (
    select from {schema}.actions a
    where a.area_id = new.area_id and a.recommendation_id = new.recommendation_id
      and a.state not in ('completed', 'no-longer-relevant')
  )) then
    raise exception 'a recommendation is completed after its actions' using errcode = 'check_violation';
  end if;
  if old.state <> 'proposed' and (new.addressee_id, new.informed_on, new.sealed_words) is distinct from
      (old.addressee_id, old.informed_on, old.sealed_words) then
    raise exception 'what was issued stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_recommendation before insert or update on {schema}.recommendations
  for each row execute function {schema}.keep_recommendation();
