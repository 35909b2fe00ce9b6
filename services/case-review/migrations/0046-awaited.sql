-- A review that begins again awaits agencies as any other that goes on, and so does one whose form was sent back.
create or replace function {schema}.count_awaited() returns trigger language plpgsql set search_path = '' as $$
begin
  new.awaited := case
    when new.state in ('gathering', 'review-meeting-held', 'review-meeting-not-held', 'listed', 'deferred', 'reopened') then (
      select count(*) from {schema}.information_requests r
      where r.area_id = new.area_id and r.case_id = any (new.case_ids) and r.state in ('sent', 'sent-back')
    )
    else 0
  end;
  return new;
end $$;

update {schema}.cases set next_what = next_what where state = 'reopened';
