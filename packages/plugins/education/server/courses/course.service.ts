import { Project, ProjectState } from '@weixiang/core';
import { optionalWords, refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { educationType } from '../projects/education-project.js';
import { Course } from './course.entity.js';
import type { EditCourseInput, OpenCourseInput } from './course.inputs.js';

const limits = { name: 100, place: 100, teacherName: 50 } as const;
const over: readonly ProjectState[] = [ProjectState.CLOSED, ProjectState.BRAND, ProjectState.TERMINATED];

/** Opens a course of an education project. */
export async function openCourse(tx: Transaction, input: OpenCourseInput): Promise<Course> {
  const project = await tx.load(Project, input.project, 'openCourse', { field: 'project' });
  refuseUnlessTeaching(project);
  const course = tx.create(Course, {
    project,
    orgUnit: project.orgUnit,
    orgPath: project.orgPath,
    name: requiredWords(input.name, 'name', limits.name),
    audience: input.audience,
    fee: feeOf(input.fee),
    place: optionalWords(input.place, 'place', limits.place),
    teacherName: optionalWords(input.teacherName, 'teacherName', limits.teacherName),
  });
  tx.announce('course.opened', course);
  return course;
}

/** Changes what is said of a course. */
export async function editCourse(tx: Transaction, input: EditCourseInput): Promise<Course> {
  const course = await tx.load(Course, input.id, 'edit', input);
  if (input.name != null) course.name = requiredWords(input.name, 'name', limits.name);
  if (input.audience != null) course.audience = input.audience;
  if (input.fee !== undefined) course.fee = feeOf(input.fee);
  if (input.place !== undefined) course.place = optionalWords(input.place, 'place', limits.place);
  if (input.teacherName !== undefined) course.teacherName = optionalWords(input.teacherName, 'teacherName', limits.teacherName);
  tx.announce('course.edited', course);
  return course;
}

/** @throws Refusal unless the project is one that teaches, and is not over. */
export function refuseUnlessTeaching(project: Project): void {
  if (project.type !== educationType) throw refuse('PROJECT_NOT_EDUCATION', 'project');
  if (over.includes(project.state)) throw refuse('PROJECT_OVER', 'project');
}

function feeOf(fee: number | null | undefined): number | null {
  if (fee == null) return null;
  if (fee < 0 || fee > 100_000 || Math.round(fee * 100) / 100 !== fee) throw refuse('FEE_INVALID', 'fee');
  return fee;
}
