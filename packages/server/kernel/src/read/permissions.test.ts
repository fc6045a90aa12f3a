import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTypeId, toTypeId } from '@weixiang/shared';
import { type DefineAbilities, within } from '../permissions/ability.js';
import { contextOf } from './fixture/actors.fixture.js';
import { ask } from './fixture/asking.fixture.js';
import type { StoredRow } from '../testkit/oracle/rows.js';
import { Wish } from './fixture/town.fixture.js';
import { openWorld, type World } from './fixture/world.fixture.js';

let world: World;
let me: StoredRow;
let other: StoredRow;
beforeAll(async () => {
  world = await openWorld();
  const [first, second] = world.here.residents;
  [me, other] = [first ?? expect.fail(), second ?? expect.fail()];
});
afterAll(() => world?.close());

const as = (define: DefineAbilities, options: { purpose?: string; person?: null } = {}) => contextOf(world.here, options.person === null ? null : me.id, define, options);
const readRecords = async (): Promise<Record<string, unknown>[]> => {
  const { rows } = await world.admin.query('delete from read_record returning *');
  return rows;
};

const wholeTree = `{
  orgUnits(first: 100) { totalCount nodes { id children { totalCount nodes { id wishes { totalCount nodes { id } } } } } }
  wishes(first: 100) { totalCount edges { node { id orgUnit { id } author { id } project { id } supporters { totalCount nodes { id wish { id } } } } } pageInfo { hasNextPage startCursor endCursor } }
  wishCounts { key count }
  projects { totalCount nodes { id __typename } }
}`;

describe('rows', () => {
  it('are absent at every level for who may read nothing, without any SQL', async () => {
    const { data, sql } = await ask(world, as(() => undefined, { person: null }), wholeTree);
    expect(sql).toEqual([]);
    expect(data).toEqual({
      orgUnits: { totalCount: 0, nodes: [] },
      wishes: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, startCursor: null, endCursor: null } },
      wishCounts: [],
      projects: { totalCount: 0, nodes: [] },
    });
  });

  it('are absent by id like those that do not exist', async () => {
    const reader = as((_, { can }) => can('read', 'Person', { id: me.id }));
    const query = 'query ($id: ID!) { person(id: $id) { id } node(id: $id) { id } }';
    expect((await ask(world, reader, query, { id: toTypeId('person', other.id) })).data).toEqual({ person: null, node: null });
    expect((await ask(world, reader, query, { id: toTypeId('person', me.id) })).data.person).not.toBeNull();
  });

  it('of a unit’s subtree are what lists, counts and nested lists hold', async () => {
    const path = String(world.here.communities[0]?.properties['orgPath']);
    const inside = world.here.rows.of(Wish).filter(({ properties }) => `${String(properties['orgPath'])}.`.startsWith(`${path}.`));
    const reader = as((_, { can }) => {
      can('read', 'OrgUnit');
      can('read', 'Wish', { orgPath: within([path]) });
    });
    const { data } = await ask(world, reader, '{ wishes(first: 100) { totalCount nodes { id } } orgUnits(first: 100) { nodes { wishes(first: 100) { totalCount nodes { id } } } } wishCounts { count } }');
    const ids = inside.map(({ id }) => toTypeId('wish', id)).sort();
    const idsOf = (nodes: { id: string }[]): string[] => nodes.map(({ id }) => id).sort();
    expect(idsOf(data.wishes.nodes)).toEqual(ids);
    expect(data.wishes.totalCount).toBe(ids.length);
    expect(idsOf(data.orgUnits.nodes.flatMap((unit: { wishes: { nodes: { id: string }[] } }) => unit.wishes.nodes))).toEqual(ids);
    expect(data.wishCounts.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(ids.length);
  });

  it('that one may not read make their relation null, and the list’s total stays what one may read', async () => {
    const reader = as((_, { can }) => {
      can('read', 'Wish');
      can('read', 'Person', { id: me.id });
    });
    const { data } = await ask(world, reader, '{ wishes(first: 100) { nodes { author { id } supporters { totalCount } } } }');
    const authors = new Set(data.wishes.nodes.map(({ author }: { author: { id: string } | null }) => author?.id ?? null));
    expect([...authors].sort()).toEqual([null, toTypeId('person', me.id)].sort());
  });

  it('that a null cannot decide about stay, where a rule takes others away', async () => {
    const reader = as((_, { can, cannot }) => {
      can('read', 'Wish');
      cannot('read', 'Wish', { priority: { $gte: 0 } });
    });
    const { data } = await ask(world, reader, '{ wishes(first: 100) { nodes { priority } } }');
    expect(data.wishes.nodes.length).toBe(world.here.rows.of(Wish).filter(({ properties }) => properties['priority'] === null).length);
  });

  it('that a promise of the schema needs make graphql-js say so, instead of a null in its place', async () => {
    const reader = as((_, { can }) => {
      can('read', 'Supporter');
      can('read', 'Wish', { isPublic: true });
    });
    const { text, errors } = await ask(world, reader, '{ wishes(first: 100) { nodes { supporters { nodes { wish { id } } } } } }');
    expect([typeof text, errors]).toEqual(['string', undefined]);
    const hidden = world.here.rows.all().find(({ properties }) => 'wish' in properties && world.here.rows.find(properties['wish'])?.properties['isPublic'] === false);
    const broken = await ask(world, reader, 'query ($id: ID!) { node(id: $id) { id ... on Supporter { wish { id } } } }', { id: toTypeId('supporter', hidden?.id ?? '') });
    expect([broken.text, broken.data, broken.errors?.[0]?.message]).toEqual([null, { node: null }, 'Cannot return null for non-nullable field Supporter.wish.']);
  });
});

