-- Worklists taken out as a file with the names of the children: by whom, which, when and why. Kept for good.
create table {schema}.case_exports (
  area_id uuid not null,
  case_export_id uuid not null,
  person_id uuid not null,
  view text not null check (view ~ '^[a-z]+(-[a-z]+)*$'),
  sort text not null check (sort ~ '^[a-z]+(-[a-z]+)*$'),
  owner_id uuid,
  of_nobody boolean not null default false,
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  why bytea not null,
  begun_at timestamptz not null,
  primary key (area_id, case_export_id),
  check (owner_id is null or not of_nobody)
);
comment on column {schema}.case_exports.why is 'Free text, sealed with the key of the area and bound to its export.';
call {schema}.tenant_table('case_exports', app_may => 'select, insert');
