-- Which areas have documents, or files on their way: read across areas by the service's own schedule, which destroys
-- content that means nothing to any of them. An area that is not here loses its documents, so a row makes itself.
create table {schema}.document_areas (
  area_id uuid primary key
);
call {schema}.untenanted_table('document_areas', 'system', 'select, insert');

create function {schema}.note_area_with_documents() returns trigger language plpgsql as $$
begin
  insert into {schema}.document_areas (area_id) values (new.area_id) on conflict do nothing;
  return null;
end $$;
create trigger area_with_documents after insert on {schema}.documents
  for each row execute function {schema}.note_area_with_documents();
create trigger area_with_documents after insert on {schema}.document_uploads
  for each row execute function {schema}.note_area_with_documents();
insert into {schema}.document_areas (area_id)
select area_id from {schema}.documents union select area_id from {schema}.document_uploads;
