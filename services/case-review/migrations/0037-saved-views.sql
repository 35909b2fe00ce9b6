-- Worklists that people keep under names of their own: codes and ids of what is shown, the name sealed.
create table {schema}.saved_views (
  area_id uuid not null,
  saved_view_id uuid not null,
  person_id uuid not null,
  name bytea not null,
  view text not null check (view ~ '^[a-z]+(-[a-z]+)*$'),
  sort text not null check (sort ~ '^[a-z]+(-[a-z]+)*$'),
  owner_id uuid,
  of_nobody boolean not null default false,
  begins boolean not null default false,
  version integer not null default 1,
  saved_at timestamptz not null,
  primary key (area_id, saved_view_id),
  check (owner_id is null or not of_nobody)
);
comment on column {schema}.saved_views.name is 'Free text, sealed with the key of the area and bound to its view.';
comment on column {schema}.saved_views.begins is 'The worklist its person begins with; at most one.';
call {schema}.tenant_table('saved_views', app_may => 'select, insert, update, delete');
create index saved_views_of_person on {schema}.saved_views (area_id, person_id, saved_at, saved_view_id);
create unique index saved_views_one_begins on {schema}.saved_views (area_id, person_id) where begins;

-- How many answers of agencies a case waits for, worked out with its clock.
alter table {schema}.cases add column awaited integer not null default 0;
comment on column {schema}.cases.awaited is 'Requests of the case that wait for an answer; 0 once the panel is done with it.';

create function {schema}.count_awaited() returns trigger language plpgsql set search_path = '' as $$
begin
  new.awaited := case
    when new.state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred') then (
      select count(*) from {schema}.information_requests r
      where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state = 'sent'
    )
    else 0
  end;
  return new;
end $$;
create trigger count_awaited before update of next_what, state on {schema}.cases
  for each row execute function {schema}.count_awaited();

update {schema}.cases set next_what = next_what
where state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred');
