-- What somebody of an area's panel put their name to before the first pack, by the words and the day. It is about the
-- person, not about a case: a case that is handed over takes none of it along.

create table {schema}.confidentiality_statements (
  area_id uuid not null,
  person_id uuid not null,
  signed_on date not null,
  words_version text not null check (words_version ~ '^own-[1-9][0-9]*$'),
  signed_at timestamptz not null,
  primary key (area_id, person_id, signed_on, words_version),
  check (signed_on = (signed_at at time zone 'Europe/London')::date)
);
comment on column {schema}.confidentiality_statements.signed_on is 'By the calendar in London: a year is counted from it.';
call {schema}.tenant_table('confidentiality_statements', app_may => 'select, insert');
