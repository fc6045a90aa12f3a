import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { agreementAbilities } from './agreement.abilities.js';
import { Agreement } from './agreement.entity.js';
import { agreementExporter } from './agreement.exporter.js';
import { hasAgreement } from './agreement.guards.js';
import { agreementList } from './agreement.list.js';
import { agreementsMetric } from './agreement.metric.js';
import { AgreementMutations } from './agreement.resolver.js';

/** What partners and organisations owe each other. */
export const agreementsFeature = defineServer({
  declaration: defineFeature({
    name: 'agreements',
    label: { zh: '合作协议', en: 'Agreements' },
    description: { zh: '签订的合作协议和五项约定。', en: 'Signed agreements and their five terms.' },
    dependsOn: ['projects'],
    permissions: {
      'agreement.read': {
        label: { zh: '查看协议', en: 'See agreements' },
        level: 'unit',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'projectLead', 'supervisor', 'auditor'],
      },
      'agreement.record': { label: { zh: '登记协议', en: 'Record agreements' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] },
    },
    messages: {
      AGREEMENT_NEEDS_PARTNER: { zh: '请选签约的合作单位。', en: 'Please choose the partner that signed.' },
      PARTNER_REMOVED: { zh: '这个合作单位已经清退，不能签约。', en: 'This partner was removed and cannot sign.' },
      DATE_IN_FUTURE: { zh: '日期还没有到。', en: 'This day is still to come.' },
    },
  }),
  entities: [Agreement],
  reads: [
    oneQuery('agreement', () => Agreement, 'One agreement by id; null when absent or not to be seen.'),
    listQuery('agreements', () => agreementList, 'Agreements that you may see.'),
  ],
  resolvers: [AgreementMutations],
  events: {
    'agreement.recorded': { label: { zh: '登记合作协议', en: 'Agreement recorded' } },
  },
  abilities: [agreementAbilities],
  guards: { hasAgreement },
  metrics: [agreementsMetric],
  exporters: [agreementExporter],
  migrations: new URL('../../migrations/agreements/', import.meta.url),
});
