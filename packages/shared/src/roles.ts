import type { Text } from './text.js';

/** Every role of the product with its name; a role is held at one unit and reaches the subtree. */
export const ROLES = {
  platformOperator: { zh: '平台运营者', en: 'Platform operator' },
  tenantAdministrator: { zh: '租户管理员', en: 'Tenant administrator' },
  convener: { zh: '召集人', en: 'Convener' },
  organisationOfficer: { zh: '组织部门工作人员', en: 'Organisation officer' },
  departmentOfficer: { zh: '部门工作人员', en: 'Department officer' },
  subDistrictOfficer: { zh: '街道工作人员', en: 'Sub-district officer' },
  communitySecretary: { zh: '社区书记', en: 'Community secretary' },
  gridWorker: { zh: '网格书记（网格员）', en: 'Grid secretary or worker' },
  buildingLeader: { zh: '楼栋长', en: 'Building leader' },
  projectLead: { zh: '项目负责人', en: 'Project lead' },
  supervisor: { zh: '监督员', en: 'Supervisor' },
  expert: { zh: '专家', en: 'Expert' },
  partnerRepresentative: { zh: '合作单位代表', en: 'Partner representative' },
  resident: { zh: '居民', en: 'Resident' },
  auditor: { zh: '审计员', en: 'Auditor' },
} as const satisfies Record<string, Text>;

/** The key of a role. `'communitySecretary'` */
export type RoleKey = keyof typeof ROLES;

/** The role that holds every permission, save those over one's own records: the first one of a tenant, which grants the others. */
export const ADMINISTRATOR: RoleKey = 'tenantAdministrator';

/** The roles that are held in a tenant; operators have the platform, and no tenant gives it away. */
export function isTenantRole(text: string): text is RoleKey {
  return isRoleKey(text) && text !== 'platformOperator';
}

/** Whether the text is the key of a role. `isRoleKey('resident') // true` */
export function isRoleKey(text: string): text is RoleKey {
  return Object.hasOwn(ROLES, text);
}
