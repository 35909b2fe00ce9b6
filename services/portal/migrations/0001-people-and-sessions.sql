-- Areas, who works in them as what, and who is signed in. No case stands here.

create table {schema}.areas (
  area_id uuid primary key,
  code text not null unique,
  name text not null,
  definition jsonb not null,
  defined_at timestamptz not null
);
call {schema}.tenant_table('areas');

create table {schema}.users (
  person_id uuid primary key,
  email text not null unique check (email = lower(email)),
  display_name text not null,
  issuer text,
  subject text,
  invited_at timestamptz not null,
  check ((issuer is null) = (subject is null)),
  unique (issuer, subject)
);
call {schema}.untenanted_table('users', 'system', 'select, insert, update');
comment on column {schema}.users.subject is 'Whom the identity provider means; bound at the first sign-in with the invited address.';

create table {schema}.memberships (
  area_id uuid not null references {schema}.areas,
  person_id uuid not null references {schema}.users,
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['coordinator', 'panel-member', 'chair', 'analyst', 'administrator']
  ),
  agency text check (agency in ('public-health', 'health', 'police', 'social-care', 'education', 'lay', 'other')),
  disabled_at timestamptz,
  primary key (area_id, person_id),
  check (not roles && array['panel-member', 'chair'] or agency is not null)
);
call {schema}.tenant_table('memberships');

-- Where to look for a person's memberships. What they may do there is behind each area's own wall.
create table {schema}.person_areas (
  person_id uuid not null references {schema}.users,
  area_id uuid not null,
  primary key (person_id, area_id)
);
call {schema}.untenanted_table('person_areas', 'system', 'select, insert');

create table {schema}.sessions (
  token_hash bytea primary key,
  kind text not null,
  person_id uuid references {schema}.users,
  area_id uuid,
  information_request_id uuid,
  started_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  check (
    kind = 'person' and person_id is not null and information_request_id is null
    or kind = 'link' and person_id is null and area_id is not null and information_request_id is not null
  )
);
call {schema}.untenanted_table('sessions', 'system', 'select, insert, update, delete');
create index sessions_of_person on {schema}.sessions (person_id);
create index sessions_by_end on {schema}.sessions (ends_at);

create table {schema}.sign_in_attempts (
  state_hash bytea primary key,
  visit_hash bytea not null,
  go_to text not null,
  expires_at timestamptz not null
);
call {schema}.untenanted_table('sign_in_attempts', 'system', 'select, insert, delete');
