import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { activityAbilities } from './activity.abilities.js';
import { Activity } from './activity.entity.js';
import { activityExporter } from './activity.exporter.js';
import { activityImporter } from './activity.importer.js';
import { activityList } from './activity.list.js';
import { activityMetrics, servicesMetric } from './activity.metric.js';
import { ActivityMutations } from './activity.resolver.js';
import { activityKindsSeed } from './activity.seed.js';

/** What projects do, day by day. */
export const activitiesFeature = defineServer({
  declaration: defineFeature({
    name: 'activities',
    label: { zh: '活动', en: 'Activities' },
    description: { zh: '项目的活动和服务人次。', en: 'Activities of projects and the visits they had.' },
    dependsOn: ['agreements'],
    permissions: {
      'activity.read': {
        label: { zh: '查看活动', en: 'See activities' },
        level: 'unit',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'projectLead', 'supervisor', 'expert', 'auditor'],
      },
      'activity.record': { label: { zh: '登记活动', en: 'Record activities' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker'] },
    },
    messages: {
      NUMBER_NEGATIVE: { zh: '不能小于 0。', en: 'This cannot be less than 0.' },
      MINORS_EXCEED_VISITS: { zh: '未成年人不能多于服务人次。', en: 'There cannot be more minors than visits.' },
      QUANTITY_NEEDS_UNIT: { zh: '数量和计量单位要一起填。', en: 'Give a quantity together with its unit.' },
    },
  }),
  entities: [Activity],
  reads: [
    oneQuery('activity', () => Activity, 'One activity by id; null when absent or not to be seen.'),
    listQuery('activities', () => activityList, 'Activities that you may see.'),
  ],
  resolvers: [ActivityMutations],
  events: {
    'activity.recorded': { label: { zh: '记一次活动', en: 'Activity recorded' } },
    'activity.created': { label: { zh: '从台账登记活动', en: 'Activity taken from a ledger' } },
  },
  abilities: [activityAbilities],
  importers: [activityImporter],
  exporters: [activityExporter],
  seeds: [activityKindsSeed],
  metrics: [servicesMetric, ...activityMetrics],
  migrations: new URL('../../migrations/activities/', import.meta.url),
});
