-- Whoever began a notification can come back to it: by a mailed link and a code mailed anew. Both die with the draft.

alter table {schema}.notification_drafts add column mailbox bytea;
comment on column {schema}.notification_drafts.mailbox is 'Sealed with the draft''s own key; only when a link was asked for.';
alter table {schema}.notification_drafts add column link_attempt integer not null default 0 check (link_attempt >= 0);
alter table {schema}.notification_drafts add column carried bytea;
comment on column {schema}.notification_drafts.carried is 'Sealed answers of a notification about another baby of the same birth, to be offered again.';

create table {schema}.draft_links (
  token_hash bytea primary key,
  area_id uuid not null,
  draft_id uuid not null
);
call {schema}.untenanted_table('draft_links', 'system', 'select, insert, delete');
create index draft_links_of_draft on {schema}.draft_links (draft_id);

create table {schema}.draft_codes (
  area_id uuid not null,
  draft_id uuid not null,
  nonce bytea not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  entered_at timestamptz,
  sent_since timestamptz not null,
  sent integer not null check (sent > 0),
  primary key (area_id, draft_id)
);
call {schema}.tenant_table('draft_codes', app_may => 'select, insert, update, delete');
comment on column {schema}.draft_codes.nonce is 'The code is a keyed hash of it: the table alone tells nobody a code.';
