import { defineServer, listQuery, oneQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { partnerAbilities } from './partner.abilities.js';
import { Partner } from './partner.entity.js';
import { partnerExporter } from './partner.exporter.js';
import { partnerImporter } from './partner.importer.js';
import { partnerList } from './partner.list.js';
import { partnersMetric } from './partner.metric.js';
import { PartnerResolver } from './partner.resolver.js';
import { partnerLife } from './partner.workflow.js';
import { partnerEvents } from './partner.events.js';

/** Organisations that offer resources or deliver projects. */
export const partnersFeature = defineServer({
  declaration: defineFeature({
    name: 'partners',
    label: { zh: '合作单位', en: 'Partners' },
    description: { zh: '合作单位的准入与清退。', en: 'Partners, admitted and removed.' },
    dependsOn: ['people'],
    workflows: [partnerLife],
    permissions: {
      'partner.read': {
        label: { zh: '查看合作单位', en: 'See partners' },
        level: 'tenant',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'projectLead', 'supervisor', 'auditor'],
      },
      'partner.reveal': {
        label: { zh: '查看合作单位联系人', en: 'See whom to call at partners' },
        level: 'tenant',
        roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'auditor'],
      },
      'partner.represent': { label: { zh: '代表合作单位', en: 'Speak for a partner' }, level: 'own', roles: ['partnerRepresentative'] },
      'partner.admit': { label: { zh: '准入和清退合作单位', en: 'Admit and remove partners' }, level: 'tenant', roles: ['organisationOfficer', 'subDistrictOfficer'] },
    },
    messages: {
      CREDIT_CODE_INVALID: { zh: '统一社会信用代码不对：共18位，末位是校验码。', en: 'This is not a unified social credit code: 18 characters, the last one checks the others.' },
      PARTNER_GONE: { zh: '这家合作单位已经清退，请先重新准入。', en: 'This partner was removed; admit it again first.' },
      ALREADY_REPRESENTS: { zh: '这个人已经是这家单位的代表。', en: 'This person speaks for the partner already.' },
      CREDIT_CODE_TAKEN: { zh: '这个统一社会信用代码已经登记过。', en: 'A partner with this credit code is registered already.' },
    },
  }),
  entities: [Partner],
  searches: [searchedRecord(() => Partner, { label: { zh: '合作单位', en: 'Partners' }, texts: ['name', 'direction'], codes: ['creditCode'] })],
  reads: [
    oneQuery('partner', () => Partner, 'One partner by id; null when absent or not to be seen.'),
    listQuery('partners', () => partnerList, 'Partners that you may see.'),
  ],
  resolvers: [PartnerResolver],
  events: partnerEvents,
  abilities: [partnerAbilities],
  importers: [partnerImporter],
  exporters: [partnerExporter],
  metrics: [partnersMetric],
  migrations: new URL('../../migrations/partners/', import.meta.url),
});
