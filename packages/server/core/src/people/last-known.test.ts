import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, type Scene, World } from '../testkit/index.js';

const wishes = '{ wishes { totalCount nodes { wisherName } } }';
const people = '{ people { totalCount } }';
const makeWish = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code } } }';

describe('who was asked about a moment ago', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const behind = (scene: Scene, sql: string, values: unknown[]) => elsewhere(world, scene, sql, values);

  async function withWish(): Promise<Scene> {
    const scene = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid);
    await worker.do(makeWish, { input: { orgUnit: scene.units.grid.id, words: '楼道的灯坏了', wisherName: '韩玉兰', channel: 'HOUSEHOLD_VISIT' } });
    return scene;
  }

  /** What a secretary's question takes once they are known. */
  async function statementsOf(question: string): Promise<string[]> {
    const scene = await withWish();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await secretary.do(question);
    await world.server.takeStatements();
    await secretary.do(question);
    return world.server.takeStatements();
  }

  it('is looked at by the statement that reads', async () => {
    const [read, ...others] = await statementsOf(wishes);
    expect(read).toContain('from session');
    expect(read).toContain('"wish"');
    expect(others).toEqual([]);
  });

  it('is looked at by a statement of its own, in the same transaction, where the one that reads is planned every time', async () => {
    const [evidence, read, ...others] = await statementsOf(people);
    expect(evidence).toContain('from session');
    expect(evidence).not.toContain('count(*)');
    expect(read).toContain('count(*)');
    expect(others).toEqual([]);
  });

  it('sees no more than now allowed, by the very next request, whoever took the right away', async () => {
    const scene = await withWish();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect(await secretary.do(wishes)).toMatchObject({ wishes: { totalCount: 1, nodes: [{ wisherName: '韩玉兰' }] } });
    await behind(scene, 'update role_assignment set org_unit_id = $2, org_path = $3 where person_id = $1', [secretary.personUuid, scene.units.siblingCommunity.uuid, scene.units.siblingCommunity.path]);
    expect(await secretary.do(wishes)).toMatchObject({ wishes: { nodes: [{ wisherName: null }] } });
    await behind(scene, 'delete from session where person_id = $1', [secretary.personUuid]);
    expect(await secretary.do('{ viewer { person { id } } }')).toMatchObject({ viewer: { person: null } });
    expect(await secretary.do(wishes)).toEqual(await scene.anonymous.do(wishes));
  });

  it('sees at once what it may see since', async () => {
    const scene = await withWish();
    const somebody = await scene.as('resident', scene.units.grid);
    expect(await somebody.do(people)).not.toMatchObject({ people: { totalCount: 3 } });
    await scene.as('gridWorker', scene.units.grid);
    await behind(scene, 'update role_assignment set role = $2, org_unit_id = $3, org_path = $4 where person_id = $1', [somebody.personUuid, 'tenantAdministrator', scene.units.district.uuid, scene.units.district.path]);
    expect(await somebody.do(people)).toMatchObject({ people: { totalCount: 3 } });
  });

  it('is one answer for all who ask at the moment of the change', async () => {
    const scene = await withWish();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await secretary.do(wishes);
    const asked = Array.from({ length: 20 }, () => secretary.do(wishes));
    await behind(scene, 'delete from role_assignment where person_id = $1', [secretary.personUuid]);
    for (const answer of await Promise.all(asked)) expect(['韩玉兰', null]).toContain(Object(answer).wishes.nodes[0].wisherName);
    expect(await secretary.do(wishes)).toMatchObject({ wishes: { nodes: [{ wisherName: null }] } });
  });
});
