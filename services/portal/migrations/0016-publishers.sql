-- Somebody signs the releases others built.
alter table {schema}.memberships drop constraint memberships_roles_check;
alter table {schema}.memberships add constraint memberships_roles_check check (
  cardinality(roles) > 0
  and roles <@ array[
    'coordinator', 'designated-doctor', 'response-lead', 'key-worker', 'panel-member', 'chair', 'analyst',
    'publisher', 'scrutineer', 'administrator'
  ]
  and (not roles @> array['scrutineer'] or cardinality(roles) = 1)
);
