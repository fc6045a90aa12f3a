import type { Kernel } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../testkit/index.js';
import { letRecordsFollow } from './following.js';

const records = Number(process.env['MOVED_RECORDS'] ?? 5_000);
const moveUnit = 'mutation ($input: MoveOrgUnitInput!) { moveOrgUnit(input: $input) { reorganisation { state } refusals { code } } }';

describe('moving a large subtree', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('takes several batches, stops between two of them, and goes on', { timeout: 300_000 }, async () => {
    const scene = await world.scene();
    const { units, tenant } = scene;
    const officer = await scene.as('subDistrictOfficer', units.street);
    await scene.write(async (tx) => {
      await tx.em.execute(
        `insert into person (tenant_id, id, created_at, org_unit_id, org_path, recorded_path, name)
         select ?, gen_random_uuid(), ?, ?, ?, ?, '某居民' from generate_series(1, ?)`,
        [tenant.id, tx.now, units.building.uuid, units.building.path, units.building.path, records],
      );
    });
    const counted = () => scene.write((tx) => tx.em.execute<{ path: string; count: number }[]>('select org_path as path, count(*)::int as count from person where org_unit_id = ? group by 1 order by 1', [units.building.uuid]));
    await officer.do(moveUnit, { input: { id: units.grid.id, to: units.siblingCommunity.id } });

    // Aborted as soon as the first batch is in: the next ones are for whoever comes after.
    const stop = new AbortController();
    const kernel: Kernel = Object.create(world.server.kernel);
    kernel.asSystem = async (...work: Parameters<Kernel['asSystem']>) => {
      const result = await world.server.kernel.asSystem(...work);
      if ((await counted()).length === 2) stop.abort(new Error('the server stops'));
      return result as never; // whatever the work gave
    };
    await expect(letRecordsFollow(kernel, tenant, stop.signal)).rejects.toThrow('the server stops');
    expect(await counted()).toHaveLength(2);

    await letRecordsFollow(world.server.kernel, tenant);
    const path = units.building.path.replace(units.community.path, units.siblingCommunity.path);
    expect(await counted()).toEqual([{ path, count: records }]);
    const { reorganisations } = Object(await officer.do('{ reorganisations { nodes { state recordsMoved } } }'));
    expect(reorganisations.nodes).toEqual([{ state: 'DONE', recordsMoved: records }]);
  });
});
