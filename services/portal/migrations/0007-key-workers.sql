-- A family's key worker is a person with an account, who sees own families alone.
alter table {schema}.memberships drop constraint memberships_roles_check;
alter table {schema}.memberships add constraint memberships_roles_check check (
  cardinality(roles) > 0
  and roles <@ array[
    'coordinator', 'designated-doctor', 'response-lead', 'key-worker', 'panel-member', 'chair', 'analyst',
    'administrator'
  ]
);
