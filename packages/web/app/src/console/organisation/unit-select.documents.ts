import { graphql } from '../generated/index.js';

export const FindUnitsDocument = graphql(`
  query FindUnits($filter: OrgUnitFilter) {
    orgUnits(first: 50, filter: $filter) {
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

export const UnitNameDocument = graphql(`
  query UnitName($id: ID!) {
    orgUnit(id: $id) {
      id
      name
    }
  }
`);
