import type { Text } from '../text.js';

/** 五个方面. Tenant vocabulary with these defaults. */
export const ASPECTS = {
  organisationalLife: { zh: '组织生活', en: 'Organisational life' },
  skills: { zh: '技能培训', en: 'Skills' },
  communityEconomy: { zh: '社区经济', en: 'Community economy' },
  disputes: { zh: '矛盾纠纷', en: 'Disputes' },
  livelihood: { zh: '民生服务', en: 'Livelihood' },
} as const satisfies Record<string, Text>;
export type AspectKey = keyof typeof ASPECTS;

/** 活动类型 that every tenant starts with; ledgers and plugins bring more. */
export const ACTIVITY_KINDS = {
  lecture: { zh: '政策宣讲', en: 'Lecture' },
  volunteering: { zh: '志愿服务', en: 'Volunteering' },
  venueService: { zh: '阵地服务', en: 'Service at a venue' },
} as const satisfies Record<string, Text>;

/** 实施模式: who pays. */
export const PROJECT_MODES = {
  PUBLIC_BENEFIT: { zh: '公益服务', en: 'Public benefit' },
  LOW_FEE: { zh: '低偿收费', en: 'Low fee' },
  MARKET: { zh: '市场化经营', en: 'Market' },
} as const satisfies Record<string, Text>;
export type ProjectMode = keyof typeof PROJECT_MODES;

/** The stations of a project's life that every type shares; a plugin may add its own. */
export const PROJECT_STATES = {
  DRAFT: { zh: '策划', en: 'Draft' },
  REVIEW: { zh: '评审', en: 'Review' },
  RESOURCING: { zh: '资源整合', en: 'Resourcing' },
  AGREED: { zh: '签约', en: 'Agreed' },
  RUNNING: { zh: '实施', en: 'Running' },
  COMPLETION_REVIEW: { zh: '评审会', en: 'Completion review' },
  CLOSED: { zh: '结项', en: 'Closed' },
  BRAND: { zh: '品牌', en: 'Brand project' },
  PAUSED: { zh: '暂停', en: 'Paused' },
  CORRECTION: { zh: '整改', en: 'Correction' },
  TERMINATED: { zh: '清退', en: 'Terminated' },
} as const satisfies Record<string, Text>;
export type ProjectState = keyof typeof PROJECT_STATES;

/** 状态 of a district's project ledger, read as a state of ours; the states' own names are understood too. */
export const PROJECT_STATES_IN_LEDGERS: Readonly<Record<string, ProjectState>> = { 实施中: 'RUNNING', 已结项: 'CLOSED' };

/** The four grades of a monthly evaluation. */
export const GRADES = {
  EXCELLENT: { zh: '优秀', en: 'Excellent' },
  GOOD: { zh: '良好', en: 'Good' },
  PASS: { zh: '合格', en: 'Pass' },
  FAIL: { zh: '不合格', en: 'Fail' },
} as const satisfies Record<string, Text>;
export type Grade = keyof typeof GRADES;

/** 四步工作法, in their order. */
export const FOUR_STEPS = [
  { step: 1, label: { zh: '需求收集', en: 'Demand collection' } },
  { step: 2, label: { zh: '项目策划', en: 'Project planning' } },
  { step: 3, label: { zh: '资源整合', en: 'Resource integration' } },
  { step: 4, label: { zh: '监督评估', en: 'Supervision and evaluation' } },
] as const satisfies readonly { step: number; label: Text }[];

/** Kinds of partner, with the names that ledgers use. */
export const PARTNER_KINDS = {
  socialOrganisation: { zh: '社会组织', en: 'Social organisation' },
  company: { zh: '企业', en: 'Company' },
  school: { zh: '学校', en: 'School' },
  hospital: { zh: '医院', en: 'Hospital' },
  stateEnterprise: { zh: '国有企业', en: 'State enterprise' },
  newGroup: { zh: '“三新”组织', en: '“Three new” group' },
} as const satisfies Record<string, Text>;
export type PartnerKindKey = keyof typeof PARTNER_KINDS;

/** The frequencies that an agreement offers by default; any other is read by `parseFrequency`. */
export const FREQUENCIES = ['每周一次', '每周三次', '每月两次', '每季度一次'] as const;

/** What types of project are called while no enabled plugin provides them. A type beyond these is called by its key. */
export const PROJECT_TYPE_WORDS: Readonly<Record<string, Text>> = {
  general: { zh: '通用', en: 'General' },
  education: { zh: '教育', en: 'Education' },
  health: { zh: '健康', en: 'Health' },
  mediation: { zh: '议事调解', en: 'Mediation' },
  livestream: { zh: '助农直播', en: 'Livestream' },
};
