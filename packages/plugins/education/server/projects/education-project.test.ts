import { type Caller, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, confirm, educationWorld } from '../testkit/classroom.js';

const switchTo = (verb: 'enablePlugin' | 'disablePlugin') => `mutation { ${verb}(input: { name: "education" }) { plugin { name isEnabled } refusals { code } } }`;
const typeNames = `{ __schema { types { name } mutationType { fields { name } } queryType { fields { name } } } projectTypes { name plugin } viewer { plugins } }`;
const readProject = `query ($id: ID!) { project(id: $id) { __typename id name type typeName typeLabel { zh } state availableSteps { name } } }`;
const readCourses = `query ($id: ID!) { project(id: $id) { ... on EducationProject { courses { nodes { name terms { nodes { name seatsLeft enrolments { nodes { state guardianName consent { isGiven } } } } } } } } } }`;

/** Every name of a type, query or mutation that the tenant's schema has. */
async function namesIn(by: Caller): Promise<Set<string>> {
  const { __schema: schema } = Object(await by.do(typeNames));
  return new Set([schema.types, schema.mutationType.fields, schema.queryType.fields].flat().map(({ name }: { name: string }) => name));
}

const ours = ['EducationProject', 'Course', 'Term', 'Enrolment', 'Consent', 'CourseFilter', 'EnrolmentState', 'RequestEnrolmentInput', 'courses', 'enrolments', 'openCourse', 'requestEnrolment', 'withdrawConsent'];

describe('education in a tenant', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('leaves the schema when it is disabled, and every word of it comes back', async () => {
    const scene = await world.scene();
    const neighbour = await world.scene();
    const { project, secretary, enrol, parent } = await classroom(scene);
    await secretary.do(confirm, { input: { id: await enrol(await parent('韩某')) } });
    const administrator = await scene.as('tenantAdministrator', scene.units.district);
    const courses = await secretary.do(readCourses, { id: project });
    const asEducation = await secretary.do(readProject, { id: project });
    expect(courses).toMatchObject({
      project: { courses: { nodes: [{ name: '书法', terms: { nodes: [{ seatsLeft: 1, enrolments: { nodes: [{ state: 'CONFIRMED', guardianName: '韩某', consent: { isGiven: true } }] } }] } }] } },
    });
    expect(asEducation).toMatchObject({ project: { __typename: 'EducationProject', typeName: 'education', typeLabel: { zh: '教育' } } });
    const withIt = await namesIn(administrator);
    expect(ours.filter((name) => !withIt.has(name))).toEqual([]);

    expect(await administrator.do(switchTo('disablePlugin'))).toMatchObject({ disablePlugin: { plugin: { isEnabled: false }, refusals: [] } });
    const without = await namesIn(administrator);
    expect(ours.filter((name) => without.has(name))).toEqual([]);
    expect(await administrator.do(typeNames)).toMatchObject({ viewer: { plugins: [] }, projectTypes: [{ name: 'general', plugin: null }] });
    expect(await secretary.do(readProject, { id: project })).toMatchObject({ project: { __typename: 'PlainProject', type: 'education', typeName: 'education' } });
    expect((await secretary.ask(readCourses, { id: project })).errors?.[0]?.message).toContain('EducationProject');
    expect([...(await namesIn(neighbour.anonymous))].filter((name) => ours.includes(name)).toSorted()).toEqual(ours.toSorted());

    await administrator.do(switchTo('enablePlugin'));
    expect(await secretary.do(readCourses, { id: project })).toEqual(courses);
    expect(await secretary.do(readProject, { id: project })).toEqual(asEducation);
  });

  it('is unknown to a tenant that never enabled it, whose education projects are plain', async () => {
    const scene = await world.scene({ plugins: [] });
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const made = await secretary.do(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { __typename type } refusals { code } } }`, {
      input: { type: 'education', name: '四点半课堂', orgUnit: scene.units.community.id },
    });
    expect(made).toMatchObject({ createProject: { project: { __typename: 'PlainProject', type: 'education' } } });
    const names = await namesIn(scene.anonymous);
    expect(ours.filter((name) => names.has(name))).toEqual([]);
  });
});
