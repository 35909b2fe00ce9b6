-- Whether a child is known already. A person to match by is sealed under the key of its notification and found by keyed
-- hashes; what is proposed and what people decided about it stands in duplicate_reviews.

create table {schema}.match_people (
  area_id uuid not null,
  notification_id uuid not null,
  person bytea not null,
  primary key (area_id, notification_id),
  foreign key (area_id, notification_id) references {schema}.notifications (area_id, id)
);
call {schema}.tenant_table('match_people');

-- At most eight composite keys a person. Matched across areas, so the key alone has an index too.
create table {schema}.match_keys (
  area_id uuid not null,
  notification_id uuid not null,
  key bigint not null,
  primary key (area_id, notification_id, key)
);
call {schema}.tenant_table('match_keys', app_may => 'select, insert, delete');
create index match_keys_by_key on {schema}.match_keys (key);

-- By which one area's people are found by name or number; never read across areas.
create table {schema}.search_keys (
  area_id uuid not null,
  key bigint not null,
  notification_id uuid not null,
  primary key (area_id, key, notification_id)
);
call {schema}.tenant_table('search_keys', app_may => 'select, insert, delete');
create index search_keys_by_notification on {schema}.search_keys (area_id, notification_id);

-- A pair of notifications that may be of one child. Both in one area: a review. The other in another area: a question
-- to each coordinator, by existence alone. A case is known by its notification (cases.notification_id).
create table {schema}.duplicate_reviews (
  area_id uuid not null,
  id uuid not null,
  notification_id uuid not null,
  candidate_area_id uuid not null,
  candidate_notification_id uuid not null,
  -- Of the pair being one child, and codes of why; neither is kept of a child of another area.
  probability double precision check (probability between 0 and 1),
  reasons jsonb not null,
  state text not null check (state in ('open', 'same', 'different', 'unsure')),
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (area_id, id),
  foreign key (area_id, notification_id) references {schema}.notifications (area_id, id),
  check (notification_id <> candidate_notification_id),
  check ((state = 'open') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((candidate_area_id = area_id) = (probability is not null)),
  check (candidate_area_id = area_id or reasons = '[]')
);
call {schema}.tenant_table('duplicate_reviews');
-- A pair is proposed once, whichever of the two came first: "not a duplicate" is remembered.
create unique index duplicate_reviews_once_a_pair on {schema}.duplicate_reviews
  (area_id, least(notification_id, candidate_notification_id), greatest(notification_id, candidate_notification_id));
create index duplicate_reviews_by_state on {schema}.duplicate_reviews (area_id, state, proposed_at, id);
create index duplicate_reviews_of_notification on {schema}.duplicate_reviews (area_id, notification_id);
create index duplicate_reviews_of_candidate on {schema}.duplicate_reviews (area_id, candidate_notification_id);

-- The one door across areas: whoever knows the hashes gets ids and ciphertext, of at most 50, the rarest keys first.
-- What any one key brings in is bounded too, so that a name half the country shares costs no more than another.
create function {schema}.match_candidates(hashes bigint[])
returns table (area_id uuid, notification_id uuid, case_id uuid, person bytea, wrapped bytea)
language sql stable security definer set search_path = '' as $$
  select f.area_id, f.notification_id, n.case_id, p.person, k.wrapped
  from (
    select b.area_id, b.notification_id, sum(1.0::float8 / b.shared_by) as rarity
    from (
      select m.area_id, m.notification_id, count(*) over (partition by h.key) as shared_by
      from unnest(hashes[1:8]) as h (key)
      cross join lateral (
        select k.area_id, k.notification_id from {schema}.match_keys k where k.key = h.key limit 1000
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
comment on function {schema}.match_candidates(bigint[]) is 'Ids and ciphertext of at most 50 people of any area who share one of at most eight keyed hashes.';

create policy door on {schema}.match_keys for select to {schema}_door using (true);
create policy door on {schema}.match_people for select to {schema}_door using (true);
create policy door on {schema}.data_keys for select to {schema}_door using (true);
create policy door on {schema}.notifications for select to {schema}_door using (true);
grant usage on schema {schema} to {schema}_door;
grant select (area_id, notification_id, key) on {schema}.match_keys to {schema}_door;
grant select (area_id, notification_id, person) on {schema}.match_people to {schema}_door;
grant select (area_id, subject, wrapped) on {schema}.data_keys to {schema}_door;
grant select (area_id, id, case_id) on {schema}.notifications to {schema}_door;
grant create on schema {schema} to {schema}_door;
alter function {schema}.match_candidates(bigint[]) owner to {schema}_door;
revoke create on schema {schema} from {schema}_door;
revoke execute on function {schema}.match_candidates(bigint[]) from public;
grant execute on function {schema}.match_candidates(bigint[]) to {schema}_app;
