import { defineServer, listQuery, oneQuery, searchedRecord } from '@weixiang/kernel';
import { existsSync } from 'node:fs';
import { education } from '../plugin.js';
import { consentAbilities } from './consents/consent.abilities.js';
import { Consent } from './consents/consent.entity.js';
import { ConsentMutations } from './consents/consent.resolver.js';
import { courseAbilities } from './courses/course.abilities.js';
import { Course } from './courses/course.entity.js';
import { courseExporter } from './courses/course.exporter.js';
import { courseList } from './courses/course.list.js';
import { CourseMutations } from './courses/course.resolver.js';
import { enrolmentAbilities } from './enrolments/enrolment.abilities.js';
import { Enrolment } from './enrolments/enrolment.entity.js';
import { enrolmentExporter } from './enrolments/enrolment.exporter.js';
import { enrolmentGuards } from './enrolments/enrolment.guards.js';
import { enrolmentList } from './enrolments/enrolment.list.js';
import { EnrolmentResolver } from './enrolments/enrolment.resolver.js';
import { attendanceRate, childrenByAge, hoursTaught } from './figures/education.metrics.js';
import { educationDemo } from './demo.js';
import { childrenServed } from './figures/children-served.metric.js';
import { attendanceAbilities } from './attendance/attendance.abilities.js';
import { Attendance } from './attendance/attendance.entity.js';
import { attendanceExporter } from './attendance/attendance.exporter.js';
import { attendanceList } from './attendance/attendance.list.js';
import { AttendanceMutations } from './attendance/attendance.resolver.js';
import { certificateAbilities } from './certificates/certificate.abilities.js';
import { Certificate } from './certificates/certificate.entity.js';
import { certificateList } from './certificates/certificate.list.js';
import { certificateRoutes } from './certificates/certificate.pdf.js';
import { CertificateResolver } from './certificates/certificate.resolver.js';
import { educationAgenda } from './education.agenda.js';
import { educationEvents } from './education.events.js';
import { EducationProject } from './projects/education-project.js';
import { lapseOfferJob } from './enrolments/offer.job.js';
import { lessonAbilities } from './lessons/lesson.abilities.js';
import { Lesson } from './lessons/lesson.entity.js';
import { lessonExporter } from './lessons/lesson.exporter.js';
import { lessonList } from './lessons/lesson.list.js';
import { lessonNotifications } from './lessons/lesson.notifications.js';
import { LessonMutations } from './lessons/lesson.resolver.js';
import { PickUpAlert } from './pickups/pick-up-alert.entity.js';
import { PickUpPerson } from './pickups/pick-up-person.entity.js';
import { pickUpAbilities } from './pickups/pick-up.abilities.js';
import { checkHandOverJob, escalatePickUpJob } from './pickups/pick-up.job.js';
import { pickUpAlertList, pickUpPersonList } from './pickups/pick-up.list.js';
import { PickUpMutations } from './pickups/pick-up.resolver.js';
import { roomAbilities } from './rooms/room.abilities.js';
import { Room } from './rooms/room.entity.js';
import { roomList } from './rooms/room.list.js';
import { RoomMutations } from './rooms/room.resolver.js';
import { wordingAbilities } from './wordings/wording.abilities.js';
import { ConsentWording } from './wordings/wording.entity.js';
import { wordingList } from './wordings/wording.list.js';
import { WordingMutations } from './wordings/wording.resolver.js';
import { termAbilities } from './terms/term.abilities.js';
import { standIns } from './lessons/stand-in.service.js';
import { termDays } from './terms/term.cron.js';
import { Term } from './terms/term.entity.js';
import { termExporter } from './terms/term.exporter.js';
import { termList } from './terms/term.list.js';
import { TermResolver } from './terms/term.resolver.js';
import { enrolmentNotifications } from './enrolments/enrolment.notifications.js';

/** Built, this file lies one folder deeper than its source. */
const migrations = ['../migrations/', '../../migrations/'].map((path) => new URL(path, import.meta.url)).find((folder) => existsSync(folder));

/** The server part of education. */
export const educationServer = defineServer({
  declaration: education,
  entities: [Course, Term, Enrolment, Consent, Room, Lesson, ConsentWording, Attendance, PickUpPerson, PickUpAlert, Certificate],
  searches: [searchedRecord(() => Course, { label: { zh: '课程', en: 'Courses' }, texts: ['name', 'teacherName'] })],
  graphTypes: [EducationProject],
  reads: [
    oneQuery('course', () => Course, 'One course by id; null when absent or not to be seen.'),
    listQuery('courses', () => courseList, 'Courses that you may see.'),
    oneQuery('term', () => Term, 'One term by id; null when absent or not to be seen.'),
    listQuery('terms', () => termList, 'Terms that you may see.'),
    oneQuery('enrolment', () => Enrolment, 'One enrolment by id; null when absent or not to be seen.'),
    listQuery('enrolments', () => enrolmentList, 'Enrolments that you may see: your own, and those in courses that you run.'),
    oneQuery('lesson', () => Lesson, 'One lesson by id; null when absent or not to be seen.'),
    listQuery('lessons', () => lessonList, 'Lessons that you may see: the timetable.'),
    oneQuery('attendance', () => Attendance, 'One learner’s line of one lesson by id; null when absent or not to be seen.'),
    listQuery('attendances', () => attendanceList, 'Who came to lessons, as far as you may see.'),
    listQuery('pickUpPeople', () => pickUpPersonList, 'Adults to whom children may be handed over, as far as you may see.'),
    listQuery('pickUpAlerts', () => pickUpAlertList, 'Children that were not fetched in time, as far as you may see.'),
    listQuery('certificates', () => certificateList, 'Certificates, as far as you may see.'),
    listQuery('rooms', () => roomList, 'Rooms in which lessons are held.'),
    listQuery('consentWordings', () => wordingList, 'Wordings of the guardians’ consent, the one in force first; empty while the one that the product begins with is.'),
  ],
  resolvers: [CourseMutations, TermResolver, EnrolmentResolver, ConsentMutations, RoomMutations, LessonMutations, WordingMutations, AttendanceMutations, PickUpMutations, CertificateResolver],
  events: educationEvents,
  notifications: [...enrolmentNotifications, ...lessonNotifications],
  abilities: [courseAbilities, termAbilities, enrolmentAbilities, consentAbilities, roomAbilities, lessonAbilities, wordingAbilities, attendanceAbilities, pickUpAbilities, certificateAbilities],
  routes: certificateRoutes,
  guards: enrolmentGuards,
  jobs: [lapseOfferJob, checkHandOverJob, escalatePickUpJob],
  crons: [termDays, standIns],
  agenda: educationAgenda,
  exporters: [courseExporter, termExporter, enrolmentExporter, lessonExporter, attendanceExporter],
  metrics: [childrenServed, hoursTaught, attendanceRate, childrenByAge],
  demos: [educationDemo],
  ...(migrations ? { migrations } : {}),
});
