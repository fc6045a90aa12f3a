import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWithinPath, toTypeId } from '@weixiang/shared';
import pg from 'pg';
import { within } from '../permissions/ability.js';
import { contextOf } from './fixture/actors.fixture.js';
import { ask, shownSql } from './fixture/asking.fixture.js';
import { openWorld, townAlone, type World } from './fixture/world.fixture.js';
import { Wish } from './fixture/town.fixture.js';
import type { ReadActorContext } from './reads.js';

let world: World;
let administrator: ReadActorContext;
beforeAll(async () => {
  world = await openWorld();
  administrator = contextOf(world.here, world.here.residents[0]?.id ?? null, (_, { can }) => can('manage', 'all'));
});
afterAll(() => world?.close());

const secretaryOf = (community: number): ReadActorContext =>
  contextOf(world.here, world.here.residents[community]?.id ?? null, ({ personId }, { can, cannot }) => {
    can('read', 'Wish', { orgPath: within([String(world.here.communities[community]?.properties['orgPath'])]) });
    can('read', 'Wish', { author: personId });
    cannot('read', 'Wish', { state: 'fulfilled' }, ['note']);
    can('read', 'Person');
    can('read', 'Project');
  });

async function sqlOf(reader: ReadActorContext, source: string, variables?: Record<string, unknown>): Promise<string> {
  const { sql, text } = await ask(world, reader, source, variables);
  expect(text).not.toBeNull();
  return sql.map(shownSql).join('\n;\n');
}

