-- An inbox for each mailbox that is asked in an area: whoever opens it with a mailed code sees every request that goes to
-- that mailbox, and can open each. It shows references, dates and states, and opens nothing of a child by itself.

create table {schema}.inboxes (
  area_id uuid not null,
  inbox_id uuid not null,
  mailbox_index bytea not null,
  made_at timestamptz not null,
  primary key (area_id, inbox_id),
  unique (area_id, mailbox_index)
);
comment on column {schema}.inboxes.mailbox_index is 'A keyed hash of the address, as of chaser_mails: the address is that of the requests.';
call {schema}.tenant_table('inboxes', app_may => 'select, insert');

create table {schema}.inbox_tokens (
  token_hash bytea primary key,
  area_id uuid not null,
  inbox_id uuid not null
);
call {schema}.untenanted_table('inbox_tokens', 'system', 'select, insert');

create table {schema}.inbox_codes (
  area_id uuid not null,
  inbox_id uuid not null,
  nonce bytea not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  entered_at timestamptz,
  sent_since timestamptz not null,
  sent integer not null check (sent > 0),
  primary key (area_id, inbox_id),
  foreign key (area_id, inbox_id) references {schema}.inboxes
);
call {schema}.tenant_table('inbox_codes');

-- In which inbox a request lies: that of the mailbox it goes to now, and in no other.
create table {schema}.inbox_requests (
  area_id uuid not null,
  information_request_id uuid not null,
  inbox_id uuid not null,
  primary key (area_id, information_request_id),
  foreign key (area_id, information_request_id) references {schema}.information_requests on delete cascade,
  foreign key (area_id, inbox_id) references {schema}.inboxes
);
comment on table {schema}.inbox_requests is 'class: tenant';
create index inbox_requests_by_inbox on {schema}.inbox_requests (inbox_id);
call {schema}.tenant_table('inbox_requests', 'inbox_id = {schema}.actor_subject()', 'select, insert, update, delete');

create policy subject_changes on {schema}.inbox_requests as restrictive for update to {schema}_app
  using ({schema}.actor_subject() is null);
create policy subject_deletes on {schema}.inbox_requests as restrictive for delete to {schema}_app
  using ({schema}.actor_subject() is null);

-- What was recalled or went on to somebody else lies in nobody's inbox from that moment on, whoever did it.
create function {schema}.take_out_of_inbox() returns trigger language plpgsql set search_path = '' as $$
begin
  delete from {schema}.inbox_requests i
  where i.area_id = new.area_id and i.information_request_id = new.information_request_id;
  return null;
end $$;
create trigger out_of_inbox after update of state on {schema}.information_requests
  for each row when (new.state in ('recalled', 'redirected')) execute function {schema}.take_out_of_inbox();

-- What the holder of an inbox may read besides: worked out once for a statement, behind the same walls.
create function {schema}.requests_of_subject() returns uuid[] language sql stable
  as $$ select array_agg(i.information_request_id) from {schema}.inbox_requests i where i.inbox_id = {schema}.actor_subject() $$;
create function {schema}.cases_of_subject() returns uuid[] language sql stable
  as $$ select array_agg(r.case_id) from {schema}.information_requests r where {schema}.actor_subject() is not null $$;
create function {schema}.organisations_of_subject() returns uuid[] language sql stable
  as $$ select array_agg(r.organisation_id) from {schema}.information_requests r where {schema}.actor_subject() is not null $$;
grant execute on function {schema}.requests_of_subject(), {schema}.cases_of_subject(), {schema}.organisations_of_subject() to {schema}_app;

-- An inbox reads and never writes: what is answered, the holder of one request answers.
create procedure {schema}.read_from_inbox(name text, own text, also text) language plpgsql as $$
begin
  execute format('drop policy subject on {schema}.%I', name);
  execute format('create policy subject on {schema}.%I as restrictive to {schema}_app using ({schema}.actor_subject() is null or (%s) or (%s)) with check ({schema}.actor_subject() is null or (%s))', name, own, also, own);
  execute format('create policy subject_changes on {schema}.%I as restrictive for update to {schema}_app using ({schema}.actor_subject() is null or (%s))', name, own);
  execute format('create policy subject_deletes on {schema}.%I as restrictive for delete to {schema}_app using ({schema}.actor_subject() is null or (%s))', name, own);
end $$;
comment on procedure {schema}.read_from_inbox is 'Lets the holder of an inbox read of a table what belongs to the requests in it; what the holder of one request may stays as it was.';
call {schema}.read_from_inbox('information_requests',
  'information_request_id = {schema}.actor_subject()',
  'information_request_id = any ((select {schema}.requests_of_subject())::uuid[])');
call {schema}.read_from_inbox('cases',
  'case_id in (select r.case_id from {schema}.information_requests r where r.information_request_id = {schema}.actor_subject())',
  'case_id = any ((select {schema}.cases_of_subject())::uuid[])');
call {schema}.read_from_inbox('organisations',
  'organisation_id in (select r.organisation_id from {schema}.information_requests r where r.information_request_id = {schema}.actor_subject())',
  'organisation_id = any ((select {schema}.organisations_of_subject())::uuid[])');
call {schema}.read_from_inbox('organisation_names',
  'organisation_id in (select r.organisation_id from {schema}.information_requests r where r.information_request_id = {schema}.actor_subject())',
  'organisation_id = any ((select {schema}.organisations_of_subject())::uuid[])');
