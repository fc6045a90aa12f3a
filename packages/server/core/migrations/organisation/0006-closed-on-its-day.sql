-- A unit is closed on the first day without it, as its reorganisation says; until here the column held the last day with it.
-- What its history says was written then, and stays: events are sealed.
alter table org_unit no force row level security;
update org_unit set closed_on = closed_on + 1 where closed_on is not null;
alter table org_unit force row level security;
