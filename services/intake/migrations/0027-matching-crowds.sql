-- As before, but that a key which a crowd shares brings in two hundred, not a thousand: at most fifty are opened, the rarest
-- keys first, and of a crowd larger than that none comes before whoever shares anything rarer.
create or replace function {schema}.match_candidates(hashes bigint[])
returns table (area_id uuid, notification_id uuid, case_id uuid, person bytea, wrapped bytea)
language sql stable security definer set search_path = '' as $$
  select f.area_id, f.notification_id, n.case_id, p.person, k.wrapped
  from (
    select b.area_id, b.notification_id, sum(1.0::float8 / b.shared_by) as rarity
    from (
      select m.area_id, m.notification_id, count(*) over (partition by h.key) as shared_by
      from unnest(hashes[1:8]) as h (key)
      cross join lateral (
        select k.area_id, k.notification_id from {schema}.match_keys k where k.key = h.key limit 200
      ) m
    ) b
    group by b.area_id, b.notification_id
    order by rarity desc, b.area_id, b.notification_id
    limit 50
  ) f
  join {schema}.match_people p on p.area_id = f.area_id and p.notification_id = f.notification_id
  join {schema}.data_keys k on k.area_id = f.area_id and k.subject = f.notification_id
  join {schema}.notifications n on n.area_id = f.area_id and n.id = f.notification_id
  order by f.rarity desc, f.area_id, f.notification_id
$$;
