-- What organisations' systems show to be let in, and how often each has been. The token itself is kept nowhere.

create table {schema}.api_tokens (
  area_id uuid not null references {schema}.areas,
  token_id uuid not null,
  organisation_id uuid not null,
  organisation_name text not null,
  ods_code text not null check (ods_code ~ '^[A-Z0-9]{3,10}$'),
  scopes text[] not null check (
    cardinality(scopes) > 0
    and (scopes <@ array['rest', 'fhir'] or scopes = array['neonatal-surveillance'])
  ),
  token_hash bytea not null,
  uses_per_minute int not null check (uses_per_minute between 1 and 6000),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (area_id, token_id)
);
call {schema}.tenant_table('api_tokens');
comment on column {schema}.api_tokens.organisation_id is 'The same for every token of one organisation in one area, so that a new token follows what an old one sent.';

-- Where to look for a token. Whether it still opens anything stands behind its area's own wall.
create table {schema}.api_token_hashes (
  token_hash bytea primary key,
  area_id uuid not null,
  token_id uuid not null
);
call {schema}.untenanted_table('api_token_hashes', 'system', 'select, insert');

create table {schema}.api_token_uses (
  area_id uuid not null,
  token_id uuid not null,
  minute timestamptz not null,
  uses int not null check (uses > 0),
  primary key (area_id, token_id, minute),
  foreign key (area_id, token_id) references {schema}.api_tokens
);
call {schema}.tenant_table('api_token_uses', app_may => 'select, insert, update, delete');
