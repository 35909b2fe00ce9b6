-- A document can have newer versions, and copies of a version in which something is blacked out. Each is a document of its
-- own: scanned, opened, kept from somebody and taken out by itself.
alter table {schema}.document_uploads
  add column version_of uuid,
  add column redacted_of uuid,
  add check (num_nonnulls(version_of, redacted_of) <= 1);
comment on column {schema}.document_uploads.version_of is 'The first version of the document it is a newer version of.';
comment on column {schema}.document_uploads.redacted_of is 'The version it is a redacted copy of.';

alter table {schema}.documents
  add column version integer not null default 1 check (version > 0),
  add column version_of uuid,
  add column redacted_of uuid,
  add foreign key (area_id, case_id, version_of) references {schema}.documents (area_id, case_id, document_id),
  add foreign key (area_id, case_id, redacted_of) references {schema}.documents (area_id, case_id, document_id),
  add constraint documents_versions unique (area_id, version_of, version),
  add constraint first_version check ((version_of is null) = (version = 1)),
  add constraint not_of_itself check (version_of <> document_id and redacted_of <> document_id),
  add constraint one_or_the_other check (num_nonnulls(version_of, redacted_of) <= 1);
comment on column {schema}.documents.version_of is 'The first version of the document it is a newer version of; null for that one.';
comment on column {schema}.documents.redacted_of is 'The version it is a redacted copy of; null for any other document.';

-- Whether anything in a version is to be blacked out: who said so, and when. Said again, the last counts.
create table {schema}.document_redactions (
  area_id uuid not null,
  document_id uuid not null,
  entry integer not null check (entry > 0),
  decision text not null check (decision in ('nothing-to-redact', 'to-be-redacted')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (area_id, document_id, entry),
  foreign key (area_id, document_id) references {schema}.documents
);
call {schema}.tenant_table('document_redactions', app_may => 'select, insert');
call {schema}.carried_with_case('document_redactions', 'documents', 'document_id');

create or replace function {schema}.refuse_changed_document() returns trigger language plpgsql as $$
begin
  if old.state = 'taken-out'
    or (new.case_id, new.number, new.kind, new.subject, new.organisation_id, new.chunks, new.bytes, new.kept, new.filed_by,
        new.filed_at, new.received_on, new.version, new.version_of, new.redacted_of)
      is distinct from
      (old.case_id, old.number, old.kind, old.subject, old.organisation_id, old.chunks, old.bytes, old.kept, old.filed_by,
       old.filed_at, old.received_on, old.version, old.version_of, old.redacted_of)
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
