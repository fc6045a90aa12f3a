import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { World } from '../testkit/index.js';

describe('projects', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ adminUrl: inject('postgresAdminUrl') });
  });
  afterAll(() => world.close());

  it('smoke', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const answer = await secretary.ask(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { __typename id name type typeName typeLabel { zh } state isPublic orgUnit { id } availableSteps { name allowed reason } workflow { name version states { name } } demands { totalCount } } refusals { code field message } } }`, { input: { type: 'education', name: '手工坊', orgUnit: scene.units.community.id } });
    console.log(JSON.stringify(answer, null, 1));
    expect(answer.errors).toBeUndefined();
  });
});
