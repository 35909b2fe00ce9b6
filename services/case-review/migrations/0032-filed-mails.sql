-- Mails filed to a case: what each says of itself stands beside it.

alter table {schema}.documents add column mail bytea;
comment on column {schema}.documents.mail is 'Subject, sender, time and names of attachments of a mail, sealed with the key of the case; null for other files.';

create or replace function {schema}.refuse_changed_document() returns trigger language plpgsql as $$
begin
  if old.state <> 'received' or new.state = 'received'
    or (new.case_id, new.number, new.kind, new.subject, new.organisation_id, new.information_request_id, new.name,
        new.mail, new.chunks, new.bytes, new.kept, new.filed_by, new.filed_at)
      is distinct from
      (old.case_id, old.number, old.kind, old.subject, old.organisation_id, old.information_request_id, old.name,
       old.mail, old.chunks, old.bytes, old.kept, old.filed_by, old.filed_at)
    or new.object_name is distinct from old.object_name and new.object_name is not null
  then
    raise exception 'a document is only scanned, and once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
