-- Somebody who notifies a death has no account: their session is for one notification they began.

alter table {schema}.sessions add column notification_draft_id uuid;
alter table {schema}.sessions drop constraint sessions_check;
alter table {schema}.sessions add constraint sessions_check check (
  kind = 'person' and person_id is not null and information_request_id is null and notification_draft_id is null
  or kind = 'link' and person_id is null and area_id is not null and information_request_id is not null
    and notification_draft_id is null
  or kind = 'draft' and person_id is null and area_id is not null and information_request_id is null
    and notification_draft_id is not null
);

-- Which area an address on the web means, for people who belong to none. Codes and ids of areas are public.
create table {schema}.area_codes (
  code text primary key,
  area_id uuid not null unique
);
call {schema}.untenanted_table('area_codes', 'reference', 'select, insert, update');
insert into {schema}.area_codes (code, area_id) select code, area_id from {schema}.areas;
