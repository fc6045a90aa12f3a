import { graphql } from '../generated/index.js';

export const SavedFiltersDocument = graphql(`
  query SavedFilters($page: String!) {
    savedFilters(first: 100, filter: { page: $page }) {
      edges {
        cursor
        node {
          id
          version
          name
          query
          isShared
          isMine
          owner {
            id
            name
          }
        }
      }
    }
  }
`);

export const SaveFilterDocument = graphql(`
  mutation SaveFilter($input: SaveFilterInput!) {
    saveFilter(input: $input) {
      filter {
        id
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const RemoveFilterDocument = graphql(`
  mutation RemoveFilter($input: RemoveFilterInput!) {
    removeFilter(input: $input) {
      removedId
      refusals {
        code
        message
        field
      }
    }
  }
`);
