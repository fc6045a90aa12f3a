import { graphql } from '../generated/index.js';

export const NotificationsDocument = graphql(`
  query Notifications($first: Int!, $after: String, $filter: NotificationFilter) {
    notifications(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...NotificationRow
      }
    }
  }
`);

export const NotificationRowDocument = graphql(`
  fragment NotificationRow on Notification {
    id
    kind
    count
    isUnread
    arrivedAt
    page
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
      ... on Import {
        fileName
      }
      ... on RoleAssignment {
        roleLabel {
          zh
          en
        }
        orgUnit {
          id
          name
        }
      }
      ... on EmergencyAccess {
        emergency: reason
      }
      ... on EvaluationRound {
        project {
          id
          name
        }
      }
      ... on Objection {
        project {
          id
          name
        }
      }
    }
  }
`);

export const NotificationChoicesDocument = graphql(`
  query NotificationChoices {
    notificationChoices {
      kind
      isWanted
      label {
        zh
        en
      }
    }
  }
`);

export const MarkReadDocument = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
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

export const UndoReadDocument = graphql(`
  mutation UndoNotificationsRead($input: UndoNotificationsReadInput!) {
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

export const ArchiveDocument = graphql(`
  mutation ArchiveNotifications($input: ArchiveNotificationsInput!) {
    archiveNotifications(input: $input) {
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

export const ChooseDocument = graphql(`
  mutation ChooseNotifications($input: ChooseNotificationsInput!) {
    chooseNotifications(input: $input) {
      isWanted
      refusals {
        code
        message
        field
      }
    }
  }
`);
