-- Where a child normally lived, and whether the partners review a death they need not, as people decided it. The latest
-- decision counts; earlier ones stay. A date of birth that is not known has no hash to be found by.

create table {schema}.residency_decisions (
  area_id uuid not null,
  notification_id uuid not null,
  -- The version of the notification the decision made.
  version bigint not null check (version > 1),
  local_authority text,
  lsoa text check (lsoa ~ '^E01\d{6}$'),
  basis text not null check (basis in ('usual-address', 'address-before-admission', 'mothers-usual-address',
    'agreed-for-looked-after-child', 'principal-of-two-homes', 'agreed-with-other-area', 'not-resident-in-england')),
  decided_by uuid not null,
  agreed_with_area uuid,
  decided_at timestamptz not null,
  primary key (area_id, notification_id, version),
  foreign key (area_id, notification_id) references {schema}.notifications,
  check ((local_authority is null) = (basis = 'not-resident-in-england')),
  check (agreed_with_area is distinct from area_id)
);
call {schema}.tenant_table('residency_decisions', app_may => 'select, insert');

create table {schema}.discretion_decisions (
  area_id uuid not null,
  notification_id uuid not null,
  version bigint not null check (version > 1),
  decision text not null check (decision in ('review', 'not-reviewed')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (area_id, notification_id, version),
  foreign key (area_id, notification_id) references {schema}.notifications
);
call {schema}.tenant_table('discretion_decisions', app_may => 'select, insert');

alter table {schema}.notifications alter column birth_date_and_sex_index drop not null;
