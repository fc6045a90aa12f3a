import { defineServer, indexMissingRecords, searchQuery, type CronDefinition } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { SearchResolver } from './search.resolver.js';

/** After an update, and when a plugin was off for a while, there are records that search does not know. */
const lookForMissingRecords: CronDefinition = {
  name: 'search.lookForMissingRecords',
  everyMinutes: 60,
  atStart: true,
  run: async (tx) => tx.enqueue({ name: indexMissingRecords.name, payload: {}, key: indexMissingRecords.name }),
};

/** One way to find records of every kind. Each feature says what of its records is searched. */
export const searchFeature = defineServer({
  declaration: defineFeature({
    name: 'search',
    label: { zh: '搜索', en: 'Search' },
    description: { zh: '按词句、编号查找心愿、需求、项目、合作单位、人员、组织和公示。', en: 'Finds wishes, demands, projects, partners, people, units and notices by words and codes.' },
    dependsOn: ['organisation'],
    permissions: {},
  }),
  reads: [searchQuery('search', 'Records of any kind that have these words or this code; only what you may read, and only by what of it you may see in full.')],
  resolvers: [SearchResolver],
  jobs: [indexMissingRecords],
  crons: [lookForMissingRecords],
});