describe('fields', () => {
  const fieldRules: DefineAbilities = (_, { can, cannot }) => {
    can('read', 'Wish');
    cannot('read', 'Wish', null, ['note', 'supporters', 'author', 'isMine']);
    can('read', 'Wish', { author: me.id }, ['note', 'author']);
    can('read', 'Person');
    can('read', 'Supporter');
  };

  it('that rules hide are null, of every kind of field, and shown where a rule allows them', async () => {
    const { data } = await ask(world, as(fieldRules), '{ wishes(first: 100) { nodes { id words note author { id } } } }');
    for (const { id, words, note, author } of data.wishes.nodes) {
      const row = world.here.rows.find(parseTypeId(id)?.uuid);
      const isMine = row?.properties['author'] === me.id;
      expect([words, note, author?.id]).toEqual([row?.properties['words'], isMine ? row?.properties['note'] : null, isMine ? toTypeId('person', me.id) : undefined]);
    }
  });

  it('that rules hide cannot be found out by filters', async () => {
    const search = '{ wishes(first: 100, filter: { search: "加急" }) { nodes { words note } } mine: wishes(filter: { mine: false }) { totalCount } }';
    const { data } = await ask(world, as(fieldRules), search);
    expect(data.wishes.nodes.every(({ note }: { note: string | null }) => note !== null)).toBe(true);
    expect(data.wishes.nodes.length).toBe(world.here.rows.of(Wish).filter(({ properties }) => properties['author'] === me.id && properties['note'] === '加急').length);
  });

  it('always leave the id, by which one names what one sees', async () => {
    const { data } = await ask(world, as((_, { can }) => can('read', 'Project', null, ['name'])), '{ projects(first: 1) { nodes { id name orgUnit { id } } } }');
    expect(data.projects.nodes[0]).toMatchObject({ id: expect.stringMatching(/^project_/), name: 'Project 0', orgUnit: null });
  });
});

