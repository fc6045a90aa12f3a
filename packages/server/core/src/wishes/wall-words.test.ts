import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, importCells, type Scene, verdict, World } from '../testkit/index.js';
import { collectedMetric } from './wish.metric.js';
import { wishImporter } from './wish.importer.js';
import { Wish } from './wish.entity.js';

const make = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id words } refusals { code field } } }';
const edit = 'mutation ($input: EditWishInput!) { editWish(input: $input) { wish { id words isHeldBack isPublic } refusals { code field } } }';
const wall = 'query ($filter: WishFilter) { wishes(first: 100, filter: $filter) { totalCount nodes { words } } }';

const cells = (more: Record<string, string | number>) => ({
  登记日期: '2026-03-04', 来源渠道: '笑脸墙', 所属网格编码: 'Q-01-01-G1', 居民姓名: '沈雨桐', 联系电话: 19900007274, 心愿内容: '想种些花和树', 需求类型: '共性', ...more,
});

describe('the words on the wall', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());
  const wordsFor = async (caller: Caller, id: string) => Object(await caller.do('query ($id: ID!) { wish(id: $id) { words } }', { id })).wish?.words;
  const wallFor = async (caller: Caller, filter: object = {}): Promise<string[]> => Object(await caller.do(wall, { filter })).wishes.nodes.map(({ words }: { words: string }) => words).toSorted();

  it('hold no telephone and no identity number for anybody but the wisher and who may see wishers’ telephones', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const wisher = await scene.as('resident', units.grid, '马桂英');
    const words = '路灯坏了，请打199 0000 7274，身份证341600199001011234';
    const shown = '路灯坏了，请打（电话已隐去），身份证（证件号已隐去）';
    const { wish } = Object(await wisher.do(make, { input: { orgUnit: units.grid.id, words, channel: 'ONLINE_HOME' } })).makeWish;
    expect(wish.words).toBe(words);
    expect(await wordsFor(await scene.as('gridWorker', units.grid), wish.id)).toBe(words);
    for (const caller of [scene.anonymous, await scene.as('resident', units.grid), await scene.as('communitySecretary', units.siblingCommunity), await scene.as('buildingLeader', units.grid)]) {
      expect(await wordsFor(caller, wish.id)).toBe(shown);
      expect(await wallFor(caller, { search: '7274' })).toEqual([]);
      expect(await wallFor(caller, { search: '电话已隐去' })).toEqual([shown]);
    }
    expect(await wallFor(wisher, { search: '7274' })).toEqual([words]);
    expect(verdict(await wisher.ask(edit, { input: { id: wish.id, words: '路灯坏了，19900007275' } }))).toBe('done');
    expect(await wordsFor(scene.anonymous, wish.id)).toBe('路灯坏了，（电话已隐去）');

    const secretary = await scene.as('communitySecretary', units.community);
    const accepted = await secretary.do('mutation ($input: AcceptWishInput!) { acceptWish(input: $input) { wish { demand { title } } refusals { code } } }', { input: { id: wish.id, words: '收到了。' } });
    expect(accepted).toEqual({ acceptWish: { wish: { demand: { title: '路灯坏了，（电话已隐去）' } }, refusals: [] } });
  });

  it('hold none in the history either, for whom they hold none', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const wisher = await scene.as('resident', units.grid, '马桂英');
    const { wish } = Object(await wisher.do(make, { input: { orgUnit: units.grid.id, words: '路灯坏了，请打19900007274', channel: 'ONLINE_HOME' } })).makeWish;
    expect(verdict(await wisher.ask(edit, { input: { id: wish.id, words: '路灯坏了，19900007275' } }))).toBe('done');
    for (const caller of [await scene.as('buildingLeader', units.grid), await scene.as('gridWorker', units.grid)]) {
      const { history } = Object(await caller.do('query ($id: ID!) { wish(id: $id) { history { nodes { name changes } } } }', { id: wish.id })).wish;
      expect(history.nodes).toHaveLength(2);
      expect(history.nodes[0].changes.words).toEqual(['路灯坏了，请打（电话已隐去）', '路灯坏了，（电话已隐去）']);
      expect(JSON.stringify(history)).not.toContain('1990000727');
    }
  });

  it('of an answer tell nobody else who wished, and keep the telephone that staff give to be called', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const wisher = await scene.as('resident', units.grid, '马桂英');
    const neighbour = await scene.as('resident', units.grid, '韩建国');
    const secretary = await scene.as('communitySecretary', units.community);
    const made = async (caller: Caller, phone: string) =>
      Object(await caller.do(make, { input: { orgUnit: units.grid.id, words: '想要路灯', channel: 'ONLINE_HOME', wisherPhone: phone } })).makeWish.wish.id;
    const [id, second] = [await made(wisher, '19900007274'), await made(neighbour, '19900007275')];
    const read = 'query ($id: ID!) { wish(id: $id) { lastAnswer { words } answers(first: 9) { nodes { words } } unlistedReason } }';
    const answers = async (caller: Caller, of: string): Promise<string[]> => Object(await caller.do(read, { id: of })).wish.answers.nodes.map(({ words }: { words: string }) => words);
    await secretary.do('mutation ($input: MergeWishInput!) { mergeWish(input: $input) { refusals { code } } }', { input: { id: second, into: id, words: '已归并' } });

    const words = '马桂英您好，会打199 0000 7274，款退到卡6222021234567890123；急事打0558-5550000';
    const shown = '（姓名已隐去）您好，会打（电话已隐去），款退到卡（账号已隐去）；急事打0558-5550000';
    await secretary.do('mutation ($input: AnswerWishInput!) { answerWish(input: $input) { refusals { code } } }', { input: { id, words } });
    const whole = [wisher, secretary, await scene.as('gridWorker', units.grid), await scene.as('auditor', units.district)];
    const others = [scene.anonymous, neighbour, await scene.as('communitySecretary', units.siblingCommunity), await scene.as('buildingLeader', units.grid)];
    for (const caller of whole) expect(await answers(caller, id)).toEqual([words]);
    for (const caller of others) expect(await answers(caller, id)).toEqual([shown]);
    // Who is answered in the same breath reads all of it but who the other one is.
    expect((await answers(neighbour, second)).at(-1)).toBe('（姓名已隐去）您好，会打（电话已隐去），款退到卡6222021234567890123；急事打0558-5550000');
    expect((await answers(scene.anonymous, second)).at(-1)).toBe(shown);

    await secretary.do('mutation ($input: ListWishInput!) { listWish(input: $input) { refusals { code } } }', { input: { id, skipReason: '马桂英家先办' } });
    expect(Object(await scene.anonymous.do(read, { id })).wish).toMatchObject({ unlistedReason: '（姓名已隐去）家先办', lastAnswer: { words: expect.stringContaining('（姓名已隐去）家先办') } });
    const { history } = Object(await (await scene.as('buildingLeader', units.grid)).do('query ($id: ID!) { wish(id: $id) { history { nodes { words } } } }', { id })).wish;
    expect(JSON.stringify(history)).not.toContain('马桂英');
  });

  async function imported(scene: Scene) {
    await importCells(scene, wishImporter, [
      cells({ 心愿内容: '想种些花和树' }),
      cells({ 心愿内容: '请韩文博老师来上课' }),
      cells({ 心愿内容: '沈雨桐家水管漏了' }),
      cells({ 心愿内容: '想修路，打19900001111' }),
      cells({ 心愿内容: '想要路灯', 办理状态: '已答复', 答复: '请找沈建国主任，电话19900002222' }),
      cells({ 心愿内容: '给我家韩文博老师送药', 需求类型: '个性' }),
    ]);
  }

  it('of a ledger wait for a person where somebody is named, and change no figure', async () => {
    const scene = await world.scene();
    await imported(scene);
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect(await wallFor(scene.anonymous)).toEqual(['想修路，打（电话已隐去）', '想种些花和树'].toSorted());
    expect(await wallFor(secretary, { isHeldBack: true })).toEqual(['想要路灯', '沈雨桐家水管漏了', '请韩文博老师来上课'].toSorted());
    expect(await wallFor(scene.anonymous, { isHeldBack: true })).toEqual([]);
    const [figure] = await scene.write((tx) => collectedMetric.figures(tx, { from: '2026-01-01', to: '2026-12-31', path: null }));
    expect(figure).toMatchObject({ value: 6 });
  });

  it('are put on the wall, or kept off it, by who sorts wishes there', async () => {
    const scene = await world.scene();
    await imported(scene);
    const other = await world.scene();
    const { units } = scene;
    const idOf = (words: string) => scene.write(async (tx) => (await tx.em.findOneOrFail(Wish, { words })).id);
    const input = { id: await idOf('请韩文博老师来上课'), isPublic: true };
    expect(verdict(await scene.anonymous.ask(edit, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('tenantAdministrator', other.units.district)).ask(edit, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(edit, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('buildingLeader', units.grid)).ask(edit, { input }))).toBe('FORBIDDEN');
    const worker = await scene.as('gridWorker', units.grid);
    expect((await worker.ask(edit, { input })).data).toMatchObject({ editWish: { wish: { isHeldBack: false, isPublic: true }, refusals: [] } });
    expect((await worker.ask(edit, { input: { id: await idOf('沈雨桐家水管漏了'), isPublic: false } })).data).toMatchObject({ editWish: { wish: { isHeldBack: false, isPublic: false }, refusals: [] } });
    expect(await wallFor(scene.anonymous)).toContain('请韩文博老师来上课');
    expect(await wallFor(worker, { isHeldBack: true })).toEqual(['想要路灯']);
    const again = await scene.write((tx) => tx.em.count(Wish, { isHeldBack: true }));
    await imported(scene);
    expect(await scene.write((tx) => tx.em.count(Wish, { isHeldBack: true }))).toBe(again);
  });

  it('wait for a person, too, when a later ledger brings an answer that names somebody', async () => {
    const scene = await world.scene();
    await importCells(scene, wishImporter, [cells({ 心愿内容: '想要路灯' })]);
    expect(await wallFor(scene.anonymous)).toEqual(['想要路灯']);
    await importCells(scene, wishImporter, [cells({ 心愿内容: '想要路灯', 办理状态: '已答复', 答复: '请打19900002222' })]);
    expect(await wallFor(scene.anonymous)).toEqual([]);
    expect(await wallFor(await scene.as('gridWorker', scene.units.grid), { isHeldBack: true })).toEqual(['想要路灯']);
  });
});
