-- What a child is found by is taken away by area and notification; by notification alone the planner read the area.
create index related_keys_by_notification on {schema}.related_keys (area_id, notification_id);
drop index {schema}.related_keys_of_notification;
