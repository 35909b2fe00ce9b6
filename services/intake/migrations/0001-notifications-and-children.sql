-- Notifications as they came in, the cases made of them, and who each child is. Nothing that names a child is readable
-- here: identity and answers are sealed, and found again only by keyed hashes.

create table {schema}.areas (
  area_id uuid primary key,
  area jsonb not null
);
call {schema}.tenant_table('areas');

create table {schema}.data_keys (
  area_id uuid not null,
  subject uuid not null,
  wrapped bytea not null,
  primary key (area_id, subject)
);
call {schema}.tenant_table('data_keys', app_may => 'select, insert');

create table {schema}.cases (
  area_id uuid not null,
  case_id uuid not null,
  notification_id uuid not null,
  reference text not null,
  accepted_at timestamptz not null,
  primary key (area_id, case_id),
  unique (area_id, notification_id),
  unique (area_id, reference)
);
call {schema}.tenant_table('cases', app_may => 'select, insert');

create table {schema}.children (
  area_id uuid not null,
  case_id uuid not null,
  identity bytea not null,
  nhs_number_index bytea,
  birth_date_and_sex_index bytea not null,
  primary key (area_id, case_id),
  foreign key (area_id, case_id) references {schema}.cases
);
call {schema}.tenant_table('children', app_may => 'select, insert');
-- Not unique: twins share a birth date, and a second case for one child may be right.
create index children_by_nhs_number on {schema}.children (area_id, nhs_number_index);
create index children_by_birth_date_and_sex on {schema}.children (area_id, birth_date_and_sex_index);

create table {schema}.notifications (
  area_id uuid not null,
  id uuid not null,
  state text not null check (state in ('received', 'accepted', 'out-of-scope')),
  version bigint not null check (version > 0),
  received_on date not null,
  form_version text not null,
  answers bytea not null,
  died_on date not null,
  age_band text,
  place_of_death text not null,
  nhs_number_index bytea,
  birth_date_and_sex_index bytea not null,
  case_id uuid,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  primary key (area_id, id),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((state = 'accepted') = (case_id is not null)),
  check ((state = 'received') = (decided_at is null)),
  check (died_on <= received_on)
);
call {schema}.tenant_table('notifications');
create index notifications_newest on {schema}.notifications (area_id, received_on desc, id);
create index notifications_newest_in_state on {schema}.notifications (area_id, state, received_on desc, id);

create function {schema}.decide_once() returns trigger language plpgsql as $$
begin
  if old.state <> 'received' and new.state <> old.state then
    raise exception 'a notification is decided once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger decided_once before update on {schema}.notifications
  for each row execute function {schema}.decide_once();
