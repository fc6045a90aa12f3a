import { verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, createProject, educationWorld, openCourse, publishProject } from '../testkit/classroom.js';

const editCourse = `mutation ($input: EditCourseInput!) { editCourse(input: $input) { course { name fee version place } refusals { code field } } }`;

describe('courses', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('are opened by who runs the unit’s education projects', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { project, secretary } = await classroom(scene);
    const { units } = scene;
    const input = { project, name: '剪纸', audience: 'ALL', fee: 19.9, place: '党群服务中心', teacherName: '李老师' };
    expect(verdict(await scene.anonymous.ask(openCourse, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(openCourse, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(openCourse, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('resident', units.grid)).ask(openCourse, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(openCourse, { input: { ...input, name: ' ' } }))).toBe('REQUIRED name');
    expect(verdict(await secretary.ask(openCourse, { input: { ...input, fee: 0.001 } }))).toBe('FEE_INVALID fee');
    expect((await (await scene.as('projectLead', units.community)).ask(openCourse, { input })).data).toMatchObject({
      openCourse: { course: { name: '剪纸', audience: 'ALL', fee: 19.9, place: '党群服务中心', teacherName: '李老师', project: { id: project, name: '四点半课堂' } }, refusals: [] },
    });
  });

  it('belong to education projects alone', async () => {
    const scene = await world.scene();
    const { secretary } = await classroom(scene);
    const plain = Object(await secretary.do(createProject, { input: { type: 'general', name: '雨水花园', orgUnit: scene.units.community.id } })).createProject.project.id;
    expect(verdict(await secretary.ask(openCourse, { input: { project: plain, name: '剪纸', audience: 'ALL' } }))).toBe('PROJECT_NOT_EDUCATION project');
  });

  it('are edited from the version that was seen', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { course, secretary } = await classroom(scene);
    const { units } = scene;
    const input = { id: course, version: 1, name: '硬笔书法', fee: 0 };
    expect(verdict(await scene.anonymous.ask(editCourse, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(editCourse, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(editCourse, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(editCourse, { input }))).toBe('FORBIDDEN');
    expect((await secretary.ask(editCourse, { input })).data).toMatchObject({ editCourse: { course: { name: '硬笔书法', fee: 0, version: 2 }, refusals: [] } });
    expect(verdict(await secretary.ask(editCourse, { input: { ...input, place: '二楼' } }))).toBe('CHANGED_MEANWHILE version');
  });

  it('are public with their project, and found by what takes requests', async () => {
    const scene = await world.scene();
    const { course, secretary } = await classroom(scene);
    const hidden = Object(await secretary.do(createProject, { input: { type: 'education', name: '筹备中', orgUnit: scene.units.community.id } })).createProject.project.id;
    const draft = Object(await secretary.do(openCourse, { input: { project: hidden, name: '围棋', audience: 'ALL' } })).openCourse.course.id;
    const list = `query ($filter: CourseFilter) { courses(filter: $filter) { totalCount nodes { id name project { id orgUnit { id } courses { totalCount } } terms { nodes { state seatsLeft enrolledCount } } } } }`;
    const asked = await scene.anonymous.do(list, { filter: { openForEnrolment: true } });
    expect(asked).toMatchObject({
      courses: { totalCount: 1, nodes: [{ id: course, project: { orgUnit: { id: scene.units.community.id }, courses: { totalCount: 1 } }, terms: { nodes: [{ state: 'OPEN', seatsLeft: 2, enrolledCount: 0 }] } }] },
    });
    expect(await scene.anonymous.do(list, { filter: { project: hidden } })).toMatchObject({ courses: { totalCount: 0 } });
    expect(await secretary.do(list, { filter: { openForEnrolment: false } })).toMatchObject({ courses: { totalCount: 1, nodes: [{ id: draft }] } });
    await secretary.do(publishProject, { input: { id: hidden } });
    expect(await scene.anonymous.do(list, { filter: { project: hidden } })).toMatchObject({ courses: { totalCount: 1, nodes: [{ id: draft }] } });
  });

  it('come with their project in one statement', async () => {
    const scene = await world.scene();
    const { project, secretary } = await classroom(scene);
    await world.server.takeStatements();
    const read = `query ($id: ID!) { project(id: $id) { __typename name ... on EducationProject { courses(first: 50) { totalCount edges { cursor node { id name terms(first: 20) { edges { cursor node { id name startsOn endsOn startsAt endsAt weekdays capacity enrolledCount seatsLeft state } } } } } } } } }`;
    expect(await secretary.do(read, { id: project })).toMatchObject({ project: { __typename: 'EducationProject', courses: { totalCount: 1 } } });
    const statements = await world.server.takeStatements();
    expect(statements.filter((sql) => sql.includes('course'))).toHaveLength(1);
  });
});
