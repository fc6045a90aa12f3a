-- Fills the tenants that are there with units, people, partners, projects, activities, demands and wishes. Every value
-- follows from the numbers of tenant and row, so that two machines measure the same data. `phrase` and the functions
-- `pg_temp.say_…(n)`, which say the n-th phrase of a kind, are made before.
create function pg_temp.r(n bigint, seed int, below int) returns int language sql immutable as
  $$ select (abs(hashint8extended(n, seed) % below))::int $$;

-- A UUIDv7: its time, then digits that follow from the row.
create function pg_temp.new_id(kind text, tenant int, n int, at timestamptz) returns uuid language sql immutable as
  $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(kind || ' ' || tenant || ' ' || n), 1, 3) || '8' || substr(md5(n || ' ' || tenant || ' ' || kind), 1, 15))::uuid $$;

create temp table t as
  select row_number() over (order by slug)::int as no, id as tenant_id, slug from tenant;

create temp table kind_term as
  select tenant_id, kind, key, id from vocabulary_term;
analyze t;
analyze kind_term;

-- Four levels: the district, 9 sub-districts, 40 communities, 200 grids.
create temp table unit as
  select t.no, t.tenant_id, u.id, 1 as level, 0 as nth, u.org_path as path, null::uuid as parent_id from t join org_unit u on u.tenant_id = t.tenant_id;
insert into unit
  select no, tenant_id, id, 2, nth, path || '.' || replace(id::text, '-', ''), parent_id
  from (select u.no, u.tenant_id, u.path, u.id as parent_id, s as nth, pg_temp.new_id('street', u.no, s, '2023-01-01') as id from unit u, generate_series(0, 8) s where level = 1) below;
insert into unit
  select no, tenant_id, id, 3, nth, path || '.' || replace(id::text, '-', ''), parent_id
  from (select u.no, u.tenant_id, u.path, u.id as parent_id, c as nth, pg_temp.new_id('community', u.no, c, '2023-01-02') as id from unit u join generate_series(0, 39) c on c % 9 = u.nth where level = 2) below;
insert into unit
  select no, tenant_id, id, 4, nth, path || '.' || replace(id::text, '-', ''), parent_id
  from (select u.no, u.tenant_id, u.path, u.id as parent_id, g as nth, pg_temp.new_id('grid', u.no, g, '2023-01-03') as id from unit u join generate_series(0, 199) g on g / 5 = u.nth where level = 3) below;
create index on unit (no, level, nth);
analyze unit;

insert into org_unit (tenant_id, id, created_at, code, name, public_name, kind_id, parent_id, org_path, depth, head_name, oversees)
select u.tenant_id, u.id, '2023-01-01', format('Q%s-%s-%s', u.no, u.level, u.nth), name, name, k.id, u.parent_id, u.path, u.level, pg_temp.say_surname(u.nth + u.no) || '主任', '{}'
from unit u
join kind_term k on k.tenant_id = u.tenant_id and k.kind = 'ORG_UNIT_KIND' and k.key = case u.level when 2 then '街道' when 3 then '社区党委' else '网格党支部' end
cross join lateral (select case u.level when 2 then pg_temp.say_street(u.nth) || '街道' when 3 then pg_temp.say_community(u.nth) || u.nth || '社区' else '第' || u.nth || '网格' end as name) named
where u.level > 1;

-- 5,000 people a tenant; the first of each community is its secretary.
insert into person (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, name, phone)
select t.tenant_id, pg_temp.new_id('person', t.no, n, '2023-02-01'::timestamptz + n * interval '1 minute'), '2023-02-01', u.id, u.path, u.path,
  pg_temp.say_surname(pg_temp.r(n, t.no, 20)) || pg_temp.say_given(pg_temp.r(n, t.no + 100, 16)), '139' || lpad(pg_temp.r(n, t.no + 200, 100000000)::text, 8, '0')
from t cross join generate_series(0, 4999) n join unit u on u.no = t.no and u.level = case when n < 40 then 3 else 4 end and u.nth = case when n < 40 then n else n % 200 end;

insert into role_assignment (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, person_id, role, since)
select t.tenant_id, pg_temp.new_id('role', t.no, n, '2023-02-02'), '2023-02-02', u.id, u.path, u.path,
  pg_temp.new_id('person', t.no, n, '2023-02-01'::timestamptz + n * interval '1 minute'), case when n < 40 then 'communitySecretary' else 'gridWorker' end, '2023-02-02'
