import { type CronDefinition, defineServer, JobRunner } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, World } from '../testkit/index.js';

/** Crons that count their runs. */
const counting = (name: string, when?: string): CronDefinition => ({ name, everyMinutes: 1, atStart: true, ...(when ? { when } : {}), run: async (tx) => void (await tx.nextNumber(name)) });
const crons = [
  counting('always'),
  counting('never', `exists (select from counter where tenant_id = $1 and name = 'nothing')`),
  counting('sometimes', `exists (select from counter where tenant_id = $1 and name = 'something') and $2 > '2026-01-01'`),
];
const ticking = defineServer({ declaration: defineFeature({ name: 'ticking', label: { zh: '走', en: 'Ticking' }, description: { zh: '走', en: 'Ticks' }, permissions: {} }), crons });

let world: World;
beforeAll(async () => {
  world = await World.start({ plugins: [ticking] });
});
afterAll(() => world.close());

const runs = ({ write, tenant }: Scene) =>
  write(async (tx) => Object.fromEntries((await tx.em.execute<{ name: string; value: string }[]>(`select name, value from counter where tenant_id = ? and name in ('always', 'never', 'sometimes')`, [tenant.id])).map(({ name, value }) => [name, Number(value)])));

/** Runs what runs when a process starts, and gives the statements of it. */
async function begin(): Promise<string[]> {
  await world.server.takeStatements();
  const jobs = new JobRunner(world.server.kernel, world.server.database.databaseDirectUrl);
  await jobs.start();
  await jobs.stop();
  return world.server.takeStatements();
}

describe('a cron', () => {
  it('runs where there is something to do, in the tenants that have it', async () => {
    const [here, there] = [await world.scene({ plugins: ['ticking'] }), await world.scene({ plugins: ['ticking'] })];
    await here.write((tx) => tx.nextNumber('something'));
    await begin();
    await begin();
    // Once a start, and once more where a minute begins meanwhile.
    const often = expect.toSatisfy((count: number) => count === 2 || count === 3);
    expect([await runs(here), await runs(there)]).toEqual([{ always: often, sometimes: often }, { always: often }]);
  });

  it('is asked for together with the others, and does not look itself where there is nothing', async () => {
    const scene = await world.scene({ plugins: [] });
    const statements = (await begin()).filter((sql) => /from ledger_import where .* state in|from "reorganisation"/.test(sql));
    expect(statements.every((sql) => sql.includes('json_build_array'))).toBe(true);
    expect(statements.length).toBeGreaterThan(0);
    expect(await runs(scene)).toEqual({});
  });
});
