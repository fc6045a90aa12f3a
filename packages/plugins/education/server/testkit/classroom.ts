import { routes } from '@weixiang/core';
import { type Caller, type Scene, World } from '@weixiang/core/testkit';
import { educationServer } from '../education.feature.js';

/** What a term needs to be told of. */
export const spring = { name: '秋季班', startsOn: '2026-09-01', endsOn: '2027-01-15', weekdays: [1, 3], startsAt: '16:30', endsAt: '18:00', capacity: 2 } as const;

/** What a guardian agrees to. */
export const yes = { isGiven: true, purpose: '报名、联系和点名', words: '我是孩子的监护人，我同意。' } as const;

/** A community's public education project with a course and a term that takes requests. */
export interface Classroom {
  scene: Scene;
  /** Secretary of the community. */
  secretary: Caller;
  project: string;
  course: string;
  term: string;
  /** A resident of the grid. */
  parent(name?: string): Promise<Caller>;
  /** Asks for a seat; the id of the enrolment. */
  enrol(by: Caller, more?: Record<string, unknown>): Promise<string>;
}

export const createProject = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id __typename } refusals { code field } } }`;
export const publishProject = `mutation ($input: PublishProjectInput!) { publishProject(input: $input) { project { id isPublic } refusals { code field } } }`;
export const openCourse = `mutation ($input: OpenCourseInput!) { openCourse(input: $input) { course { id name audience fee place teacherName version project { id name } } refusals { code field message } } }`;
export const openTerm = `mutation ($input: OpenTermInput!) { openTerm(input: $input) { term { id version name state startsOn endsOn weekdays startsAt endsAt capacity enrolledCount seatsLeft course { id } availableSteps { name allowed reason } } refusals { code field message } } }`;
export const stepTerm = `mutation ($input: StepTermInput!) { stepTerm(input: $input) { term { id version state } refusals { code field message } } }`;
export const request = `mutation ($input: RequestEnrolmentInput!) { requestEnrolment(input: $input) { enrolment { id version state isMinor isLocked isMine learnerName learnerBirthYear guardianName guardianPhone consent { isGiven purpose words givenAt withdrawnAt } term { id course { id name } } availableSteps { name allowed reason } } refusals { code field message } } }`;
export const confirm = `mutation ($input: ConfirmEnrolmentInput!) { confirmEnrolment(input: $input) { enrolment { id version state } refusals { code field message } } }`;
export const decline = `mutation ($input: DeclineEnrolmentInput!) { declineEnrolment(input: $input) { enrolment { id state reason } refusals { code field message } } }`;
export const withdraw = `mutation ($input: WithdrawEnrolmentInput!) { withdrawEnrolment(input: $input) { enrolment { id state reason } refusals { code field message } } }`;
export const giveConsent = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { enrolment { id isLocked consent { isGiven words } } refusals { code field message } } }`;
export const withdrawConsent = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { enrolment { id state isLocked learnerName consent { isGiven withdrawnAt } } refusals { code field message } } }`;

/** A whole server with this plugin installed. */
export function educationWorld(): Promise<World> {
  return World.start({ plugins: [educationServer], routes });
}

/** Builds a classroom; its term is as `spring` unless told otherwise. */
export async function classroom(scene: Scene, { course: ofCourse = {}, term: ofTerm = {} }: { course?: object; term?: object } = {}): Promise<Classroom> {
  const { community, grid } = scene.units;
  const secretary = await scene.as('communitySecretary', community);
  const project = await idOf(secretary, createProject, { type: 'education', name: '四点半课堂', orgUnit: community.id });
  await secretary.do(publishProject, { input: { id: project } });
  const course = await idOf(secretary, openCourse, { project, name: '书法', audience: 'MINORS', ...ofCourse });
  const term = await idOf(secretary, openTerm, { course, ...spring, ...ofTerm });
  const enrol: Classroom['enrol'] = (by, more = {}) => idOf(by, request, { term, learnerName: '韩小宝', learnerBirthYear: 2016, consent: yes, ...more });
  return { scene, secretary, project, course, term, enrol, parent: (name = '韩某') => scene.as('resident', grid, name) };
}

/** The id of what a mutation made. */
async function idOf(by: Caller, mutation: string, input: object): Promise<string> {
  const [payload] = Object.values(await by.do(mutation, { input }));
  const [made] = Object.values(Object(payload));
  const id: unknown = Object(made).id;
  if (typeof id !== 'string') throw new Error(`Nothing was made: ${JSON.stringify(payload)}`);
  return id;
}
