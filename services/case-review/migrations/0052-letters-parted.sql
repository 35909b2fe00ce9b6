-- A letter that was not given yet and has an answer of another record in it is withdrawn when the two are parted again:
-- by nobody's own hand.
alter table {schema}.family_letters drop constraint family_letters_check4;
alter table {schema}.family_letters add constraint withdrawn_at_a_moment check (
  (withdrawn_at is not null) = (state = 'withdrawn') and (withdrawn_by is null or withdrawn_at is not null)
);
comment on column {schema}.family_letters.withdrawn_by is 'Empty where it was withdrawn because records that had been one were parted.';
