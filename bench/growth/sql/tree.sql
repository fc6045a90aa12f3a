-- 20 streets, 200 communities, 4,000 grids below the root, the same at every size; every value follows from its number.
create function id_of(kind text, n bigint, at timestamptz) returns uuid language sql immutable as
  $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(kind || n), 1, 3) || '8' || substr(md5(n || kind), 1, 15))::uuid $$;

create function r(n bigint, seed int, below int) returns int language sql immutable parallel safe as
  $$ select (abs(hashint8extended(n, seed) % below))::int $$;

create table tree as
  select 1 as level, 0 as nth, unit.tenant_id, unit.id, unit.org_path as path, null::uuid as parent_id from org_unit unit where unit.tenant_id = '$tenant' and unit.parent_id is null;
insert into tree
  select 2, nth, tenant_id, id, path || '.' || replace(id::text, '-', ''), parent_id
  from (select s as nth, tenant_id, path, tree.id as parent_id, id_of('street', s, '2020-01-01') as id from tree, generate_series(0, 19) s where level = 1) below;
insert into tree
  select 3, nth, tenant_id, id, path || '.' || replace(id::text, '-', ''), parent_id
  from (select c as nth, tenant_id, path, tree.id as parent_id, id_of('community', c, '2020-01-02') as id from tree join generate_series(0, 199) c on c / 10 = tree.nth where level = 2) below;
insert into tree
  select 4, nth, tenant_id, id, path || '.' || replace(id::text, '-', ''), parent_id
  from (select g as nth, tenant_id, path, tree.id as parent_id, id_of('grid', g, '2020-01-03') as id from tree join generate_series(0, 3999) g on g / 20 = tree.nth where level = 3) below;

insert into org_unit (tenant_id, id, created_at, code, name, public_name, kind_id, parent_id, org_path, depth, oversees)
select tree.tenant_id, tree.id, '2020-01-01', format('Q-%s-%s', level, nth), name, name, kind.id, parent_id, path, level, '{}'
from tree join vocabulary_term kind on kind.tenant_id = tree.tenant_id and kind.kind = 'ORG_UNIT_KIND' and kind.key = case level when 2 then '街道' when 3 then '社区党委' else '网格党支部' end
cross join lateral (select case level when 2 then '第' || nth || '街道' when 3 then '第' || nth || '社区' else '第' || nth || '网格' end as name) named
where level > 1;

create table grid as select nth, id, path from tree where level = 4;
create unique index on grid (nth);
create table category as select (row_number() over (order by key) - 1)::int as nth, id from vocabulary_term where tenant_id = '$tenant' and kind = 'WISH_CATEGORY';
analyze;
