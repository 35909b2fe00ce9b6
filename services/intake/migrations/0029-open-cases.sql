-- Cases that were open elsewhere come in with a bundle: what it says of a case beside its notification waits with the row,
-- until case-review has it. Which case came of which row is found by its notification.

alter table {schema}.import_rows
  add column open_case boolean not null default false,
  add column rest bytea;
comment on column {schema}.import_rows.rest is 'Sealed with the key of the import, and gone with the row once it is a notification.';
-- Of the bytes as they were uploaded: what a report names the file by.
alter table {schema}.imports add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$');
alter table {schema}.import_rows
  add constraint import_rows_rest check (rest is null or (open_case and received is not null));
