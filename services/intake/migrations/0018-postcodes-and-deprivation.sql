-- Official lists of postcodes and of deprivation, loaded by the operator. A list is loaded in pieces and counts from the
-- moment it is whole: whatever is read is read through the loads that are in force.

create table {schema}.reference_loads (
  id integer primary key generated always as identity,
  list text not null check (list in ('ONSPD', 'NSPL', 'IMD2019', 'IMD2025')),
  -- The month of a list of postcodes, the census of a list of deprivation.
  edition text not null check (edition ~ case when list in ('ONSPD', 'NSPL') then '^\d{4}-\d{2}$' else '^20[12]1$' end),
  -- Known to hold a part of the country only.
  part_only boolean not null,
  -- SHA-256 of the file, by which the same one is known again.
  file_hash bytea not null check (length(file_hash) = 32),
  state text not null check (state in ('loading', 'in-force', 'abandoned', 'replaced')),
  pieces integer not null default 0 check (pieces >= 0),
  rows integer not null default 0 check (rows >= 0),
  began_at timestamptz not null,
  loaded_at timestamptz,
  -- Its rows are gone.
  cleared_at timestamptz,
  check ((loaded_at is null) = (state in ('loading', 'abandoned'))),
  check (cleared_at is null or state in ('abandoned', 'replaced')),
  check (state <> 'in-force' or rows > 0)
);
call {schema}.untenanted_table('reference_loads', 'reference', 'select, insert, update');
create unique index reference_loads_in_force on {schema}.reference_loads (list, edition) where state = 'in-force';
create unique index reference_loads_under_way on {schema}.reference_loads (list, edition) where state = 'loading';

create function {schema}.step_reference_load() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('loading', 'in-force'), ('loading', 'abandoned'), ('in-force', 'replaced')
  ) then
    raise exception 'a list does not go this way' using errcode = 'check_violation';
  end if;
  if old.state <> 'loading' and (new.pieces, new.rows, new.file_hash) is distinct from (old.pieces, old.rows, old.file_hash) then
    raise exception 'a list that is whole stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger steps before update on {schema}.reference_loads
  for each row execute function {schema}.step_reference_load();

-- Rows come by the million, always under the lock of their load, so no foreign key looks at each of them.
create table {schema}.postcodes (
  load_id integer not null,
  -- Capitals without spaces.
  postcode text not null check (length(postcode) between 5 and 7),
  -- Months, YYYY-MM.
  introduced text,
  terminated text,
  local_authority text,
  lsoa_2011 text,
  lsoa_2021 text,
  icb text,
  ruc_2011 text,
  ruc_2021 text,
  primary key (load_id, postcode)
);
call {schema}.untenanted_table('postcodes', 'reference', 'select, insert, delete');

create table {schema}.deprived_areas (
  load_id integer not null references {schema}.reference_loads,
  lsoa text not null,
  local_authority text not null,
  local_authority_name text not null,
  -- 1 is the most deprived.
  rank integer not null check (rank > 0),
  decile integer not null check (decile between 1 and 10),
  primary key (load_id, lsoa)
);
call {schema}.untenanted_table('deprived_areas', 'reference', 'select, insert, delete');
