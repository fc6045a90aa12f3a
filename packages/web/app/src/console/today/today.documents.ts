import { graphql } from '../generated/index.js';

export const TodayDocument = graphql(`
  query Today($waiting: WishFilter, $quarter: WishFilter, $late: WishFilter) {
    waiting: wishes(filter: $waiting, sort: DUE, first: 8) {
      totalCount
      edges {
        cursor
        node {
          ...WishRow
        }
      }
    }
    late: wishes(filter: $late, first: 1) {
      totalCount
    }
    wishCounts(filter: $quarter) {
      key
      count
    }
  }
`);

export const RecentImportsDocument = graphql(`
  query RecentImports {
    imports(first: 5) {
      edges {
        cursor
        node {
          id
          ledger
          fileName
          state
          isDryRun
          accepted
          unchanged
          rejectedCount
          warningCount
          createdAt
        }
      }
    }
  }
`);
