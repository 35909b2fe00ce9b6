-- At most so many codes are mailed for one link in a day: whoever holds a link but not the mailbox gets no further tries
-- by asking again and again, and no mailbox is flooded.

alter table {schema}.link_codes
  add column sent_since timestamptz,
  add column sent integer not null default 0 check (sent >= 0);
update {schema}.link_codes set sent_since = expires_at, sent = 1;
alter table {schema}.link_codes alter column sent_since set not null;
