-- A panel that finds the registered cause of a death wrong asks, in a letter, whoever can have it looked at again. The letter
-- is drafted, sent once and answered once; the registered cause itself is nowhere altered.

create table {schema}.cause_letters (
  area_id uuid not null,
  cause_letter_id uuid not null,
  case_id uuid not null,
  recipient text not null check (recipient in ('medical-examiner-and-certifier', 'coroner')),
  state text not null check (state in ('drafted', 'sent', 'answered', 'withdrawn')),
  version integer not null check (version > 0),
  content bytea not null,
  raised_by uuid not null,
  raised_on date not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  sent_to bytea,
  sent_on date,
  answer text check (answer in ('cause-amended', 'cause-stands', 'will-be-investigated', 'other')),
  answer_words bytea,
  answered_on date,
  primary key (area_id, cause_letter_id),
  foreign key (area_id, case_id) references {schema}.cases,
  check (num_nulls(sent_to, sent_on) = case when state in ('sent', 'answered') then 0 else 2 end),
  check (num_nulls(answer, answer_words, answered_on) = case when state = 'answered' then 0 else 3 end),
  check (sent_on >= raised_on),
  check (answered_on >= sent_on)
);
call {schema}.tenant_table('cause_letters', app_may => 'select, insert, update');
create index cause_letters_by_case on {schema}.cause_letters (area_id, case_id);
-- Of two who record it at once, one does.
create unique index one_open_cause_letter on {schema}.cause_letters (area_id, case_id, recipient)
  where state in ('drafted', 'sent');
call {schema}.carried_with_case('cause_letters');

create function {schema}.keep_cause_letter() returns trigger language plpgsql as $$
begin
  if (new.area_id, new.cause_letter_id, new.case_id, new.recipient, new.raised_by, new.raised_on)
    is distinct from
    (old.area_id, old.cause_letter_id, old.case_id, old.recipient, old.raised_by, old.raised_on)
    or new.version <> old.version + 1
    or (old.state, new.state) not in (('drafted', 'drafted'), ('drafted', 'sent'), ('drafted', 'withdrawn'),
      ('sent', 'answered'))
    or new.state <> 'drafted' and new.content is distinct from old.content
    or old.state = 'sent' and (new.sent_to, new.sent_on) is distinct from (old.sent_to, old.sent_on)
  then
    raise exception 'a letter that was sent stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sent_once before update on {schema}.cause_letters
  for each row execute function {schema}.keep_cause_letter();
