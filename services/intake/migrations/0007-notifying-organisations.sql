-- Whose system brought a notification. That organisation, and nobody else without an account, sees that it is there.

alter table {schema}.notifications add column organisation_id uuid;
alter table {schema}.notifications add constraint organisation_by_machine
  check (organisation_id is null or door in ('rest', 'fhir', 'neonatal-surveillance'));
alter policy subject on {schema}.notifications
  using ({schema}.actor_subject() is null or organisation_id = {schema}.actor_subject())
  with check ({schema}.actor_subject() is null);
