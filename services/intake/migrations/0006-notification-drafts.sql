-- Notifications that somebody without an account has begun. Each has a data key of its own in its own row: to delete the
-- row is to destroy what was typed, in every copy.

create table {schema}.notification_drafts (
  area_id uuid not null,
  id uuid not null,
  wrapped bytea not null,
  form_version text not null,
  version bigint not null check (version > 0),
  answers bytea not null,
  page text,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  notification_id uuid,
  submitted_at timestamptz,
  primary key (area_id, id),
  check (started_at < ends_at),
  check ((notification_id is null) = (submitted_at is null))
);
call {schema}.tenant_table('notification_drafts', 'id = {schema}.actor_subject()', 'select, insert, update, delete');
comment on column {schema}.notification_drafts.ends_at is 'From then on nobody can open it, and it is destroyed: 72 hours after it was begun, an hour after it was sent.';

create function {schema}.keep_sent_draft() returns trigger language plpgsql as $$
begin
  if old.notification_id is not null then
    raise exception 'a notification that was sent is not written again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sent_once before update on {schema}.notification_drafts
  for each row execute function {schema}.keep_sent_draft();

create table {schema}.draft_counts (
  area_id uuid not null,
  what text not null check (what in ('begun-in-area', 'begun-by-visitor', 'mailed')),
  whose_hash bytea not null,
  since timestamptz not null,
  counted integer not null check (counted > 0),
  primary key (area_id, what, whose_hash)
);
call {schema}.tenant_table('draft_counts', app_may => 'select, insert, update, delete');
comment on column {schema}.draft_counts.whose_hash is 'A keyed hash of a visitor or of a mailbox: whose it is cannot be read.';
