-- Kinds of units that bear somebody's name: 唐凤霞党员中心户.
alter table vocabulary_term add column names_people boolean not null default false;
-- Every tenant's, at once: the owner's own policies stand aside for this statement.
alter table vocabulary_term no force row level security;
update vocabulary_term set names_people = true where kind = 'ORG_UNIT_KIND' and key = '党员中心户';
alter table vocabulary_term force row level security;
