-- An organisation that is asked for its yearly self-assessment answers it from the inbox of its mailbox. What it is asked and says
-- lies with factor-analysis: here stands only whose inbox that is, and for how long.
create table {schema}.inbox_organisations (
  area_id uuid not null,
  organisation_id uuid not null,
  inbox_id uuid not null,
  open_until date not null,
  primary key (area_id, organisation_id, inbox_id),
  foreign key (area_id, inbox_id) references {schema}.inboxes
);
create index inbox_organisations_by_inbox on {schema}.inbox_organisations (inbox_id);
call {schema}.tenant_table('inbox_organisations', app_may => 'select, insert, update');
