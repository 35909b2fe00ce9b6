-- A case was listed for a panel although it lacked something: what, how much of it, by which version of the gate, and why the
-- coordinator went on. Each listing has its own; none is changed.
create table {schema}.listing_warnings (
  area_id uuid not null,
  case_id uuid not null,
  listing integer not null check (listing > 0),
  listed_at timestamptz not null,
  item text not null check (item ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  lacking integer not null check (lacking > 0),
  gate_version text not null check (gate_version ~ '^own-[1-9][0-9]*$'),
  reason text not null check (reason in (
    'does-not-apply', 'comes-before-the-meeting', 'cannot-be-had', 'known-another-way', 'chair-decided'
  )),
  passed_by uuid not null,
  primary key (area_id, case_id, listing, item),
  foreign key (area_id, case_id) references {schema}.cases
);
comment on column {schema}.listing_warnings.listing is 'Which of the listings of the case that went on without something.';
call {schema}.tenant_table('listing_warnings', app_may => 'select, insert');
call {schema}.carried_with_case('listing_warnings');
