-- The holder of a mailed link adds to the audit and reads nothing of it.

alter policy subject on {schema}.audit_entries using ({schema}.actor_subject() is null) with check (true);
