import { defineConsole } from '@weixiang/kit';

/** What staff see of education: on a project's page its courses, their terms, and who enrols; the timetable of a week. */
export const educationConsole = defineConsole({
  name: 'education',
  messages: {
    zh: () => import('./console/messages/zh.json'),
    en: () => import('./console/messages/en.json'),
  },
  lists: ['lessons', 'rooms', 'consentWordings', 'attendances', 'pickUpPeople', 'pickUpAlerts', 'certificates'],
  menu: [
    // Who teaches needs no role for it: the way to one's lessons is open to everybody.
    { step: 3, to: '/education/timetable', label: 'timetable.title' },
    { step: 4, to: '/education/consent', label: 'wording.title', needs: ['consent.word'] },
  ],
  routes: [
    { path: 'timetable', page: () => import('./console/timetable.page.js') },
    { path: 'lessons/:lesson', page: () => import('./console/lesson.page.js') },
    { path: 'scan', page: () => import('./console/scan.page.js') },
    { path: 'consent', page: () => import('./console/wording.page.js') },
  ],
  panels: { 'project.page': () => import('./console/courses.panel.js') },
});
