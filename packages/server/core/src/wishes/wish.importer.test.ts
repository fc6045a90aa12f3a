import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Event } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { Person } from '../people/person.entity.js';
import { orgUnitImporter } from '../organisation/org-unit.importer.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { addTerm } from '../vocabulary/vocabulary.service.js';
import { exampleLedger, importCells, importFile, type Scene, World } from '../testkit/index.js';
import { succeed } from './fixture/wishes.fixture.js';
import { escalateWishes } from './wish.escalation.js';
import { Wish } from './wish.entity.js';
import { wishImporter } from './wish.importer.js';
import { collectedMetric } from './wish.metric.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

const figures = (scene: Scene, from = '2025-01-01', to = '2025-12-31', path: string | null = null) =>
  scene.write((tx) => collectedMetric.figures(tx, { from, to, path })).then(([figure]) => figure);

const cells = (more: Record<string, string | number> = {}) => ({
  序号: 1, 登记日期: '2026-03-04', 来源渠道: '笑脸墙', 所属网格编码: 'Q-01-01-G1', 居民姓名: '沈雨桐', 联系电话: 19900007274,
  心愿内容: '想种些花和树', 类别: '环境美化', 需求类型: '共性', 轻重缓急: '轻缓', 办理状态: '已答复', 答复: '已纳入需求清单', ...more,
});

