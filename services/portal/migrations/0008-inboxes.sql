-- Whoever reads the mailbox of an agency has no account: their session is for the one inbox they opened with a code.

alter table {schema}.sessions add column inbox_id uuid;
alter table {schema}.sessions drop constraint sessions_check;
alter table {schema}.sessions add constraint sessions_check check (
  num_nonnulls(person_id, information_request_id, notification_draft_id, inbox_id) = 1
  and case kind
    when 'person' then person_id is not null
    when 'link' then information_request_id is not null and area_id is not null
    when 'draft' then notification_draft_id is not null and area_id is not null
    when 'inbox' then inbox_id is not null and area_id is not null
    else false
  end
);
