-- What the share with modifiable factors of an area is held against: how many reviews of all areas there were of each case mix,
-- and in how many modifiable factors were found. The one door of reporting across areas: it gives counts of all together, and
-- neither which area nor which case they are of.

create function {schema}.case_mix_of_all(years text[], at timestamptz, fewest bigint)
returns table (areas bigint, primary_category smallint, age_band text, place_of_death text, modifiable boolean, reviews bigint)
language sql stable security definer set search_path = '' as $$
  with known as (
    select r.area_id, r.primary_category, d.age_band, d.place_of_death,
      r.modifiability = 'modifiable-factors-identified' as modifiable
    from {schema}.review_facts r
    left join {schema}.death_facts d
      on d.area_id = r.area_id and d.case_id = r.case_id
      and d.recorded_from <= at and (d.recorded_to is null or d.recorded_to > at)
    where r.reviewed_in_year = any (years)
      and r.recorded_from <= at and (r.recorded_to is null or r.recorded_to > at)
      and not exists (
        select from {schema}.cases_in_error e
        where e.area_id = r.area_id and e.case_id = r.case_id and e.recorded_from <= at
      )
      and not exists (
        select from {schema}.merged_cases m
        where m.area_id = r.area_id and m.case_id = r.case_id and m.recorded_from <= at
          and (m.recorded_to is null or m.recorded_to > at)
      )
      and not exists (
        select from {schema}.transferred_cases t
        where t.area_id = r.area_id and t.case_id = r.case_id and t.recorded_from <= at
          and (t.recorded_to is null or t.recorded_to > at)
      )
  ), large as (
    select count(*) as areas from (
      select k.area_id from known k group by k.area_id having count(*) >= fewest
    ) a
  )
  select l.areas, k.primary_category, k.age_band, k.place_of_death, k.modifiable, count(*)
  from known k cross join large l
  group by l.areas, k.primary_category, k.age_band, k.place_of_death, k.modifiable
$$;
comment on function {schema}.case_mix_of_all(text[], timestamptz, bigint) is 'Counts of the reviews of all areas by case mix, and how many areas have at least so many; neither areas nor cases.';

create policy door on {schema}.review_facts for select to {schema}_door using (true);
create policy door on {schema}.death_facts for select to {schema}_door using (true);
create policy door on {schema}.cases_in_error for select to {schema}_door using (true);
create policy door on {schema}.merged_cases for select to {schema}_door using (true);
create policy door on {schema}.transferred_cases for select to {schema}_door using (true);
grant usage on schema {schema} to {schema}_door;
grant select (area_id, case_id, recorded_from, recorded_to, reviewed_in_year, primary_category, modifiability)
  on {schema}.review_facts to {schema}_door;
grant select (area_id, case_id, recorded_from, recorded_to, age_band, place_of_death) on {schema}.death_facts to {schema}_door;
grant select (area_id, case_id, recorded_from) on {schema}.cases_in_error to {schema}_door;
grant select (area_id, case_id, recorded_from, recorded_to) on {schema}.merged_cases to {schema}_door;
grant select (area_id, case_id, recorded_from, recorded_to) on {schema}.transferred_cases to {schema}_door;
grant create on schema {schema} to {schema}_door;
alter function {schema}.case_mix_of_all(text[], timestamptz, bigint) owner to {schema}_door;
revoke create on schema {schema} from {schema}_door;
revoke execute on function {schema}.case_mix_of_all(text[], timestamptz, bigint) from public;
grant execute on function {schema}.case_mix_of_all(text[], timestamptz, bigint) to {schema}_app;
