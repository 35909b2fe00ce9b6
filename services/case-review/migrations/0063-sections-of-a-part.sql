-- How much of its forms a part answers goes by what whoever filled it in called completed, as on every other page; none may be.
alter table {schema}.partial_returns rename column sections_answered to sections_completed;
alter table {schema}.partial_returns drop constraint partial_returns_sections_answered_check;
alter table {schema}.partial_returns add check (sections_completed >= 0);
comment on column {schema}.partial_returns.sections_completed is 'Sections that were completed when it was sent; of a part sent before this was counted, those with any answer.';