describe('a plan', () => {
  it('is one statement for one record with its relations', async () => {
    expect(await sqlOf(administrator, `{ wish(id: "${toTypeId('wish', world.here.tenantId)}") { id words state author { name } label: orgUnit { kind { zh } } } }`)).toMatchInlineSnapshot(`
      "select concat(coalesce((select concat('{"id":"‹1›iwish_', wish1.id, '","words":', json_scalar(wish1.words), ',"state":', coalesce(case (wish1.state)::text when 'submitted' then '"SUBMITTED"' when 'accepted' then '"ACCEPTED"' when 'fulfilled' then '"FULFILLED"' end, '‹1›n'), ',"author":', coalesce((select concat('{"name":', json_scalar(person2.name), '}')
        from "person" person2
        where person2.tenant_id = $1 and person2.id = wish1.author_id), 'null'), ',"label":', (select concat('{"kind":', coalesce(case when jsonb_typeof((org_unit3.kind)::jsonb) = 'object' then concat('{"zh":', coalesce(json_scalar(((org_unit3.kind)::jsonb ->> 'zh'))::text, '‹1›n'), '}') end, '‹1›n'), '}')
        from "org_unit" org_unit3
        where org_unit3.tenant_id = $1 and org_unit3.id = wish1.org_unit_id), '}')
        from "wish" wish1
        where wish1.tenant_id = $1 and wish1.id = $2), 'null'))"
    `);
  });

  it('restates tenant and permissions in every block of a list in a list', async () => {
    const query = 'query ($states: [WishState!]) { wishes(first: 5, filter: { states: $states }) { totalCount nodes { note project { name wishes(first: 2) { nodes { id } } } } pageInfo { hasNextPage } } }';
    expect(await sqlOf(secretaryOf(0), query, { states: ['ACCEPTED'] })).toMatchInlineSnapshot(`
      "select concat((select concat('{"totalCount":', (select count(*)
        from "wish" wish2
        where wish2.tenant_id = $1 and (wish2.author_id = $2 or (wish2.org_path >= $3 and wish2.org_path < $4)) and wish2.state = $5), ',"nodes":', concat('[', string_agg(concat('{"note":', coalesce(case when ((wish1.author_id = $6 and (wish1.state = $7) is not true) or ((wish1.org_path >= $8 and wish1.org_path < $9) and (wish1.state = $10) is not true)) then json_scalar(wish1.note)::text end, 'null'), ',"project":', coalesce((select concat('{"name":', json_scalar(project3.name), ',"wishes":', (select concat('{"nodes":', concat('[', string_agg(concat('{"id":"‹1›iwish_', wish4.id, '"}'), ','), ']'), '}')
        from (select wish4.*
        from "wish" wish4
        where wish4.tenant_id = $1 and wish4.project_id = project3.id and (wish4.author_id = $2 or (wish4.org_path >= $3 and wish4.org_path < $4))
        order by wish4.recorded_on desc, wish4.id desc
        limit 2) wish4), '}')
        from "project" project3
        where project3.tenant_id = $1 and project3.id = wish1.project_id), 'null'), '}'), ',') filter (where wish1.place_in_page <= 5), ']'), ',"pageInfo":{"hasNextPage":', (count(*) > 5)::text, '}}')
        from (select wish1.*, row_number() over (order by wish1.recorded_on desc, wish1.id desc) as place_in_page
        from "wish" wish1
        where wish1.tenant_id = $1 and (wish1.author_id = $2 or (wish1.org_path >= $3 and wish1.org_path < $4)) and wish1.state = $5
        order by wish1.recorded_on desc, wish1.id desc
        limit 6) wish1))"
    `);
  });

  it('writes what an interface’s types have in common once, and a case where they differ', async () => {
    expect(await sqlOf(administrator, '{ projects(first: 3) { nodes { id __typename ... on EducationProject { courseCount } ... on HealthProject { loudName } name } } }')).toMatchInlineSnapshot(`
      "select concat((select concat('{"nodes":', concat('[', string_agg(concat('{"id":"‹1›iproject_', project1.id, '","__typename":', case project1.type when 'education' then '"EducationProject"' when 'health' then '"HealthProject"' else '"PlainProject"' end, case project1.type when 'education' then concat(',"courseCount":', coalesce((((select count(*)
        from course
        where course.tenant_id = project1.tenant_id and course.project_id = project1.id)))::text, '‹1›n')) when 'health' then concat(',"loudName":', coalesce(json_scalar((upper(project1.name)))::text, '‹1›n')) else '' end, ',"name":', json_scalar(project1.name), '}'), ','), ']'), '}')
        from (select project1.*
        from "project" project1
        where project1.tenant_id = $1
        order by project1.name, project1.id
        limit 3) project1))"
    `);
  });

  it('goes on after a cursor by comparing rows, or value by value where one may be missing', async () => {
    const after = (...values: unknown[]): string => Buffer.from(JSON.stringify([...values, world.here.tenantId])).toString('base64url');
    const query = 'query ($after: String, $sort: WishSort) { wishes(first: 1, after: $after, sort: $sort) { edges { cursor } } }';
    expect(await sqlOf(administrator, query, { after: after('NEWEST', '2026-01-31'), sort: 'NEWEST' })).toMatchInlineSnapshot(`
      "select concat((select concat('{"edges":', concat('[', string_agg(concat('{"cursor":"‹1›c', json_build_array('NEWEST', (wish1.recorded_on)::text, (wish1.id)::text), '‹2›"}'), ','), ']'), '}')
        from (select wish1.*
        from "wish" wish1
        where wish1.tenant_id = $1 and (wish1.recorded_on, wish1.id) < ($2::date, $3::uuid)
        order by wish1.recorded_on desc, wish1.id desc
        limit 1) wish1))"
    `);
    expect(await sqlOf(administrator, query, { after: after('PRIORITY', null, '2026-01-31'), sort: 'PRIORITY' })).toMatchInlineSnapshot(`
      "select concat((select concat('{"edges":', concat('[', string_agg(concat('{"cursor":"‹1›c', json_build_array('PRIORITY', (wish1.priority)::text, (wish1.recorded_on)::text, (wish1.id)::text), '‹2›"}'), ','), ']'), '}')
        from (select wish1.*
        from "wish" wish1
        where wish1.tenant_id = $1 and ((($2::int is not null and (wish1.priority < $2::int or wish1.priority is null))) or (wish1.priority is not distinct
        from $2::int and wish1.recorded_on > $3::date) or (wish1.priority is not distinct
        from $2::int and wish1.recorded_on = $3::date and wish1.id > $4::uuid))
        order by wish1.priority desc nulls last, wish1.recorded_on, wish1.id
        limit 1) wish1))"
    `);
  });

  it('is one statement for each root field, however deep it is, and none for what needs no row', async () => {
    const { sql, data } = await ask(world, administrator, '{ t: __typename a: wishes { totalCount nodes { orgUnit { parent { parent { children { nodes { wishes { nodes { supporters { nodes { person { name } } } } } } } } } } } } b: wishes(first: 1) { totalCount } c: wishCounts { key } n: node(id: "nonsense") { id } }');
    expect(sql).toHaveLength(3);
    expect(Object.keys(data)).toEqual(['t', 'a', 'b', 'c', 'n']);
    expect([data.t, data.n]).toEqual(['Query', null]);
  });

  it('is the same for actors whose rules differ in values alone, and for other values of bound variables', async () => {
    const query = 'query ($search: String, $since: Date) { wishes(first: 100, filter: { search: $search, since: $since }) { nodes { id } totalCount } }';
    const [first, second] = [await ask(world, secretaryOf(0), query, { search: '灯', since: '2026-01-01' }), await ask(world, secretaryOf(1), query, { search: '%', since: '2025-01-01' })];
    expect(second.sql).toEqual(first.sql);
    expect(second.data).not.toEqual(first.data);
    const without = await ask(world, secretaryOf(0), query, { search: '灯', since: null });
    expect(without.sql[0]).not.toContain('recorded_on >=');
  });

  it.each([
    ['a list', '{ wishes { totalCount } }', 'anew'],
    ['a tally', '{ wishCounts { key count } }', 'anew'],
    ['a list without subtrees', '{ people { totalCount } }', 'once'],
    ['a list of some values', '{ wishes(filter: { since: "2026-01-01" }) { totalCount } }', 'anew'],
    ['a list of some values without subtrees', '{ people(filter: { phone: "139" }) { totalCount } }', 'byCost'],
    ['one record', '{ wish(id: "WISH") { words } }', 'once'],
  ])('is made anew for its paths where many rows may lie below them, else as its values ask: %s', async (_, source, expected) => {
    const asked = source.replace('WISH', toTypeId('wish', world.here.tenantId));
    expect((await ask(world, secretaryOf(0), asked)).planning).toEqual([expected]);
  });

  it('is made once where what is public counts as well, so that no index on the path finds it', async () => {
    const path = String(world.here.communities[0]?.properties['orgPath']);
    const reader = contextOf(world.here, null, (_, { can }) => {
      can('read', 'Wish', { orgPath: within([path]) });
      can('read', 'Wish', { isPublic: true });
    });
    expect((await ask(world, reader, '{ wishes { totalCount nodes { note } } }')).planning).toEqual(['once']);
  });

  it('reads the path of the unit in a filter before, and binds it', async () => {
    const [unit] = world.here.communities;
    const query = 'query ($unit: ID) { wishes(filter: { within: $unit }) { totalCount } }';
    const below = await ask(world, administrator, query, { unit: toTypeId('unit', unit?.id ?? '') });
    expect(below.planning).toEqual(['once', 'anew']);
    expect(below.sql.map(shownSql)).toMatchInlineSnapshot(`
      [
        "select json_object_agg(unit.id, unit.org_path)::text
        from "org_unit" unit
        where unit.tenant_id = $1 and unit.id = any($2::uuid[])",
        "select concat('{"totalCount":', (select count(*)
        from "wish" wish2
        where wish2.tenant_id = $1 and (wish2.org_path >= $2 and wish2.org_path < $3)), '}')",
      ]
    `);
    expect(below.data.wishes.totalCount).toBe(world.here.rows.of(Wish).filter(({ properties }) => isWithinPath(String(properties['orgPath']), String(unit?.properties['orgPath']))).length);
    const nowhere = await ask(world, administrator, query, { unit: toTypeId('unit', world.here.tenantId) });
    expect(nowhere.data.wishes.totalCount).toBe(0);
  });

  it('finds a subtree by the index on the path, which row level security allows for leakproof operators alone', async () => {
    const { tenantId, communities } = world.here;
    const path = String(communities[0]?.properties['orgPath']);
    const reader = contextOf(world.here, null, (_, { can }) => can('read', 'Wish', { orgPath: within([path]) }));
    const { sql } = await ask(world, reader, '{ wishes { totalCount } }');
    const application = new pg.Client({ connectionString: world.databaseUrl });
    await application.connect();
    try {
      await application.query(`begin; set local app.tenant_id = '${tenantId}'; set local enable_seqscan = off`);
      const { rows } = await application.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql[0]}`, [tenantId, path, `${path}/`]);
      const conditions = rows.map((row) => row['QUERY PLAN'].trim()).filter((line) => line.startsWith('Index Cond'));
      expect(conditions).toEqual([`Index Cond: ((tenant_id = '${tenantId}'::uuid) AND (org_path >= '${path}'::text) AND (org_path < '${path}/'::text))`]);
    } finally {
      await application.end();
    }
  });

  it('never binds the size of a page', async () => {
    const query = 'query ($first: Int) { wishes(first: $first) { nodes { id } } }';
    expect((await sqlOf(administrator, query, { first: 7 })).slice(-20)).toContain('limit 7');
    expect((await sqlOf(administrator, query, { first: 8 })).slice(-20)).toContain('limit 8');
  });

  it('shows rows of a type whose plugin is off as the plain type', async () => {
    const reader: ReadActorContext = { ...administrator, features: townAlone };
    const { data } = await ask(world, reader, '{ projects(first: 100) { nodes { __typename } } }');
    expect(new Set(data.projects.nodes.map(({ __typename }: { __typename: string }) => __typename))).toEqual(new Set(['PlainProject']));
    const all = (await ask(world, administrator, '{ projects(first: 100) { nodes { __typename } } }')).data.projects.nodes;
    expect(new Set(all.map(({ __typename }: { __typename: string }) => __typename))).toEqual(new Set(['EducationProject', 'HealthProject', 'PlainProject']));
  });

  it('survives more than a hundred members in one object', async () => {
    const aliases = Array.from({ length: 250 }, (_, at) => `a${at}: priority b${at}: words`).join(' ');
    const { data } = await ask(world, administrator, `{ wishes(first: 2) { nodes { ${aliases} } } }`);
    expect(Object.keys(data.wishes.nodes[0])).toHaveLength(500);
  });
});
