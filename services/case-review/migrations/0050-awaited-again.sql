-- Whom the first review went on without, the one that began again does not wait for, in any list; what was asked of an agency
-- again since, it does.
create function {schema}.asked_for_the_first_review(
  in_area uuid, of_case uuid, reopening integer, sent_at timestamptz, asked_again_on date
) returns boolean language sql stable set search_path = '' as $$
  select reopening > 0 and exists (
    select from {schema}.reopenings p
    where p.area_id = in_area and p.case_id = of_case and p.number = reopening and sent_at < p.recorded_at
      and (asked_again_on is null or asked_again_on < p.reopened_on)
  )
$$;

create or replace function {schema}.count_awaited() returns trigger language plpgsql set search_path = '' as $$
begin
  new.awaited := case
    when new.state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reopened') then (
      select count(*) from {schema}.information_requests r
      where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state in ('sent', 'sent-back')
        and not {schema}.asked_for_the_first_review(
          new.area_id, new.case_id, new.reopenings, r.sent_at, r.asked_again_on)
    )
    else 0
  end;
  return new;
end $$;

update {schema}.cases set next_what = next_what where reopenings > 0;
