import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { coreFeatures } from '@weixiang/core';
import { exampleLedger, importFile, type Scene, type World } from '@weixiang/core/testkit';
import type { LedgerImporter } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld } from '../testkit/classroom.js';

const figures = fileURLToPath(new URL('../../../../../examples/figures.json', import.meta.url));
const report = `query ($orgUnit: ID) { report(from: "2025-01-01", to: "2025-12-31", orgUnit: $orgUnit) { figures(keys: ["education.childrenServed"]) {
  key label unit step value months records(first: 100) { totalCount nodes { id label date } } } } }`;

function importerOf(ledger: string): LedgerImporter {
  const importer = coreFeatures.flatMap(({ importers = [] }) => importers).find((one) => one.ledger === ledger);
  if (!importer) throw new Error(`Core has no importer for ${ledger}.`);
  return importer;
}

describe('the figure of children served', () => {
  let world: World;
  let scene: Scene;
  beforeAll(async () => {
    world = await educationWorld();
    scene = await world.scene();
    for (const ledger of ['org-units', 'partners', 'projects', 'activities']) await importFile(scene, importerOf(ledger), exampleLedger(ledger));
  }, 120_000);
  afterAll(() => world.close());

  it('is the one that the district published, a value a month, and opens its activities', async () => {
    const published: { key: string; value: number }[] = JSON.parse(await readFile(figures, 'utf8')).qiaocheng.figures;
    const expected = published.find(({ key }) => key === 'education.childrenServed')?.value;
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const [figure] = Object(await officer.do(report)).report.figures;
    expect(figure).toMatchObject({ key: 'education.childrenServed', value: expected, unit: '人次', step: 4 });
    expect(expected).toBe(823);
    expect(figure.months).toHaveLength(12);
    expect(figure.months.reduce((sum: number, month: number) => sum + month, 0)).toBe(823);
    expect(figure.records.totalCount).toBeGreaterThan(0);
    expect(figure.records.nodes).toHaveLength(Math.min(figure.records.totalCount, 100));
  });

  it('leaves the report with the plugin, and comes back with it', async () => {
    const administrator = await scene.as('tenantAdministrator', scene.units.district);
    await administrator.do(`mutation { disablePlugin(input: { name: "education" }) { refusals { code } } }`);
    expect(await administrator.do(report)).toEqual({ report: { figures: [] } });
    await administrator.do(`mutation { enablePlugin(input: { name: "education" }) { refusals { code } } }`);
    expect(await administrator.do(report)).toMatchObject({ report: { figures: [{ value: 823 }] } });
  });
});
