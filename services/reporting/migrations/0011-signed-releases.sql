-- A release is published once somebody else than who built it has signed it, or it is turned down; either for good.

alter table {schema}.releases
  add column built_by uuid,
  add column held_to_signature bigint not null default 0,
  add constraint releases_built_by check (built_by is not null) not valid;
comment on column {schema}.releases.built_by is 'Nobody''s for releases from before signatures were kept.';
comment on column {schema}.releases.held_to_signature is
  'The last signature of the area when it was built: it is held to everything signed up to there.';

create table {schema}.release_decisions (
  area_id uuid not null,
  release_id uuid not null,
  decision_number bigint generated always as identity,
  outcome text not null check (outcome in ('signed', 'turned-down', 'before-signatures')),
  decided_by uuid,
  decided_at timestamptz,
  reason text check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  -- What was signed is what was looked at.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  signature text,
  primary key (area_id, release_id),
  foreign key (area_id, release_id) references {schema}.releases,
  check ((outcome = 'before-signatures') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((outcome = 'turned-down') = (reason is not null)),
  check ((outcome = 'signed') = (signature is not null))
);
create index release_decisions_signed on {schema}.release_decisions (area_id, decision_number);
call {schema}.tenant_table('release_decisions', 'false', 'select, insert');

insert into {schema}.release_decisions (area_id, release_id, outcome, content_hash)
select area_id, release_id, 'before-signatures', content_hash from {schema}.releases order by build_number;

create function {schema}.keep_release_decision() returns trigger language plpgsql set search_path = '' as $$
declare
  built record;
begin
  select r.built_by, r.content_hash, r.held_to_signature into built
  from {schema}.releases r where r.area_id = new.area_id and r.release_id = new.release_id;
  if not found then
    raise exception 'there is no such release' using errcode = 'check_violation';
  end if;
  if new.decided_by is null or new.decided_by = built.built_by then
    raise exception 'somebody else than who built a release decides on it' using errcode = 'check_violation';
  end if;
  if new.content_hash <> built.content_hash then
    raise exception 'another content was looked at' using errcode = 'check_violation';
  end if;
  if new.outcome = 'signed' and exists (
    select from {schema}.release_decisions d
    where d.area_id = new.area_id and d.outcome = 'signed' and d.decision_number > built.held_to_signature
  ) then
    raise exception 'another release was signed since this one was built' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_release_decision before insert on {schema}.release_decisions
  for each row execute function {schema}.keep_release_decision();
create trigger never_changes before update or delete or truncate on {schema}.release_decisions
  for each statement execute function {schema}.refuse_change();
