-- A review that begins again has a further version of its analysis. Every version the panel agreed stays as it was: nobody
-- writes, changes or deletes one, and the next begins as a copy of the last.

alter table {schema}.analysis_factors
  drop constraint analysis_factors_area_id_case_id_fkey,
  drop constraint analysis_factors_pkey,
  add column revision integer not null default 1 check (revision > 0);
alter table {schema}.analyses
  drop constraint analyses_pkey,
  add column revision integer not null default 1 check (revision > 0),
  add primary key (area_id, case_id, revision);
alter table {schema}.analysis_factors
  alter column revision drop default,
  add primary key (area_id, case_id, revision, position),
  add foreign key (area_id, case_id, revision) references {schema}.analyses (area_id, case_id, revision);
alter table {schema}.analyses alter column revision drop default;
comment on column {schema}.analyses.revision is 'Which agreement of the case it is, or will be; version counts every saving of all of them.';
-- The panel has one draft before it.
create unique index one_draft on {schema}.analyses (area_id, case_id) where state = 'draft';

create or replace function {schema}.keep_agreed() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'an analysis is drafted before it is agreed' using errcode = 'check_violation';
    end if;
    if new.revision > 1 and not exists (
      select from {schema}.analyses a
      where a.area_id = new.area_id and a.case_id = new.case_id and a.revision = new.revision - 1
        and a.state = 'agreed' and a.version < new.version
    ) then
      raise exception 'a version follows the one agreed before it' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.state = 'agreed' then
    raise exception 'an agreed analysis is never changed' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if (new.area_id, new.case_id, new.revision) is distinct from (old.area_id, old.case_id, old.revision) then
    raise exception 'a draft stays that of its case' using errcode = 'check_violation';
  end if;
  return new;
end $$;
drop trigger keep_agreed on {schema}.analyses;
create trigger keep_agreed before insert or update or delete on {schema}.analyses
  for each row execute function {schema}.keep_agreed();

-- What is counted of an analysis goes in before it is agreed, and then no more.
create function {schema}.keep_agreed_factors() returns trigger language plpgsql as $$
declare
  of_row {schema}.analysis_factors := case when tg_op = 'INSERT' then new else old end;
begin
  if tg_op = 'UPDATE' or exists (
    select from {schema}.analyses a
    where a.area_id = of_row.area_id and a.case_id = of_row.case_id and a.revision = of_row.revision
      and a.state = 'agreed'
  ) then
    raise exception 'an agreed analysis is never changed' using errcode = 'check_violation';
  end if;
  return of_row;
end $$;
create trigger keep_agreed before insert or update or delete on {schema}.analysis_factors
  for each row execute function {schema}.keep_agreed_factors();
