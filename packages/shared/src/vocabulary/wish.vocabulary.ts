import type { Text } from '../text.js';

/** Where a wish was made. */
export const WISH_CHANNELS = {
  SMILE_WALL: { zh: '笑脸墙', en: 'Smile wall' },
  WISH_BOX: { zh: '心愿箱', en: 'Wish box' },
  ONLINE_HOME: { zh: '网上之家', en: 'Online home' },
  WECHAT_GROUP: { zh: '微信群', en: 'WeChat group' },
  HOUSEHOLD_VISIT: { zh: '入户走访', en: 'Household visit' },
  FORUM: { zh: '座谈会', en: 'Forum' },
  DEVELOPER: { zh: '房产商', en: 'Developer' },
  PROPERTY_COMPANY: { zh: '物业公司', en: 'Property company' },
  LINKED_UNIT: { zh: '共建单位', en: 'Linked unit' },
} as const satisfies Record<string, Text>;
export type WishChannel = keyof typeof WISH_CHANNELS;

/** Whether many want it or one. */
export const WISH_SCOPES = {
  COMMON: { zh: '共性', en: 'Common' },
  INDIVIDUAL: { zh: '个性', en: 'Individual' },
} as const satisfies Record<string, Text>;
export type WishScope = keyof typeof WISH_SCOPES;

/** 轻重缓急: importance and urgency in one word. */
export const PRIORITIES = {
  HIGH_URGENT: { zh: '重急', en: 'Important and urgent' },
  HIGH_CALM: { zh: '重缓', en: 'Important, not urgent' },
  LOW_URGENT: { zh: '轻急', en: 'Minor but urgent' },
  LOW_CALM: { zh: '轻缓', en: 'Minor, not urgent' },
} as const satisfies Record<string, Text>;
export type Priority = keyof typeof PRIORITIES;

/** The two sides of a priority. `PRIORITY_SIDES.HIGH_CALM // { isImportant: true, isUrgent: false }` */
export const PRIORITY_SIDES: Readonly<Record<Priority, { isImportant: boolean; isUrgent: boolean }>> = {
  HIGH_URGENT: { isImportant: true, isUrgent: true },
  HIGH_CALM: { isImportant: true, isUrgent: false },
  LOW_URGENT: { isImportant: false, isUrgent: true },
  LOW_CALM: { isImportant: false, isUrgent: false },
};

/** What has become of a wish. */
export const WISH_STATES = {
  SUBMITTED: { zh: '待受理', en: 'Submitted' },
  ACCEPTED: { zh: '已受理', en: 'Accepted' },
  LISTED: { zh: '已列入清单', en: 'On the demand list' },
  IN_PROJECT: { zh: '已立项', en: 'In a project' },
  FULFILLED: { zh: '已实现', en: 'Fulfilled' },
  CONFIRMED: { zh: '居民确认', en: 'Confirmed by the resident' },
  MERGED: { zh: '已归并', en: 'Merged' },
  DECLINED: { zh: '不予受理', en: 'Declined' },
} as const satisfies Record<string, Text>;
export type WishState = keyof typeof WISH_STATES;

/** 办理状态 of a district's ledger, read as a state of ours. */
export const WISH_STATES_IN_LEDGERS: Readonly<Record<string, WishState>> = { 已答复: 'ACCEPTED', 办理中: 'SUBMITTED' };

/** The longest wish, in characters as people count them. */
export const WISH_WORDS_MAX = 1000;

/** The category of a project and, for want of another, of a wish: 八大类. Tenant vocabulary with these defaults. */
export const CATEGORIES = {
  education: { zh: '教育培训', en: 'Education and training' },
  health: { zh: '健康服务', en: 'Health services' },
  studentAid: { zh: '贫困助学', en: 'Student aid' },
  volunteering: { zh: '志愿服务', en: 'Volunteering' },
  environment: { zh: '环境美化', en: 'Environment' },
  guidance: { zh: '业务指导', en: 'Guidance' },
  distinctiveCreation: { zh: '特色创建', en: 'Distinctive creation' },
  neighbourhoodHelp: { zh: '邻里互助', en: 'Neighbourhood help' },
} as const satisfies Record<string, Text>;
export type CategoryKey = keyof typeof CATEGORIES;
