import { World } from '@weixiang/core/testkit';
import { createLogger, migrate, migrationsOf } from '@weixiang/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core, plugins } from './installed.js';

describe('rows that were there before a migration', () => {
  let world: World;
  let owner: pg.Client;
  beforeAll(async () => {
    world = await World.start({ plugins });
    owner = new pg.Client({ connectionString: world.server.database.databaseOwnerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  /** Brings a database up to date that one migration has not reached. Answers how many have run. */
  async function migrateAgain(feature: string, name: string): Promise<number> {
    const { rowCount } = await owner.query('delete from migration where feature = $1 and name = $2', [feature, name]);
    expect(rowCount).toBe(1);
    const { databaseOwnerUrl: ownerUrl, databaseUrl } = world.server.database;
    return migrate({ ownerUrl, applicationRole: new URL(databaseUrl).username, sources: migrationsOf([...core, ...plugins]), log: createLogger('silent') });
  }

  it('of closed units hold the first day without them, no longer the last with them, in every tenant', async () => {
    const scenes = [await world.scene(), await world.scene()];
    for (const { write, units } of scenes) {
      await write((tx) => tx.em.execute(`update org_unit set closed_on = case id when ? then date '2026-02-28' else date '2025-12-31' end where id in (?, ?)`, [units.grid.uuid, units.grid.uuid, units.siblingGrid.uuid]));
    }
    expect(await migrateAgain('organisation', '0006-closed-on-its-day.sql')).toBe(1);
    for (const { anonymous, units } of scenes) {
      const { orgUnits } = await anonymous.do('query ($within: ID) { orgUnits(filter: { within: $within }, sort: CODE) { nodes { code isClosed closedOn } } }', { within: units.community.id });
      expect(orgUnits).toEqual({
        nodes: [
          { code: 'Q-01-01', isClosed: false, closedOn: null },
          { code: 'Q-01-01-G1', isClosed: true, closedOn: '2026-03-01' },
          { code: 'Q-01-01-G1-B1', isClosed: false, closedOn: null },
          { code: 'Q-01-01-G2', isClosed: true, closedOn: '2026-01-01' },
        ],
      });
    }
    const { rows } = await owner.query(`select relforcerowsecurity as forced from pg_class where relname = 'org_unit'`);
    expect(rows).toEqual([{ forced: true }]);
  });
});
