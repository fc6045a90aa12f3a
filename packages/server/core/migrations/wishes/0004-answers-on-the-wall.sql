-- Answers as everybody may read them; the application keeps them from here on (withoutIdentity).
alter table wish_answer add column wall_words text null;
alter table wish no force row level security;
alter table wish_answer no force row level security;
update wish_answer answer set wall_words = regexp_replace(answer.words,
  '[0-9０-９]{6}[-－ ]?[0-9０-９]{8}[-－ ]?[0-9０-９]{3}[0-9０-９XxＸｘ]|[3-6３-６][0-9０-９]{15,18}', '（证件号已隐去）', 'g');
update wish_answer answer set wall_words = replace(answer.wall_words, btrim(regexp_replace(wish.wisher_name, '[（(].*$', '')), '（姓名已隐去）')
  from wish where wish.tenant_id = answer.tenant_id and wish.id = answer.wish_id and length(btrim(regexp_replace(wish.wisher_name, '[（(].*$', ''))) > 1;
update wish_answer answer set wall_words = replace(answer.wall_words, wish.wisher_phone, '（电话已隐去）')
  from wish where wish.tenant_id = answer.tenant_id and wish.id = answer.wish_id and length(wish.wisher_phone) > 6;
alter table wish force row level security;
alter table wish_answer force row level security;
alter table wish_answer alter column wall_words set not null;
