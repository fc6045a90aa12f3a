import { graphql } from '../generated/index.js';

export const WishWallDocument = graphql(`
  query WishWall($after: String, $filter: WishFilter) {
    wishes(first: 20, after: $after, filter: $filter) {
      totalCount
      nodes {
        ...WishCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
