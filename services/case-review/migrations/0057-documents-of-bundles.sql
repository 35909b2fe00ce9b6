-- A bundle of open cases names files. Each row waits for its file, which is held to all that any file is held to before a
-- case is there for it; with the case it becomes a document of it, and what is kept here of it is emptied.

create table {schema}.open_case_files (
  area_id uuid not null,
  import_id uuid not null,
  row_number integer not null check (row_number > 1),
  case_row integer not null check (case_row > 1),
  about bytea,
  state text not null default 'awaited'
    check (state in ('awaited', 'coming', 'whole', 'received', 'clean', 'refused', 'left-out', 'taken')),
  attempts integer not null default 0 check (attempts >= 0),
  looks integer not null default 0 check (looks >= 0),
  document_id uuid,
  kind text check (kind ~ '^[a-z]+$'),
  piece_name text check (piece_name ~ '^[0-9a-f]{64}$'),
  pieces integer check (pieces >= 0),
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  object_name text check (object_name ~ '^[0-9a-f]{64}$'),
  content_key bytea,
  chunks integer check (chunks > 0),
  bytes bigint check (bytes > 0),
  kept text[],
  mail bytea,
  scanned_at timestamptz,
  scanned_with text,
  fault text check (fault ~ '^[a-z]+(-[a-z]+)*$'),
  left_out text check (left_out ~ '^[a-z]+(-[a-z]+)*$'),
  done_by uuid,
  done_at timestamptz,
  primary key (area_id, import_id, row_number),
  check (about is not null or state in ('taken', 'left-out')),
  check ((document_id is null) = (state in ('awaited', 'refused', 'left-out'))),
  check ((piece_name is null) = (state not in ('coming', 'whole'))),
  check ((content_hash is null) = (pieces is null)),
  check (state <> 'whole' or pieces is not null),
  check (num_nonnulls(object_name, content_key, chunks, bytes, kept)
    = case when state in ('received', 'clean') then 5 else 0 end),
  check (mail is null or object_name is not null),
  check (num_nonnulls(scanned_at, scanned_with) = case when state = 'clean' then 2 else 0 end),
  check ((fault is null) = (state <> 'refused')),
  check ((left_out is null) = (state <> 'left-out')),
  check (num_nonnulls(done_by, done_at) = case when state = 'awaited' then 0 else 2 end)
);
comment on table {schema}.open_case_files is 'The files a bundle of open cases names, each with what has come of it.';
comment on column {schema}.open_case_files.about is 'What the file is called, what it is, of which day and whose, sealed with the key of the area; null once its case is there.';
comment on column {schema}.open_case_files.mail is 'What a mail says of itself, sealed with the key of the area.';
comment on column {schema}.open_case_files.content_key is 'The key of its content, sealed with the key of the area until its case is there.';
comment on column {schema}.open_case_files.fault is 'Why the last file that came was not taken, in a code.';
comment on column {schema}.open_case_files.left_out is 'Why it is not taken in, in a code.';
call {schema}.tenant_table('open_case_files', app_may => 'select, insert, update, delete');
create trigger area_with_documents after insert on {schema}.open_case_files
  for each row execute function {schema}.note_area_with_documents();

-- What has become a document of a case stays said; a row comes in waiting for its file.
create function {schema}.refuse_changed_open_case_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'awaited' then
      raise exception 'a file of a bundle is awaited first' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'taken' or old.about is null then
    raise exception 'what was taken in of a bundle stays said' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if (new.case_row, new.row_number) is distinct from (old.case_row, old.row_number)
    or new.state = 'clean' and old.state not in ('received', 'clean')
    or new.state = 'taken' and old.state <> 'clean'
  then
    raise exception 'a file of a bundle is scanned before it is taken in' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger scanned_first before insert or update or delete on {schema}.open_case_files
  for each row execute function {schema}.refuse_changed_open_case_file();

alter table {schema}.documents add column received_on date;
comment on column {schema}.documents.received_on is 'The day it was received where its case was kept before; null for what was filed here.';

create or replace function {schema}.refuse_changed_document() returns trigger language plpgsql as $$
begin
  if old.state = 'taken-out'
    or (new.case_id, new.number, new.kind, new.subject, new.organisation_id, new.chunks, new.bytes, new.kept, new.filed_by,
        new.filed_at, new.received_on)
      is distinct from
      (old.case_id, old.number, old.kind, old.subject, old.organisation_id, old.chunks, old.bytes, old.kept, old.filed_by,
       old.filed_at, old.received_on)
    or new.information_request_id is distinct from old.information_request_id
      and (old.answered_at is not null or new.information_request_id is null or old.information_request_id is null)
    or new.answered_at is distinct from old.answered_at and old.answered_at is not null
    or new.object_name is distinct from old.object_name and new.object_name is not null
    or new.content_key is distinct from old.content_key and new.content_key is not null
  then
    raise exception 'a document stays as it was taken in' using errcode = 'check_violation';
  end if;
  if new.state <> 'taken-out'
    and ((new.name, new.mail) is distinct from (old.name, old.mail)
      or (new.state, new.object_name, new.scanned_at, new.scanned_with)
        is distinct from (old.state, old.object_name, old.scanned_at, old.scanned_with)
        and (old.state <> 'received' or new.state = 'received'))
  then
    raise exception 'a document is only scanned, and once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
