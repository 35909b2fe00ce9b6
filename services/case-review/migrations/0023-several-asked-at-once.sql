-- Several agencies asked about one case at once: who was to be asked, and what became of each. Every one of them is asked
-- in a transaction of its own together with its outcome, so that nobody is asked twice however often it is begun again.

create table {schema}.request_batches (
  area_id uuid not null,
  request_batch_id uuid not null,
  case_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (area_id, request_batch_id),
  foreign key (area_id, case_id) references {schema}.cases
);
create index request_batches_by_case on {schema}.request_batches (area_id, case_id, asked_at);
call {schema}.tenant_table('request_batches', app_may => 'select, insert');

create table {schema}.request_batch_recipients (
  area_id uuid not null,
  request_batch_id uuid not null,
  place integer not null check (place > 0),
  organisation_id uuid not null,
  contact_id uuid,
  outcome text check (outcome in ('sent', 'already-asked', 'refused')),
  refusal text check (refusal ~ '^[a-z]+(-[a-z]+)*$'),
  information_request_id uuid,
  settled_at timestamptz,
  primary key (area_id, request_batch_id, place),
  unique (area_id, request_batch_id, organisation_id),
  foreign key (area_id, request_batch_id) references {schema}.request_batches,
  foreign key (area_id, organisation_id) references {schema}.organisations,
  check ((outcome is null) = (settled_at is null)),
  check (coalesce(outcome = 'refused', false) = (refusal is not null)),
  check (coalesce(outcome in ('sent', 'already-asked'), false) = (information_request_id is not null))
);
comment on column {schema}.request_batch_recipients.information_request_id is 'By which the organisation is asked. No key: the request goes along when another area takes the case over, this stays.';
call {schema}.tenant_table('request_batch_recipients', app_may => 'select, insert, update');

create function {schema}.refuse_second_outcome() returns trigger language plpgsql as $$
begin
  if old.outcome is not null or (new.organisation_id, new.contact_id) is distinct from (old.organisation_id, old.contact_id)
  then
    raise exception 'what became of an agency that was asked stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger settled_once before update on {schema}.request_batch_recipients
  for each row execute function {schema}.refuse_second_outcome();
