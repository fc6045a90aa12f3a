/** What PostgreSQL's catalogue says of one table, as the application's role ($1) meets it. */
export interface TableFacts {
  name: string;
  is_forced: boolean;
  primary_key: string[];
  policies: { name: string; command: string; using: string | null; check: string | null }[];
  /** Of SELECT, INSERT, UPDATE, DELETE, those that the application's role may do on the whole table. */
  rights: string[];
  /** Columns that it may update when it may not update all of them. */
  updatable: string[];
  /** Tables that its foreign keys point at. */
  references: string[];
}

/** Facts of every table in `public`, by name. */
export const tableFacts = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as is_forced,
    (select coalesce(json_agg(a.attname order by k.place), '[]') from pg_index x cross join unnest(x.indkey) with ordinality k(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where x.indrelid = c.oid and x.indisprimary) as primary_key,
    (select coalesce(json_agg(json_build_object('name', p.polname, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
      'command', case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end) order by p.polname), '[]')
      from pg_policy p where p.polrelid = c.oid) as policies,
    (select coalesce(json_agg(r.name order by r.place), '[]') from unnest(array['select', 'insert', 'update', 'delete']) with ordinality r(name, place)
      where has_table_privilege($1, c.oid, r.name)) as rights,
    (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and not has_table_privilege($1, c.oid, 'update') and has_column_privilege($1, c.oid, a.attnum, 'update')) as updatable,
    (select coalesce(json_agg(distinct f.confrelid::regclass::text), '[]') from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as references
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`;
