import { Project } from '@weixiang/core';
import { Many, VariantOf } from '@weixiang/kernel';
import { ObjectType } from 'type-graphql';
import { courseList } from '../courses/course.list.js';

/** Key of this type of project, as ledgers write it. */
export const educationType = 'education';

/** A project that teaches. */
@ObjectType({ implements: Project, description: 'An education project (教育): courses in terms, with enrolment.' })
@VariantOf(() => Project, educationType)
export class EducationProject extends Project {
  @Many(() => courseList, { via: 'project', description: 'Its courses.' })
  courses!: never;
}
