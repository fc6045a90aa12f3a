import { defineServer } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { ChangesSubscription } from './changes.resolver.js';

/** Records followed as they change, whatever their noun. */
export const changesFeature = defineServer({
  declaration: defineFeature({
    name: 'changes',
    label: { zh: '实时更新', en: 'Live updates' },
    description: { zh: '看得见的记录一有变化，页面随即更新。', en: 'Records that you may see, followed as they change.' },
    permissions: {},
  }),
  resolvers: [ChangesSubscription],
});
