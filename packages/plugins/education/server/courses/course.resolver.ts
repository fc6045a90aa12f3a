import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { Course } from './course.entity.js';
import { EditCourseInput, OpenCourseInput } from './course.inputs.js';
import { editCourse, openCourse } from './course.service.js';

const CoursePayload = payloadOf('CoursePayload', { course: { type: () => Course, description: 'The course as it is now.' } });

@Resolver()
export class CourseMutations {
  @Mutation(() => CoursePayload, { description: 'Opens a course of an education project.' })
  openCourse(@Arg('input', () => OpenCourseInput, { description: 'The course.' }) input: OpenCourseInput, @Writes() write: Write) {
    return write('openCourse', input, async (tx) => ({ course: await openCourse(tx, input) }));
  }

  @Mutation(() => CoursePayload, { description: 'Changes what is said of a course.' })
  editCourse(@Arg('input', () => EditCourseInput, { description: 'What changes.' }) input: EditCourseInput, @Writes() write: Write) {
    return write('editCourse', input, async (tx) => ({ course: await editCourse(tx, input) }));
  }
}
