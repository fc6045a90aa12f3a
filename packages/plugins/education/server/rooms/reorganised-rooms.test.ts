import { letRecordsFollow, OrgUnit } from '@weixiang/core';
import { verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld } from '../testkit/classroom.js';
import { Room } from './room.entity.js';

const merge = 'mutation ($input: MergeOrgUnitsInput!) { mergeOrgUnits(input: $input) { refusals { code } } }';

describe('rooms of a unit that is merged', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it.each([[['education']], [[]]])('go with it, with the plugins %j, save those whose name is taken there', async (plugins) => {
    const scene = await world.scene({ plugins });
    const { units, tenant } = scene;
    await scene.write(async (tx) => {
      const grid = await tx.em.findOneOrFail(OrgUnit, { id: units.grid.uuid });
      const sibling = await tx.em.findOneOrFail(OrgUnit, { id: units.siblingGrid.uuid });
      for (const [orgUnit, name] of [[grid, '活动室'], [grid, '三楼教室'], [sibling, '活动室']] as const) tx.create(Room, { orgUnit, name });
    });
    const secretary = await scene.as('communitySecretary', units.community);
    expect(verdict(await secretary.ask(merge, { input: { units: [units.grid.id], into: units.siblingGrid.id } }))).toBe('done');
    await letRecordsFollow(world.server.kernel, tenant);
    const rooms = await scene.write((tx) => tx.em.find(Room, {}, { orderBy: { name: 'asc' } }));
    const places = rooms.map(({ name, orgUnit, orgPath }) => [name, orgUnit.id, orgPath]).toSorted();
    expect(places).toEqual([
      ['三楼教室', units.siblingGrid.uuid, units.siblingGrid.path],
      ['活动室', units.grid.uuid, units.grid.path],
      ['活动室', units.siblingGrid.uuid, units.siblingGrid.path],
    ].toSorted());
  });
});
