-- A period that was released before is revised: each table is held to its release before, and says what differs and why.

alter table {schema}.releases add column build_number bigint generated always as identity;
comment on column {schema}.releases.build_number is 'The order in which releases were built, whatever the clock said.';

alter table {schema}.release_tables
  add column basis_known_on timestamptz,
  add column revision jsonb,
  add constraint release_tables_revises check (revision is null or outcome = 'published');
comment on column {schema}.release_tables.basis_known_on is
  'As known when the counts behind the hidden cells were counted; of one that was never revised, as the release.';
comment on column {schema}.release_tables.revision is 'What differs from the release before, in published figures alone.';
