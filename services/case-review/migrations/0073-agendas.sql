-- A panel meeting has a time and a place, and its agenda an order and minutes. Until something was decided at it, it may be
-- changed, or called off with a reason; its cases are then ready again. Of two who change it the later is told.
alter table {schema}.panel_meetings
  add starts_at text check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  add ends_at text check (ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  add place bytea,
  -- What invitations count: a calendar takes the higher one for the newer.
  add sequence integer not null default 0 check (sequence >= 0),
  add version integer not null default 1 check (version > 0),
  add cancelled_at timestamptz,
  add cancelled_by uuid,
  add cancel_reason text check (cancel_reason in (
    'not-quorate', 'no-chair', 'no-cases-ready', 'members-away', 'place-not-to-be-had', 'arranged-by-mistake'
  )),
  add check ((starts_at is null) = (ends_at is null)),
  add check (ends_at > starts_at),
  add check ((cancelled_at is null) = (cancelled_by is null)),
  add check ((cancelled_at is null) = (cancel_reason is null));

alter table {schema}.listings
  add place_on_agenda integer check (place_on_agenda > 0),
  add minutes integer check (minutes between 1 and 480);
comment on column {schema}.listings.place_on_agenda is 'Null until somebody ordered the agenda: then it comes last.';

create function {schema}.has_decided(in_area uuid, of_meeting uuid) returns boolean
  language sql stable set search_path = '' as $$
  select exists (
    select from {schema}.panel_meetings m
    where m.area_id = in_area and m.panel_meeting_id = of_meeting and m.members is not null
  ) or exists (
    select from {schema}.panel_meeting_pauses p where p.area_id = in_area and p.panel_meeting_id = of_meeting
  ) or exists (
    select from {schema}.deferrals d where d.area_id = in_area and d.panel_meeting_id = of_meeting
  ) or exists (
    select from {schema}.reopenings r where r.area_id = in_area and r.panel_meeting_id = of_meeting
  ) or exists (
    select from {schema}.listings l
    join {schema}.cases c on c.area_id = l.area_id and c.case_id = l.case_id
    where l.area_id = in_area and l.panel_meeting_id = of_meeting
      and coalesce(c.state_before_merge, c.state) in ('reviewed', 'submitted', 'closed')
  )
$$;

create function {schema}.refuse_changed_panel_meeting() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.cancelled_at is not null then
    raise exception 'a panel meeting that was called off stays as it is' using errcode = 'check_violation';
  end if;
  if ((new.kind, new.held_on) is distinct from (old.kind, old.held_on) or new.cancelled_at is not null)
    and {schema}.has_decided(old.area_id, old.panel_meeting_id)
  then
    raise exception 'a panel meeting at which something was decided stays as it was' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stays_as_decided before update on {schema}.panel_meetings
  for each row execute function {schema}.refuse_changed_panel_meeting();

create function {schema}.refuse_listing_on_cancelled() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (
    select from {schema}.panel_meetings m
    where m.area_id = new.area_id and m.panel_meeting_id = new.panel_meeting_id and m.cancelled_at is not null
  ) then
    raise exception 'nothing is listed for a meeting that was called off' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger not_cancelled before insert or update on {schema}.listings
  for each row execute function {schema}.refuse_listing_on_cancelled();
