import { defineServer, Many, VariantOf } from '@weixiang/kernel';
import { defineFeature, extendWorkflow } from '@weixiang/shared';
import { ObjectType } from 'type-graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityList } from '../activities/activity.list.js';
import { verdict, World } from '../testkit/index.js';
import { Project } from './project.entity.js';
import { projectLife } from './project.workflow.js';

@ObjectType({ implements: Project, description: 'A project about gardens.' })
@VariantOf(() => Project, 'gardens')
class GardensProject extends Project {
  @Many(() => activityList, { via: 'project', description: 'What was planted when.' })
  plantings!: never;
}

/** A plugin as small as can be: a type of project whose life has a step and a condition of its own. */
const gardens = defineServer({
  declaration: defineFeature({
    name: 'gardens',
    label: { zh: '花园', en: 'Gardens' },
    description: { zh: '花园。', en: 'Gardens.' },
    dependsOn: ['activities'],
    permissions: { 'garden.survey': { label: { zh: '勘察', en: 'Survey' }, level: 'unit', roles: ['communitySecretary'] } },
    projectTypes: [{ key: 'gardens', label: { zh: '花园', en: 'Gardens' }, typeName: 'GardensProject' }],
    workflows: [
      extendWorkflow(projectLife, {
        name: 'gardens.projectLife',
        version: 1,
        guards: { submit: ['isSunny'] },
        steps: { survey: { label: { zh: '勘察', en: 'Survey' }, from: ['DRAFT'], to: 'REVIEW', needs: 'garden.survey' } },
      }),
    ],
  }),
  graphTypes: [GardensProject],
  guards: { isSunny: async (_scope, ids) => new Map(ids.map((id) => [id, { zh: '没有阳光', en: 'There is no sun' }])) },
});

const create = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { __typename id typeLabel { zh } workflow { name } availableSteps { name allowed reason } } refusals { code } } }`;
const read = `query ($id: ID!) { project(id: $id) { __typename type workflow { name } } }`;
const planted = `query ($id: ID!) { project(id: $id) { name ... on GardensProject { plantings { totalCount } } } }`;

describe('a type of project that a plugin provides', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ plugins: [gardens] });
  });
  afterAll(() => world.close());

  it('shows as the plugin’s own, with its fields and its life', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const input = { type: 'gardens', name: '雨水花园', orgUnit: scene.units.community.id };
    const { data } = await secretary.ask(create, { input });
    expect(data).toMatchObject({
      createProject: {
        project: {
          __typename: 'GardensProject', typeLabel: { zh: '花园' }, workflow: { name: 'gardens.projectLife' },
          availableSteps: [{ name: 'submit', allowed: false, reason: '没有阳光' }, { name: 'survey', allowed: true }],
        },
      },
    });
    const { id } = Object(data).createProject.project;
    expect((await secretary.ask(planted, { id })).data).toEqual({ project: { name: '雨水花园', plantings: { totalCount: 0 } } });
    const step = `mutation ($input: StepProjectInput!) { stepProject(input: $input) { project { state } refusals { code field } } }`;
    expect(verdict(await secretary.ask(step, { input: { id, step: 'submit' } }))).toBe('STEP_GUARDED');
    expect(verdict(await secretary.ask(step, { input: { id, step: 'survey' } }))).toBe('done');
  });

  it('is plain where the plugin is not enabled, and nothing of it is in the schema', async () => {
    const scene = await world.scene({ plugins: [] });
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const { data } = await secretary.ask(create, { input: { type: 'gardens', name: '雨水花园', orgUnit: scene.units.community.id } });
    const { id } = Object(data).createProject.project;
    expect((await secretary.ask(read, { id })).data).toEqual({ project: { __typename: 'PlainProject', type: 'gardens', workflow: { name: 'project.life' } } });
    expect((await secretary.ask(planted, { id })).errors?.[0]?.message).toContain('GardensProject');
    expect((await secretary.ask(`{ __type(name: "GardensProject") { name } projectTypes { name } }`)).data).toEqual({ __type: null, projectTypes: [{ name: 'general' }] });
  });
});
