-- Finds what is unread of a person, to count it and to let it take in more of the same, however much they have read.
create index notification_unread on notification (tenant_id, person_id, group_key) where read_at is null and archived_at is null;
