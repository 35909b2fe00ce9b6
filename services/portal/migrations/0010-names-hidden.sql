-- On a screen others can see, a person hides the names of children until they show them again or the session ends.
alter table {schema}.sessions add column names_hidden boolean not null default false;
