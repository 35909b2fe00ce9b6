-- Every file that somebody began to send, also one that was refused: what their share of a day is counted from.
create table {schema}.document_attempts (
  area_id uuid not null,
  document_id uuid not null,
  person_id uuid,
  information_request_id uuid,
  begun_at timestamptz not null,
  primary key (area_id, document_id),
  check ((person_id is null) = (information_request_id is not null))
);
comment on table {schema}.document_attempts is 'Who began to send a file, and when: counted for a day, then forgotten.';
call {schema}.tenant_table('document_attempts');
grant delete on {schema}.document_attempts to {schema}_app;

-- A file that has come whole and was not looked into yet can be, later, without being sent again.
alter table {schema}.document_uploads
  add column pieces integer check (pieces >= 0),
  add column content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  add column looks integer not null default 0 check (looks >= 0),
  add check ((pieces is null) = (content_hash is null));
comment on column {schema}.document_uploads.content_hash is 'SHA-256 of the whole file as it was sent; null until it has come whole.';
comment on column {schema}.document_uploads.looks is 'How often it was begun to look into it.';

-- Content that cannot be read back is set aside until it can: the scanner is not asked about it again and again.
alter table {schema}.documents add column unreadable_at timestamptz;
comment on column {schema}.documents.unreadable_at is 'When its content was last found missing or damaged in the document store; null while it can be read.';

create or replace function {schema}.refuse_changed_document() returns trigger language plpgsql as $$
begin
  if (new.case_id, new.number, new.kind, new.subject, new.organisation_id, new.information_request_id, new.name,
      new.chunks, new.bytes, new.kept, new.mail, new.filed_by, new.filed_at)
    is distinct from
    (old.case_id, old.number, old.kind, old.subject, old.organisation_id, old.information_request_id, old.name,
     old.chunks, old.bytes, old.kept, old.mail, old.filed_by, old.filed_at)
    or new.object_name is distinct from old.object_name and new.object_name is not null
    or (new.state, new.object_name, new.scanned_at, new.scanned_with)
      is distinct from (old.state, old.object_name, old.scanned_at, old.scanned_with)
      and (old.state <> 'received' or new.state = 'received')
  then
    raise exception 'a document is only scanned, and once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