describe('sensitive values', () => {
  const query = 'query ($id: ID!) { person(id: $id) { name phone condition birthYear again: condition } }';
  const of = (row: StoredRow) => ({ id: toTypeId('person', row.id) });
  const sees: DefineAbilities = (_, { can }) => can('read', 'Person');
  const reveals: DefineAbilities = (actor, rules) => {
    sees(actor, rules);
    rules.can('reveal', 'Person');
  };

  it('are masked, or hidden, from who may only see the record', async () => {
    expect((await ask(world, as(sees), query, of(other))).data.person).toEqual({ name: '沈**', phone: '199****7271', condition: null, birthYear: null, again: null });
    const short = world.here.residents[4] ?? expect.fail();
    expect((await ask(world, as(sees), query, of(short))).data.person).toMatchObject({ name: 'O**', phone: '****' });
    const none = world.here.residents[2] ?? expect.fail();
    expect((await ask(world, as(sees), query, of(none))).data.person.phone).toBeNull();
  });

  it('are whole for the person they concern, whatever the purpose, and nothing is recorded', async () => {
    const { data } = await ask(world, as(sees), query, of(me));
    expect(data.person).toEqual({ name: '韩一', phone: '19956207270', condition: '高血压 0', birthYear: 1950, again: '高血压 0' });
    expect(await readRecords()).toEqual([]);
  });

  it('show to who may reveal them: personal ones at once, others for a stated purpose alone', async () => {
    const patient = world.here.residents[2] ?? expect.fail();
    expect((await ask(world, as(reveals), query, of(patient))).data.person).toEqual({ name: '孙三', phone: null, condition: null, birthYear: null, again: null });
    expect((await ask(world, as(reveals, { purpose: ' ' }), query, of(patient))).data.person.condition).toBeNull();
    expect((await ask(world, as(reveals, { purpose: 'treatment', person: null }), query, of(patient))).data.person.condition).toBeNull();
    expect(await readRecords()).toEqual([]);
    expect((await ask(world, as(reveals, { purpose: 'treatment' }), query, of(patient))).data.person).toEqual({ name: '孙三', phone: null, condition: '高血压 2', birthYear: 1964, again: '高血压 2' });
  });

  it('that had to be revealed leave one record for each person, with fields, reader and purpose', async () => {
    await readRecords();
    const { sql } = await ask(world, as(reveals, { purpose: 'follow-up' }), '{ people(first: 100) { nodes { condition birthYear name } } wishes(first: 100) { totalCount } }');
    expect(sql.map((text) => text.split(' ')[0])).toEqual(['select', 'insert']);
    const records = await readRecords();
    const expected = world.here.residents.slice(1).map(({ id, properties }) => ({
      subject_id: id,
      fields: [...(properties['birthYear'] === null ? [] : ['birthYear']), ...(properties['condition'] === null ? [] : ['condition'])],
    }));
    const wanted = expected.filter(({ fields }) => fields.length > 0).map((one) => expect.objectContaining(one));
    expect(records).toHaveLength(wanted.length);
    expect(records).toEqual(expect.arrayContaining(wanted));
    expect(records[0]).toMatchObject({ tenant_id: world.here.tenantId, person_id: me.id, subject: 'Person', purpose: 'follow-up', request_id: 'request-1', at: new Date('2026-06-01T00:00:00Z') });
  });

  it('that were revealed where node goes on are recorded too', async () => {
    await readRecords();
    const { data, text } = await ask(world, as((actor, rules) => { reveals(actor, rules); rules.can('read', 'Wish'); }, { purpose: 'care' }), '{ wishes(first: 100) { nodes { summary author { birthYear } } } }');
    expect(text).toBeNull();
    expect(data.wishes.nodes.some(({ author }: { author: unknown }) => author !== null)).toBe(true);
    expect((await readRecords()).map(({ purpose }) => purpose)).toContain('care');
  });

  it('do not come out when the reading cannot be recorded', async () => {
    await world.admin.query('revoke insert on read_record from weixiang_app');
    try {
      await expect(ask(world, as(reveals, { purpose: 'care' }), '{ people { nodes { condition } } }')).rejects.toThrow('permission denied for table read_record');
    } finally {
      await world.admin.query('grant insert on read_record to weixiang_app');
    }
  });

  it('cannot be found out by searching for them', async () => {
    const find = '{ byPhone: people(filter: { phone: "19956207271" }) { totalCount } byPart: people(filter: { search: "1995620727" }) { totalCount } byCondition: people(filter: { condition: "高血压" }) { totalCount } }';
    expect((await ask(world, as(sees), find)).data).toEqual({ byPhone: { totalCount: 0 }, byPart: { totalCount: 1 }, byCondition: { totalCount: 1 } });
    expect((await ask(world, as(reveals, { purpose: 'care' }), find)).data).toMatchObject({ byPhone: { totalCount: 1 }, byCondition: { totalCount: 1 } });
    expect(await readRecords()).toEqual([]);
  });

  it('reveal no more fields than the rule names', async () => {
    const reader = as((actor, rules) => { sees(actor, rules); rules.can('reveal', 'Person', null, ['phone']); });
    expect((await ask(world, reader, query, of(other))).data.person).toMatchObject({ name: '沈**', phone: '19956207271' });
  });
});
