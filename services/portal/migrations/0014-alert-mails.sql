-- Mails that tell somebody that an urgent alert waits, or that not everybody knows of it: ids alone, each sent once.
create table {schema}.alert_mails (
  area_id uuid not null,
  alert_id uuid not null,
  about text not null check (about in ('raised', 'unacknowledged')),
  person_id uuid not null references {schema}.users,
  asked_at timestamptz not null,
  sent_at timestamptz,
  primary key (area_id, alert_id, about, person_id)
);
call {schema}.tenant_table('alert_mails');
