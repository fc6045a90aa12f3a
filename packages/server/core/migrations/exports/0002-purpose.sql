-- What for a ledger was carried away whose rows are read for a stated purpose alone.
alter table ledger_export add column purpose text null;
