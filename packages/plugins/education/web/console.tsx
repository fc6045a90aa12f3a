import { defineConsole } from '@weixiang/kit';

/** What staff see of education: on a project's page its courses, their terms, and who enrols. */
export const educationConsole = defineConsole({
  name: 'education',
  messages: {
    zh: () => import('./console/messages/zh.json'),
    en: () => import('./console/messages/en.json'),
  },
  panels: { 'project.page': () => import('./console/courses.panel.js') },
});