from t cross join generate_series(0, 239) n join unit u on u.no = t.no and u.level = case when n < 40 then 3 else 4 end and u.nth = case when n < 40 then n else n % 200 end;

insert into partner (tenant_id, id, created_at, name, kind, direction, contact_name, contact_phone, state, admitted_on)
select t.tenant_id, pg_temp.new_id('partner', t.no, n, '2023-03-01'::timestamptz + n * interval '1 hour'), '2023-03-01', pg_temp.say_street(n / 10) || pg_temp.say_partner(n), 'socialOrganisation', '为老、助残、托管',
  pg_temp.say_surname(n) || '经理', '138' || lpad(pg_temp.r(n, t.no, 100000000)::text, 8, '0'), case when n % 15 = 14 then 'REMOVED' else 'ADMITTED' end, '2023-03-01'
from t cross join generate_series(0, 29) n;

-- 1,000 projects a tenant, at communities.
create temp table p as
  select t.no, t.tenant_id, n as nth, pg_temp.new_id('project', t.no, n, at) as id, at as made, u.id as unit_id, u.path, pg_temp.r(n, t.no + 300, 10) < 7 as is_public,
    pg_temp.new_id('partner', t.no, pg_temp.r(n, t.no, 30), '2023-03-01'::timestamptz + pg_temp.r(n, t.no, 30) * interval '1 hour') as partner_id
  from t cross join generate_series(0, 999) n cross join lateral (select '2023-04-01'::timestamptz + n * interval '1 day' as at) a join unit u on u.no = t.no and u.level = 3 and u.nth = n % 40;
create index on p (no, nth);
analyze p;
insert into project (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, code, name, type, state, aspect_id, mode, partner_id, lead_id, lead_name, plan, starts_on, is_public, workflow_name, workflow_version)
select p.tenant_id, p.id, p.made, p.unit_id, p.path, p.path, format('P%s-%s', p.no, p.nth), pg_temp.say_community(p.nth) || pg_temp.say_project(pg_temp.r(p.nth, p.no, 16)) || p.nth, 'general',
  (array['DRAFT', 'REVIEW', 'RUNNING', 'RUNNING', 'RUNNING', 'CLOSED'])[1 + pg_temp.r(p.nth, 5, 6)],
  (select id from kind_term k where k.tenant_id = p.tenant_id and k.kind = 'PROJECT_ASPECT' order by key limit 1), 'PUBLIC_BENEFIT', p.partner_id,
  pg_temp.new_id('person', p.no, 40 + p.nth % 40, '2023-02-01'::timestamptz + (40 + p.nth % 40) * interval '1 minute'), '项目组', '每周一次，由社区和合作单位一起组织，居民自愿参加。', p.made::date, p.is_public, 'project.life', 1
from p;

insert into agreement (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, project_type, is_public, project_id, partner_id, signed_on, content, frequency, people, venue)
select p.tenant_id, pg_temp.new_id('agreement', p.no, p.nth, p.made), p.made, p.unit_id, p.path, p.path, 'general', p.is_public, p.id, p.partner_id, p.made::date, '合作单位派人授课，社区提供场地。', '每周一次', '两名', '社区活动室'
from p;

insert into activity (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, project_type, is_public, project_id, kind_id, name, date, place, visits, minors)
select p.tenant_id, pg_temp.new_id('activity', p.no, p.nth * 5 + a, p.made + a * interval '7 days'), p.made + a * interval '7 days', p.unit_id, p.path, p.path, 'general', p.is_public, p.id, k.id,
  pg_temp.say_activity(pg_temp.r(p.nth * 5 + a, p.no, 12)) || (a + 1), p.made::date + a * 7, pg_temp.say_place(p.nth + a), 10 + pg_temp.r(p.nth * 5 + a, 7, 60), pg_temp.r(p.nth * 5 + a, 8, 10)
from p cross join generate_series(0, 4) a
join (select distinct on (tenant_id) tenant_id, id from kind_term where kind = 'ACTIVITY_KIND' order by tenant_id, key) k on k.tenant_id = p.tenant_id;

-- 2,500 demands a tenant: two to each project, the others on their own.
create temp table d as
  select t.no, t.tenant_id, n as nth, pg_temp.new_id('demand', t.no, n, at) as id, at as made, coalesce(p.unit_id, u.id) as unit_id, coalesce(p.path, u.path) as path, p.id as project_id, u.nth as community
  from t cross join generate_series(0, 2499) n cross join lateral (select '2023-03-15'::timestamptz + n * interval '9 hours' as at) a
  join unit u on u.no = t.no and u.level = 3 and u.nth = n % 40 left join p on p.no = t.no and n < 2000 and p.nth = n % 1000;
