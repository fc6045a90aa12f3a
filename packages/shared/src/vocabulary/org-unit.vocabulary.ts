import type { Text } from '../text.js';

/** A kind of unit that a new tenant starts with; `names` are what ledgers call it. Kinds are tenant data from then on. */
export interface OrgUnitKindDefault {
  readonly key: string;
  readonly label: Text;
  /** 1 is the root; departments and sub-districts stand side by side on 2. */
  readonly level: number;
  readonly names: readonly string[];
}

/** The default kinds, from the committee down to the member household. */
export const ORG_UNIT_KINDS = [
  { key: 'committee', label: { zh: '区委/市委', en: 'District or city committee' }, level: 1, names: ['区委', '市委', '县委'] },
  { key: 'department', label: { zh: '区直部门/市直部门', en: 'Department' }, level: 2, names: ['区直部门', '市直部门', '县直部门'] },
  { key: 'subDistrict', label: { zh: '街道', en: 'Sub-district' }, level: 2, names: ['街道', '街道党工委'] },
  {
    key: 'community',
    label: { zh: '社区党委/党总支', en: 'Community Party committee or general branch' },
    level: 3,
    names: ['社区党委', '社区党总支', '党总支'],
  },
  { key: 'grid', label: { zh: '网格党支部', en: 'Grid branch' }, level: 4, names: ['网格党支部', '小区党支部', '小区（网格）党支部'] },
  { key: 'building', label: { zh: '楼栋党小组', en: 'Building group' }, level: 5, names: ['楼栋党小组'] },
  { key: 'household', label: { zh: '党员中心户', en: 'Member household' }, level: 6, names: ['党员中心户'] },
] as const satisfies readonly OrgUnitKindDefault[];

/** The key of a default kind. `'grid'` */
export type OrgUnitKindKey = (typeof ORG_UNIT_KINDS)[number]['key'];
