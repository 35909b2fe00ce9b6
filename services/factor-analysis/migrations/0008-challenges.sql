-- What an independent scrutineer questions, and what the area answers. No case stands here.

create table {schema}.challenges (
  area_id uuid not null,
  challenge_id uuid not null,
  -- "C-2026-003": counted within the area and the year it was raised in.
  year integer not null check (year between 2000 and 2200),
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  state text not null check (state in ('open', 'answered', 'accepted')),
  subject text not null check (subject in ('area', 'recommendation', 'action', 'release')),
  recommendation_id uuid,
  action_id uuid,
  release_id uuid,
  raised_on date not null,
  raised_by uuid not null,
  due_on date not null,
  primary key (area_id, challenge_id),
  unique (area_id, year, number),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id),
  foreign key (area_id, action_id) references {schema}.actions (area_id, action_id),
  check ((recommendation_id is not null) = (subject in ('recommendation', 'action'))),
  check ((action_id is not null) = (subject = 'action')),
  check ((release_id is not null) = (subject = 'release')),
  check (due_on > raised_on)
);
call {schema}.tenant_table('challenges', app_may => 'select, insert, update');
comment on column {schema}.challenges.due_on is 'By when the area is to answer what was raised, or pressed on, last.';

-- What was said, in its order. Nothing of it is changed.
create table {schema}.challenge_entries (
  area_id uuid not null,
  challenge_id uuid not null,
  entry integer not null check (entry > 0),
  act text not null check (act in ('raise', 'answer', 'press', 'accept')),
  sealed_words bytea,
  recorded_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, challenge_id, entry),
  foreign key (area_id, challenge_id) references {schema}.challenges (area_id, challenge_id),
  check ((act = 'raise') = (entry = 1)),
  check (act = 'accept' or sealed_words is not null)
);
call {schema}.tenant_table('challenge_entries', app_may => 'select, insert');

create function {schema}.keep_challenge() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' or new.version <> 1 then
      raise exception 'a challenge is raised first' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.year, new.number, new.subject, new.recommendation_id, new.action_id, new.release_id, new.raised_on, new.raised_by)
      is distinct from (old.year, old.number, old.subject, old.recommendation_id, old.action_id, old.release_id,
        old.raised_on, old.raised_by) or new.version <> old.version + 1 then
    raise exception 'a challenge stays what it was raised about' using errcode = 'check_violation';
  end if;
  if (old.state, new.state) not in (('open', 'answered'), ('answered', 'open'), ('answered', 'accepted')) then
    raise exception 'a challenge is answered, and the answer accepted or pressed on' using errcode = 'check_violation';
  end if;
  if new.due_on <> old.due_on and (old.state, new.state) <> ('answered', 'open') then
    raise exception 'the day an answer is due stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_challenge before insert or update on {schema}.challenges
  for each row execute function {schema}.keep_challenge();

create function {schema}.keep_challenge_entry() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what was said stays as it was said' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_challenge_entry before update or delete on {schema}.challenge_entries
  for each row execute function {schema}.keep_challenge_entry();
