-- What a notification said before somebody corrected or completed it, as it was sealed then, with who changed it and
-- when. Opened with the key of the notification, as its present answers are.

create table {schema}.earlier_answers (
  area_id uuid not null,
  notification_id uuid not null,
  -- The version of the notification that held these answers last.
  version bigint not null check (version > 0),
  form_version text not null,
  answers bytea not null,
  replaced_by uuid not null,
  replaced_at timestamptz not null,
  primary key (area_id, notification_id, version),
  foreign key (area_id, notification_id) references {schema}.notifications
);
call {schema}.tenant_table('earlier_answers', app_may => 'select, insert');
