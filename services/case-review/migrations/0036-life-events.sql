-- What the review wrote down of the life of a child: when it was as well as it is known, what it was, and who or what says so.

-- An entry that names a source is of the very case its source belongs to, so that it goes where that goes and stays with it
-- when a merge is undone.
alter table {schema}.documents add constraint documents_of_case unique (area_id, case_id, document_id);
alter table {schema}.information_requests
  add constraint information_requests_of_case unique (area_id, case_id, information_request_id);

create table {schema}.life_events (
  area_id uuid not null,
  life_event_id uuid not null,
  case_id uuid not null,
  content bytea not null,
  document_id uuid,
  information_request_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  taken_out_by uuid,
  taken_out_at timestamptz,
  taken_out_because bytea,
  primary key (area_id, life_event_id),
  foreign key (area_id, case_id) references {schema}.cases,
  foreign key (area_id, case_id, document_id) references {schema}.documents (area_id, case_id, document_id),
  foreign key (area_id, case_id, information_request_id)
    references {schema}.information_requests (area_id, case_id, information_request_id),
  check (num_nonnulls(document_id, information_request_id) <= 1),
  check (num_nulls(taken_out_by, taken_out_at, taken_out_because) in (0, 3))
);
comment on column {schema}.life_events.content is 'When it was and what it was, in words.';
comment on column {schema}.life_events.taken_out_because is 'Why it no longer stands: it stays, and is shown no more.';
call {schema}.tenant_table('life_events', app_may => 'select, insert, update');
create index life_events_by_case on {schema}.life_events (area_id, case_id);
call {schema}.carried_with_case('life_events');

create function {schema}.refuse_changed_life_event() returns trigger language plpgsql as $$
begin
  if old.taken_out_at is not null
    or (new.case_id, new.content, new.document_id, new.information_request_id, new.recorded_by, new.recorded_at)
      is distinct from
      (old.case_id, old.content, old.document_id, old.information_request_id, old.recorded_by, old.recorded_at)
  then
    raise exception 'an entry of a life is only taken out' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger taken_out_once before update on {schema}.life_events
  for each row execute function {schema}.refuse_changed_life_event();
