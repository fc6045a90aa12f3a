import { anyOf, ascending, defineList, equals, refersTo } from '@weixiang/kernel';
import { RatingParty } from './evaluation.enums.js';
import { Rating } from './rating.entity.js';

/** Ratings without who gave them. Their ids are random, so no order tells when they came. */
export const ratingList = defineList({
  of: () => Rating,
  name: 'Rating',
  filter: {
    round: refersTo('round', 'round', 'Only ratings of this round.'),
    project: refersTo('project', 'project', 'Only ratings of this project.'),
    party: anyOf('party', () => [RatingParty], 'Only ratings of these parties.'),
    isExcluded: equals('isExcluded', () => Boolean, 'true: only ratings that no longer count · false: only those that do.'),
  },
  sort: { PARTY: ascending('party', 'By party.') },
});
