-- Who of one area sits on the panels of the others at a regional meeting. In the area that sends them and in each that
-- receives them; a seat opens one meeting of the area, and ends with it.
create table {schema}.regional_guests (
  area_id uuid not null,
  regional_meeting_id uuid not null,
  person_id uuid not null,
  -- The area that sends them.
  home_area_id uuid not null,
  agency text not null check (agency in (
    'public-health', 'health', 'police', 'social-care', 'education', 'midwifery', 'neonatology', 'obstetrics', 'lay', 'other'
  )),
  seat text not null check (seat in ('member', 'chair')),
  primary key (area_id, regional_meeting_id, person_id),
  foreign key (area_id, regional_meeting_id) references {schema}.regional_meetings
);
call {schema}.tenant_table('regional_guests', app_may => 'select, insert, delete');
create index regional_guests_by_person on {schema}.regional_guests (area_id, person_id);

create function {schema}.refuse_foreign_chair() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.seat = 'chair' and not exists (
    select from {schema}.regional_meetings r
    where r.area_id = new.area_id and r.regional_meeting_id = new.regional_meeting_id
      and r.host_area_id = new.home_area_id
  ) then
    raise exception 'only the area that arranges a regional meeting sends a chair' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger host_sends_chairs before insert on {schema}.regional_guests
  for each row execute function {schema}.refuse_foreign_chair();

-- The seats people of other areas have at the area's own meetings, while their own area takes part.
create view {schema}.guest_seats with (security_invoker = true) as
select g.area_id, r.panel_meeting_id, g.person_id, g.home_area_id, g.agency, g.seat, m.held_on
from {schema}.regional_guests g
join {schema}.regional_meetings r on r.area_id = g.area_id and r.regional_meeting_id = g.regional_meeting_id
join {schema}.panel_meetings m on m.area_id = r.area_id and m.panel_meeting_id = r.panel_meeting_id
join {schema}.regional_answers a
  on a.area_id = g.area_id and a.regional_meeting_id = g.regional_meeting_id and a.of_area_id = g.home_area_id
where g.home_area_id <> g.area_id and a.answer = 'accepted' and m.cancelled_at is null;
grant select on {schema}.guest_seats to {schema}_app;
