import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { emergencyAbilities } from './emergency-access.abilities.js';
import { emergencyAgenda } from './emergency-access.agenda.js';
import { EmergencyAccess } from './emergency-access.entity.js';
import { runOut } from './emergency-access.job.js';
import { emergencyAccessList } from './emergency-access.list.js';
import { emergencyNotifications } from './emergency-access.notifications.js';
import { EmergencyFields, EmergencyMutations } from './emergency-access.resolver.js';
import { emergencyLife } from './emergency-access.workflow.js';
import { TakeableRoleFields } from './takeable-role.resolver.js';

/** Another's role, taken for hours when its holder cannot be reached; everybody concerned is told, and somebody else reviews it. */
export const emergenciesFeature = defineServer({
  declaration: defineFeature({
    name: 'emergencies',
    label: { zh: '紧急访问', en: 'Emergency access' },
    description: { zh: '联系不上任职人时，限时代行其岗位，事后复核。', en: 'Another’s role, taken for hours when its holder cannot be reached, and reviewed afterwards.' },
    dependsOn: ['people'],
    permissions: {
      'emergency.read': {
        label: { zh: '查看紧急访问', en: 'See emergency access' },
        level: 'unit',
        roles: ['tenantAdministrator', 'convener', 'organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'auditor'],
      },
      // What is opened lasts beyond a loan, and nothing that was taken takes more.
      'emergency.open': { label: { zh: '打开紧急访问', en: 'Take roles in an emergency' }, level: 'unit', roles: ['tenantAdministrator', 'organisationOfficer', 'subDistrictOfficer'], staysWithHolder: true },
      'emergency.review': { label: { zh: '复核紧急访问', en: 'Review emergency access' }, level: 'unit', roles: ['tenantAdministrator', 'organisationOfficer'], staysWithHolder: true },
    },
    workflows: [emergencyLife],
    messages: {
      EMERGENCY_REASON_TOO_SHORT: { zh: '请把理由写清楚，至少 {limit} 个字。', en: 'Please say why, in at least {limit} characters.' },
      EMERGENCY_HOURS: { zh: '请填 1 到 {limit} 小时。', en: 'Please choose 1 to {limit} hours.' },
      EMERGENCY_ROLE_OVER: { zh: '这个岗位现在没有人担任，请改为任职。', en: 'Nobody holds this role now. Please grant it instead.' },
      EMERGENCY_NEVER: { zh: '这个岗位自己就能打开或复核紧急访问，不能代行。', en: 'This role opens or reviews emergency access itself, so it cannot be taken.' },
      EMERGENCY_YOURS: { zh: '您在这里就担任这个岗位。', en: 'You hold this role here yourself.' },
      EMERGENCY_OPEN: { zh: '您在这里的紧急访问还没有结束。', en: 'Your emergency access to this role is still open.' },
      EMERGENCY_NOT_NEEDED: { zh: '这个岗位能办的事，您现在就能办，不需要紧急访问。', en: 'You may already do all that this role may do here.' },
      EMERGENCY_OVER: { zh: '这次紧急访问已经结束了。', en: 'This emergency access is over already.' },
      EMERGENCY_STILL_OPEN: { zh: '还没有结束，请结束后再复核。', en: 'It is still open. Review it once it is over.' },
      EMERGENCY_REVIEWED: { zh: '已经有人复核过了。', en: 'Somebody has reviewed it already.' },
    },
  }),
  entities: [EmergencyAccess],
  reads: [
    oneQuery('emergencyAccess', () => EmergencyAccess, 'One emergency access by id; null when absent or not to be seen.'),
    listQuery('emergencyAccesses', () => emergencyAccessList, 'Emergency access that you may see, open and past: at your units, to your roles, and your own.'),
  ],
  resolvers: [EmergencyMutations, EmergencyFields, TakeableRoleFields],
  events: {
    'emergency.opened': { label: { zh: '打开紧急访问', en: 'Emergency access opened' } },
    'emergency.ended': { label: { zh: '提前结束紧急访问', en: 'Emergency access ended early' } },
    'emergency.ranOut': { label: { zh: '紧急访问到时结束', en: 'Emergency access ran out' } },
    'emergency.reviewed': { label: { zh: '复核紧急访问', en: 'Emergency access reviewed' } },
  },
  notifications: emergencyNotifications,
  agenda: emergencyAgenda,
  jobs: [runOut],
  abilities: [emergencyAbilities],
  migrations: new URL('../../migrations/emergencies/', import.meta.url),
});
