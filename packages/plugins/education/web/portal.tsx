import { definePortal } from '@weixiang/kit';

/** What residents see of education: the courses open for enrolment, and their own children's enrolments. */
export const educationPortal = definePortal({
  name: 'education',
  messages: {
    zh: () => import('./portal/messages/zh.json'),
    en: () => import('./portal/messages/en.json'),
  },
});
