import type { ToldEvent } from '@weixiang/kernel';

/** What is told of demands. */
export const demandEvents: Readonly<Record<string, ToldEvent>> = {
  'demand.opened': { label: { zh: '新的需求', en: 'Demand opened' } },
  'demand.changed': { label: { zh: '修改需求', en: 'Demand changed' } },
  'demand.inProject': { label: { zh: '需求立项', en: 'Demand in a project' } },
  'demand.freed': { label: { zh: '需求退回，另找项目', en: 'Demand waits for another project' } },
  'demand.met': { label: { zh: '需求已满足', en: 'Demand met' } },
  'demand.closed': { label: { zh: '关闭需求', en: 'Demand closed' } },
};
