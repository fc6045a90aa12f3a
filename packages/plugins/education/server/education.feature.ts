import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { existsSync } from 'node:fs';
import { education } from '../plugin.js';
import { Consent } from './consents/consent.entity.js';
import { Course } from './courses/course.entity.js';
import { courseList } from './courses/course.list.js';
import { Enrolment } from './enrolments/enrolment.entity.js';
import { enrolmentList } from './enrolments/enrolment.list.js';
import { childrenServed } from './figures/children-served.metric.js';
import { EducationProject } from './projects/education-project.js';
import { Term } from './terms/term.entity.js';
import { termList } from './terms/term.list.js';

/** Built, this file lies one folder deeper than its source. */
const migrations = ['../migrations/', '../../migrations/'].map((path) => new URL(path, import.meta.url)).find((folder) => existsSync(folder));

/** The server part of education. */
export const educationServer = defineServer({
  declaration: education,
  entities: [Course, Term, Enrolment, Consent],
  graphTypes: [EducationProject],
  reads: [
    oneQuery('course', () => Course, 'One course by id; null when absent or not to be seen.'),
    listQuery('courses', () => courseList, 'Courses that you may see.'),
    oneQuery('term', () => Term, 'One term by id; null when absent or not to be seen.'),
    listQuery('terms', () => termList, 'Terms that you may see.'),
    oneQuery('enrolment', () => Enrolment, 'One enrolment by id; null when absent or not to be seen.'),
    listQuery('enrolments', () => enrolmentList, 'Enrolments that you may see: your own, and those in courses that you run.'),
  ],
  metrics: [childrenServed],
  ...(migrations ? { migrations } : {}),
});
