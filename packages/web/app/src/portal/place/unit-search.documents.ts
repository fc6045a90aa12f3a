import { graphql } from '../generated/index.js';

export const UnitKindsDocument = graphql(`
  query UnitKinds {
    vocabulary(first: 100, filter: { kind: ORG_UNIT_KIND }) {
      nodes {
        id
        position
      }
    }
  }
`);

export const UnitSearchDocument = graphql(`
  query UnitSearch($search: String, $kinds: [ID!]) {
    orgUnits(first: 8, filter: { search: $search, kinds: $kinds, isOpen: true }) {
      totalCount
      nodes {
        id
        name
        kind {
          id
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
