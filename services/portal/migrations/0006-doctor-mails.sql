-- Mails that tell a designated doctor of another death in a household: ids alone, each sent once.
create table {schema}.doctor_mails (
  area_id uuid not null,
  related_id uuid not null,
  person_id uuid not null references {schema}.users,
  asked_at timestamptz not null,
  sent_at timestamptz,
  primary key (area_id, related_id, person_id)
);
call {schema}.tenant_table('doctor_mails');
