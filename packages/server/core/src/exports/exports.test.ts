import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexOf, readLedger, type LedgerRow } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.js';
import { type Caller, exampleLedger, importFile, type LedgerTally, type Scene, World } from '../testkit/index.js';
import { wishOf } from '../wishes/fixture/wishes.fixture.js';

/** In the order in which they build on each other. */
const ledgers = ['org-units', 'partners', 'projects', 'wishes', 'activities', 'evaluations'] as const;
type Ledger = (typeof ledgers)[number];

/** Figures of what was done here, which no ledger tells: what was refused, by when it was answered, what it became. */
const ofWorkHere = ['wishes.rejectedRows', 'wishes.answeredOnTime', 'wishes.fulfilled'];

const figures = `{ report(from: "2020-01-01", to: "2026-05-19") { figures { key value } } }`;

describe('exports', () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await World.start({ routes });
    folder = await mkdtemp(join(tmpdir(), 'weixiang-exports-'));
  });
  afterAll(() => world.close());

  function download(scene: Scene, { token }: Pick<Caller, 'token'>, ledger: string, filter?: unknown) {
    const query = filter === undefined ? '' : `?filter=${encodeURIComponent(typeof filter === 'string' ? filter : JSON.stringify(filter))}`;
    return world.server.http.inject({ method: 'GET', url: `/t/${scene.tenant.slug}/exports/${ledger}${query}`, headers: token ? { authorization: `Bearer ${token}` } : {} });
  }

  async function exported(scene: Scene, caller: Caller, ledger: string, filter?: unknown): Promise<string> {
    const answer = await download(scene, caller, ledger, filter);
    expect({ ledger, status: answer.statusCode }).toEqual({ ledger, status: 200 });
    const path = join(folder, `${scene.tenant.slug}-${ledger}-${Math.random().toString(36).slice(2)}.xlsx`);
    await writeFile(path, answer.rawPayload);
    return path;
  }

  async function rowsOf(path: string): Promise<LedgerRow['cells'][]> {
    const rows: LedgerRow['cells'][] = [];
    for await (const { cells } of await readLedger(path)) rows.push(cells);
    return rows;
  }

  const bring = (scene: Scene, ledger: Ledger, path: string): Promise<LedgerTally> => {
    const importer = indexOf(world.server.kernel.featuresOf(scene.tenant)).importers.get(ledger);
    if (!importer) throw new Error(`no importer for ${ledger}`);
    return importFile(scene, importer, path, 500);
  };

  /** A district with a year of ledgers, and what its people recorded here besides. */
  async function district(): Promise<Scene> {
    const scene = await world.scene();
    for (const ledger of ledgers) await bring(scene, ledger, exampleLedger(ledger));
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const officer = await scene.as('organisationOfficer', scene.units.district);
    await officer.do('mutation { admitPartner(input: { name: "没有信用代码的小组" }) { partner { id } } }');
    const made = await secretary.do('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }', {
      input: { type: 'general', name: '没有编号的项目', orgUnit: scene.units.community.id, leadName: '某人', plan: '修路灯' },
    });
    const project = Object(made).createProject.project.id;
    const terms = await secretary.do('{ vocabulary(first: 1, filter: { kind: ACTIVITY_KIND }) { nodes { id } } }');
    const kind = Object(terms).vocabulary.nodes[0].id;
    for (const visits of [12, 12, 7]) {
      await secretary.do('mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { activity { id } refusals { code } } }', { input: { project, kind, date: '2026-05-01', visits } });
    }
    await officer.do('mutation ($input: RecordEvaluationRoundInput!) { recordEvaluationRound(input: $input) { evaluationRound { id } refusals { code } } }', {
      input: { project, month: '2026-04', excellent: 3, good: 2, pass: 1, fail: 1 },
    });
    const resident = await scene.as('resident', scene.units.grid, '韩文博');
    await wishOf(resident, scene);
    await wishOf(resident, scene, { words: '=HYPERLINK("http://x","修路灯")', isPublic: false });
    await wishOf(resident, scene);
    return scene;
  }

  it('come back as they went: nothing changes at home, and an empty tenant has the same figures', async () => {
    const scene = await district();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const files = new Map<Ledger, string>();
    for (const ledger of ledgers) files.set(ledger, await exported(scene, officer, ledger));

    for (const [ledger, path] of files) {
      const tally = await bring(scene, ledger, path);
      expect({ ledger, accepted: tally.accepted, rejected: tally.rejected }).toEqual({ ledger, accepted: 0, rejected: [] });
      expect({ ledger, unchanged: tally.unchanged }).toEqual({ ledger, unchanged: (await rowsOf(path)).length });
    }

    const empty = await world.scene();
    const elsewhere = await empty.as('organisationOfficer', empty.units.district);
    for (const [ledger, path] of files) {
      const rows = (await rowsOf(path)).length;
      const first = await bring(empty, ledger, path);
      expect({ ledger, rejected: first.rejected }).toEqual({ ledger, rejected: [] });
      expect({ ledger, taken: first.accepted + first.unchanged }).toEqual({ ledger, taken: rows });
      expect({ ledger, again: (await bring(empty, ledger, path)).unchanged }).toEqual({ ledger, again: rows });
    }
    const [here, there] = [await officer.do(figures), await elsewhere.do(figures)];
    const told = (answer: Record<string, unknown>): unknown[] => Object(answer).report.figures.filter(({ key }: { key: string }) => !ofWorkHere.includes(key));
    expect(told(there)).toEqual(told(here));
    expect(told(here).length).toBeGreaterThan(20);
  }, 120_000);

  it('are the very headers of the ledger, dates as dates, and never a formula', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const wish = await wishOf(await scene.as('resident', scene.units.grid, '韩文博'), scene, { words: '=cmd|"/c calc"!A1', wisherPhone: '19900007274' });
    const answer = await download(scene, secretary, 'wishes', { ids: [wish.id] });
    expect(answer.headers['content-disposition']).toBe('attachment; filename="wishes-2026-05-19.xlsx"');
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const path = await exported(scene, secretary, 'wishes', { ids: [wish.id] });
    const ledger = await readLedger(path);
    expect(ledger.headers).toEqual(['序号', '登记日期', '来源渠道', '所属网格编码', '居民姓名', '联系电话', '心愿内容', '类别', '需求类型', '轻重缓急', '办理状态', '答复', '系统编号']);
    ledger.close();
    expect(await rowsOf(path)).toEqual([
      { 登记日期: '2026-05-19', 来源渠道: '网上之家', 所属网格编码: 'Q-01-01-G1', 居民姓名: '韩文博', 联系电话: '19900007274', 心愿内容: '=cmd|"/c calc"!A1', 办理状态: '待受理', 系统编号: wish.id },
    ]);
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  });

  it('hold what the asker may read and no more, masked as on the screen', async () => {
    const [scene, other] = [await world.scene(), await world.scene()];
    const resident = await scene.as('resident', scene.units.grid, '韩文博');
    const [shown, hidden] = [await wishOf(resident, scene, { wisherPhone: '19900007274' }), await wishOf(resident, scene, { isPublic: false })];
    const wishes = async (caller: Caller, filter?: unknown) => (await rowsOf(await exported(scene, caller, 'wishes', filter))).map((cells) => cells['系统编号']);

    const [worker, sibling] = [await scene.as('gridWorker', scene.units.grid), await scene.as('communitySecretary', scene.units.siblingCommunity)];
    expect(await wishes(worker)).toEqual([shown.id, hidden.id]);
    expect(await wishes(worker, { state: ['ACCEPTED'] })).toEqual([]);
    expect(await wishes(sibling)).toEqual([shown.id]);
    expect((await rowsOf(await exported(scene, sibling, 'wishes')))[0]).not.toHaveProperty('居民姓名');
    const convener = await scene.as('convener', scene.units.district);
    expect((await rowsOf(await exported(scene, convener, 'wishes')))[0]).toMatchObject({ 居民姓名: '韩**', 联系电话: expect.stringMatching(/^199\*+7274$/) });

    const status = async (caller: Caller, ledger = 'wishes', filter?: unknown) => {
      const answer = await download(scene, caller, ledger, filter);
      return [answer.statusCode, answer.statusCode === 200 ? '' : answer.json().code];
    };
    expect(await status(scene.anonymous)).toEqual([401, 'SIGNED_OUT']);
    expect(await status(await other.as('tenantAdministrator', other.units.district))).toEqual([401, 'SIGNED_OUT']);
    expect(await status(resident)).toEqual([403, 'FORBIDDEN']);
    expect(await status(worker, 'nothing')).toEqual([404, 'LEDGER_UNKNOWN']);
    expect(await status(worker, 'wishes', '{')).toEqual([400, 'FILTER_INVALID']);
    expect(await status(worker, 'wishes', '[1]')).toEqual([400, 'FILTER_INVALID']);
    expect(await status(worker, 'wishes', { colour: 'red' })).toEqual([400, 'FILTER_INVALID']);
    expect((await worker.do('{ exportableLedgers }'))['exportableLedgers']).toEqual(['org-units', 'people', 'partners', 'projects', 'demands', 'wishes', 'agreements', 'activities', 'evaluations', 'objections']);
    expect((await resident.do('{ exportableLedgers }'))['exportableLedgers']).toEqual([]);
  });

  it('are also made of lists that no ledger fills, by the same rules', async () => {
    const scene = await world.scene();
    const { community, grid } = scene.units;
    const [secretary, officer, supervisor] = [await scene.as('communitySecretary', community), await scene.as('organisationOfficer', scene.units.district), await scene.as('supervisor', community)];
    const rows = async (caller: Caller, ledger: string, filter?: unknown) => rowsOf(await exported(scene, caller, ledger, filter));
    const made = async (caller: Caller, mutation: string, input: string, record: string, values: object): Promise<string> =>
      Object(await caller.do(`mutation ($input: ${input}!) { ${mutation}(input: $input) { ${record} { id } refusals { code } } }`, { input: values }))[mutation][record].id;

    const person = await made(secretary, 'createPerson', 'CreatePersonInput', 'person', { orgUnit: grid.id, name: '=沈雨桐', phone: '19900007274' });
    expect(await rows(secretary, 'people', { phone: '19900007274' })).toEqual([{ 姓名: '=沈雨桐', 联系电话: '19900007274', 所属组织编码: 'Q-01-01-G1', 所属组织: expect.any(String), 系统编号: person }]);
    const seen = await rows(supervisor, 'people');
    expect(seen).toContainEqual(expect.objectContaining({ 姓名: '=**', 联系电话: '199****7274' }));
    expect(seen).toContainEqual(expect.objectContaining({ 岗位: expect.stringMatching(/^社区书记 .+ 2026-05-19 起$/) }));

    const partner = await made(officer, 'admitPartner', 'AdmitPartnerInput', 'partner', { name: '路灯公司' });
    const project = await made(secretary, 'createProject', 'CreateProjectInput', 'project', { type: 'general', name: '修路灯', orgUnit: community.id });
    const agreement = await made(secretary, 'recordAgreement', 'RecordAgreementInput', 'agreement', { project, partner, signedOn: '2026-05-01', content: '每月巡检' });
    expect(await rows(secretary, 'agreements')).toEqual([{ 签约日期: '2026-05-01', 项目名称: '修路灯', 合作单位: '路灯公司', 服务内容: '每月巡检', 系统编号: agreement }]);

    const demand = await made(secretary, 'createDemand', 'CreateDemandInput', 'demand', { orgUnit: community.id, title: '夜里看得见路' });
    expect(await rows(secretary, 'demands', { ids: [demand] })).toEqual([expect.objectContaining({ 需求: '夜里看得见路', 归集心愿数: 0, 状态: '归集中', 系统编号: demand })]);
  });

  it('are on record: who, which filter, how many rows', async () => {
    const scene = await world.scene();
    const [worker, officer, resident] = [await scene.as('gridWorker', scene.units.grid, '李建华'), await scene.as('organisationOfficer', scene.units.district), await scene.as('resident', scene.units.grid)];
    for (let count = 0; count < 3; count += 1) await wishOf(resident, scene);
    await exported(scene, worker, 'wishes', { state: ['SUBMITTED'], search: '课堂' });
    await download(scene, worker, 'wishes', { colour: 'red' });
    const list = '{ ledgerExports(first: 10) { nodes { ledger filter purpose label { zh } rows finishedAt exportedBy { id } } } }';
    const record = { ledger: 'wishes', filter: { state: ['SUBMITTED'], search: '课堂' }, purpose: null, label: null, rows: 3, finishedAt: '2026-05-19T02:00:00.000Z', exportedBy: { id: worker.personId } };
    expect(await officer.do(list)).toEqual({ ledgerExports: { nodes: [record] } });
    expect(await worker.do(list)).toEqual({ ledgerExports: { nodes: [record] } });
    expect(await resident.do(list)).toEqual({ ledgerExports: { nodes: [] } });
  });

  it('refuse, on the way back, a row that says something else than the record it came from', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const wish = await wishOf(await scene.as('resident', scene.units.grid, '韩文博'), scene);
    const path = await exported(scene, secretary, 'wishes');
    await secretary.do('mutation ($input: EditWishInput!) { editWish(input: $input) { refusals { code } } }', { input: { id: wish.id, version: wish.version, isPublic: false } });
    expect(await bring(scene, 'wishes', path)).toMatchObject({ accepted: 0, unchanged: 1, rejected: [] });
    await scene.write((tx) => tx.em.execute(`update wish set words = '别的话' where number = 1`));
    expect(await bring(scene, 'wishes', path)).toMatchObject({ accepted: 0, unchanged: 0, rejected: [{ row: 2, column: '系统编号', code: 'RECORD_DIFFERS' }] });
  });
});