describe('the ledger of 谯城区', () => {
  it('gives 586 wishes and refuses nine rows, each by its row, its column and a reason, whatever the batches', async () => {
    const scene = await world.scene();
    await importFile(scene, orgUnitImporter, exampleLedger('org-units'), 500);
    await world.server.takeStatements();
    const first = await importFile(scene, wishImporter, exampleLedger('wishes'), 500);
    const statements = (await world.server.takeStatements()).length;
    const newWords = first.warnings.map(({ message }) => /“(.+)”/.exec(message.zh)?.[1]);
    expect({ ...first, warnings: newWords, rejected: first.rejected.map(({ row, column, code }) => [row, column, code]) }).toEqual({
      accepted: 586,
      unchanged: 0,
      warnings: ['技能培训', '组织生活', '矛盾纠纷', '民生设施', '社区经济', '民生服务'],
      rejected: [
        [42, '登记日期', 'NOT_A_DATE'],
        [102, '所属网格编码', 'UNIT_UNKNOWN'],
        [162, '心愿内容', 'CELL_EMPTY'],
        [222, '来源渠道', 'UNKNOWN_NAME'],
        [282, '序号', 'NUMBER_TWICE'],
        [342, '联系电话', 'NOT_A_PHONE'],
        [402, '轻重缓急', 'UNKNOWN_NAME'],
        [462, '登记日期', 'DATE_IN_FUTURE'],
        [522, '心愿内容', 'TEXT_TOO_LONG'],
      ],
    });
    for (const { message } of first.rejected) expect(message).toEqual({ zh: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    // Two batches; far fewer statements than rows.
    expect(statements).toBeLessThan(60);

    const again = await importFile(scene, wishImporter, exampleLedger('wishes'), 100);
    expect(again).toMatchObject({ accepted: 0, unchanged: 586 });
    expect(again.rejected).toEqual(first.rejected);
    expect(await figures(scene)).toMatchObject({ key: 'wishes.collected', value: 586, step: 1, unit: { zh: '条' } });
    expect((await figures(scene))?.months?.reduce((sum, month) => sum + month, 0)).toBe(586);
    expect(await figures(scene, '2026-01-01', '2026-12-31')).toMatchObject({ value: 0 });

    const auditor = await scene.as('auditor', scene.units.district);
    expect(await auditor.do('{ wishCounts { key count } }')).toEqual({ wishCounts: [{ key: 'ACCEPTED', count: 530 }, { key: 'SUBMITTED', count: 56 }] });
    const resident = await scene.as('resident', scene.units.grid);
    expect(await succeed(resident, 'makeWish', { orgUnit: scene.units.grid.id, words: '想学手机', channel: 'ONLINE_HOME' })).toMatchObject({ number: 587 });
  });

  it('comes out the same in batches of seven', async () => {
    const scene = await world.scene();
    await importFile(scene, orgUnitImporter, exampleLedger('org-units'), 500);
    const read = await importFile(scene, wishImporter, exampleLedger('wishes'), 7);
    expect(read).toMatchObject({ accepted: 586, unchanged: 0 });
    expect(read.rejected).toHaveLength(9);
    expect(await importFile(scene, wishImporter, exampleLedger('wishes'))).toMatchObject({ accepted: 0, unchanged: 586 });
  });

  it('opens the records behind the figure, page after page', async () => {
    const scene = await world.scene();
    await importFile(scene, orgUnitImporter, exampleLedger('org-units'), 500);
    await importFile(scene, wishImporter, exampleLedger('wishes'));
    const period = { from: '2025-01-01', to: '2025-12-31', path: null };
    const ids = new Set<string>();
    for (;;) {
      const last = parseTypeId([...ids].at(-1) ?? '')?.uuid ?? null;
      const page = await scene.write((tx) => collectedMetric.records(tx, 'wishes.collected', period, { first: 100, after: last }));
      for (const { id, date, href } of page) {
        ids.add(id);
        expect([date?.slice(0, 4), href]).toEqual(['2025', `/wishes/${id}`]);
      }
      if (page.length < 100) break;
    }
    expect(ids.size).toBe(586);
  });
});

describe('a row of the ledger', () => {
  it('becomes a wish with its answer, and starts nothing: no deadline, no account', async () => {
    const scene = await world.scene();
    expect(await importCells(scene, wishImporter, [cells(), cells({ 序号: 2, 办理状态: '办理中', 答复: '', 需求类型: '个性' })])).toMatchObject({ accepted: 2 });
    const worker = await scene.as('gridWorker', scene.units.grid);
    const { wishes } = Object(await worker.do(
      '{ wishes { nodes { ledgerNumber state words channel scope priority category { key } recordedOn wisherName wisherPhone wisherLabel isPublic answerDueAt firstAnsweredAt demand { id } lastAnswer { words answeredByLabel isFromLedger } } } }',
    ));
    expect(wishes.nodes.toSorted((a: { ledgerNumber: number }, b: { ledgerNumber: number }) => a.ledgerNumber - b.ledgerNumber)).toEqual([
      {
        ledgerNumber: 1, state: 'ACCEPTED', words: '想种些花和树', channel: 'SMILE_WALL', scope: 'COMMON', priority: 'LOW_CALM', category: { key: '环境美化' }, recordedOn: '2026-03-04',
        wisherName: '沈雨桐', wisherPhone: '19900007274', wisherLabel: '沈姓居民', isPublic: true, answerDueAt: null, firstAnsweredAt: null, demand: null,
        lastAnswer: { words: '已纳入需求清单', answeredByLabel: null, isFromLedger: true },
      },
      expect.objectContaining({ ledgerNumber: 2, state: 'SUBMITTED', isPublic: false, answerDueAt: null, lastAnswer: null }),
    ]);
    world.server.clock.advance(30 * 86_400_000);
    await scene.write((tx) => escalateWishes.run(tx));
    world.server.clock.advance(-30 * 86_400_000);
    expect(await scene.write((tx) => tx.em.count(Event, { name: 'wish.escalated' }))).toBe(0);
    expect(await scene.write((tx) => tx.em.count(Person, { name: '沈雨桐' }))).toBe(0);
  });

  it('may leave out name, telephone, number and everything else that a wish can do without', async () => {
    const scene = await world.scene();
    const bare = { 登记日期: '2026/3/4', 来源渠道: '微信群', 所属网格编码: 'Q-01-01-G1', 心愿内容: '想种些花' };
    const rows = [{ ...bare, 心愿内容: '想学手机' }, bare, bare];
    expect(await importCells(scene, wishImporter, rows)).toMatchObject({ accepted: 3, rejected: [] });
    expect(await importCells(scene, wishImporter, rows)).toMatchObject({ accepted: 0, unchanged: 3 });
    const found = await scene.write((tx) => tx.em.find(Wish, {}));
    expect(found.map(({ ledgerNumber, wisherName, wisherLabel, priority, state }) => ({ ledgerNumber, wisherName, wisherLabel, priority, state }))).toEqual(
      Array.from({ length: 3 }, () => ({ ledgerNumber: null, wisherName: null, wisherLabel: null, priority: null, state: 'SUBMITTED' })),
    );
  });

  it('brings a category that nobody knew, with one warning', async () => {
    const scene = await world.scene();
    const rows = [cells({ 类别: '宠物管理' }), cells({ 序号: 2, 类别: '宠物管理' })];
    const read = await importCells(scene, wishImporter, rows);
    expect(read.warnings).toMatchObject([{ row: 2, column: '类别', code: 'NEW_TERM' }]);
    expect(await scene.write((tx) => tx.em.count(VocabularyTerm, { kind: VocabularyKind.WISH_CATEGORY, key: '宠物管理' }))).toBe(1);
  });

  it('is refused for an unknown channel, priority, scope or state; an unknown category is not', async () => {
    const scene = await world.scene();
    await scene.write(async (tx) => void addTerm(tx, VocabularyKind.WISH_CATEGORY, '出行', { zh: '出行', en: 'Transport' }, 99));
    const rows = [cells({ 来源渠道: '飞鸽传书', 轻重缓急: '超级急', 需求类型: '大家', 办理状态: '也许', 类别: '出行' })];
    const read = await importCells(scene, wishImporter, rows);
    expect(read.rejected.map(({ column, code }) => [column, code])).toEqual([['来源渠道', 'UNKNOWN_NAME'], ['需求类型', 'UNKNOWN_NAME'], ['轻重缓急', 'UNKNOWN_NAME'], ['办理状态', 'UNKNOWN_NAME']]);
  });

  it('may be dated today by the tenant’s own calendar, and no later', async () => {
    const scene = await world.scene();
    // 02:00 UTC on the 19th; in Shanghai it is the 19th too, at ten.
    const rows = [cells({ 登记日期: '2026-05-19' }), cells({ 序号: 2, 登记日期: '2026-05-20' })];
    expect(await importCells(scene, wishImporter, rows)).toMatchObject({ accepted: 1, rejected: [{ row: 3, code: 'DATE_IN_FUTURE' }] });
  });

  it('with a number that another ledger used is another wish; the same row is the same', async () => {
    const scene = await world.scene();
    expect(await importCells(scene, wishImporter, [cells()])).toMatchObject({ accepted: 1 });
    const another = [cells({ 心愿内容: '想学手机' }), cells({ 序号: 2 })];
    expect(await importCells(scene, wishImporter, another)).toMatchObject({ accepted: 2 });
    expect(await importCells(scene, wishImporter, another)).toMatchObject({ unchanged: 2 });
  });

  it('brings the answer that a later ledger has, unless somebody answered here', async () => {
    const scene = await world.scene();
    const worker = await scene.as('gridWorker', scene.units.grid);
    const open = [cells({ 办理状态: '办理中', 答复: '' }), cells({ 序号: 2, 办理状态: '办理中', 答复: '' })];
    await importCells(scene, wishImporter, open);
    const [first] = Object(await worker.do('{ wishes(sort: DUE) { nodes { id ledgerNumber } } }')).wishes.nodes.filter((wish: { ledgerNumber: number }) => wish.ledgerNumber === 1);
    await succeed(worker, 'answerWish', { id: first.id, words: '这就办。' });
    const answered = [cells(), cells({ 序号: 2 })];
    expect(await importCells(scene, wishImporter, answered)).toMatchObject({ accepted: 1, unchanged: 1 });
    expect(await importCells(scene, wishImporter, answered)).toMatchObject({ accepted: 0, unchanged: 2 });
    expect(await importCells(scene, wishImporter, open)).toMatchObject({ accepted: 0, unchanged: 2 });
    const { wishes } = Object(await worker.do('{ wishes { nodes { ledgerNumber state lastAnswer { words } } } }'));
    expect(new Map(wishes.nodes.map((wish: Record<string, unknown>) => [wish['ledgerNumber'], [wish['state'], Object(wish['lastAnswer']).words]]))).toEqual(
      new Map([[1, ['ACCEPTED', '这就办。']], [2, ['ACCEPTED', '已纳入需求清单']]]),
    );
  });

  it('may come again in its file: what it brings is the wish’s that the first made', async () => {
    const scene = await world.scene();
    const open = cells({ 序号: '', 办理状态: '办理中', 答复: '' });
    expect(await importCells(scene, wishImporter, [open, cells({ 序号: 2, 心愿内容: '想学手机' }), { ...open, 办理状态: '已答复', 答复: '种上了' }, { ...open, 办理状态: '已答复', 答复: '又种了' }])).toMatchObject({ accepted: 3, unchanged: 1 });
    const found = await scene.write((tx) => tx.em.find(Wish, {}, { populate: ['lastAnswer'], orderBy: { number: 'asc' } }));
    expect(found.map(({ number, words, state, lastAnswer }) => [number, words, state, lastAnswer?.words])).toEqual([[1, '想种些花和树', 'ACCEPTED', '种上了'], [2, '想学手机', 'ACCEPTED', '已纳入需求清单']]);
  });
});
