-- Nothing leaves before it is recorded who confirmed the death and who the child is. Who that was by name is known to
-- intake alone.

alter table {schema}.cases
  add column death_confirmed_by text,
  add column death_confirmed_on date check (death_confirmed_on >= died_on),
  add column identity_confirmed_by text,
  add column identity_confirmed_on date check (identity_confirmed_on >= died_on),
  add column confirmed_at timestamptz,
  add check (
    num_nulls(death_confirmed_by, death_confirmed_on, identity_confirmed_by, identity_confirmed_on, confirmed_at) in (0, 5)
  );
comment on column {schema}.cases.confirmed_at is 'When it was recorded who confirmed the death and who the child is. Until then the database lets no request and no submission of the case in.';

create function {schema}.refuse_unconfirmed() returns trigger language plpgsql as $$
begin
  if not exists (
    select from {schema}.cases c
    where c.area_id = new.area_id and c.case_id = new.case_id and c.confirmed_at is not null
  ) then
    raise exception 'nothing leaves before the death and the child are confirmed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger confirmed_before_asked before insert on {schema}.information_requests
  for each row execute function {schema}.refuse_unconfirmed();
create trigger confirmed_before_submitted before update of state on {schema}.cases
  for each row when (new.state = 'submitted' and old.state <> 'submitted')
  execute function {schema}.refuse_unconfirmed();
