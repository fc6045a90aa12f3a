import { graphql } from '../generated/index.js';

export const ReportDocument = graphql(`
  query Report($from: Date!, $to: Date!, $orgUnit: ID) {
    report(from: $from, to: $to, orgUnit: $orgUnit) {
      from
      to
      orgUnit {
        id
        name
      }
      figures {
        key
        value
        unit
        step
        months
        label
        definition {
          zh
          en
        }
        dimensions {
          key
          label {
            zh
            en
          }
        }
        records(first: 1) {
          totalCount
        }
      }
    }
  }
`);

export const FigureRecordsDocument = graphql(`
  query FigureRecords($from: Date!, $to: Date!, $orgUnit: ID, $keys: [String!], $first: Int!, $after: String) {
    report(from: $from, to: $to, orgUnit: $orgUnit) {
      figures(keys: $keys) {
        key
        records(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              id
              label
              date
              href
            }
          }
        }
      }
    }
  }
`);

export const FigurePartsDocument = graphql(`
  query FigureParts($from: Date!, $to: Date!, $orgUnit: ID, $keys: [String!], $by: String!) {
    report(from: $from, to: $to, orgUnit: $orgUnit) {
      figures(keys: $keys) {
        key
        parts(by: $by) {
          key
          label {
            zh
            en
          }
          value
          recordCount
        }
      }
    }
  }
`);
