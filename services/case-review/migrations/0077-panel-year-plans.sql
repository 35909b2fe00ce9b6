-- The meetings of a reporting year somebody plans, until they confirm them in one act: then they are ordinary meetings, and the
-- plan stays as it was. An area has one open plan for a year. Where panels meet is free text, so the plan is sealed.
create table {schema}.panel_year_plans (
  area_id uuid not null,
  panel_year_plan_id uuid not null,
  year text not null check (year ~ '^[0-9]{4}-[0-9]{2}$'),
  plan bytea not null,
  version integer not null check (version > 0),
  planned_by uuid not null,
  planned_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (area_id, panel_year_plan_id),
  check ((confirmed_at is null) = (confirmed_by is null))
);
call {schema}.tenant_table('panel_year_plans', app_may => 'select, insert, update');
create unique index panel_year_plans_open on {schema}.panel_year_plans (area_id, year) where confirmed_at is null;

create function {schema}.refuse_changed_year_plan() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.confirmed_at is not null then
    raise exception 'a year plan that was confirmed stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stays_as_confirmed before update on {schema}.panel_year_plans
  for each row execute function {schema}.refuse_changed_year_plan();
