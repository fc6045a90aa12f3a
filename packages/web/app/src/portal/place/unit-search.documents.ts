import { graphql } from '../generated/index.js';

export const UnitSearchDocument = graphql(`
  query UnitSearch($search: String) {
    orgUnits(first: 8, filter: { search: $search }) {
      totalCount
      nodes {
        id
        name
        kind {
          key
          label {
            zh
            en
          }
        }
        parent {
          id
          name
        }
      }
    }
  }
`);
