-- Who of other areas has a seat at a panel meeting of this one, as case-review says, and until which day: what lets them in
-- here while they sit on their own area's panel. What a seat opens case-review decides for itself.
create table {schema}.guest_seats (
  area_id uuid not null references {schema}.areas,
  panel_meeting_id uuid not null,
  person_id uuid not null references {schema}.users,
  home_area_id uuid not null,
  agency text not null check (agency in (
    'public-health', 'health', 'police', 'social-care', 'education', 'midwifery', 'neonatology', 'obstetrics', 'lay', 'other'
  )),
  seat text not null check (seat in ('member', 'chair')),
  until_on date not null,
  -- False once it was taken back: what they did still has their name on it.
  holds boolean not null,
  primary key (area_id, panel_meeting_id, person_id),
  check (home_area_id <> area_id)
);
call {schema}.tenant_table('guest_seats');
create index guest_seats_of_person on {schema}.guest_seats (area_id, person_id);
