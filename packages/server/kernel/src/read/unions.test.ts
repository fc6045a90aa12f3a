import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toTypeId } from '@weixiang/shared';
import { within } from '../permissions/ability.js';
import { contextOf } from './fixture/actors.fixture.js';
import { ask, schemaOf, shownSql } from './fixture/asking.fixture.js';
import { Course, Person, Project, Supporter, Wish } from './fixture/town.fixture.js';
import { openWorld, townAlone, withoutHealth, type World } from './fixture/world.fixture.js';
import type { ReadActorContext } from './reads.js';

let world: World;
let administrator: ReadActorContext;
beforeAll(async () => {
  world = await openWorld();
  administrator = contextOf(world.here, world.here.residents[0]?.id ?? null, (_, { can }) => can('manage', 'all'));
});
afterAll(() => world?.close());

const everyConcern = () => [Wish, Person, Project, Course].flatMap((entity) => world.here.rows.of(entity));

describe('a list over a union', () => {
  it('is one statement in which every table gives no more rows than the page has, by the actor’s own rules', async () => {
    const secretary = contextOf(world.here, world.here.residents[1]?.id ?? null, (_, { can }) => {
      can('read', 'Wish', { orgPath: within([String(world.here.communities[0]?.properties['orgPath'])]) });
      can('read', 'Project');
    });
    const { sql, text } = await ask(world, secretary, '{ concerns(first: 3) { nodes { __typename ... on Wish { words } ... on Project { name } ... on Person { called: name } } pageInfo { hasNextPage } } }');
    expect(text).not.toBeNull();
    expect(sql.map(shownSql).join('\n;\n')).toMatchInlineSnapshot(`
      "select concat((select concat('{"nodes":', concat('[', string_agg(concat(coalesce(case of_union3.kind when 'wish' then (select concat('{"__typename":"Wish","words":', json_scalar(wish4.words), '}')
        from "wish" wish4
        where wish4.tenant_id = $1 and wish4.id = of_union3.id and (wish4.org_path >= $2 and wish4.org_path < $3)) when 'project' then (select concat('{"__typename":', case project5.type when 'education' then '"EducationProject"' when 'health' then '"HealthProject"' else '"PlainProject"' end, ',"name":', json_scalar(project5.name), '}')
        from "project" project5
        where project5.tenant_id = $1 and project5.id = of_union3.id) end, 'null')), ',') filter (where of_union3.place_in_page <= 3), ']'), ',"pageInfo":{"hasNextPage":', (count(*) > 3)::text, '}}')
        from (select of_union3.*, row_number() over (order by of_union3.key0 desc, of_union3.id desc) as place_in_page
        from ((select 'wish' as kind, wish1.created_at as key0, wish1.id as id
        from "wish" wish1
        where wish1.tenant_id = $1 and (wish1.org_path >= $2 and wish1.org_path < $3)
        order by wish1.created_at desc, wish1.id desc
        limit 4) union all (select 'project' as kind, project2.created_at as key0, project2.id as id
        from "project" project2
        where project2.tenant_id = $1
        order by project2.created_at desc, project2.id desc
        limit 4)) of_union3
        order by of_union3.key0 desc, of_union3.id desc
        limit 4) of_union3))"
    `);
  });

  it('goes on after a cursor in every table, and counts what it holds on all pages', async () => {
    const { sql } = await ask(world, administrator, 'query ($after: String) { concerns(first: 1, after: $after, kinds: ["wish", "project"]) { totalCount edges { cursor } } }', {
      after: Buffer.from(JSON.stringify(['NEWEST', '2026-01-03T00:00:00Z', world.here.tenantId])).toString('base64url'),
    });
    expect(sql.map(shownSql).join('\n;\n')).toMatchInlineSnapshot(`
      "select concat((select concat('{"totalCount":', ((select count(*)
        from "wish" wish1
        where wish1.tenant_id = $1) + (select count(*)
        from "project" project2
        where project2.tenant_id = $1)), ',"edges":', concat('[', string_agg(concat('{"cursor":"‹1›c', json_build_array('NEWEST', (of_union3.key0)::text, (of_union3.id)::text), '‹2›"}'), ','), ']'), '}')
        from (select of_union3.*
        from ((select 'wish' as kind, wish1.created_at as key0, wish1.id as id
        from "wish" wish1
        where wish1.tenant_id = $1 and (wish1.created_at, wish1.id) < ($2::timestamptz, $3::uuid)
        order by wish1.created_at desc, wish1.id desc
        limit 1) union all (select 'project' as kind, project2.created_at as key0, project2.id as id
        from "project" project2
        where project2.tenant_id = $1 and (project2.created_at, project2.id) < ($2::timestamptz, $3::uuid)
        order by project2.created_at desc, project2.id desc
        limit 1)) of_union3
        order by of_union3.key0 desc, of_union3.id desc
        limit 1) of_union3))"
    `);
  });

  it.each(['NEWEST', 'EDITED'])('gives every record once when it is read page by page in the order %s', async (sort) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const query = 'query ($after: String, $sort: ConcernSort) { concerns(first: 7, after: $after, sort: $sort) { nodes { ... on Node { id } } pageInfo { hasNextPage endCursor } } }';
      const { data }: { data: { concerns: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } } = await ask(world, administrator, query, { after, sort });
      seen.push(...data.concerns.nodes.map(({ id }) => id));
      after = data.concerns.pageInfo.hasNextPage ? data.concerns.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual(everyConcern().map(({ entity, id }) => toTypeId(entity.name.toLowerCase(), id)).toSorted());
  });

  it('holds only the kinds that are asked for, whether the document or a variable names them', async () => {
    const typesOf = async (source: string, variables = {}): Promise<Set<string>> =>
      new Set((await ask(world, administrator, source, variables)).data.concerns.nodes.map(({ __typename }: { __typename: string }) => __typename));
    expect(await typesOf('{ concerns(first: 100, kinds: ["person", "nonsense"]) { nodes { __typename } } }')).toEqual(new Set(['Person']));
    const query = 'query ($kind: String!) { concerns(first: 100, kinds: [$kind]) { nodes { __typename } } }';
    expect(await typesOf(query, { kind: 'wish' })).toEqual(new Set(['Wish']));
    expect(await typesOf(query, { kind: 'course' })).toEqual(new Set(['Course']));
    expect(await typesOf('query ($kinds: [String!]) { concerns(first: 100, kinds: $kinds) { nodes { __typename } } }', { kinds: [] })).toEqual(new Set());
  });

  it('has no type of a feature that is off, in the schema and in the answer', async () => {
    const typesIn = ({ features }: ReadActorContext): string[] => {
      const union = schemaOf({ features }).getType('Concern');
      return union && 'getTypes' in union ? union.getTypes().map(({ name }) => name) : [];
    };
    expect(typesIn(administrator)).toEqual(['Wish', 'Person', 'PlainProject', 'EducationProject', 'HealthProject', 'Course']);
    expect(typesIn({ ...administrator, features: withoutHealth })).toEqual(['Wish', 'Person', 'PlainProject', 'EducationProject', 'Course']);
    expect(typesIn({ ...administrator, features: townAlone })).toEqual(['Wish', 'Person', 'PlainProject']);
    const { data } = await ask(world, { ...administrator, features: townAlone }, '{ concerns(first: 100, kinds: ["course", "project"]) { totalCount nodes { __typename } } }');
    expect(new Set(data.concerns.nodes.map(({ __typename }: { __typename: string }) => __typename))).toEqual(new Set(['PlainProject']));
    expect(data.concerns.totalCount).toBe(6);
  });

  it('is the same when node goes on with it', async () => {
    const selection = '__typename ... on Wish { id words author { name } } ...Named';
    const fragments = 'fragment Named on Person { called: name phone }';
    const compiled = await ask(world, administrator, `{ concerns(first: 50) { nodes { ${selection} } } } ${fragments}`);
    const inNode = await ask(world, administrator, `{ concerns(first: 50) { nodes { ${selection} ... on Wish { summary } } } } ${fragments}`);
    expect([compiled.text === null, inNode.text === null]).toEqual([false, true]);
    expect(inNode.sql).toHaveLength(1);
    const withoutSummary = inNode.data.concerns.nodes.map(({ summary: _summary, ...rest }: { summary?: string }) => rest);
    expect(withoutSummary).toEqual(compiled.data.concerns.nodes);
  });

  it('refuses a cursor of another order', async () => {
    const { errors } = await ask(world, administrator, '{ concerns(after: "nonsense") { totalCount nodes { __typename } } }');
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('a field that refers to one record of a union', () => {
  it('is a sub-select for each table that the actor may read, and null for what may not be seen', async () => {
    const query = '{ wishes(first: 2) { nodes { supporters(first: 1) { nodes { about { __typename ... on Wish { words } ... on Project { name } } } } } } }';
    const reader = contextOf(world.here, null, (_, { can }) => {
      can('read', 'Supporter');
      can('read', 'Wish', { isPublic: true });
      can('read', 'Project');
    });
    const { sql, text } = await ask(world, reader, query);
    expect(text).not.toBeNull();
    expect(sql.map(shownSql).join('\n;\n')).toMatchInlineSnapshot(`
      "select concat((select concat('{"nodes":', concat('[', string_agg(concat('{"supporters":', (select concat('{"nodes":', concat('[', string_agg(concat('{"about":', coalesce(case supporter2.about_subject when 'Wish' then (select concat('{"__typename":"Wish","words":', json_scalar(wish3.words), '}')
        from "wish" wish3
        where wish3.tenant_id = $1 and wish3.id = supporter2.about_id and wish3.is_public = true) when 'Project' then (select concat('{"__typename":', case project5.type when 'education' then '"EducationProject"' when 'health' then '"HealthProject"' else '"PlainProject"' end, ',"name":', json_scalar(project5.name), '}')
        from "project" project5
        where project5.tenant_id = $1 and project5.id = supporter2.about_id) end, 'null'), '}'), ','), ']'), '}')
        from (select supporter2.*
        from "supporter" supporter2
        where supporter2.tenant_id = $1 and supporter2.wish_id = wish1.id
        order by supporter2.created_at, supporter2.id
        limit 1) supporter2), '}'), ','), ']'), '}')
        from (select wish1.*
        from "wish" wish1
        where wish1.tenant_id = $1 and wish1.is_public = true
        order by wish1.recorded_on desc, wish1.id desc
        limit 2) wish1))"
    `);
  });

  it('shows the record that it refers to, of whichever kind', async () => {
    const { data } = await ask(world, administrator, '{ wishes(first: 100) { nodes { supporters(first: 100) { nodes { id about { __typename ... on Node { id } } } } } } }');
    const shown = new Map<string, unknown>(data.wishes.nodes.flatMap(({ supporters }: { supporters: { nodes: { id: string; about: { id: string } | null }[] } }) => supporters.nodes.map(({ id, about }) => [id, about?.id ?? null] as const)));
    const meant = new Map(world.here.rows.of(Supporter).map(({ id, properties }) => {
      const other = world.here.rows.find(properties['aboutId']);
      return [toTypeId('supporter', id), other && other !== world.here.root ? toTypeId(other.entity.name.toLowerCase(), other.id) : null];
    }));
    expect(shown.size).toBeGreaterThan(50);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(meant));
  });
});
