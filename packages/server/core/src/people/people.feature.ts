import { defineServer, listQuery, oneQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { OpenSessions } from './open-session.resolver.js';
import { PasswordMutations } from './password.resolver.js';
import { AccessQuery } from './access.resolver.js';
import { Delegation } from './delegation.entity.js';
import { delegationList } from './delegation.list.js';
import { DelegationMutations } from './delegation.resolver.js';
import { peopleAbilities } from './people.abilities.js';
import { PeopleMutations } from './people.resolver.js';
import { personExporter } from './person.exporter.js';
import { Person } from './person.entity.js';
import { personList } from './person.list.js';
import { PhoneSignIn } from './phone-sign-in.resolver.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { RoleAssignmentFields } from './role-assignment.resolver.js';
import { SessionMutations } from './session.resolver.js';
import { ViewerQuery } from './viewer.resolver.js';
import { roleNotifications, tellOfEndingRoles } from './role.notifications.js';

/** People, the roles they hold, and signing in. */
export const peopleFeature = defineServer({
  declaration: defineFeature({
    name: 'people',
    label: { zh: '人员', en: 'People' },
    description: { zh: '人员、任职与登录。', en: 'People, roles and signing in.' },
    dependsOn: ['organisation'],
    permissions: {
      'person.read': {
        label: { zh: '查看人员', en: 'See people' },
        level: 'unit',
        roles: ['tenantAdministrator', 'convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'supervisor', 'auditor'],
      },
      'person.reveal': {
        label: { zh: '查看姓名电话全文', en: 'See names and telephones in full' },
        level: 'unit',
        roles: ['tenantAdministrator', 'organisationOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'auditor'],
      },
      'person.manage': { label: { zh: '登记人员', en: 'Register people' }, level: 'unit', roles: ['tenantAdministrator', 'organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] },
      'role.grant': { label: { zh: '任免', en: 'Grant and revoke roles' }, level: 'unit', roles: ['tenantAdministrator', 'organisationOfficer', 'subDistrictOfficer', 'communitySecretary'], staysWithHolder: true },
      'access.explain': { label: { zh: '查看权限来由', en: 'See why somebody may do what' }, level: 'tenant', roles: ['auditor'] },
    },
    messages: {
      SIGN_IN_FAILED: { zh: '账号或密码不对，请再试一次。', en: 'The login or the password is wrong. Please try again.' },
      SIGN_IN_THROTTLED: { zh: '试错次数太多，请 {minutes} 分钟后再试。', en: 'Too many wrong attempts. Please try again in {minutes} minutes.' },
      LOGIN_MALFORMED: { zh: '账号用 3–40 个小写字母、数字、点或短横。', en: 'A login is 3–40 letters, digits, dots or hyphens.' },
      LOGIN_TAKEN: { zh: '这个账号已经有人用了，请换一个。', en: 'This login is taken. Please choose another.' },
      PASSWORD_TOO_SHORT: { zh: '密码至少 {length} 个字符。', en: 'The password needs at least {length} characters.' },
      PASSWORD_WRONG: { zh: '现在的密码不对，请再试一次。', en: 'That is not your password. Please try again.' },
      PASSWORD_UNCHANGED: { zh: '新密码要和原来的不一样。', en: 'The new password must differ from the old one.' },
      PASSWORD_MUST_CHANGE: { zh: '这是一次性密码，请设一个自己的新密码。', en: 'This password is for one time. Please choose one of your own.' },
      ONE_TIME_PASSWORD_EXPIRED: { zh: '一次性密码已过期，请管理员重新生成。', en: 'This one-time password has run out. Ask for a new one.' },
      NO_PASSWORD: { zh: '这个人没有账号密码，用短信验证码登录。', en: 'There is no password here: this person signs in by text message.' },
      RESET_YOUR_OWN: { zh: '自己的密码请用“修改密码”。', en: 'Please change your own password instead.' },
      RESET_EXCEEDS_YOURS: { zh: '这个人担任的岗位不归您任免，请上级来重置密码。', en: 'This person holds a role that you cannot end. Ask the unit above to reset the password.' },
      CODE_WRONG: { zh: '验证码不对或已过期，请核对，或再要一个。', en: 'The code is wrong or has run out. Check it, or ask for another.' },
      CODE_TOO_SOON: { zh: '验证码刚刚发出，请 {seconds} 秒后再要。', en: 'A code was just sent. Ask for another in {seconds} seconds.' },
      CODES_THROTTLED: { zh: '要的验证码太多，请 {minutes} 分钟后再试。', en: 'Too many codes were asked for. Please try again in {minutes} minutes.' },
      CODE_NOT_SENT: { zh: '短信没有发出去，请稍后再试，或用账号密码登录。', en: 'The message could not be sent. Try again later, or sign in with a password.' },
      ACCOUNT_CLOSED: { zh: '这个账号已经停用，请联系社区。', en: 'This account is closed. Please ask your community.' },
      PHONE_SHARED_BY_MANY: { zh: '这个号码已经有 {limit} 位居民在用，请换一个号码，或请社区帮您登记。', en: 'This number is shared by {limit} people already. Please use another, or ask your community to register you.' },
      PHONE_INVALID: { zh: '电话号码不对，请核对位数。', en: 'This is not a telephone number. Please check its digits.' },
      ROLE_UNKNOWN: { zh: '没有这个岗位。', en: 'There is no such role.' },
      GRANT_EXCEEDS_YOURS: { zh: '您在这个组织没有其中的“{permission}”权限，不能授出。', en: 'You do not hold “{permission}” at this unit, so you cannot grant it.' },
      REVOKE_EXCEEDS_YOURS: { zh: '您在这个组织没有其中的“{permission}”权限，不能免去。', en: 'You do not hold “{permission}” at this unit, so you cannot end this role.' },
      ACCOUNT_EXCEEDS_YOURS: { zh: '这个人担任的岗位不归您任免，请上级来停用。', en: 'This person holds a role that you cannot end. Ask the unit above to close the account.' },
      DELEGATION_TOO_LONG: { zh: '最长代理 {days} 天。', en: 'At most {days} days.' },
      DELEGATION_OUTLASTS_ROLE: { zh: '这个岗位只到 {on}，代理不能更久。', en: 'The role itself ends on {on}.' },
      DELEGATION_TO_HOLDER: { zh: '请选另一个人。', en: 'Please choose another person.' },
      DELEGATION_THERE: { zh: '这段时间已经请这个人代理了。', en: 'The role is lent to this person at that time already.' },
      ROLE_NOT_LENT: { zh: '这个岗位没有可以代理的事。', en: 'There is nothing in this role to be lent.' },
      DATES_REVERSED: { zh: '结束日期不能早于开始日期。', en: 'The last day cannot be before the first.' },
    },
  }),
  entities: [Person, RoleAssignment, Delegation],
  searches: [searchedRecord(() => Person, { label: { zh: '人员', en: 'People' }, texts: ['name'] })],
  reads: [
    oneQuery('person', () => Person, 'One person by id; null when absent or not to be seen.'),
    oneQuery('roleAssignment', () => RoleAssignment, 'One role held, by id; null when absent or not to be seen.'),
    oneQuery('delegation', () => Delegation, 'One delegation by id; null when absent or not to be seen.'),
    listQuery('delegations', () => delegationList, 'Roles lent for a time that you may see: yours, and those at your units.'),
    listQuery('people', () => personList, 'People that you may see.'),
  ],
  resolvers: [ViewerQuery, SessionMutations, PhoneSignIn, PasswordMutations, OpenSessions, PeopleMutations, RoleAssignmentFields, DelegationMutations, AccessQuery],
  events: {
    'role.granted': { label: { zh: '任职', en: 'Role given' } },
    'role.revoked': { label: { zh: '免职', en: 'Role ended' } },
    'role.ended': { label: { zh: '随组织撤销离任', en: 'Role ended with its unit' } },
    'delegation.begun': { label: { zh: '委托代理', en: 'Role lent' } },
    'delegation.ended': { label: { zh: '结束代理', en: 'Loan of a role ended' } },
  },
  notifications: roleNotifications,
  crons: [tellOfEndingRoles],
  exporters: [personExporter],
  abilities: [peopleAbilities],
  migrations: new URL('../../migrations/people/', import.meta.url),
});
