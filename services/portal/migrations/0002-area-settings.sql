-- What an area sets for itself: its numbers for tonight and its times. Every version is kept, with who made it.

create table {schema}.area_settings (
  area_id uuid not null references {schema}.areas,
  kind text not null check (kind in ('tonight-contacts', 'times')),
  version integer not null check (version > 0),
  content jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (area_id, kind, version)
);
call {schema}.tenant_table('area_settings', app_may => 'select, insert');
comment on column {schema}.area_settings.changed_by is 'Null when the operator set it.';

alter table {schema}.memberships drop constraint memberships_roles_check;
alter table {schema}.memberships add constraint memberships_roles_check check (
  cardinality(roles) > 0
  and roles <@ array[
    'coordinator', 'designated-doctor', 'response-lead', 'panel-member', 'chair', 'analyst', 'administrator'
  ]
);
