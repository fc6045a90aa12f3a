import { graphql } from '../generated/index.js';

export const SpineCountsDocument = graphql(`
  query SpineCounts($filter: WishFilter) {
    wishCounts(filter: $filter) {
      key
      count
    }
  }
`);
