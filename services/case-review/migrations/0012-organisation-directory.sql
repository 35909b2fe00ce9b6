-- The directory of organisations an area asks: their codes, the days on which they can be asked, the names they had, and
-- who answers for them. The name an organisation was entered with stays its first; each later one has its day. A request
-- keeps whom it went to, so that a contact who leaves is replaced without rewriting what was sent.

alter table {schema}.organisations
  add column ods_code text check (ods_code ~ '^[A-Z0-9]{3,10}$'),
  add column gss_code text check (gss_code ~ '^[EKNSW][0-9]{8}$'),
  add column active_from date,
  add column active_to date,
  add column version integer not null default 1 check (version > 0),
  add constraint organisations_active_in_order check (active_to >= active_from);
create unique index one_organisation_of_an_ods_code on {schema}.organisations (area_id, ods_code);
create unique index one_organisation_of_a_gss_code on {schema}.organisations (area_id, gss_code, kind);
comment on column {schema}.organisations.name is 'The name it was entered with; later ones are dated.';
comment on column {schema}.organisations.gss_code is 'A place has one social care, one housing authority and so on: unique for each kind.';

create table {schema}.organisation_names (
  area_id uuid not null,
  organisation_id uuid not null,
  entry integer not null check (entry > 0),
  name text not null check (length(name) between 1 and 200),
  from_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, organisation_id, entry),
  foreign key (area_id, organisation_id) references {schema}.organisations
);
call {schema}.tenant_table('organisation_names',
  'organisation_id in (select r.organisation_id from {schema}.information_requests r where r.information_request_id = {schema}.actor_subject())',
  'select, insert');

create function {schema}.organisation_name(in_area uuid, organisation uuid, first_name text, on_day date) returns text
  language sql stable set search_path = '' as $$
  select coalesce((
    select n.name from {schema}.organisation_names n
    where n.area_id = in_area and n.organisation_id = organisation and n.from_on <= on_day
    order by n.from_on desc, n.entry desc limit 1
  ), first_name)
$$;
comment on function {schema}.organisation_name is 'What an organisation was called on a day. The same as nameOn of the domain: a test holds the two together.';
revoke execute on function {schema}.organisation_name from public;
grant execute on function {schema}.organisation_name to {schema}_app;

create table {schema}.organisation_contacts (
  area_id uuid not null,
  organisation_id uuid not null,
  contact_id uuid not null,
  reached bytea not null,
  replaces uuid,
  from_on date not null,
  ended_on date check (ended_on >= from_on),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, organisation_id, contact_id),
  foreign key (area_id, organisation_id) references {schema}.organisations,
  foreign key (area_id, organisation_id, replaces) references {schema}.organisation_contacts
);
comment on column {schema}.organisation_contacts.reached is 'Role or team, email address and telephone number, sealed with the key of the area.';
call {schema}.tenant_table('organisation_contacts');

create function {schema}.refuse_changed_contact() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null
    or (new.reached, new.replaces, new.from_on, new.recorded_by, new.recorded_at)
      is distinct from (old.reached, old.replaces, old.from_on, old.recorded_by, old.recorded_at)
  then
    raise exception 'a contact only ends' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ended_only before update on {schema}.organisation_contacts
  for each row execute function {schema}.refuse_changed_contact();

-- Requests of before have no entry: they went to the mailbox of their organisation.
create table {schema}.request_recipients (
  area_id uuid not null,
  information_request_id uuid not null,
  attempt integer not null check (attempt > 0),
  organisation_id uuid not null,
  contact_id uuid,
  reached bytea not null,
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  since timestamptz not null,
  primary key (area_id, information_request_id, attempt),
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  foreign key (area_id, organisation_id) references {schema}.organisations,
  foreign key (area_id, organisation_id, contact_id) references {schema}.organisation_contacts
);
comment on column {schema}.request_recipients.reached is 'Whom this attempt went to and at which address, sealed with the key of the case.';
call {schema}.tenant_table('request_recipients', app_may => 'select, insert');
call {schema}.carried_with_case('request_recipients', 'information_requests', 'information_request_id');
