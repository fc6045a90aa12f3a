import { anyOf, ascending, contains, defineList, descending } from '@weixiang/kernel';
import { Partner, PartnerState } from './partner.entity.js';

/** Partners, as the console and the choosers list them. */
export const partnerList = defineList({
  of: () => Partner,
  name: 'Partner',
  filter: {
    state: anyOf('state', () => [PartnerState], 'Only partners in one of these states.'),
    kind: anyOf('kind', () => [String], 'Only partners of one of these kinds.'),
    direction: anyOf('direction', () => [String], 'Only partners with one of these directions.'),
    search: contains(['name', 'creditCode'], 'Only partners whose name or credit code contains these characters.'),
  },
  sort: {
    NAME: ascending('name', 'By name.'),
    NAME_LAST: descending('name', 'By name, the last first.'),
    NEWEST: descending('createdAt', 'Latest registered first.'),
  },
});
