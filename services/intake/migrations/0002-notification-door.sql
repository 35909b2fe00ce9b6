-- Through which door a notification came in. What was kept before was typed by a coordinator.

alter table {schema}.notifications add column door text not null default 'coordinator'
  check (door in ('coordinator', 'public-link', 'rest', 'fhir', 'neonatal-surveillance', 'import'));
alter table {schema}.notifications alter column door drop default;
