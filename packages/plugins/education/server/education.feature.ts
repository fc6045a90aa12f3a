import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { existsSync } from 'node:fs';
import { education } from '../plugin.js';
import { consentAbilities } from './consents/consent.abilities.js';
import { Consent } from './consents/consent.entity.js';
import { ConsentMutations } from './consents/consent.resolver.js';
import { courseAbilities } from './courses/course.abilities.js';
import { Course } from './courses/course.entity.js';
import { courseList } from './courses/course.list.js';
import { CourseMutations } from './courses/course.resolver.js';
import { enrolmentAbilities } from './enrolments/enrolment.abilities.js';
import { Enrolment } from './enrolments/enrolment.entity.js';
import { enrolmentGuards } from './enrolments/enrolment.guards.js';
import { enrolmentList } from './enrolments/enrolment.list.js';
import { EnrolmentResolver } from './enrolments/enrolment.resolver.js';
import { childrenServed } from './figures/children-served.metric.js';
import { EducationProject } from './projects/education-project.js';
import { termAbilities } from './terms/term.abilities.js';
import { termDays } from './terms/term.cron.js';
import { Term } from './terms/term.entity.js';
import { termList } from './terms/term.list.js';
import { TermResolver } from './terms/term.resolver.js';

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
  resolvers: [CourseMutations, TermResolver, EnrolmentResolver, ConsentMutations],
  events: {
    'course.opened': { label: { zh: '开设课程', en: 'Course opened' } },
    'term.opened': { label: { zh: '开设班次', en: 'Term opened' } },
    'enrolment.requested': { label: { zh: '报名', en: 'Enrolment requested' } },
    'enrolment.confirmed': { label: { zh: '确认报名', en: 'Enrolment confirmed' } },
    'enrolment.declined': { label: { zh: '不予录取', en: 'Enrolment declined' } },
    'enrolment.withdrawn': { label: { zh: '退出报名', en: 'Enrolment withdrawn' } },
  },
  abilities: [courseAbilities, termAbilities, enrolmentAbilities, consentAbilities],
  guards: enrolmentGuards,
  crons: [termDays],
  metrics: [childrenServed],
  ...(migrations ? { migrations } : {}),
});
