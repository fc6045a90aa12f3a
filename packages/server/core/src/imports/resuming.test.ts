import { JobRunner, Kernel, writeSheet } from '@weixiang/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { routes } from '../routes.js';
import { type Caller, type Scene, upload, World } from '../testkit/index.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { fragilePlugin } from './fixture/fragile.fixture.js';
import { Import, ImportState } from './import.entity.js';
import { runImports } from './import.queue.js';

const { plugin, plan } = fragilePlugin();
const wordLedger = (words: readonly string[]): Promise<Buffer> => writeSheet([{ header: '词' }], words.map((word) => [word]));
const words = (count: number): string[] => Array.from({ length: count }, (_, at) => `词${at + 1}`);

describe('an import that is interrupted', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ routes, plugins: [plugin] });
  });
  beforeEach(() => plan(async () => undefined));
  afterAll(() => world.close());

  async function scene(): Promise<{ scene: Scene; officer: Caller; run(): Promise<void>; send(content: Buffer, query?: string): Promise<string> }> {
    const made = await world.scene();
    const officer = await made.as('organisationOfficer', made.units.district);
    const send = async (content: Buffer, query = ''): Promise<string> => {
      const { body } = await upload(world.server, { path: `/t/${made.tenant.slug}/imports/words${query}`, token: officer.token, content, fileName: 'words.xlsx' });
      return String(body['id']);
    };
    return { scene: made, officer, send, run: () => runImports(world.server.kernel, made.tenant) };
  }

  const stateOf = async (caller: Caller, id: string): Promise<unknown> =>
    (await caller.do('query ($id: ID!) { import(id: $id) { state total accepted unchanged rejectedCount warningCount rejected { row code } } }', { id }))['import'];
  const countWords = ({ write }: Scene): Promise<number> => write((tx) => tx.em.count(VocabularyTerm, { kind: VocabularyKind.ACTIVITY_KIND, key: { $like: '词%' } }));

  it('goes on with the first row that is not done when the database drops it in the middle of a batch', async () => {
    const { scene: { write }, scene: made, officer, send, run } = await scene();
    // Equal rows on both sides of the crash: their occurrence must be counted over the whole file.
    const id = await send(await wordLedger([...words(700), '', ...words(700)]));
    let batches = 0;
    plan(async (tx) => {
      batches += 1;
      if (batches === 2) await tx.em.execute('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(run()).rejects.toThrow();
    expect(await stateOf(officer, id)).toMatchObject({ state: 'running', total: 1400, accepted: 500 });
    expect(await countWords(made)).toBe(500);
    plan(async () => undefined);
    await run();
    expect(await stateOf(officer, id)).toMatchObject({ state: 'done', accepted: 1400, unchanged: 0, rejectedCount: 0 });
    expect(await countWords(made)).toBe(1400);
    const files = await write((tx) => tx.em.findOneOrFail(Import, { ledger: 'words' }));
    expect(await world.server.kernel.files.of(made.tenant.id).has(files.fileKey)).toBe(false);
  });

  it('is never run by two processes at once, and never twice', async () => {
    const { scene: made, officer, send } = await scene();
    const id = await send(await wordLedger(words(1200)));
    const seen: number[] = [];
    plan(async (_tx, rows) => {
      seen.push(rows.length);
      await new Promise((resolve) => setTimeout(resolve, 30));
    });
    const { kernel, database } = world.server;
    const other = await Kernel.start({ ...kernel.options, ...database });
    await Promise.all([runImports(kernel, made.tenant), runImports(other, made.tenant), runImports(other, made.tenant)]);
    await other.close();
    expect(seen).toEqual([500, 500, 200]);
    expect(await stateOf(officer, id)).toMatchObject({ state: 'done', accepted: 1200 });
  });

  it('refuses only the row that brings the importer to fall', async () => {
    const { scene: made, officer, send, run } = await scene();
    plan(async (_tx, rows) => {
      if (rows.some(({ cells }) => cells['词'] === '词7')) throw new Error('stumbled');
    });
    const id = await send(await wordLedger(words(20)));
    await run();
    expect(await stateOf(officer, id)).toMatchObject({ state: 'done', accepted: 19, rejectedCount: 1, rejected: [{ row: 8, code: 'ROW_FAILED' }] });
    expect(await countWords(made)).toBe(19);
    const rehearsal = await send(await wordLedger(words(30)), '?dryRun=1');
    await run();
    expect(await stateOf(officer, rehearsal)).toMatchObject({ state: 'done', accepted: 10, unchanged: 19, rejectedCount: 1 });
    expect(await countWords(made)).toBe(19);
  });

  it('begins again when it is a rehearsal, with its counts and problems', async () => {
    const { scene: made, officer, send, run } = await scene();
    let batches = 0;
    plan(async (tx) => {
      batches += 1;
      if (batches === 2) await tx.em.execute('select pg_terminate_backend(pg_backend_pid())');
    });
    const id = await send(await wordLedger(words(900)), '?dryRun=1');
    await expect(run()).rejects.toThrow();
    expect(await stateOf(officer, id)).toMatchObject({ state: 'running', accepted: 500 });
    await run();
    expect(await stateOf(officer, id)).toMatchObject({ state: 'done', accepted: 900, unchanged: 0 });
    expect(await countWords(made)).toBe(0);
  });

  it('pauses between two batches when the server stops, and goes on at the next start', { timeout: 60_000 }, async () => {
    const { scene: made, officer, send } = await scene();
    const { kernel, database } = world.server;
    const first = new JobRunner(kernel, database.databaseDirectUrl);
    const second = new JobRunner(kernel, database.databaseDirectUrl);
    onTestFinished(() => second.stop());
    await first.start();
    let isStopped: Promise<void> | undefined;
    plan(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isStopped ??= first.stop();
    });
    const id = await send(await wordLedger(words(2000)));
    await vi.waitUntil(() => isStopped !== undefined, { timeout: 20_000 });
    await isStopped;
    expect(await stateOf(officer, id)).toMatchObject({ state: 'running', accepted: 500 });
    plan(async () => undefined);
    await second.start();
    await expect.poll(() => stateOf(officer, id), { timeout: 20_000, interval: 100 }).toMatchObject({ state: 'done', accepted: 2000, unchanged: 0 });
    expect(await countWords(made)).toBe(2000);
  });

  it('runs in the order in which the files came', async () => {
    const { scene: { write }, send, run } = await scene();
    const order: string[] = [];
    plan(async (_tx, [row]) => void order.push(String(row?.cells['词'])));
    for (const word of ['甲', '乙', '丙']) await send(await wordLedger([word]));
    await run();
    expect(order).toEqual(['甲', '乙', '丙']);
    expect(await write((tx) => tx.em.count(Import, { state: ImportState.done }))).toBe(3);
  });

  it('fails clearly when its plugin was disabled or its file is gone', async () => {
    const { scene: made, officer, send, run } = await scene();
    const id = await send(await wordLedger(['甲']));
    const { fileKey } = await made.write((tx) => tx.em.findOneOrFail(Import, {}));
    await world.server.kernel.files.of(made.tenant.id).remove(fileKey);
    await run();
    expect((await officer.do('query ($id: ID!) { import(id: $id) { state failure } }', { id }))['import']).toEqual({ state: 'failed', failure: '上传的文件不在了，请重新上传' });
    const second = await send(await wordLedger(['甲']));
    const admin = await made.as('tenantAdministrator', made.units.district);
    await admin.do('mutation { disablePlugin(input: { name: "fragile" }) { refusals { code } } }');
    await run();
    expect((await officer.do('query ($id: ID!) { import(id: $id) { state failure } }', { id: second }))['import']).toMatchObject({ state: 'failed', failure: expect.stringContaining('插件') });
  });
});
