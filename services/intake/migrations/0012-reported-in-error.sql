-- A notification that was wrong: the child lives, or is another. What it led to is recalled by whoever sent it; here the
-- child is hidden and is matched with nobody any more, and a trace of the report stays.

alter table {schema}.notifications
  drop constraint notifications_state_check,
  add constraint notifications_state_check
    check (state in ('received', 'accepted', 'out-of-scope', 'reported-in-error')),
  drop constraint notifications_check,
  add constraint notifications_case_once_accepted check (
    case state
      when 'accepted' then case_id is not null
      when 'reported-in-error' then true
      else case_id is null
    end
  );
create index notifications_by_case on {schema}.notifications (area_id, case_id) where case_id is not null;

create or replace function {schema}.decide_once() returns trigger language plpgsql as $$
begin
  if new.state = old.state or old.state = 'received' or (new.state = 'reported-in-error' and new.case_id is not distinct from old.case_id) then
    return new;
  end if;
  raise exception 'a notification is decided once' using errcode = 'check_violation';
end $$;

alter table {schema}.children add column hidden_at timestamptz;
comment on column {schema}.children.hidden_at is 'Since when the child is neither shown nor matched: its death was reported in error.';
grant update (hidden_at) on {schema}.children to {schema}_app;

create table {schema}.error_reports (
  area_id uuid not null,
  notification_id uuid not null,
  reason text not null check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  national_database_told boolean not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  primary key (area_id, notification_id),
  foreign key (area_id, notification_id) references {schema}.notifications
);
call {schema}.tenant_table('error_reports', app_may => 'select, insert');
