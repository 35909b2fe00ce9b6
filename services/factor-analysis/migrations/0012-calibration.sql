-- Invented cases that members and chairs code, each for themselves. What somebody coded is theirs; what is counted lies apart
-- from them, without a person and in steps of five, so that no figure tells what one of them added.

create table {schema}.calibration_codings (
  area_id uuid not null,
  person_id uuid not null,
  case_key text not null check (length(case_key) <= 40),
  edition text not null check (length(edition) <= 20),
  state text not null check (state in ('draft', 'final')),
  version integer not null check (version > 0),
  form_version text not null,
  sealed_answers bytea not null,
  saved_at timestamptz not null,
  coded_on date,
  primary key (area_id, person_id, case_key, edition),
  check ((state = 'final') = (coded_on is not null))
);
call {schema}.tenant_table('calibration_codings');

create function {schema}.keep_calibration_coding() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a coding of an invented case is not deleted' using errcode = 'check_violation';
  end if;
  if old.state = 'final' or new.version <= old.version
    or (new.area_id, new.person_id, new.case_key, new.edition) is distinct from (old.area_id, old.person_id, old.case_key, old.edition) then
    raise exception 'a coding of an invented case that is final stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_calibration_coding before update or delete on {schema}.calibration_codings
  for each row execute function {schema}.keep_calibration_coding();

create table {schema}.calibration_answers (
  area_id uuid not null,
  -- Made by chance: neither it nor anything else here leads to the person, or to another answer of theirs.
  answer_id uuid not null,
  case_key text not null check (length(case_key) <= 40),
  edition text not null check (length(edition) <= 20),
  -- The first five that finished the case, the next five, and so on. Only full ones are counted.
  batch integer not null check (batch >= 0),
  codes jsonb not null,
  primary key (area_id, answer_id)
);
call {schema}.tenant_table('calibration_answers', app_may => 'select, insert');
create index calibration_answers_by_case on {schema}.calibration_answers (area_id, case_key, edition, batch);

create function {schema}.keep_calibration_answer() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'what was counted of an invented case stays as it is' using errcode = 'check_violation';
  end if;
  if (select count(*) from {schema}.calibration_answers a
      where a.area_id = new.area_id and a.case_key = new.case_key and a.edition = new.edition and a.batch = new.batch) >= 5 then
    raise exception 'five make a batch' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_calibration_answer before insert or update or delete on {schema}.calibration_answers
  for each row execute function {schema}.keep_calibration_answer();

create table {schema}.calibration_rounds (
  area_id uuid not null,
  round_id uuid not null,
  case_keys text[] not null check (cardinality(case_keys) between 1 and 50),
  opened_on date not null,
  closes_on date not null check (closes_on >= opened_on),
  opened_by uuid not null,
  primary key (area_id, round_id)
);
call {schema}.tenant_table('calibration_rounds', app_may => 'select, insert');
