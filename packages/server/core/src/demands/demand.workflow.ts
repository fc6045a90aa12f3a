import { defineWorkflow, extendWorkflow } from '@weixiang/shared';

/** The life of a demand: gathered, perhaps listed, answered by a project, met; or closed. */
export const firstDemandLife = defineWorkflow({
  name: 'demand.life',
  version: 1,
  initial: 'OPEN',
  states: {
    OPEN: { label: { zh: '归集中', en: 'Open' } },
    LISTED: { label: { zh: '已列入清单', en: 'On the demand list' } },
    IN_PROJECT: { label: { zh: '已立项', en: 'In a project' } },
    MET: { label: { zh: '已满足', en: 'Met' } },
    CLOSED: { label: { zh: '已关闭', en: 'Closed' }, isFinal: true },
  },
  steps: {
    list: { label: { zh: '列入清单', en: 'Put on the list' }, from: ['OPEN'], to: 'LISTED', needs: 'demand.manage' },
    startProject: { label: { zh: '立项', en: 'Start a project' }, from: ['OPEN', 'LISTED'], to: 'IN_PROJECT', needs: 'demand.answer' },
    meet: { label: { zh: '满足', en: 'Meet' }, from: ['IN_PROJECT'], to: 'MET', needs: 'demand.answer' },
    reopen: { label: { zh: '还没办成', en: 'Not done yet' }, from: ['MET'], to: 'IN_PROJECT', needs: 'demand.answer' },
    close: {
      label: { zh: '关闭', en: 'Close' },
      from: ['OPEN', 'LISTED'],
      to: 'CLOSED',
      needs: 'demand.manage',
      guards: ['hasNoWishes'],
      input: { reason: 'required' },
    },
  },
});

/** The second version: a demand whose project is terminated is there for another one. */
export const demandLife = extendWorkflow(firstDemandLife, {
  name: firstDemandLife.name,
  version: 2,
  steps: {
    free: { label: { zh: '退回归集', en: 'Back to open' }, from: ['IN_PROJECT'], to: 'OPEN', needs: 'demand.answer', guards: ['isLetGo'] },
    freeListed: { label: { zh: '退回清单', en: 'Back to the list' }, from: ['IN_PROJECT'], to: 'LISTED', needs: 'demand.answer', guards: ['isLetGo'] },
  },
});
