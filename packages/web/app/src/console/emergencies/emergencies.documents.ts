import { graphql } from '../generated/index.js';

export const EmergencyRowDocument = graphql(`
  fragment EmergencyRow on EmergencyAccess {
    id
    version
    createdAt
    reason
    state
    stateLabel {
      zh
      en
    }
    until
    endedAt
    isOpen
    orgUnit {
      id
      name
    }
    person {
      id
      name
    }
    assignment {
      id
      roleLabel {
        zh
        en
      }
    }
  }
`);

export const EmergenciesDocument = graphql(`
  query Emergencies($first: Int!, $after: String, $filter: EmergencyAccessFilter, $sort: EmergencyAccessSort) {
    emergencyAccesses(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...EmergencyRow
        }
      }
    }
  }
`);

export const EmergencyDocument = graphql(`
  query Emergency($id: ID!) {
    emergencyAccess(id: $id) {
      ...EmergencyRow
      isEndable
      isReviewable
      isMine
      remark
      reviewedAt
      holder {
        id
        name
      }
      endedBy {
        id
        name
      }
      reviewedBy {
        id
        name
      }
      deeds(first: 100) {
        id
        name
        at
        record {
          type: __typename
          id
        }
      }
      readings(first: 100) {
        id
        at
        purpose
        fields
        record {
          type: __typename
          id
        }
      }
      history(first: 10) {
        edges {
          cursor
          node {
            id
            name
            at
            words
            changes
            actor {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const OpenEmergencyDocument = graphql(`
  mutation OpenEmergencyAccess($input: OpenEmergencyAccessInput!) {
    openEmergencyAccess(input: $input) {
      emergencyAccess {
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

export const EndEmergencyDocument = graphql(`
  mutation EndEmergencyAccess($input: EndEmergencyAccessInput!) {
    endEmergencyAccess(input: $input) {
      emergencyAccess {
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

export const ReviewEmergencyDocument = graphql(`
  mutation ReviewEmergencyAccess($input: ReviewEmergencyAccessInput!) {
    reviewEmergencyAccess(input: $input) {
      emergencyAccess {
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
