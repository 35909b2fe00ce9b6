-- Whom a neonatal panel needs.
alter table {schema}.memberships drop constraint memberships_agency_check;
alter table {schema}.memberships add check (agency in (
  'public-health', 'health', 'police', 'social-care', 'education', 'midwifery', 'neonatology', 'obstetrics', 'lay', 'other'
));
