import { defineServer, listQuery, oneQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { demandAgenda } from './demand.agenda.js';
import { demandAbilities } from './demand.abilities.js';
import { Demand } from './demand.entity.js';
import { demandExporter } from './demand.exporter.js';
import { demandList } from './demand.list.js';
import { DemandFields, DemandMutations } from './demand.resolver.js';
import { demandLife, firstDemandLife } from './demand.workflow.js';
import { demandEvents } from './demand.events.js';

/** Demands: what wishes ask for together, and a project answers. */
export const demandsFeature = defineServer({
  declaration: defineFeature({
    name: 'demands',
    label: { zh: '需求', en: 'Demands' },
    description: { zh: '把说同一件事的心愿归集成需求，由项目来办。', en: 'Wishes that ask for the same thing, gathered for a project to answer.' },
    dependsOn: ['organisation', 'projects'],
    permissions: {
      'demand.manage': { label: { zh: '归集需求', en: 'Gather demands' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] },
      'demand.answer': { label: { zh: '为需求立项', en: 'Answer demands with projects' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] },
    },
    workflows: [firstDemandLife, demandLife],
    messages: {
      DEMAND_CLOSED: { zh: '这个需求已经办结，不能再改。', en: 'This demand is closed.' },
    },
  }),
  entities: [Demand],
  searches: [searchedRecord(() => Demand, { label: { zh: '需求', en: 'Demands' }, texts: ['title'], numbers: ['number'] })],
  reads: [
    oneQuery('demand', () => Demand, 'One demand by id; null when absent.'),
    listQuery('demands', () => demandList, 'Demands of the tenant.'),
  ],
  resolvers: [DemandMutations, DemandFields],
  events: demandEvents,
  abilities: [demandAbilities],
  agenda: demandAgenda,
  exporters: [demandExporter],
  migrations: new URL('../../migrations/demands/', import.meta.url),
});
