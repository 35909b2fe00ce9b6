-- What an agency told the panel's office by other means than the form, entered on its behalf: by whom it was told, how and
-- when. Until it is recorded it is a draft of the office's own; recorded, it is a version of what the agency returned.

create table {schema}.transcriptions (
  area_id uuid not null,
  transcription_id uuid not null,
  information_request_id uuid not null,
  channel text not null check (channel ~ '^[a-z]+(-[a-z]+)*$'),
  told_on date not null,
  informant bytea not null,
  answers bytea not null,
  version integer not null check (version > 0),
  begun_by uuid not null,
  begun_at timestamptz not null,
  entry integer check (entry > 0),
  recorded_by uuid,
  recorded_at timestamptz check (recorded_at >= begun_at),
  discarded_at timestamptz check (discarded_at >= begun_at),
  primary key (area_id, transcription_id),
  unique (area_id, information_request_id, entry),
  foreign key (area_id, information_request_id) references {schema}.information_requests,
  check ((entry is null) = (recorded_at is null) and (entry is null) = (recorded_by is null)),
  check (entry is null or discarded_at is null)
);
comment on column {schema}.transcriptions.informant is 'Name, role and source, sealed with the key of the case.';
comment on column {schema}.transcriptions.answers is 'The forms as far as they were entered, sealed with the key of the case.';
comment on column {schema}.transcriptions.entry is 'The version of what was returned that it became.';
call {schema}.tenant_table('transcriptions', 'information_request_id = {schema}.actor_subject()');
call {schema}.carried_with_case('transcriptions', 'information_requests', 'information_request_id');
create unique index one_transcription_at_a_time on {schema}.transcriptions (area_id, information_request_id)
  where entry is null and discarded_at is null;

create function {schema}.refuse_changed_transcription() returns trigger language plpgsql as $$
begin
  if old.entry is not null or old.discarded_at is not null
    or (new.channel, new.told_on, new.informant, new.begun_by, new.begun_at)
      is distinct from (old.channel, old.told_on, old.informant, old.begun_by, old.begun_at)
  then
    raise exception 'what was recorded on behalf of an agency stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger entered_until_recorded before update on {schema}.transcriptions
  for each row execute function {schema}.refuse_changed_transcription();
