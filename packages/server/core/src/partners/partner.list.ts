import { anyOf, ascending, defineList, descending, searched } from '@weixiang/kernel';
import { ID } from 'type-graphql';
import { Partner, PartnerState } from './partner.entity.js';

/** Partners, as the console and the choosers list them. */
export const partnerList = defineList({
  of: () => Partner,
  name: 'Partner',
  filter: {
    ids: { type: () => [ID], description: 'Only these partners.', test: { kind: 'refers', property: 'id', prefix: 'partner', many: true } },
    state: anyOf('state', () => [PartnerState], 'Only partners in one of these states.'),
    kind: anyOf('kind', () => [String], 'Only partners of one of these kinds.'),
    direction: anyOf('direction', () => [String], 'Only partners with one of these directions.'),
    search: searched('Only partners that a search for these words, or this beginning of a credit code, finds.'),
  },
  sort: {
    NAME: ascending('name', 'By name.'),
    NAME_LAST: descending('name', 'By name, the last first.'),
    NEWEST: descending('createdAt', 'Latest registered first.'),
  },
});
