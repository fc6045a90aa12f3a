import { readFile } from 'node:fs/promises';
import { writeSheet } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { routes } from '../routes.js';
import { type Caller, exampleLedger, type Scene, upload, World } from '../testkit/index.js';
import { runImports } from './import.queue.js';

const importFields = `state total accepted unchanged rejectedCount warningCount isDryRun fileName failure rejectedSheetUrl finishedAt
  startedBy { id } rejected { row column code message } warnings { row column code message }`;

const headers = ['编码', '名称', '类型', '上级编码'] as const;

/** A ledger of units as a file. */
function unitLedger(rows: readonly (readonly string[])[], extra: readonly string[] = []): Promise<Buffer> {
  return writeSheet([...headers, ...extra].map((header) => ({ header })), rows);
}

const grids = (count: number, from = 1): string[][] => Array.from({ length: count }, (_, at) => [`N-${at + from}`, `新网格${at + from}`, '网格党支部', 'Q-01-01']);

describe('imports', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ routes });
  });
  afterAll(() => world.close());

  /** Sends a file and waits until the tenant's imports are through. */
  async function send({ tenant }: Scene, caller: Caller, content: Buffer, { ledger = 'org-units', query = '' } = {}): Promise<string> {
    const answer = await upload(world.server, { path: `/t/${tenant.slug}/imports/${ledger}${query}`, token: caller.token, content, fileName: `${ledger}.xlsx` });
    expect(answer.status).toBe(202);
    await runImports(world.server.kernel, tenant);
    return String(answer.body['id']);
  }

  async function read(caller: Caller, id: string): Promise<Record<string, unknown>> {
    const data = await caller.do(`query ($id: ID!) { import(id: $id) { ${importFields} } }`, { id });
    return Object(data['import']);
  }

  const countUnits = ({ write }: Scene): Promise<number> => write((tx) => tx.em.count(OrgUnit, {}));

  it('takes a ledger in, names every refused row with its reason, and changes nothing the second time', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const content = await unitLedger([
      ['N-1', '第一网格', '网格党支部', 'Q-01-01', '喜鹊'],
      ['N-2', '', '网格党支部', 'Q-01-01', ''],
      ['N-3', '第三网格', '驿站', 'N-1', ''],
      ['N-4', '第四网格', '网格党支部', '没有', ''],
    ], ['吉祥物']);
    const id = await send(scene, officer, content);
    expect(await read(officer, id)).toMatchObject({
      state: 'done', total: 4, accepted: 2, unchanged: 0, rejectedCount: 2, warningCount: 2, isDryRun: false, fileName: 'org-units.xlsx', failure: null,
      startedBy: { id: officer.personId },
      rejected: [
        { row: 3, column: '名称', code: 'CELL_EMPTY', message: '没有填写' },
        { row: 5, column: '上级编码', code: 'PARENT_UNKNOWN' },
      ],
      warnings: [{ row: 1, column: '吉祥物', code: 'EXTRA_COLUMN' }, { row: 4, column: '类型', code: 'NEW_TERM' }],
    });
    expect(await countUnits(scene)).toBe(10);

    const again = await send(scene, officer, content);
    expect(await read(officer, again)).toMatchObject({ state: 'done', accepted: 0, unchanged: 2, rejectedCount: 2 });
    expect(await countUnits(scene)).toBe(10);
  });

  it('speaks the language of who asks', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer, await unitLedger([['N-2', '', '网格党支部', 'Q-01-01']]));
    const answer = await world.server.http.inject({
      method: 'POST', url: `/t/${scene.tenant.slug}/graphql`,
      headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization: `Bearer ${officer.token}` },
      payload: { query: `query ($id: ID!) { import(id: $id) { rejected { message } } }`, variables: { id } },
    });
    expect(answer.json()).toMatchObject({ data: { import: { rejected: [{ message: 'This is empty' }] } } });
  });

  it('gives the refused rows as a sheet that can be mended and sent again', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer, await unitLedger([['N-1', '', '网格党支部', '没有'], ['N-2', '第二网格', '网格党支部', 'Q-01-01'], ['N-3', '=1+1', '网格党支部', '没有', '备注']], ['备注']));
    const url = `/t/${scene.tenant.slug}/imports/${id}/rejected.xlsx`;
    expect(await read(officer, id)).toMatchObject({ rejectedSheetUrl: url });
    const sheet = await world.server.http.inject({ url, headers: { authorization: `Bearer ${officer.token}` } });
    expect(sheet.statusCode).toBe(200);
    expect(sheet.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': expect.stringContaining('spreadsheetml'), 'content-disposition': expect.stringMatching(/^attachment; .*org-units-%E5%8E%9F%E5%9B%A0\.xlsx$/) });
    const again = await send(scene, officer, sheet.rawPayload);
    expect(await read(officer, again)).toMatchObject({ state: 'done', total: 2, rejectedCount: 2, warningCount: 1, warnings: [{ column: '备注' }] });
  });

  it('rehearses a ledger whose rows build on each other and leaves nothing of it', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const chain = [...grids(600), ...grids(600, 601).map(([code = '', name = '', kind = ''], at) => [code, name, kind, `N-${at + 1}`]), ['X', '', '网格党支部', 'N-1'], ['Y', '驿站一', '驿站', 'N-1200']];
    const before = await countUnits(scene);
    const id = await send(scene, officer, await unitLedger(chain), { query: '?dryRun=1' });
    expect(await read(officer, id)).toMatchObject({
      state: 'done', isDryRun: true, total: 1202, accepted: 1201, unchanged: 0, rejectedCount: 1, warningCount: 1, rejected: [{ row: 1202, code: 'CELL_EMPTY' }], warnings: [{ row: 1203, code: 'NEW_TERM' }],
    });
    expect(await countUnits(scene)).toBe(before);
    const { vocabulary } = await officer.do(`{ vocabulary(first: 100, filter: { kind: ORG_UNIT_KIND }) { nodes { key } } }`);
    expect(JSON.stringify(vocabulary)).not.toContain('驿站');
    const events = await scene.write((tx) => tx.em.execute<{ name: string }[]>(`select distinct name from event where tenant_id = ? and request_id = ? order by 1`, [tx.tenant.id, id]));
    expect(events.map(({ name }) => name)).toEqual(['import.changed', 'import.finished']);
  });

  it.each([
    ['no spreadsheet', Buffer.from('not a spreadsheet'), '这不是 Excel 文件（.xlsx）'],
    ['an empty file', Buffer.alloc(0), '这个文件是空的'],
    ['a damaged one', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 7)]), '文件已损坏，打不开。请重新导出'],
  ])('says clearly that it was sent %s', async (_, content, failure) => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer, content);
    expect(await read(officer, id)).toMatchObject({ state: 'failed', failure, total: null, accepted: 0, finishedAt: expect.any(String) });
  });

  it('names the headers that are missing, and imports nothing', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer, await writeSheet([{ header: '编码' }, { header: '名称' }], [['N-1', '第一网格']]));
    expect(await read(officer, id)).toMatchObject({ state: 'failed', failure: '缺少表头：类型、上级编码' });
  });

  describe('an upload', () => {
    it('is refused with a clear code, words and status', async () => {
      const scene = await world.scene();
      const other = await world.scene();
      const { units, tenant } = scene;
      const content = await unitLedger(grids(1));
      const path = `/t/${tenant.slug}/imports/org-units`;
      const officer = await scene.as('organisationOfficer', units.district);
      const answer = async (request: Partial<Parameters<typeof upload>[1]>) => {
        const { status, body } = await upload(world.server, { path, token: officer.token, content, ...request });
        return [status, body];
      };
      expect(await answer({ token: null })).toEqual([401, { code: 'SIGNED_OUT', message: '请先登录。' }]);
      expect(await answer({ token: (await other.as('organisationOfficer', other.units.district)).token })).toMatchObject([401, { code: 'SIGNED_OUT' }]);
      expect(await answer({ token: (await scene.as('communitySecretary', units.community)).token, language: 'en' })).toEqual([403, { code: 'IMPORT_FORBIDDEN', message: 'You may not import this ledger.' }]);
      expect(await answer({ token: (await scene.as('organisationOfficer', units.street)).token })).toMatchObject([403, { code: 'IMPORT_FORBIDDEN' }]);
      expect(await answer({ path: `/t/${tenant.slug}/imports/unicorns` })).toEqual([404, { code: 'LEDGER_UNKNOWN', message: '没有“unicorns”这种台账。' }]);
      for (const unclear of ['dryRun', 'dryRun=yes', 'dryRun=1&dryRun=0']) expect(await answer({ path: `${path}?${unclear}` })).toMatchObject([400, { code: 'DRY_RUN_UNCLEAR' }]);
      expect(await answer({ content: null })).toMatchObject([400, { code: 'UPLOAD_WITHOUT_FILE' }]);
      expect(await answer({ part: 'photo' })).toMatchObject([400, { code: 'UPLOAD_WITHOUT_FILE' }]);
      const json = await world.server.http.inject({ method: 'POST', url: path, headers: { authorization: `Bearer ${officer.token}`, 'content-type': 'application/json' }, payload: '{}' });
      expect([json.statusCode, json.json()]).toMatchObject([400, { code: 'UPLOAD_WITHOUT_FILE' }]);
      expect(await answer({ content: Buffer.alloc(51 * 1024 * 1024) })).toEqual([413, { code: 'UPLOAD_TOO_LARGE', message: '文件太大，最多 50 MB。' }]);
      expect((await answer({ path: '/t/nowhere/imports/org-units' }))[0]).toBe(404);
      const broken = await world.server.http.inject({
        method: 'POST', url: path, headers: { authorization: `Bearer ${officer.token}`, 'content-type': 'multipart/form-data; boundary=x' },
        payload: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK and then the line went dead',
      });
      expect([broken.statusCode, broken.json()]).toMatchObject([400, { code: 'UPLOAD_BROKEN_OFF' }]);
      const { imports } = await officer.do('{ imports { totalCount } }');
      expect(imports).toEqual({ totalCount: 0 });
    });

    it('keeps the name of the file and nothing of its folders', async () => {
      const scene = await world.scene();
      const officer = await scene.as('organisationOfficer', scene.units.district);
      const { body } = await upload(world.server, { path: `/t/${scene.tenant.slug}/imports/org-units`, token: officer.token, content: Buffer.from('x'), fileName: '..\\..\\组织 台账.xlsx' });
      expect(await read(officer, String(body['id']))).toMatchObject({ fileName: '组织 台账.xlsx', state: 'queued' });
    });
  });

  it('shows an import to who sent it and to who may look on, and to nobody else', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer, await unitLedger([['N-1', '', '网格党支部', 'Q-01-01']]));
    const query = `query ($id: ID!) { import(id: $id) { id rejected { row } } imports { totalCount } node(id: $id) { id } }`;
    const sheet = async (caller: Caller) => (await world.server.http.inject({ url: `/t/${scene.tenant.slug}/imports/${id}/rejected.xlsx`, headers: caller.token ? { authorization: `Bearer ${caller.token}` } : {} })).statusCode;
    for (const caller of [officer, await scene.as('auditor', scene.units.district), await scene.as('tenantAdministrator', scene.units.district)]) {
      expect(await caller.do(query, { id })).toEqual({ import: { id, rejected: [{ row: 2 }] }, imports: { totalCount: 1 }, node: { id } });
      expect(await sheet(caller)).toBe(200);
    }
    // Who may look on without seeing names and telephones sees all but the rows themselves.
    const convener = await scene.as('convener', scene.units.district);
    const withUrl = 'query ($id: ID!) { import(id: $id) { rejectedCount rejectedSheetUrl } }';
    expect(await convener.do(withUrl, { id })).toEqual({ import: { rejectedCount: 1, rejectedSheetUrl: null } });
    expect(await sheet(convener)).toBe(403);
    expect(await officer.do(withUrl, { id })).toEqual({ import: { rejectedCount: 1, rejectedSheetUrl: `/t/${scene.tenant.slug}/imports/${id}/rejected.xlsx` } });
    const strangers = [scene.anonymous, await scene.as('resident', scene.units.grid), await scene.as('organisationOfficer', scene.units.community), await other.as('organisationOfficer', other.units.district)];
    for (const caller of strangers) {
      expect(await caller.do(query, { id })).toEqual({ import: null, imports: { totalCount: 0 }, node: null });
      expect([401, 404]).toContain(await sheet(caller));
    }
    // Dismissed, the sender is one of them.
    await scene.write((tx) => tx.em.nativeUpdate(RoleAssignment, { person: { id: String(officer.personUuid) } }, { until: '2026-05-18' }));
    expect(await officer.do(query, { id })).toEqual({ import: null, imports: { totalCount: 0 }, node: null });
    expect(await sheet(officer)).toBe(404);
  });

  it('asks the database no more often for a page of imports than for one', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const list = '{ imports(first: 50) { totalCount nodes { id ledger state accepted failure rejectedSheetUrl startedBy { id name } } } }';
    await send(scene, officer, await unitLedger(grids(1)));
    await world.server.takeStatements();
    await officer.do(list);
    const one = (await world.server.takeStatements()).length;
    for (let more = 0; more < 3; more += 1) await send(scene, officer, await unitLedger(grids(1)));
    await world.server.takeStatements();
    expect(await officer.do(list)).toMatchObject({ imports: { totalCount: 4 } });
    expect((await world.server.takeStatements()).length).toBe(one);
  });

  it('tells which ledgers one may import, with their headers', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const { ledgers } = await officer.do('{ ledgers { name label { zh } required optional } }');
    expect(ledgers).toContainEqual(expect.objectContaining({ name: 'org-units', required: ['编码', '名称', '类型', '上级编码'], optional: ['负责人', '联系电话'] }));
    expect(await scene.anonymous.do('{ ledgers { name } }')).toEqual({ ledgers: [] });
  });

  it('takes in the example district’s units, and counts repeated rows right over batches', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const id = await send(scene, officer, await readFile(exampleLedger('org-units')));
    expect(await read(officer, id)).toMatchObject({ state: 'done', total: 1072, accepted: 1072, rejectedCount: 0 });
  });
});

