-- Who a child was in the words of the family, and whether it wishes a panel to hear them first. The newest entry counts; what
-- was withdrawn is shown to nobody.
create table {schema}.family_portraits (
  area_id uuid not null,
  case_id uuid not null,
  entry integer not null check (entry > 0),
  wish text not null check (wish in ('for-panel', 'not-for-panel', 'withdrawn')),
  told_by uuid,
  told_on date not null,
  channel text check (channel ~ '^[a-z]+(-[a-z]+)*$'),
  words bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (area_id, case_id, entry),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, told_by) references {schema}.family_members,
  check ((wish = 'withdrawn') = (words is null)),
  check ((wish = 'withdrawn') = (channel is null))
);
comment on column {schema}.family_portraits.told_by is 'Which parent or carer told it, or changed their mind; null for the family together.';
call {schema}.tenant_table('family_portraits', app_may => 'select, insert');
call {schema}.carried_with_case('family_portraits');

-- Nobody who must not be contacted is asked for a portrait.
create function {schema}.refuse_wrong_portrait() returns trigger language plpgsql as $$
begin
  if new.wish <> 'withdrawn' and (
    select e.no_contact is not null or e.in_error from {schema}.family_member_entries e
    where e.area_id = new.area_id and e.family_member_id = new.told_by order by e.entry desc limit 1
  ) then
    raise exception 'somebody who must not be contacted is asked for no portrait' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger portrait_allowed before insert on {schema}.family_portraits
  for each row execute function {schema}.refuse_wrong_portrait();
