-- Panel meetings of several areas on one theme at one time. Each area keeps its own row of it, its own panel meeting and its
-- own cases; what goes from area to area is the arrangement and who answered what, and nothing of a case.

-- Which areas there are: public, and known to every area.
create table {schema}.area_directory (
  area_id uuid primary key,
  name text not null
);
call {schema}.untenanted_table('area_directory', 'reference', 'select, insert, update');
insert into {schema}.area_directory (area_id, name) select area_id, name from {schema}.areas;

create table {schema}.regional_meetings (
  area_id uuid not null,
  regional_meeting_id uuid not null,
  -- The area that arranges it.
  host_area_id uuid not null,
  -- How often the host has planned it: an older plan never takes the place of a newer one.
  plan_version integer not null check (plan_version > 0),
  held_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends_at text not null check (ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  words bytea not null,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text check (cancel_reason in (
    'not-quorate', 'no-chair', 'no-cases-ready', 'members-away', 'place-not-to-be-had', 'arranged-by-mistake'
  )),
  -- This area's own meeting, while it takes part.
  panel_meeting_id uuid,
  primary key (area_id, regional_meeting_id),
  unique (area_id, panel_meeting_id),
  foreign key (area_id, panel_meeting_id) references {schema}.panel_meetings (area_id, panel_meeting_id),
  check (ends_at > starts_at),
  check ((cancelled_at is null) = (cancelled_by is null)),
  check ((cancelled_at is null) = (cancel_reason is null))
);
call {schema}.tenant_table('regional_meetings');
comment on column {schema}.regional_meetings.words is 'Theme, place and terms of reference, sealed with the key of the area.';

-- What each area said to it, as far as this area has heard.
create table {schema}.regional_answers (
  area_id uuid not null,
  regional_meeting_id uuid not null,
  of_area_id uuid not null,
  answer text not null check (answer in ('asked', 'accepted', 'declined')),
  answered_by uuid,
  answered_at timestamptz,
  -- How often that area has spoken: an older word never takes the place of a newer one.
  word_version integer not null check (word_version >= 0),
  primary key (area_id, regional_meeting_id, of_area_id),
  foreign key (area_id, regional_meeting_id) references {schema}.regional_meetings,
  check ((answered_by is null) = (answer = 'asked')),
  check ((answered_at is null) = (answer = 'asked'))
);
call {schema}.tenant_table('regional_answers');

create function {schema}.refuse_changed_regional() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.area_id, new.regional_meeting_id, new.host_area_id, new.arranged_by, new.arranged_at)
    is distinct from (old.area_id, old.regional_meeting_id, old.host_area_id, old.arranged_by, old.arranged_at)
  then
    raise exception 'who arranged a regional meeting stays as it is' using errcode = 'check_violation';
  end if;
  if new.plan_version < old.plan_version then
    raise exception 'an older plan never takes the place of a newer one' using errcode = 'check_violation';
  end if;
  if old.cancelled_at is not null and new.cancelled_at is null then
    raise exception 'a regional meeting that was called off is not taken up again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stays_arranged before update on {schema}.regional_meetings
  for each row execute function {schema}.refuse_changed_regional();

create function {schema}.refuse_older_answer() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.word_version < old.word_version then
    raise exception 'an older word never takes the place of a newer one' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger newer_word before update on {schema}.regional_answers
  for each row execute function {schema}.refuse_older_answer();
