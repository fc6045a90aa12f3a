import { anyOf, defineList } from '@weixiang/kernel';
import { WishAnswer } from './wish-answer.entity.js';
import { WishState } from './wish.enums.js';

/** Answers to wishers. */
export const wishAnswerList = defineList({
  of: () => WishAnswer,
  name: 'WishAnswer',
  filter: { state: anyOf('state', () => [WishState], 'Only answers that led to one of these states.') },
  sort: {
    OLDEST: { description: 'Oldest first.', by: [{ property: 'at', direction: 'asc' }] },
    NEWEST: { description: 'Latest first.', by: [{ property: 'at', direction: 'desc' }] },
  },
});
