import { defineWorkflow, extendWorkflow, WISH_STATES } from '@weixiang/shared';

/**
 * The life of a wish. A first answer accepts it; accepting it with a demand gathers it at once. It may leave the demand
 * list out, with a reason, and it comes back from “fulfilled” when the resident says that it is not done.
 */
export const firstWishLife = defineWorkflow({
  name: 'wish.life',
  version: 1,
  initial: 'SUBMITTED',
  states: {
    SUBMITTED: { label: WISH_STATES.SUBMITTED },
    ACCEPTED: { label: WISH_STATES.ACCEPTED },
    LISTED: { label: WISH_STATES.LISTED },
    IN_PROJECT: { label: WISH_STATES.IN_PROJECT },
    FULFILLED: { label: WISH_STATES.FULFILLED },
    CONFIRMED: { label: WISH_STATES.CONFIRMED, isFinal: true },
    MERGED: { label: WISH_STATES.MERGED, isFinal: true },
    DECLINED: { label: WISH_STATES.DECLINED, isFinal: true },
  },
  steps: {
    answer: { label: { zh: '答复', en: 'Answer' }, from: ['SUBMITTED'], to: 'ACCEPTED', needs: 'wish.answer', input: { words: 'required' } },
    accept: { label: { zh: '受理', en: 'Accept' }, from: ['SUBMITTED'], to: 'ACCEPTED', needs: 'wish.accept', input: { words: 'required' } },
    gather: {
      label: { zh: '归集', en: 'Gather' },
      from: ['ACCEPTED'],
      to: 'ACCEPTED',
      needs: 'wish.accept',
      guards: ['isNotGathered'],
      input: { words: 'required' },
    },
    list: { label: { zh: '列入清单', en: 'Put on the list' }, from: ['ACCEPTED'], to: 'LISTED', needs: 'wish.list', input: { words: 'optional' } },
    skipList: {
      label: { zh: '不列清单，直接办理', en: 'Go without the list' },
      from: ['ACCEPTED'],
      to: 'ACCEPTED',
      needs: 'wish.list',
      guards: ['isNotSkipped'],
      input: { skipReason: 'required' },
    },
    startProject: { label: { zh: '立项', en: 'Start a project' }, from: ['ACCEPTED', 'LISTED'], to: 'IN_PROJECT', needs: 'wish.startProject' },
    fulfil: { label: { zh: '办成', en: 'Fulfil' }, from: ['IN_PROJECT'], to: 'FULFILLED', needs: 'wish.fulfil', input: { words: 'required' } },
    confirm: {
      label: { zh: '居民确认', en: 'Confirm' },
      from: ['FULFILLED'],
      to: 'CONFIRMED',
      needs: 'wish.confirm',
      guards: ['speaksForWisher'],
      input: { words: 'optional' },
    },
    notDone: {
      label: { zh: '还没办成', en: 'Not done yet' },
      from: ['FULFILLED'],
      to: 'IN_PROJECT',
      needs: 'wish.confirm',
      guards: ['speaksForWisher'],
      input: { words: 'optional' },
    },
    merge: {
      label: { zh: '归并', en: 'Merge' },
      from: ['SUBMITTED', 'ACCEPTED', 'LISTED'],
      to: 'MERGED',
      needs: 'wish.merge',
      input: { into: 'required', words: 'optional' },
    },
    decline: {
      label: { zh: '不予受理', en: 'Decline' },
      from: ['SUBMITTED', 'ACCEPTED', 'LISTED'],
      to: 'DECLINED',
      needs: 'wish.decline',
      input: { reason: 'required' },
    },
  },
  deadlines: [{ state: 'SUBMITTED', after: { setting: 'wishes.answerWithinWorkingDays' }, event: 'wish.escalated' }],
});

/** The second version: a wish whose project is terminated goes back to where it was before. */
export const wishLife = extendWorkflow(firstWishLife, {
  name: firstWishLife.name,
  version: 2,
  steps: {
    free: { label: { zh: '退回已受理', en: 'Back to accepted' }, from: ['IN_PROJECT'], to: 'ACCEPTED', needs: 'wish.startProject', guards: ['isLetGo'] },
    freeListed: { label: { zh: '退回清单', en: 'Back to the list' }, from: ['IN_PROJECT'], to: 'LISTED', needs: 'wish.startProject', guards: ['isLetGo'] },
  },
});
