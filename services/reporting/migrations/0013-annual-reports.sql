-- The annual report of an area: written in sections against one release, reviewed, signed by two and published by another.
-- Drafts are sealed with the area's key; what is published stands open, for it is.

create table {schema}.annual_reports (
  area_id uuid not null,
  report_id uuid not null,
  reporting_year text not null check (reporting_year ~ '^\d{4}-\d{2}$'),
  edition integer not null check (edition > 0),
  -- The published report whose text it began with.
  begun_from uuid,
  begun_by uuid not null,
  begun_at timestamptz not null,
  primary key (area_id, report_id),
  unique (area_id, reporting_year, edition)
);
call {schema}.tenant_table('annual_reports', app_may => 'select, insert');

create table {schema}.annual_report_pins (
  area_id uuid not null,
  report_id uuid not null,
  pin integer not null check (pin > 0),
  release_id uuid not null,
  pinned_by uuid not null,
  pinned_at timestamptz not null,
  primary key (area_id, report_id, pin),
  foreign key (area_id, report_id) references {schema}.annual_reports,
  foreign key (area_id, release_id) references {schema}.releases
);
call {schema}.tenant_table('annual_report_pins', app_may => 'select, insert');
comment on column {schema}.annual_report_pins.release_id is 'The newest pin is the release the report is read from.';

create table {schema}.annual_report_blocks (
  area_id uuid not null,
  report_id uuid not null,
  section text not null check (section ~ '^[a-z-]+$'),
  version integer not null check (version > 0),
  origin text not null check (origin in ('written', 'carried-over')),
  -- The prose, and what its live figures said when it was written.
  sealed_block bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (area_id, report_id, section, version),
  foreign key (area_id, report_id) references {schema}.annual_reports
);
call {schema}.tenant_table('annual_report_blocks', app_may => 'select, insert');

create table {schema}.annual_report_comments (
  area_id uuid not null,
  report_id uuid not null,
  comment_id uuid not null,
  section text not null check (section ~ '^[a-z-]+$'),
  sealed_words bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (area_id, report_id, comment_id),
  foreign key (area_id, report_id) references {schema}.annual_reports,
  check ((settled_by is null) = (settled_at is null))
);
call {schema}.tenant_table('annual_report_comments');

-- A sentence that tells of few children, by the release it was judged with.
create table {schema}.annual_report_holds (
  area_id uuid not null,
  report_id uuid not null,
  hold_id uuid not null,
  section text not null check (section ~ '^[a-z-]+$'),
  release_id uuid not null,
  learnt text not null check (learnt in ('nothing-new', 'agreed-with-the-family')),
  -- The sentence, and why it should stand.
  sealed_hold bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('may-stand', 'must-go')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (area_id, report_id, hold_id),
  foreign key (area_id, report_id) references {schema}.annual_reports,
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  check (decided_by <> asked_by)
);
call {schema}.tenant_table('annual_report_holds');
comment on column {schema}.annual_report_holds.learnt is 'What somebody who knows of the death from the news would learn.';

create table {schema}.annual_report_signatures (
  area_id uuid not null,
  report_id uuid not null,
  signature integer not null check (signature > 0),
  capacity text not null check (capacity in ('chair', 'scrutineer')),
  -- Over the release and all sections: a signature is of exactly this text.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (area_id, report_id, signature),
  foreign key (area_id, report_id) references {schema}.annual_reports
);
call {schema}.tenant_table('annual_report_signatures', app_may => 'select, insert');

create table {schema}.published_annual_reports (
  area_id uuid not null,
  report_id uuid not null,
  content text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (area_id, report_id),
  foreign key (area_id, report_id) references {schema}.annual_reports
);
call {schema}.tenant_table('published_annual_reports', app_may => 'select, insert');

create function {schema}.keep_annual_report() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'nothing of a report is taken away' using errcode = 'check_violation';
  end if;
  if exists (
    select from {schema}.published_annual_reports p where p.area_id = new.area_id and p.report_id = new.report_id
  ) then
    raise exception 'a published report never changes' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'annual_report_comments' then
    if old.settled_by is not null
      or (to_jsonb(new) - '{settled_by,settled_at}'::text[]) <> (to_jsonb(old) - '{settled_by,settled_at}'::text[]) then
      raise exception 'a comment is settled once and never rewritten' using errcode = 'check_violation';
    end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'annual_report_holds' then
    if old.outcome is not null
      or (to_jsonb(new) - '{outcome,decided_by,decided_at}'::text[]) <> (to_jsonb(old) - '{outcome,decided_by,decided_at}'::text[]) then
      raise exception 'a held sentence is decided once' using errcode = 'check_violation';
    end if;
  elsif tg_op = 'UPDATE' then
    raise exception 'what was written stays; the next version follows it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_annual_report before insert or update or delete on {schema}.annual_report_pins
  for each row execute function {schema}.keep_annual_report();
create trigger keep_annual_report before insert or update or delete on {schema}.annual_report_blocks
  for each row execute function {schema}.keep_annual_report();
create trigger keep_annual_report before insert or update or delete on {schema}.annual_report_comments
  for each row execute function {schema}.keep_annual_report();
create trigger keep_annual_report before insert or update or delete on {schema}.annual_report_holds
  for each row execute function {schema}.keep_annual_report();
create trigger keep_annual_report before insert or update or delete on {schema}.annual_report_signatures
  for each row execute function {schema}.keep_annual_report();
create trigger never_changes before update or delete or truncate on {schema}.annual_reports
  for each statement execute function {schema}.refuse_change();
create trigger never_changes before update or delete or truncate on {schema}.published_annual_reports
  for each statement execute function {schema}.refuse_change();
