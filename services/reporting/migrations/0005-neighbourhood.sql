-- How deprived and how rural it was where a child lived, as the acceptance told it: never the place itself.
alter table {schema}.death_facts
  -- Of each index its name, the census of its small areas and the decile.
  add column deprivation jsonb not null default '[]',
  -- Classification and class; null where it is not known.
  add column rural_urban jsonb;
