-- What whoever fills a form in says of each section: that it is completed, or that they come back to it. Kept beside the
-- answers, under their version, and no part of them.
create table {schema}.form_sections (
  area_id uuid not null,
  information_request_id uuid not null,
  form text not null check (form ~ '^[a-z]+(-[a-z]+)*$'),
  section text not null check (section ~ '^[a-z][a-z0-9-]{0,79}$'),
  word text not null check (word in ('completed', 'later', 'changed')),
  said_at timestamptz not null,
  primary key (area_id, information_request_id, form, section),
  foreign key (area_id, information_request_id) references {schema}.information_requests
);
comment on table {schema}.form_sections is 'A section nobody has spoken of has no row: it goes by its answers.';
comment on column {schema}.form_sections.form is 'reporting, or the kind of a supplementary form.';
comment on column {schema}.form_sections.word is 'changed: an answer became another one after the section was said to be completed.';
comment on column {schema}.form_sections.said_at is 'When it was last said, or put back.';
call {schema}.tenant_table('form_sections', 'information_request_id = {schema}.actor_subject()');
call {schema}.carried_with_case('form_sections', 'information_requests', 'information_request_id');

-- As with the answers themselves; a case that comes from another area brings what was said there.
create function {schema}.refuse_late_section() returns trigger language plpgsql as $$
begin
  if exists (
    select from {schema}.information_requests r
    where r.area_id = new.area_id and r.information_request_id = new.information_request_id
      and r.state in ('returned', 'accepted', 'nothing-known', 'redirected')
      and not exists (
        select from {schema}.cases c
        where c.area_id = r.area_id and c.case_id = r.case_id and c.arriving_by is not null
      )
  ) and not exists (
    select from {schema}.form_corrections f
    where f.area_id = new.area_id and f.information_request_id = new.information_request_id and f.returned_at is null
  ) then
    raise exception 'what was returned stays; a correction is a further version' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger filled_in_until_returned before insert or update on {schema}.form_sections
  for each row execute function {schema}.refuse_late_section();
