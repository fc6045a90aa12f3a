import { definePortal } from '@weixiang/kit';

/** What residents see of education: the courses open for enrolment, and their own enrolments. */
export const educationPortal = definePortal({
  name: 'education',
  messages: {
    zh: () => import('./portal/messages/zh.json'),
    en: () => import('./portal/messages/en.json'),
  },
  lists: ['courses', 'enrolments', 'lessons', 'consentWordings', 'attendances', 'pickUpPeople', 'certificates'],
  menu: [
    { to: '/education', label: 'courses.title', icon: 'project' },
    { to: '/education/enrolments', label: 'mine.title', icon: 'account' },
  ],
  routes: [
    { path: '', page: () => import('./portal/courses.page.js') },
    { path: 'enrolments', page: () => import('./portal/my-enrolments.page.js') },
    { path: 'enrolments/:enrolment', page: () => import('./portal/child.page.js') },
    { path: 'verify/:code', page: () => import('./portal/verify.page.js') },
    { path: 'check-in', page: () => import('./portal/check-in.page.js') },
    { path: 'terms/:term', page: () => import('./portal/lessons.page.js') },
    { path: 'courses/:course', page: () => import('./portal/course.page.js') },
    { path: 'courses/:course/terms/:term', page: () => import('./portal/enrol.page.js') },
  ],
  panels: {
    'project.page': () => import('./portal/project-courses.panel.js'),
    'home.page': () => import('./portal/open-courses.panel.js'),
  },
});
