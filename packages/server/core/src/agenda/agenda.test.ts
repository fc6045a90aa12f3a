import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Scene, World } from '../testkit/index.js';

const ask = `query ($unit: ID, $first: Int) { agenda(orgUnit: $unit, first: $first) { totalCount overdueCount items { id name title isVoice dueAt href kind { zh } action { zh } orgUnit { id } escalatedTo { id } } } }`;

interface Agenda {
  totalCount: number;
  overdueCount: number;
  items: { id: string; name: string; title: string; href: string; dueAt: string | null; orgUnit: { id: string } }[];
}

const agendaOf = async (caller: Caller, variables: Record<string, unknown> = {}): Promise<Agenda> => Object(await caller.do(ask, variables)).agenda;

async function wish({ as, units }: Scene, words: string): Promise<string> {
  const resident = await as('resident', units.grid);
  const made = await resident.do(`mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code } } }`, { input: { words, orgUnit: units.grid.id, channel: 'ONLINE_HOME' } });
  return Object(made).makeWish.wish.id;
}

async function project({ as, units }: Scene, type: string, name: string): Promise<string> {
  const secretary = await as('communitySecretary', units.community);
  const made = await secretary.do(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }`, { input: { type, name, orgUnit: units.community.id } });
  return Object(made).createProject.project.id;
}

describe('the agenda', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('holds what waits on whoever may do it, where they may do it', async () => {
    const scene = await world.scene();
    const { units, as, anonymous } = scene;
    const id = await wish(scene, '想在花坛边添一张长椅');
    const planned = await project(scene, 'general', '口袋花园');
    const nothing = { totalCount: 0, overdueCount: 0, items: [] };

    expect(await agendaOf(anonymous)).toEqual(nothing);
    expect(await agendaOf(await as('resident', units.grid))).toEqual(nothing);
    expect(await agendaOf(await as('auditor', units.district))).toEqual(nothing);
    expect(await agendaOf(await as('communitySecretary', units.siblingCommunity))).toEqual(nothing);
    const other = await world.scene();
    expect(await agendaOf(await other.as('communitySecretary', other.units.district))).toEqual(nothing);

    const worker = await agendaOf(await as('gridWorker', units.grid));
    expect(worker).toMatchObject({ totalCount: 1, overdueCount: 0, items: [{ id, name: 'wish.answer', title: '想在花坛边添一张长椅', isVoice: true, href: `/wishes/${id}`, orgUnit: { id: units.grid.id }, escalatedTo: null }] });
    const secretary = await as('communitySecretary', units.community);
    expect((await agendaOf(secretary)).items.map(({ name }) => name)).toEqual(['wish.answer', 'project.draft']);
    expect((await agendaOf(secretary, { unit: units.grid.id })).items.map(({ id: of }) => of)).toEqual([id]);
    expect(await agendaOf(secretary, { first: 1 })).toMatchObject({ totalCount: 2, items: [{ id }] });
    expect((await agendaOf(await as('organisationOfficer', units.district))).items.map(({ id: of }) => of)).toContain(planned);
  });

  it('asks for an answer until there is one, late ones first', async () => {
    const scene = await world.scene();
    const { units, as } = scene;
    const early = await wish(scene, '先说的心愿');
    world.server.clock.advance(10 * 24 * 3600_000);
    const late = await wish(scene, '后说的心愿');
    const worker = await as('gridWorker', units.grid);
    expect(await agendaOf(worker)).toMatchObject({ totalCount: 2, overdueCount: 1, items: [{ id: early }, { id: late }] });
    await worker.do(`mutation ($input: AnswerWishInput!) { answerWish(input: $input) { refusals { code } } }`, { input: { id: early, version: 1, words: '已经看过了。' } });
    expect(await agendaOf(worker)).toMatchObject({ totalCount: 1, overdueCount: 0, items: [{ id: late }] });
    const secretary = await as('communitySecretary', units.community);
    expect((await agendaOf(secretary)).items.map(({ name, id }) => [name, id])).toEqual([['wish.answer', late], ['wish.gather', early]]);
  });

  it('takes one statement, however many features have something waiting', async () => {
    const scene = await world.scene();
    await wish(scene, '一条心愿');
    await project(scene, 'general', '一个项目');
    const secretary = await scene.as('communitySecretary', scene.units.community);
    await world.server.takeStatements();
    await agendaOf(secretary);
    expect((await world.server.takeStatements()).filter((sql) => sql.includes('with item as'))).toHaveLength(1);
  });
});
