import { readFile } from 'node:fs/promises';
import type { Metric } from '@weixiang/kernel';
import { parseTypeId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityImporter } from '../activities/activity.importer.js';
import { activityMetrics, servicesMetric } from '../activities/activity.metric.js';
import { agreementsMetric } from '../agreements/agreement.metric.js';
import { evaluationRoundImporter } from '../evaluations/evaluation-round.importer.js';
import { satisfactionMetric } from '../evaluations/evaluation-round.metric.js';
import { orgUnitImporter } from '../organisation/org-unit.importer.js';
import { partnerImporter } from '../partners/partner.importer.js';
import { partnersMetric } from '../partners/partner.metric.js';
import { projectImporter } from '../projects/project.importer.js';
import { leadsMetric, projectsMetric } from '../projects/project.metric.js';
import { exampleLedger, importFile, type Scene, World } from '../testkit/index.js';

const year = { from: '2025-01-01', to: '2025-12-31', path: null };
const metrics: readonly Metric[] = [partnersMetric, agreementsMetric, leadsMetric, projectsMetric, servicesMetric, satisfactionMetric, ...activityMetrics];

describe('the example district’s ledgers', () => {
  let world: World;
  let scene: Scene;
  beforeAll(async () => {
    world = await World.start();
    scene = await world.scene();
    await importFile(scene, orgUnitImporter, exampleLedger('org-units'));
  });
  afterAll(() => world.close());

  it.each([
    ['partners', partnerImporter, 72],
    ['projects', projectImporter, 235],
    ['activities', activityImporter, 563],
    ['evaluations', evaluationRoundImporter, 705],
  ] as const)('imports every row of %s once, however often the file comes', async (ledger, importer, rows) => {
    const first = await importFile(scene, importer, exampleLedger(ledger));
    expect(first.rejected).toEqual([]);
    expect(first).toMatchObject({ accepted: rows, unchanged: 0 });
    expect(await importFile(scene, importer, exampleLedger(ledger))).toMatchObject({ accepted: 0, unchanged: rows, rejected: [] });
  });

  it('gives the figures that the district published', async () => {
    const expected: unknown = JSON.parse(await readFile(new URL('../../../../../examples/figures.json', import.meta.url), 'utf8'));
    const published = new Map<string, number>(Object(expected).qiaocheng.figures.map((figure: { key: string; value: number }) => [figure.key, figure.value]));
    const figures = await scene.write(async (tx) => (await Promise.all(metrics.map((metric) => metric.figures(tx, year)))).flat());
    const values = new Map(figures.map(({ key, value }) => [key, value]));
    for (const key of ['partners.admitted', 'agreements.signed', 'projects.leads', 'services.delivered']) expect([key, values.get(key)]).toEqual([key, published.get(key)]);
    expect(values.get('activity.课后学堂.minors')).toBe(published.get('education.childrenServed'));
    expect(values.get('activity.阵地服务.visits')).toBe(published.get('spaces.residentsServed'));
    expect(values.get('activity.上门义诊.count')).toBe(published.get('health.homeVisits'));
    expect(values.get('projects.total')).toBe(235);
    expect(values.get('satisfaction')).toBeCloseTo(0.972, 3);
    for (const { months, value, key } of figures) {
      if (months && key !== 'satisfaction') expect([key, months.reduce((sum, month) => sum + month, 0)]).toEqual([key, value]);
    }
  });

  it('opens exactly the records that a figure counts', async () => {
    const opened = await scene.write(async (tx) => {
      const ids: string[] = [];
      for (;;) {
        const after = ids.at(-1);
        const page = await servicesMetric.records(tx, 'services.delivered', year, { first: 100, after: after ? (parseTypeId(after)?.uuid ?? null) : null });
        ids.push(...page.map(({ id }) => id));
        if (page.length < 100) return ids;
      }
    });
    expect(new Set(opened).size).toBe(512);
  });

  it('shows imported projects to everybody, with partner, agreement and latest grade', async () => {
    const { data, errors } = await scene.anonymous.ask(
      `{ projects(first: 1, sort: CODE) { totalCount nodes { __typename code type state isPublic leadName lead { id } partner { name contactName contactPhone } startsOn aspect { key }
          agreements { totalCount } activities { totalCount } evaluationRounds(sort: NEWEST) { totalCount nodes { month grade } } latestRound { month votes grade satisfaction } availableSteps { name allowed } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      projects: {
        totalCount: 235,
        nodes: [
          {
            __typename: 'PlainProject', code: 'QC2025-001', type: 'education', state: 'RUNNING', isPublic: true, leadName: '沈建国（001）', startsOn: '2025-05-15',
            partner: { name: '芍花公益发展中心2', contactPhone: null }, aspect: { key: '技能培训' }, agreements: { totalCount: 0 }, latestRound: { month: '2025-11', votes: 70, grade: 'EXCELLENT' },
            evaluationRounds: { totalCount: 3 },
          },
        ],
      },
    });
  });
});
