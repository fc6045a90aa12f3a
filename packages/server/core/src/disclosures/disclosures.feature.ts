import { defineServer } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { DisclosureResolver } from './disclosure.resolver.js';

/** Tells people who looked at what is sensitive about them. The kernel records it; this shows it. */
export const disclosuresFeature = defineServer({
  declaration: defineFeature({
    name: 'disclosures',
    label: { zh: '查看记录', en: 'Disclosures' },
    description: { zh: '谁看过与本人有关的敏感信息，用途是什么。', en: 'Who looked at what is sensitive about oneself, and why.' },
    dependsOn: ['people'],
    permissions: {},
  }),
  resolvers: [DisclosureResolver],
});
