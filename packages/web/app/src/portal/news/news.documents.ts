import { graphql } from '../generated/index.js';

export const NewsDocument = graphql(`
  query News($first: Int!, $after: String) {
    unreadNotifications
    notifications(first: $first, after: $after, filter: { isArchived: false }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        count
        isUnread
        arrivedAt
        portalPage
        words {
          zh
          en
        }
        record {
          __typename
          id
          ... on Wish {
            words
          }
          ... on Project {
            name
          }
        }
      }
    }
  }
`);

export const MarkNewsReadDocument = graphql(`
  mutation MarkNewsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      readAt
      count
      unread
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const UndoNewsReadDocument = graphql(`
  mutation UndoNewsRead($input: UndoNotificationsReadInput!) {
    undoNotificationsRead(input: $input) {
      count
      unread
      refusals {
        code
        message
        field
      }
    }
  }
`);
