import { defineServer } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { AgendaResolver } from './agenda.resolver.js';

/** What waits on whom. The features that hold the records say what waits. */
export const agendaFeature = defineServer({
  declaration: defineFeature({
    name: 'agenda',
    label: { zh: '待办', en: 'Agenda' },
    description: { zh: '等您办的事，按期限排列。', en: 'What waits on you, by deadline.' },
    dependsOn: ['organisation'],
    permissions: {},
  }),
  resolvers: [AgendaResolver],
});
