-- Each document has a key of its own beside its row, so that one alone can be destroyed; what is taken out leaves a mark.
-- An agency sends documents with its answer: until that is sent they are its own.
alter table {schema}.documents
  add column content_key bytea,
  add column answered_at timestamptz,
  add column taken_out_at timestamptz,
  add column taken_out_by uuid,
  add column taken_out_reason bytea,
  drop constraint documents_state_check,
  drop constraint documents_check1,
  drop constraint documents_check2,
  drop constraint documents_check3,
  add constraint documents_state_check check (state in ('received', 'clean', 'refused', 'taken-out')),
  add constraint content_while_kept check ((object_name is null) = (state in ('refused', 'taken-out'))),
  add constraint key_while_kept check (content_key is null or object_name is not null),
  add constraint scanned_by check ((scanned_at is null) = (scanned_with is null)),
  add constraint scanned_once check (state = 'taken-out' or (scanned_at is null) = (state = 'received')),
  add constraint taken_out_when check ((taken_out_at is null) = (state <> 'taken-out')),
  add constraint taken_out_why check ((taken_out_by is null) = (taken_out_reason is null)),
  add constraint taken_out_whole check (state <> 'taken-out' or mail is null),
  add constraint answered_with check (answered_at is null or information_request_id is not null);
comment on column {schema}.documents.content_key is 'The key of its content, sealed with the key of the case; null once that is destroyed, and for what was sealed with the key of the case itself.';
comment on column {schema}.documents.answered_at is 'When the agency sent the answer it came with; until then the office does not see it.';
comment on column {schema}.documents.taken_out_by is 'Who took it out of the case; null where the agency took it back before it answered.';
comment on column {schema}.documents.taken_out_reason is 'Why, sealed with the key of the case.';

create or replace function {schema}.refuse_changed_document() returns trigger language plpgsql as $$
begin
  if old.state = 'taken-out'
    or (new.case_id, new.number, new.kind, new.subject, new.organisation_id, new.chunks, new.bytes, new.kept, new.filed_by,
        new.filed_at)
      is distinct from
      (old.case_id, old.number, old.kind, old.subject, old.organisation_id, old.chunks, old.bytes, old.kept, old.filed_by,
       old.filed_at)
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

-- Whoever holds the link of a request sees what was sent with it, and nothing else.
drop policy subject on {schema}.documents;
create policy subject on {schema}.documents as restrictive for all to {schema}_app
  using ({schema}.actor_subject() is null or information_request_id = {schema}.actor_subject())
  with check ({schema}.actor_subject() is null or information_request_id = {schema}.actor_subject());
