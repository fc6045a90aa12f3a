import { graphql } from '../generated/index.js';

export const ImportRowDocument = graphql(`
  fragment ImportRow on Import {
    id
    ledger
    state
    fileName
    isDryRun
    total
    accepted
    unchanged
    rejectedCount
    warningCount
    createdAt
    finishedAt
    failure
    startedBy {
      id
      name
    }
  }
`);

export const ImportsDocument = graphql(`
  query Imports($first: Int!, $after: String) {
    imports(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ImportRow
        }
      }
    }
  }
`);

export const ImportDocument = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      ...ImportRow
      rejectedSheetUrl
      rejected {
        row
        column
        code
        message
      }
      warnings {
        row
        column
        code
        message
      }
    }
  }
`);

export const LedgersDocument = graphql(`
  query Ledgers {
    ledgers {
      name
      required
      label {
        zh
        en
      }
    }
  }
`);

export const LedgerExportsDocument = graphql(`
  query LedgerExports($first: Int!, $after: String) {
    ledgerExports(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ledger
          label {
            zh
            en
          }
          filter
          purpose
          rows
          createdAt
          finishedAt
          exportedBy {
            id
            name
          }
        }
      }
    }
  }
`);
