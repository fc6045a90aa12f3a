import { graphql } from '../generated/index.js';

export const SearchDocument = graphql(`
  query Search($words: String!) {
    wishes(first: 10, filter: { search: $words }) {
      totalCount
      edges {
        cursor
        node {
          id
          words
          state
          orgUnit {
            id
            name
          }
        }
      }
    }
    projects(first: 10, filter: { search: $words }) {
      totalCount
      edges {
        cursor
        node {
          id
          name
          state
          orgUnit {
            id
            name
          }
        }
      }
    }
    partners(first: 10, filter: { search: $words }) {
      totalCount
      edges {
        cursor
        node {
          id
          name
          creditCode
        }
      }
    }
    orgUnits(first: 10, filter: { search: $words }) {
      totalCount
      edges {
        cursor
        node {
          id
          name
          kind {
            id
            label {
              zh
              en
            }
          }
        }
      }
    }
  }
`);
