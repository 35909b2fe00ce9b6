-- What was recorded by hand as told to the national database can turn out a mistake: that is an entry of its own.

alter table {schema}.national_notifications
  alter column told_on drop not null,
  add column taken_back text check (taken_back in ('nobody-told', 'another-death', 'recorded-by-mistake')),
  add constraint told_or_taken_back check ((told_on is null) = (taken_back is not null)),
  add constraint taken_back_by_hand check (taken_back is null or receipt is null);
comment on column {schema}.national_notifications.taken_back is 'Why what was recorded by hand before does not hold.';

create function {schema}.refuse_taking_back_nothing() returns trigger language plpgsql as $$
begin
  if new.taken_back is not null and not exists (
    select from {schema}.national_notifications n
    where n.area_id = new.area_id and n.notification_id = new.notification_id and n.entry = new.entry - 1
      and n.taken_back is null and n.receipt is null
  ) then
    raise exception 'only what was recorded by hand is taken back' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger taken_back_once before insert on {schema}.national_notifications
  for each row execute function {schema}.refuse_taking_back_nothing();
