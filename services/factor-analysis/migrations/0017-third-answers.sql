-- Where neither of two codings holds, what does is kept with the reason, sealed as they are.
alter table {schema}.adjudications
  add column sealed_third bytea,
  drop constraint adjudications_holds_check,
  add constraint adjudications_holds_check check (holds in ('first', 'second', 'third')),
  add constraint adjudications_third_check check ((holds = 'third') = (sealed_third is not null));
