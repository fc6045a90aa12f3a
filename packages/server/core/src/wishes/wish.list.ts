import { anyOf, ascending, atLeast, atMost, DateScalar, defineList, descending, equals, inSubtree, isActor, isNull, refersTo, searched } from '@weixiang/kernel';
import { ID } from 'type-graphql';
import { Wish } from './wish.entity.js';
import { Priority, WishChannel, WishScope, WishState } from './wish.enums.js';

/** Wishes, as the wall and the inbox list them. */
export const wishList = defineList({
  of: () => Wish,
  name: 'Wish',
  filter: {
    ids: { type: () => [ID], description: 'Only these wishes.', test: { kind: 'refers', property: 'id', prefix: 'wish', many: true } },
    state: anyOf('state', () => [WishState], 'Only wishes in one of these states.'),
    orgUnit: refersTo('orgUnit', 'unit', 'Only wishes of this very unit.'),
    within: inSubtree('Only wishes of this unit or below.'),
    channel: anyOf('channel', () => [WishChannel], 'Only wishes made in one of these ways.'),
    scope: equals('scope', () => WishScope, 'Only common wishes, or only individual ones.'),
    category: refersTo('category', 'term', 'Only wishes of this category.'),
    priority: anyOf('priority', () => [Priority], 'Only wishes of one of these priorities.'),
    from: atLeast('recordedOn', () => DateScalar, 'Only wishes recorded on this day or later.'),
    to: atMost('recordedOn', () => DateScalar, 'Only wishes recorded on this day or earlier.'),
    search: searched('Only wishes that a search for these words or this number finds.'),
    demand: refersTo('demand', 'demand', 'Only wishes gathered into this demand.'),
    project: refersTo('project', 'project', 'Only wishes that this project answers.'),
    isGathered: {
      type: () => Boolean,
      description: 'true: only wishes in a demand · false: only those in none.',
      test: { kind: 'sql', sql: ({ column }) => `${column('demand')} is not null` },
    },
    isHeldBack: equals('isHeldBack', () => Boolean, 'true: only wishes that wait for a person to say whether the wall may show them.'),
    isMine: isActor('wisher', 'true: only the wishes of who asks.'),
    isLate: {
      type: () => Boolean,
      description: 'true: only wishes whose first answer is overdue · false: all others.',
      test: { kind: 'sql', sql: ({ column }) => `${column('isOverdue')} and ${column('firstAnsweredAt')} is null` },
    },
    isUnanswered: isNull('firstAnsweredAt', 'true: only wishes that nobody has answered here · false: only answered ones.'),
  },
  sort: {
    NEWEST: descending('recordedOn', 'Latest recorded first.'),
    OLDEST: ascending('recordedOn', 'Earliest recorded first.'),
    DUE: ascending('answerDueAt', 'Earliest deadline of the first answer first.'),
    NUMBER: ascending('number', 'By number.'),
    SUPPORTERS: descending('supporterCount', 'Most supporters first.'),
  },
});
