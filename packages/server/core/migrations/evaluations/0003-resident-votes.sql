-- How many of the ratings are residents': with fewer than five of them the weighted mean would tell how they rated.
alter table evaluation_round add column resident_votes int not null default 0;
