-- The words as everybody may read them; the application keeps them from here on (withoutContacts).
alter table wish add column wall_words text null;
alter table wish add column is_held_back boolean not null default false;
alter table wish no force row level security;
update wish set wall_words = regexp_replace(regexp_replace(words,
  '[0-9０-９]{17}[0-9０-９XxＸｘ]', '（证件号已隐去）', 'g'),
  '([0０][0-9０-９]{2,3}[-－— ]?)?[0-9０-９]{7,8}|[1１][0-9０-９]{2}[-－ ]?[0-9０-９]{4}[-－ ]?[0-9０-９]{4}', '（电话已隐去）', 'g');
alter table wish force row level security;
alter table wish alter column wall_words set not null;
create index wish_held_back on wish (tenant_id, id) where is_held_back;
