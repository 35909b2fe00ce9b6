-- What releases show of a figure, so that whether something helped is measured again with each of them.

-- The protected counts of a release of a whole year, as anybody may read them.
create table {schema}.released_figures (
  area_id uuid not null,
  release_id uuid not null,
  -- "2025-26"
  reporting_year text not null check (reporting_year ~ '^\d{4}-\d{2}$'),
  built_at timestamptz not null,
  tables jsonb not null,
  primary key (area_id, release_id)
);
call {schema}.tenant_table('released_figures', app_may => 'select, insert');
comment on column {schema}.released_figures.tables is 'Codes and counts by table; a null count is hidden. Public.';

-- Which figure of each release tells whether a recommendation helped. The newest counts.
create table {schema}.release_indicators (
  area_id uuid not null,
  recommendation_id uuid not null,
  entry integer not null check (entry > 0),
  table_id text not null,
  measure_version integer not null check (measure_version > 0),
  row_code text not null,
  column_code text not null,
  statistic text not null check (statistic in ('count', 'percentage')),
  -- The newest release of this year is what later ones are held against.
  baseline_year text not null check (baseline_year ~ '^\d{4}-\d{2}$'),
  wanted text not null check (wanted in ('rise', 'fall')),
  -- In whole per cent, or a count of a year.
  target integer not null check (target >= 0 and (statistic = 'count' or target <= 100)),
  -- How many measures had been typed by then: a baseline typed after them takes its place.
  after_measures integer not null check (after_measures >= 0),
  named_by uuid not null,
  named_at timestamptz not null,
  primary key (area_id, recommendation_id, entry),
  foreign key (area_id, recommendation_id) references {schema}.recommendations (area_id, recommendation_id)
);
call {schema}.tenant_table('release_indicators', app_may => 'select, insert');
