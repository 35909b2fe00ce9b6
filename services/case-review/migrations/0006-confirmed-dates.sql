-- Intake holds confirmations to the date of death, which may be corrected afterwards; here the date is only shown, and an
-- event must never be refused for it.

alter table {schema}.cases drop constraint cases_check7, drop constraint cases_check8;
