import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexMissingRecords } from '@weixiang/kernel';
import { withClient } from '@weixiang/kernel/testkit';
import { Demand } from '../demands/demand.entity.js';
import { DemandState } from '../demands/demand.enums.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { type Caller, type Scene, type SceneUnit, World } from '../testkit/index.js';
import { Wish } from '../wishes/wish.entity.js';
import { WishChannel, WishState } from '../wishes/wish.enums.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

interface Hit {
  kind: string;
  words: string;
  match: string;
}

const query = `query ($text: String!, $kinds: [String!], $orgUnit: ID, $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, orgUnit: $orgUnit, first: $first, after: $after) {
    edges { match cursor node {
      __typename
      ... on Wish { words } ... on Demand { title } ... on OrgUnit { unit: name code } ... on Person { name } ... on Notice { title }
      ... on PlainProject { project: name } ... on Partner { partner: name }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Answer {
  search: { edges: { match: string; cursor: string; node: Record<string, string> }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

async function answerTo(who: Caller, text: string, variables: Record<string, unknown> = {}): Promise<Answer['search']> {
  const data = await who.do(query, { text, ...variables });
  return (data as unknown as Answer).search; // the query asks for exactly this
}

async function find(who: Caller, text: string, variables: Record<string, unknown> = {}): Promise<Hit[]> {
  const { edges } = await answerTo(who, text, variables);
  return edges.map(({ match, node: { __typename: kind = '', ...words } }) => ({ kind, words: Object.values(words)[0] ?? '', match }));
}

let number = 0;
function wish(scene: Scene, unit: SceneUnit, words: string, isPublic = false): Promise<Wish> {
  return scene.write(async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: unit.uuid });
    return tx.create(Wish, { orgUnit, words, isPublic, number: ++number, state: WishState.SUBMITTED, workflowVersion: 1, channel: WishChannel.ONLINE_HOME, recordedOn: '2026-05-19' });
  });
}

/** Thousands of others with the same words, as far as search knows; there is no record of them. */
function repeat(scene: Scene, { id }: Wish): Promise<void> {
  return scene.write(async (tx) => {
    await tx.em.execute(
      `with copy as materialized (select gen_random_uuid() as id from generate_series(1, 6000)),
       entry as (insert into search_entry (tenant_id, record_id, kind, edition, tokens)
         select one.tenant_id, copy.id, one.kind, one.edition, one.tokens from search_entry one, copy where one.tenant_id = ? and one.record_id = ?)
       insert into search_token (tenant_id, kind, token, record_id) select one.tenant_id, one.kind, one.token, copy.id from search_token one, copy where one.tenant_id = ? and one.record_id = ?`,
      [tx.tenant.id, id, tx.tenant.id, id],
    );
  });
}

function demand(scene: Scene, unit: SceneUnit, title: string): Promise<Demand> {
  return scene.write(async (tx) => {
    const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: unit.uuid });
    return tx.create(Demand, { orgUnit, title, number: ++number, state: DemandState.OPEN, workflowVersion: 1 });
  });
}

describe('a search', () => {
  it('finds records of every kind that have all its words, and the latest first', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await wish(scene, scene.units.grid, '三号楼的路灯不亮了，晚上出门看不清');
    await wish(scene, scene.units.grid, '小区门口的路灯坏了');
    await wish(scene, scene.units.grid, '想请人教书法');
    await demand(scene, scene.units.community, '修理路灯');
    expect(await find(secretary, '路灯')).toEqual([
      { kind: 'Demand', words: '修理路灯', match: 'WORDS' },
      { kind: 'Wish', words: '小区门口的路灯坏了', match: 'WORDS' },
      { kind: 'Wish', words: '三号楼的路灯不亮了，晚上出门看不清', match: 'WORDS' },
    ]);
    expect(await find(secretary, '路灯 晚上')).toEqual([{ kind: 'Wish', words: '三号楼的路灯不亮了，晚上出门看不清', match: 'WORDS' }]);
    expect(await find(secretary, '路灯', { kinds: ['demand'] })).toHaveLength(1);
    expect(await find(secretary, '书法')).toHaveLength(1);
    expect(await find(secretary, '电梯')).toEqual([]);
  });

  it('falls back to the characters of words that a kind of record does not have, and takes any form of letters', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await wish(scene, scene.units.grid, '装灯，修路');
    await wish(scene, scene.units.grid, '希望安装ＬＥＤ灯');
    expect(await find(secretary, '路灯')).toEqual([{ kind: 'Wish', words: '装灯，修路', match: 'CHARACTERS' }]);
    expect(await find(secretary, '修')).toEqual([{ kind: 'Wish', words: '装灯，修路', match: 'CHARACTERS' }]);
    expect(await find(secretary, 'led')).toEqual([{ kind: 'Wish', words: '希望安装ＬＥＤ灯', match: 'WORDS' }]);
    expect(await find(secretary, '  ，。 ')).toEqual([]);
  });

  it('finds units by how their code begins and other records by their number, once each and before everything else', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const { number: of } = await wish(scene, scene.units.grid, '路灯');
    const other = await wish(scene, scene.units.grid, `和${of}号心愿一样`);
    expect(await find(secretary, 'q-01-01-g')).toEqual([
      { kind: 'OrgUnit', words: '某区Q-01-01-G2', match: 'CODE' },
      { kind: 'OrgUnit', words: '某区Q-01-01-G1-B1', match: 'CODE' },
      { kind: 'OrgUnit', words: '某区Q-01-01-G1', match: 'CODE' },
    ]);
    expect(await find(secretary, `#${of}`, { kinds: ['wish'] })).toEqual([{ kind: 'Wish', words: '路灯', match: 'CODE' }, { kind: 'Wish', words: other.words, match: 'WORDS' }]);
  });

  it('finds what has several words that thousands have', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    for (const words of ['路灯', '长椅', '雨棚', '扶手', '电梯']) await repeat(scene, await wish(scene, scene.units.grid, words));
    await wish(scene, scene.units.grid, '路灯和长椅，雨棚和扶手');
    await wish(scene, scene.units.grid, '电梯和路灯');
    await withClient(world.server.database.databaseOwnerUrl, (owner) => owner.query('analyze search_token')); // as autovacuum would
    const found = async (text: string): Promise<string[]> => (await find(secretary, text)).flatMap(({ words, match }) => (match === 'WORDS' ? [words] : []));
    expect(await found('路灯')).toEqual(['电梯和路灯', '路灯和长椅，雨棚和扶手', '路灯']);
    expect(await found('长椅 路灯')).toEqual(['路灯和长椅，雨棚和扶手']);
    expect(await found('扶手 雨棚 长椅 路灯')).toEqual(['路灯和长椅，雨棚和扶手']);
    expect(await found('路灯 电梯')).toEqual(['电梯和路灯']);
    expect(await found('路灯 长椅 电梯')).toEqual([]);
    expect(await found('电梯 扶手 雨棚 长椅 路灯')).toEqual([]);
  });

  it('gives every record once when it is read page by page', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    for (let at = 0; at < 7; at += 1) await wish(scene, scene.units.grid, `路灯${at}`);
    for (let at = 0; at < 4; at += 1) await demand(scene, scene.units.community, `路上的灯${at}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: Answer['search'] = await answerTo(secretary, '路灯', { first: 3, after });
      seen.push(...edges.map(({ node }) => node['words'] ?? node['title'] ?? ''));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `路灯${at}`).concat([3, 2, 1, 0].map((at) => `路上的灯${at}`)));
  });

  it('is one statement, whoever asks and whatever is found', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await world.server.takeStatements();
    await find(secretary, '路灯');
    const statements = (await world.server.takeStatements()).filter((sql) => sql.includes('search_token'));
    expect(statements).toHaveLength(1);
  });

  it('refuses a text longer than two hundred characters', async () => {
    const scene = await world.scene();
    const { errors } = await scene.anonymous.ask(query, { text: '灯'.repeat(201) });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('what a search finds', () => {
  it('is what the asker may read: nothing of a sibling unit, of another tenant, and only the wall for nobody', async () => {
    const [scene, elsewhere] = [await world.scene(), await world.scene()];
    const { units } = scene;
    await wish(scene, units.grid, '甲网格的路灯');
    await wish(scene, units.siblingCommunity, '邻居社区的路灯');
    await wish(scene, units.grid, '墙上的路灯', true);
    const wishesOf = async (who: Caller): Promise<string[]> => (await find(who, '路灯', { kinds: ['wish'] })).map(({ words }) => words);
    expect(await wishesOf(await scene.as('communitySecretary', units.community))).toEqual(['墙上的路灯', '甲网格的路灯']);
    expect(await wishesOf(await scene.as('communitySecretary', units.siblingCommunity))).toEqual(['墙上的路灯', '邻居社区的路灯']);
    expect(await wishesOf(await scene.as('gridWorker', units.siblingGrid))).toEqual(['墙上的路灯']);
    expect(await wishesOf(scene.anonymous)).toEqual(['墙上的路灯']);
    expect(await wishesOf(await elsewhere.as('organisationOfficer', elsewhere.units.district))).toEqual([]);
  });

  it('does not show by the way it is found whether something hidden has the words', async () => {
    const scene = await world.scene();
    await wish(scene, scene.units.grid, '修路，装灯', true);
    expect(await find(scene.anonymous, '路灯')).toEqual([{ kind: 'Wish', words: '修路，装灯', match: 'CHARACTERS' }]);
    await wish(scene, scene.units.grid, '路灯坏了');
    expect(await find(scene.anonymous, '路灯')).toEqual([{ kind: 'Wish', words: '修路，装灯', match: 'CHARACTERS' }]);
  });

  it('is found by what stands in for words that the asker may not read, and by the words themselves for who may', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const wisher = await scene.as('resident', units.grid, '马桂英');
    await wisher.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code } } }', {
      input: { orgUnit: units.grid.id, words: '路灯坏了，请打19900007274', channel: 'ONLINE_HOME' },
    });
    const worker = await scene.as('gridWorker', units.grid);
    const found = async (who: Caller, text: string): Promise<string[]> => (await find(who, text, { kinds: ['wish'] })).map(({ words }) => words);
    const [whole, shown] = ['路灯坏了，请打19900007274', '路灯坏了，请打（电话已隐去）'];
    expect([await found(worker, '19900007274'), await found(wisher, '19900007274'), await found(scene.anonymous, '19900007274')]).toEqual([[whole], [whole], []]);
    expect([await found(worker, '路灯'), await found(scene.anonymous, '路灯'), await found(scene.anonymous, '电话')]).toEqual([[whole], [shown], [shown]]);
    // Nobody sees the wish twice, and an edit takes both away.
    const [id] = await scene.write((tx) => tx.em.find(Wish, {})).then((wishes) => wishes.map((one) => one.id));
    await scene.write(async (tx) => void Object.assign(await tx.em.findOneOrFail(Wish, { id }), { words: '想种花' }));
    expect([await found(worker, '19900007274'), await found(worker, '路灯'), await found(scene.anonymous, '电话')]).toEqual([[], [], []]);
  });

  it('are people only for who may see their names, and oneself', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const person = await scene.as('resident', units.grid, '沈雨桐');
    const people = (who: Caller): Promise<Hit[]> => find(who, '沈雨桐', { kinds: ['person'] });
    const found = [{ kind: 'Person', words: '沈雨桐', match: 'WORDS' }];
    const matched = (hits: Hit[]): Omit<Hit, 'match'>[] => hits.map(({ kind, words }) => ({ kind, words }));
    expect(matched(await people(await scene.as('communitySecretary', units.community)))).toEqual(matched(found));
    expect(matched(await people(person))).toEqual(matched(found));
    expect(await people(scene.anonymous)).toEqual([]);
    expect(await people(await scene.as('resident', units.grid))).toEqual([]);
    expect(await people(await scene.as('communitySecretary', units.siblingCommunity))).toEqual([]);
    // Who reads people without their names finds none by a part of a name either.
    expect(await find(await scene.as('supervisor', units.community), '沈', { kinds: ['person'] })).toEqual([]);
  });

  it('lies in the unit that is asked for; what belongs to no unit is left out', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    await wish(scene, scene.units.grid, '路灯一');
    await wish(scene, scene.units.siblingCommunity, '路灯二');
    expect((await find(officer, '路灯', { orgUnit: scene.units.community.id })).map(({ words }) => words)).toEqual(['路灯一']);
    expect(await find(officer, '路灯', { orgUnit: 'unit_nonsense' })).toEqual([]);
  });
});

describe('the index', () => {
  it('follows a record that is changed or removed in the same transaction', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const { id } = await demand(scene, scene.units.community, '修理路灯');
    await scene.write(async (tx) => void ((await tx.em.findOneOrFail(Demand, { id })).title = '安装电梯'));
    expect([await find(secretary, '路灯'), await find(secretary, '路'), await find(secretary, '电梯')].map((hits) => hits.length)).toEqual([0, 0, 1]);
    await scene.write(async (tx) => void tx.em.remove(await tx.em.findOneOrFail(Demand, { id })));
    const left = await scene.write((tx) => tx.em.execute<unknown[]>('select 1 from search_token where record_id = ? union all select 1 from search_entry where record_id = ?', [id, id]));
    expect(left).toEqual([]);
  });

  it('knows nothing of what was rolled back', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const failing = scene.write(async (tx) => {
      const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: scene.units.community.uuid });
      tx.create(Demand, { orgUnit, title: '修理路灯', number: ++number, state: DemandState.OPEN, workflowVersion: 1 });
      await tx.em.flush();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await find(secretary, '路灯')).toEqual([]);
  });

  it('is made by a job for records that were there before it, as often as the job runs', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    for (let at = 0; at < 3; at += 1) await wish(scene, scene.units.grid, `路灯${at}`);
    await scene.write((tx) => tx.em.execute('delete from search_token where tenant_id = ?', [tx.tenant.id]));
    await scene.write((tx) => tx.em.execute('delete from search_entry where tenant_id = ?', [tx.tenant.id]));
    expect(await find(secretary, '路灯')).toEqual([]);
    for (let run = 0; run < 2; run += 1) await indexMissingRecords.runOutside(world.server.kernel, scene.tenant, {}, new AbortController().signal);
    expect(await find(secretary, '路灯')).toHaveLength(3);
    const people = await scene.write((tx) => tx.em.count(Person));
    const [row] = await scene.write((tx) => tx.em.execute<{ count: string }[]>("select count(*) from search_entry where tenant_id = ? and kind = 'person'", [tx.tenant.id]));
    expect(Number(row?.count)).toBe(people);
  });
});

describe('kinds of records that are searched', () => {
  it('are those of which the asker may read any', async () => {
    const scene = await world.scene();
    const kinds = async (who: Caller): Promise<unknown> => (await who.do('{ searchKinds { key label { zh } } }'))['searchKinds'];
    expect(await kinds(scene.anonymous)).toEqual(
      [['unit', '组织'], ['partner', '合作单位'], ['project', '项目'], ['demand', '需求'], ['wish', '心愿'], ['notice', '公示']].map(([key, zh]) => ({ key, label: { zh } })),
    );
    expect(await kinds(await scene.as('communitySecretary', scene.units.community))).toContainEqual({ key: 'person', label: { zh: '人员' } });
  });
});

describe('the filter of a list', () => {
  it('finds what a search finds, in the order of the list', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await wish(scene, scene.units.grid, '路灯一');
    await wish(scene, scene.units.grid, '装灯，修路');
    await wish(scene, scene.units.siblingCommunity, '路灯二');
    const { number: of } = await wish(scene, scene.units.grid, '灯');
    const wishes = async (search: string): Promise<unknown> => (await secretary.do('query ($search: String) { wishes(filter: { search: $search }) { totalCount nodes { words } } }', { search }))['wishes'];
    expect(await wishes('路灯')).toEqual({ totalCount: 1, nodes: [{ words: '路灯一' }] });
    expect(await wishes('修灯')).toEqual({ totalCount: 1, nodes: [{ words: '装灯，修路' }] });
    expect(await wishes(String(of))).toEqual({ totalCount: 1, nodes: [{ words: '灯' }] });
    expect(await wishes('电梯')).toEqual({ totalCount: 0, nodes: [] });
  });
});
