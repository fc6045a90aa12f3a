import { graphql } from '../generated/index.js';

export const FoundDocument = graphql(`
  fragment Found on SearchResultConnection {
    edges {
      cursor
      match
      node {
        noun: __typename
        ... on Wish {
          id
          words
          wishState: state
          orgUnit {
            id
            name
          }
        }
        ... on Demand {
          id
          title
          demandState: state
          orgUnit {
            id
            name
          }
        }
        ... on Project {
          id
          projectName: name
          projectState: state
          orgUnit {
            id
            name
          }
        }
        ... on Partner {
          id
          partnerName: name
          creditCode
        }
        ... on Person {
          id
          personName: name
          orgUnit {
            id
            name
          }
        }
        ... on OrgUnit {
          id
          unitName: name
          kind {
            id
            label {
              zh
              en
            }
          }
        }
        ... on Notice {
          id
          noticeTitle: title
          number
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const SearchDocument = graphql(`
  query Search($text: String!, $kinds: [String!]!) {
    search(text: $text, kinds: $kinds, first: 10) {
      ...Found
    }
  }
`);

export const QuickSearchDocument = graphql(`
  query QuickSearch($text: String!) {
    search(text: $text, kinds: ["wish", "demand", "project", "partner", "person", "unit", "notice"], first: 8) {
      ...Found
    }
  }
`);
