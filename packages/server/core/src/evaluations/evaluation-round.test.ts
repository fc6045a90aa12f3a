import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCells, type Caller, type Scene, verdict, World } from '../testkit/index.js';
import { evaluationRoundImporter } from './evaluation-round.importer.js';
import { satisfactionMetric } from './evaluation-round.metric.js';
import { monthBefore } from './evaluation-round.rules.js';

const record = `mutation ($input: RecordEvaluationRoundInput!) { recordEvaluationRound(input: $input) { evaluationRound { id month votes score grade satisfaction source project { version latestRound { month grade } } } refusals { code field } } }`;
const create = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }`;

async function planned({ units }: Scene, by: Caller, more: Record<string, unknown> = {}): Promise<string> {
  const { createProject } = await by.do(create, { input: { type: 'general', name: '手工坊', code: 'QC-1', orgUnit: units.community.id, ...more } });
  return Object(createProject).project.id;
}

const row = { 月份: '2025-09', 项目编号: 'QC-1', 优秀: 34, 良好: 12, 合格: 6, 不合格: 0 };

describe('monthly evaluations', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are recorded once a month by who may, never by the lead, and leave the project’s version alone', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const lead = await scene.as('projectLead', units.community);
    const project = await planned(scene, secretary, { lead: lead.personId });
    const input = { project, month: '2026-04', excellent: 34, good: 12, pass: 6, fail: 0 };
    expect(verdict(await scene.anonymous.ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('gridWorker', units.community)).ask(record, { input }))).toBe('FORBIDDEN');
    expect(verdict(await lead.ask(record, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(record, { input: { ...input, month: '2026-4' } }))).toBe('MONTH_INVALID month');
    expect(verdict(await secretary.ask(record, { input: { ...input, month: '2026-06' } }))).toBe('DATE_IN_FUTURE month');
    expect(verdict(await secretary.ask(record, { input: { ...input, fail: -1 } }))).toBe('NUMBER_NEGATIVE fail');
    expect(verdict(await secretary.ask(record, { input: { project, month: '2026-04', excellent: 0, good: 0, pass: 0, fail: 0 } }))).toBe('ROUND_WITHOUT_VOTES excellent');
    const { data } = await secretary.ask(record, { input });
    expect(data).toMatchObject({
      recordEvaluationRound: {
        evaluationRound: { month: '2026-04', votes: 52, grade: 'EXCELLENT', satisfaction: 1, source: 'ENTERED', project: { version: 1, latestRound: { month: '2026-04', grade: 'EXCELLENT' } } },
        refusals: [],
      },
    });
    expect(Object(data).recordEvaluationRound.evaluationRound.score).toBeCloseTo(90.77, 2);
    expect(verdict(await secretary.ask(record, { input }))).toBe('ROUND_TAKEN month');
  });

  it('show the latest month on the project, in whichever order they are recorded', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const project = await planned(scene, secretary);
    for (const [month, fail] of [['2026-03', 0], ['2026-01', 9]] as const) {
      await secretary.do(record, { input: { project, month, excellent: 1, good: 0, pass: 0, fail } });
    }
    expect((await secretary.ask(`query ($id: ID!) { project(id: $id) { latestRound { month } } }`, { id: project })).data).toEqual({ project: { latestRound: { month: '2026-03' } } });
    const supervisor = await scene.as('supervisor', scene.units.community);
    expect((await supervisor.ask(`{ evaluationRounds(filter: { grade: [FAIL] }) { nodes { month } } }`)).data).toEqual({ evaluationRounds: { nodes: [{ month: '2026-01' }] } });
  });

  it('of one month in several ledger rows add up, and a second import adds nothing', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const project = await planned(scene, secretary);
    const rows = [row, { ...row, 优秀: 0, 良好: 0, 合格: 0, 不合格: 52 }, { ...row, 月份: '2025-13' }, { ...row, 月份: '2025-10', 优秀: 0, 良好: 0, 合格: 0 }];
    expect(await importCells(scene, evaluationRoundImporter, rows)).toMatchObject({
      accepted: 2,
      rejected: [{ row: 4, column: '月份', code: 'NOT_A_MONTH' }, { row: 5, code: 'ROUND_WITHOUT_VOTES' }],
      warnings: [{ row: 3, code: 'ROUND_ADDED_UP' }],
    });
    expect(await importCells(scene, evaluationRoundImporter, rows)).toMatchObject({ accepted: 0, unchanged: 2, warnings: [] });
    const [figure] = await scene.write((tx) => satisfactionMetric.figures(tx, { from: '2025-01-01', to: '2025-12-31', path: null }));
    expect(figure).toMatchObject({ value: 0.5, unit: null });
    await secretary.do(record, { input: { project, month: '2026-04', excellent: 1, good: 0, pass: 0, fail: 0 } });
    expect(await importCells(scene, evaluationRoundImporter, [{ ...row, 月份: '2026-04' }])).toMatchObject({ rejected: [{ code: 'ROUND_TAKEN' }] });
  });

  it('count months backwards over a new year', () => {
    expect([monthBefore('2026-01', 0), monthBefore('2026-01', 1), monthBefore('2026-03', 14)]).toEqual(['2026-01', '2025-12', '2025-01']);
  });
});
