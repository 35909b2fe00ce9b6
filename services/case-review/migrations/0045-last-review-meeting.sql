-- A review meeting can be recorded from the final discussion of a joint agency response, once. And whether a meeting that
-- was held is the last one can be said anew until the case is listed: each time with a reason, which is sealed.

alter table {schema}.review_meetings add column response_meeting_id uuid;
create unique index one_review_meeting_per_discussion on {schema}.review_meetings (area_id, response_meeting_id)
  where response_meeting_id is not null;

create table {schema}.review_meeting_lasts (
  area_id uuid not null,
  review_meeting_id uuid not null,
  entry integer not null check (entry > 0),
  last boolean not null,
  reason bytea not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (area_id, review_meeting_id, entry),
  foreign key (area_id, review_meeting_id) references {schema}.review_meetings
);
call {schema}.tenant_table('review_meeting_lasts', app_may => 'select, insert');
call {schema}.carried_with_case('review_meeting_lasts', 'review_meetings', 'review_meeting_id');

create or replace function {schema}.refuse_changed_review_meeting() returns trigger language plpgsql as $$
declare
  said boolean;
begin
  if old.cancelled_at is not null
    or (new.case_id, new.kind, new.arranged_by, new.arranged_at, new.response_meeting_id) is distinct from
      (old.case_id, old.kind, old.arranged_by, old.arranged_at, old.response_meeting_id)
    or old.held_on is not null and (new.held_on, new.planned_on, new.starts_at, new.ends_at, new.place, new.sequence)
      is distinct from (old.held_on, old.planned_on, old.starts_at, old.ends_at, old.place, old.sequence)
    or old.report_received_on is not null and new.report_received_on is distinct from old.report_received_on
  then
    raise exception 'a review meeting that was held or cancelled stays so' using errcode = 'check_violation';
  end if;
  if old.held_on is not null and new.ended_the_stage is distinct from old.ended_the_stage then
    select l.last into said from {schema}.review_meeting_lasts l
    where l.area_id = new.area_id and l.review_meeting_id = new.review_meeting_id order by l.entry desc limit 1;
    if said is distinct from new.ended_the_stage then
      raise exception 'whether a meeting was the last is said with a reason' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
