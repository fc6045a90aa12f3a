import { defineServer, listQuery, oneQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { TenantResolver } from '../tenants/tenant.resolver.js';
import { OrgUnit } from './org-unit.entity.js';
import { orgUnitExporter } from './org-unit.exporter.js';
import { orgUnitImporter } from './org-unit.importer.js';
import { orgUnitList } from './org-unit.list.js';
import { departmentsMetric } from './org-unit.metric.js';
import { OrgUnitFields } from './org-unit.fields.js';
import { OrgUnitMutations } from './org-unit.resolver.js';
import { organisationAbilities } from './organisation.abilities.js';
import { UnitKindMutations } from './unit-kind.resolver.js';

/** The tenant and its tree of units. */
export const organisationFeature = defineServer({
  declaration: defineFeature({
    name: 'organisation',
    label: { zh: '组织', en: 'Organisation' },
    description: { zh: '租户、组织树。', en: 'The tenant and its tree of units.' },
    dependsOn: ['vocabulary'],
    permissions: {
      'organisation.read': {
        label: { zh: '查看组织', en: 'See the organisation' },
        level: 'unit',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'supervisor', 'auditor'],
      },
      'organisation.reveal': {
        label: { zh: '查看组织负责人电话', en: 'See telephones of heads of units' },
        level: 'unit',
        roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'auditor'],
      },
      'organisation.manage': { label: { zh: '管理组织', en: 'Manage units' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] },
      'tenant.manage': { label: { zh: '管理租户设置', en: 'Manage the tenant’s settings' }, level: 'tenant', roles: [] },
      'ledger.import': { label: { zh: '导入台账', en: 'Import ledgers' }, level: 'tenant', roles: ['organisationOfficer'] },
    },
    messages: {
      UNIT_CODE_TAKEN: { zh: '这个编码已经有了，请换一个。', en: 'This code is taken. Please choose another.' },
      UNIT_CLOSED: { zh: '这个组织已经撤销。', en: 'This unit is closed.' },
      PLUGIN_UNKNOWN: { zh: '没有安装这个插件。', en: 'No such plugin is installed.' },
      PLUGIN_NEEDS: { zh: '请先启用 {other}。', en: 'Enable {other} first.' },
      PLUGIN_NEEDED: { zh: '{other} 还在用它，请先停用 {other}。', en: '{other} needs it. Disable {other} first.' },
      DAYS_OUT_OF_RANGE: { zh: '请填 {min} 到 {max} 天。', en: 'Please give {min} to {max} days.' },
      SEAL_IS_ONE_CHARACTER: { zh: '印章只用一个字。', en: 'The seal is one character.' },
    },
  }),
  entities: [OrgUnit],
  searches: [searchedRecord(() => OrgUnit, { label: { zh: '组织', en: 'Units' }, texts: ['name'], codes: ['code'] })],
  reads: [
    oneQuery('orgUnit', () => OrgUnit, 'One unit by id; null when absent.'),
    listQuery('orgUnits', () => orgUnitList, 'Units of the organisation.'),
  ],
  resolvers: [TenantResolver, OrgUnitMutations, OrgUnitFields, UnitKindMutations],
  events: {
    'orgUnit.created': { label: { zh: '新建组织', en: 'Unit made' } },
    'orgUnit.changed': { label: { zh: '修改组织', en: 'Unit changed' } },
    'orgUnit.closed': { label: { zh: '撤销组织', en: 'Unit closed' } },
    'orgUnit.moved': { label: { zh: '迁移组织', en: 'Unit moved' } },
    'orgUnit.merged': { label: { zh: '并入其他组织', en: 'Unit merged into another' } },
    'orgUnit.absorbed': { label: { zh: '并入了其他组织', en: 'Another unit merged into it' } },
    'orgUnit.split': { label: { zh: '拆分组织', en: 'Unit split' } },
  },
  abilities: [organisationAbilities],
  importers: [orgUnitImporter],
  exporters: [orgUnitExporter],
  metrics: [departmentsMetric],
  migrations: new URL('../../migrations/organisation/', import.meta.url),
});