create index on d (no, nth);
analyze d;
insert into demand (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, number, title, state, workflow_version, project_id, wish_count)
select tenant_id, id, made, unit_id, path, path, nth + 1, pg_temp.say_wish(pg_temp.r(nth, no, 24)), case when project_id is null then 'OPEN' else 'IN_PROJECT' end, 1, project_id, 3
from d;

-- 10,000 wishes a tenant: three to each demand, the others free. A demand's wishes come from the grids of its community.
insert into wish (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, number, words, wall_words, state, workflow_version, channel, scope, recorded_on, wisher_label, wisher_name, wisher_id, recorded_by_id, is_public, supporter_count, demand_id, project_id, first_answered_at)
select t.tenant_id, pg_temp.new_id('wish', t.no, n, at), at, u.id, u.path, u.path, n + 1, words, words,
  case when d.project_id is not null then 'IN_PROJECT' when d.id is not null then 'LISTED' else 'ACCEPTED' end, 2,
  (array['HOUSEHOLD_VISIT', 'WISH_BOX', 'SMILE_WALL', 'FORUM', 'WECHAT_GROUP'])[1 + pg_temp.r(n, 11, 5)], case when n % 3 = 0 then 'COMMON' else 'INDIVIDUAL' end, at::date,
  surname || '女士', surname || pg_temp.say_given(pg_temp.r(n, 12, 16)), null,
  pg_temp.new_id('person', t.no, 40 + u.nth, '2023-02-01'::timestamptz + (40 + u.nth) * interval '1 minute'), pg_temp.r(n, t.no + 400, 10) < 7, pg_temp.r(n, 13, 30), d.id, d.project_id, at + interval '1 day'
from t cross join generate_series(0, 9999) n
cross join lateral (select '2023-03-10'::timestamptz + n * interval '2 hours' as at, (n::bigint * 7919 % 10000)::int as mixed) a
left join d on d.no = t.no and mixed < 7500 and d.nth = mixed % 2500
join unit u on u.no = t.no and u.level = 4 and u.nth = case when d.id is null then pg_temp.r(n, t.no, 200) else d.community * 5 + mixed % 5 end
cross join lateral (select pg_temp.say_place(pg_temp.r(n, 14, 16)) || '，' || pg_temp.say_wish(pg_temp.r(n, 15, 24)) || '。' as words, pg_temp.say_surname(pg_temp.r(n, 16, 20)) as surname) w;

insert into counter (tenant_id, name, value) select tenant_id, 'wish', 10000 from t union all select tenant_id, 'demand', 2500 from t
on conflict (tenant_id, name) do update set value = excluded.value;

-- What search knows: an entry of every record, or the server would make them as soon as it starts, and the single tokens
-- of the last tenth of the wishes, so that the table which a new wish goes to is no empty one.
insert into search_entry (tenant_id, record_id, kind, edition, tokens)
select tenant_id, id, 'wish', $edition, array(select distinct token collate "C" from (select unnest(a.tokens || b.tokens) as token union all select '#' || number) s order by 1)
from wish join phrase a on a.kind = 'place' and a.no = pg_temp.r(number - 1, 14, 16) join phrase b on b.kind = 'wish' and b.no = pg_temp.r(number - 1, 15, 24)
union all select tenant_id, id, 'demand', $edition, array(select distinct token collate "C" from (select unnest(tokens) as token union all select '#' || number) s order by 1) from demand join phrase on kind = 'wish' and title = text
union all select tenant_id, id, 'project', $edition, array['#' || lower(code)] from project
union all select tenant_id, id, 'partner', $edition, array[name] from partner
union all select tenant_id, id, 'person', $edition, array[name] from person
union all select tenant_id, id, 'unit', $edition, array['#' || lower(code)] from org_unit
on conflict (tenant_id, record_id, kind) do nothing;
insert into search_token (tenant_id, kind, token, record_id)
select e.tenant_id, e.kind, token, e.record_id from search_entry e join wish w on w.tenant_id = e.tenant_id and w.id = e.record_id cross join unnest(e.tokens) as token where e.kind = 'wish' and w.number > 9000
on conflict do nothing;
