-- What is searched for is no average token (a number that one record has) in an average tenant: plans are made for words that very
-- many records of a large tenant have, whose rows are read side by side (docs/adr/0029). They follow from the next ANALYZE on.
alter table search_token alter column tenant_id set (n_distinct = 1), alter column kind set (n_distinct = 1), alter column token set (n_distinct = 50);
