-- Files that belong to a case. Their content lies in the document store, sealed with the key of the case; here stands what
-- there is, and under which random name. A row is written once its content is safe: there may be content without a row,
-- never a row without its content.

create table {schema}.documents (
  area_id uuid not null,
  document_id uuid not null,
  case_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind ~ '^[a-z]+$'),
  subject text not null check (subject ~ '^[a-z]+(-[a-z]+)*$'),
  organisation_id uuid,
  information_request_id uuid,
  name bytea not null,
  state text not null default 'received' check (state in ('received', 'clean', 'refused')),
  object_name text check (object_name ~ '^[0-9a-f]{64}$'),
  chunks integer not null check (chunks > 0),
  bytes bigint not null check (bytes > 0),
  kept text[] not null,
  filed_by uuid,
  filed_at timestamptz not null,
  scanned_at timestamptz,
  scanned_with text,
  primary key (area_id, document_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, organisation_id) references {schema}.organisations,
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  unique (area_id, case_id, number),
  check ((filed_by is null) = (information_request_id is not null)),
  check ((object_name is null) = (state = 'refused')),
  check ((scanned_at is null) = (state = 'received')),
  check ((scanned_with is null) = (state = 'received'))
);
comment on column {schema}.documents.name is 'What the file was called, sealed with the key of the case.';
comment on column {schema}.documents.object_name is 'Under which name its content lies in the document store; null once that is destroyed.';
comment on column {schema}.documents.kept is 'What the file says of its maker that could not be taken out, in codes.';
comment on column {schema}.documents.filed_by is 'The person who filed it; null for what an agency sent with its answer.';
call {schema}.tenant_table('documents');
call {schema}.carried_with_case('documents');
create index documents_not_scanned on {schema}.documents (area_id, filed_at) where state = 'received';

-- What was taken in stays as it is; the scanner speaks once.
create function {schema}.refuse_changed_document() returns trigger language plpgsql as $$
begin
  if old.state <> 'received' or new.state = 'received'
    or (new.case_id, new.number, new.kind, new.subject, new.organisation_id, new.information_request_id, new.name,
        new.chunks, new.bytes, new.kept, new.filed_by, new.filed_at)
      is distinct from
      (old.case_id, old.number, old.kind, old.subject, old.organisation_id, old.information_request_id, old.name,
       old.chunks, old.bytes, old.kept, old.filed_by, old.filed_at)
    or new.object_name is distinct from old.object_name and new.object_name is not null
  then
    raise exception 'a document is only scanned, and once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger scanned_only before update on {schema}.documents
  for each row execute function {schema}.refuse_changed_document();

create table {schema}.document_uploads (
  area_id uuid not null,
  document_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+$'),
  subject text not null check (subject ~ '^[a-z]+(-[a-z]+)*$'),
  organisation_id uuid,
  information_request_id uuid,
  name bytea not null,
  piece_name text not null check (piece_name ~ '^[0-9a-f]{64}$'),
  begun_by uuid,
  begun_at timestamptz not null,
  primary key (area_id, document_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check ((begun_by is null) = (information_request_id is not null))
);
comment on table {schema}.document_uploads is 'A file on its way in, piece by piece. Gone once it is taken or refused, and after a day.';
comment on column {schema}.document_uploads.name is 'What the file was called, sealed with the key of the case.';
comment on column {schema}.document_uploads.piece_name is 'From which the names of its pieces in the document store follow.';
call {schema}.tenant_table('document_uploads');
grant delete on {schema}.document_uploads to {schema}_app;
