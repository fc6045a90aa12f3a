import { removeOrphans, writeSheet } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.js';
import { type Caller, type Scene, upload, World } from '../testkit/index.js';
import { runImports } from './import.queue.js';
import { forgetRefusedRows } from './refused-rows.cron.js';

const day = 24 * 3_600_000;
const headers = ['编码', '名称', '类型', '上级编码', '负责人', '联系电话'];
const unitLedger = (rows: readonly string[][]): Promise<Buffer> => writeSheet(headers.map((header) => ({ header })), rows);
const refused = ['N-1', '', '网格党支部', 'Q-01-01', '韩凤霞', '19900002409'];

interface Kept {
  cells: string | null;
}

describe('what an import keeps', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ routes });
  });
  afterAll(() => world.close());

  async function send({ tenant }: Scene, { token }: Caller): Promise<string> {
    const { body } = await upload(world.server, { path: `/t/${tenant.slug}/imports/org-units`, token, content: await unitLedger([refused]) });
    await runImports(world.server.kernel, tenant);
    return String(body['id']);
  }
  const keptOf = ({ write }: Scene): Promise<Kept[]> => write((tx) => tx.em.execute<Kept[]>('select cells from import_problem where tenant_id = ? and not is_warning', [tx.tenant.id]));
  const sheetOf = async ({ tenant }: Scene, { token }: Caller, id: string): Promise<number> =>
    (await world.server.http.inject({ url: `/t/${tenant.slug}/imports/${id}/rejected.xlsx`, headers: { authorization: `Bearer ${token}` } })).rawPayload.length;

  it('of refused rows is ciphertext, and comes back in the sheet of them', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer);
    const [kept, ...more] = await keptOf(scene);
    expect(more).toEqual([]);
    expect(kept?.cells).toMatch(/^wx1:test:/);
    expect(await sheetOf(scene, officer, id)).toBeGreaterThan(1000);
  });

  it('of refused rows goes after the tenant’s term, by default after 90 days; counts and reasons stay', async () => {
    const scene = await world.scene();
    const patient = await world.scene({ settings: { 'imports.keepRefusedRowsDays': 120 } });
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer);
    await send(patient, await patient.as('organisationOfficer', patient.units.district));
    const forget = async (): Promise<void> => {
      for (const { write } of [scene, patient]) await write((tx) => forgetRefusedRows.run(tx));
    };
    const held = async (): Promise<boolean[]> => Promise.all([scene, patient].map(async (one) => (await keptOf(one)).every(({ cells }) => cells !== null)));
    const start = world.server.clock.now();
    world.server.clock.set(new Date(start.getTime() + 90 * day));
    await forget();
    expect(await held()).toEqual([true, true]);
    world.server.clock.advance(1000);
    await forget();
    expect(await held()).toEqual([false, true]);
    world.server.clock.set(new Date(start.getTime() + 121 * day));
    await forget();
    expect(await held()).toEqual([false, false]);
    world.server.clock.set(start);
    const query = 'query ($id: ID!) { import(id: $id) { rejectedCount rejected { row column code } } }';
    expect(await officer.do(query, { id })).toEqual({ import: { rejectedCount: 1, rejected: [{ row: 2, column: '名称', code: expect.any(String) }] } });
    expect(await sheetOf(scene, officer, id)).toBeGreaterThan(1000);
  });

  it('of files is what an import still needs: one without an import goes after a day', async () => {
    const scene = await world.scene();
    const { kernel, clock } = world.server;
    const start = clock.now();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const content = await unitLedger([refused]);
    await upload(world.server, { path: `/t/${scene.tenant.slug}/imports/org-units`, token: officer.token, content });
    const files = kernel.files.of(scene.tenant.id);
    const orphan = await files.put('imports', (async function* () { yield content; })());
    clock.advance(day);
    expect(await removeOrphans(kernel, scene.tenant.id)).toBe(0);
    clock.advance(1);
    expect(await removeOrphans(kernel, scene.tenant.id)).toBe(1);
    expect(await files.has(orphan.key)).toBe(false);
    clock.set(start);
    await runImports(kernel, scene.tenant); // the file of the waiting import is there
    expect(await officer.do('{ imports { nodes { state rejectedCount } } }')).toEqual({ imports: { nodes: [{ state: 'done', rejectedCount: 1 }] } });
  });

  it('is set by the tenant’s administrator within bounds', async () => {
    const scene = await world.scene();
    const admin = await scene.as('tenantAdministrator', scene.units.district);
    const edit = 'mutation ($input: EditTenantInput!) { editTenant(input: $input) { tenant { keepRefusedRowsDays } refusals { code field } } }';
    expect(await admin.do('{ tenant { keepRefusedRowsDays } }')).toEqual({ tenant: { keepRefusedRowsDays: 90 } });
    for (const keepRefusedRowsDays of [0, 366]) {
      expect(await admin.do(edit, { input: { keepRefusedRowsDays } })).toEqual({ editTenant: { tenant: null, refusals: [{ code: 'DAYS_OUT_OF_RANGE', field: 'keepRefusedRowsDays' }] } });
    }
    expect(await admin.do(edit, { input: { keepRefusedRowsDays: 30 } })).toEqual({ editTenant: { tenant: { keepRefusedRowsDays: 30 }, refusals: [] } });
  });
});
