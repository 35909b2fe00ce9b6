-- How long things may take in an area, from which day. Every version is kept; a clock keeps the limit it began with.

create table {schema}.clock_settings (
  area_id uuid not null,
  version integer not null check (version > 0),
  valid_from date not null,
  settings jsonb not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (area_id, version)
);
call {schema}.tenant_table('clock_settings', app_may => 'select, insert');

-- As before, but with the limit that was in force in the area on the day it began: of those valid then the newest set.
create or replace function {schema}.limit_end(in_area uuid, of_clock text, begun date) returns date
  language plpgsql stable set search_path = '' as $$
declare
  rule {schema}.clock_defaults;
  amount int;
  reached date := begun;
begin
  select * into strict rule from {schema}.clock_defaults d where d.clock = of_clock;
  if begun is null then return null; end if;
  select (s.settings ->> of_clock)::int into amount from {schema}.clock_settings s
  where s.area_id = in_area and s.valid_from <= begun order by s.version desc limit 1;
  amount := coalesce(amount, rule.amount);
  if rule.unit = 'days' then return begun + amount; end if;
  if rule.unit = 'weeks' then return begun + 7 * amount; end if;
  if rule.unit = 'months' then return (begun + make_interval(months => amount))::date; end if;
  while amount > 0 loop
    reached := reached + 1;
    if extract(isodow from reached) < 6 and not exists (select from {schema}.bank_holidays b where b.day = reached) then
      amount := amount - 1;
    end if;
  end loop;
  return reached;
end $$;
