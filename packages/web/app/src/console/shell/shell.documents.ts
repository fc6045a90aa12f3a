import { graphql } from '../generated/index.js';

export const SpineCountsDocument = graphql(`
  query SpineCounts($filter: WishFilter) {
    wishCounts(filter: $filter) {
      state
      count
    }
  }
`);

export const SignOutDocument = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);
