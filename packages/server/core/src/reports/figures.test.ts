import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Import } from '../imports/import.entity.js';
import { runImports } from '../imports/import.queue.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { routes } from '../routes.js';
import { addUp, bothWays, type Caller, exampleLedger, type Scene, upload, World } from '../testkit/index.js';

const ledgers = ['org-units', 'wishes', 'partners', 'projects', 'activities', 'evaluations'];
/** What core itself counts; the other published figures belong to plugins. */
const counted = ['organisation.departments', 'wishes.collected', 'wishes.rejectedRows', 'partners.admitted', 'agreements.signed', 'projects.leads', 'services.delivered'];

/** Key → value as published. */
async function published(): Promise<Map<string, number>> {
  const file: unknown = JSON.parse(await readFile(new URL('../../../../../examples/figures.json', import.meta.url), 'utf8'));
  return new Map(Object(file).qiaocheng.figures.map(({ key, value }: { key: string; value: number }) => [key, value]));
}

interface FigureAnswer {
  key: string;
  value: number;
  months: number[] | null;
  records: { totalCount: number };
}

describe('the report of the example district’s year', () => {
  let world: World;
  let scene: Scene;
  let convener: Caller;
  beforeAll(async () => {
    world = await World.start({ routes });
    scene = await world.scene();
    // The scene's own department is none of the district's.
    await scene.write(async (tx) => void ((await tx.em.findOneOrFail(OrgUnit, { id: scene.units.department.uuid })).closedOn = '2024-12-31'));
    convener = await scene.as('convener', scene.units.district);
    const officer = await scene.as('organisationOfficer', scene.units.district);
    // Sent in a row, as people do; each waits for the one before.
    for (const ledger of ledgers) {
      const content = await readFile(exampleLedger(ledger));
      const { status } = await upload(world.server, { path: `/t/${scene.tenant.slug}/imports/${ledger}`, token: officer.token, content, fileName: `${ledger}.xlsx` });
      expect(status).toBe(202);
    }
    await runImports(world.server.kernel, scene.tenant);
    // Every figure below is read from sums.
    await addUp(world, scene);
  }, 120_000);
  afterAll(() => world.close());

  const figures = async (fields: string): Promise<FigureAnswer[]> => {
    const data = await convener.do(`{ report(from: "2025-01-01", to: "2025-12-31") { figures { key ${fields} } } }`);
    return Object(data['report']).figures;
  };

  it('is made of ledgers of which every row was looked at and nine were refused', async () => {
    const { imports } = await (await scene.as('auditor', scene.units.district)).do('{ imports { nodes { ledger state total accepted rejectedCount } } }');
    const nodes: { ledger: string; state: string; total: number; accepted: number; rejectedCount: number }[] = Object(imports).nodes;
    expect(nodes.map(({ ledger, state, rejectedCount }) => [ledger, state, rejectedCount])).toEqual(
      ledgers.toReversed().map((ledger) => [ledger, 'done', ledger === 'wishes' ? 9 : 0]),
    );
  });

  it('prints the published figures', async () => {
    const expected = await published();
    const values = new Map((await figures('label value unit')).map(({ key, value }) => [key, value]));
    for (const key of counted) expect([key, values.get(key)]).toEqual([key, expected.get(key)]);
  });

  it('reads from its sums what counting says, in every part', async () => {
    const [street] = await scene.write((tx) => tx.em.find(OrgUnit, { depth: 2, closedOn: null }, { orderBy: { code: 'asc' }, limit: 1 }));
    const { whole, fromSums, counted } = await scene.write((tx) => bothWays(tx, [{ from: '2025-01-01', to: '2025-12-31', path: null }, { from: '2025-02-10', to: '2025-11-09', path: street?.orgPath ?? null }]));
    expect(whole).toBe(world.server.kernel.keptFacts.length);
    expect(fromSums.length).toBeGreaterThan(50);
    expect(fromSums).toEqual(counted);
  });

  it('says of every figure how many records are behind it, and spreads a flow over its months', async () => {
    const all = await figures('value months records(first: 1) { totalCount }');
    for (const { key, value, months, records } of all.filter((figure) => counted.includes(figure.key))) {
      expect([key, records.totalCount]).toEqual([key, value]);
      if (months && key !== 'projects.leads') expect([key, months.reduce((sum, month) => sum + month, 0)]).toEqual([key, value]);
    }
  });

  it('asks once for all figures, and for no records when only their number is wanted', async () => {
    await world.server.takeStatements();
    await figures('value records { totalCount }');
    expect((await world.server.takeStatements()).filter((sql) => sql.includes('chosen'))).toEqual([]);
  });

  it('opens exactly what a figure counts, page by page', async () => {
    for (const key of ['wishes.collected', 'wishes.rejectedRows', 'organisation.departments', 'projects.leads', 'services.delivered']) {
      const opened: { id: string; date: string | null; href: string | null }[] = [];
      let total = 0;
      for (let after: string | null = null; ; ) {
        const data: Record<string, unknown> = await convener.do(
          `query ($keys: [String!], $after: String) { report(from: "2025-01-01", to: "2025-12-31") { figures(keys: $keys) { records(first: 100, after: $after) { totalCount nodes { id date href } pageInfo { hasNextPage endCursor } } } } }`,
          { keys: [key], after },
        );
        const [{ records }] = Object(data['report']).figures;
        opened.push(...records.nodes);
        total = records.totalCount;
        if (!records.pageInfo.hasNextPage) break;
        after = records.pageInfo.endCursor;
      }
      expect([key, new Set(opened.map(({ id }) => id)).size]).toEqual([key, total]);
      for (const { href } of opened) expect(href).toMatch(/^\/(wishes|imports|units|projects)\/[a-z]+_[0-9a-z]{26}$/);
      const dates = opened.map(({ date }) => date ?? '');
      expect(dates).toEqual(dates.toSorted().toReversed());
    }
  });

  it('counts a refused row once however often its file comes, and never a rehearsal’s', async () => {
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const path = `/t/${scene.tenant.slug}/imports/wishes`;
    const content = await readFile(exampleLedger('wishes'));
    await upload(world.server, { path, token: officer.token, content });
    await upload(world.server, { path: `${path}?dryRun=1`, token: officer.token, content: Buffer.concat([content]) });
    await runImports(world.server.kernel, scene.tenant);
    const last = await scene.write((tx) => tx.em.find(Import, { ledger: 'wishes' }, { orderBy: { id: 'desc' }, limit: 2 }));
    for (const run of last) expect(run).toMatchObject({ state: 'done', accepted: 0, unchanged: 586, rejectedCount: 9 });
    expect((await figures('value')).find(({ key }) => key === 'wishes.rejectedRows')?.value).toBe(9);
  });

  it('adds the departments’ and the communities’ parts up to the whole', async () => {
    const streets = await convener.do('{ orgUnits(first: 100, filter: { isRoot: true }) { nodes { children(first: 100) { nodes { id } } } } }');
    const [{ children }] = Object(streets['orgUnits']).nodes;
    let wishes = 0;
    for (const { id } of children.nodes) {
      const data = await convener.do(`query ($unit: ID) { report(from: "2025-01-01", to: "2025-12-31", orgUnit: $unit) { orgUnit { id } figures(keys: ["wishes.collected", "wishes.rejectedRows"]) { key value } } }`, { unit: id });
      const report = Object(data['report']);
      expect(report.orgUnit).toEqual({ id });
      expect(report.figures).toHaveLength(1); // refused rows belong to no unit
      wishes += report.figures[0].value;
    }
    expect(wishes).toBe(586);
  });
});
