-- What rates by group are divided by: each count with the edition of the estimate it is from.

alter table {schema}.denominators
  drop constraint denominators_population_check,
  add constraint denominators_population_check check (population in ('children-0-17', 'children-1-17', 'live-births')),
  add column group_kind text not null default 'all' check (
    group_kind in ('all', 'age', 'sex', 'ethnic-group', 'deprivation', 'rural-urban')
  ),
  add column group_code text not null default 'all' check (length(group_code) between 1 and 60),
  add column vintage text check (length(vintage) between 1 and 120),
  add constraint denominators_group check ((group_kind = 'all') = (group_code = 'all')),
  drop constraint denominators_pkey,
  add primary key (area_id, reporting_year, population, group_kind, group_code, version);
comment on column {schema}.denominators.vintage is 'Which edition of the estimate it is, as its source names it.';
