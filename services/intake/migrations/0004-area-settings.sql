-- The times an area has set for itself, as the portal told them last.

create table {schema}.area_settings (
  area_id uuid primary key,
  settings jsonb not null
);
call {schema}.tenant_table('area_settings');
