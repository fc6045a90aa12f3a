import { graphql } from '../generated/index.js';

export const WishRowDocument = graphql(`
  fragment WishRow on Wish {
    id
    number
    words
    state
    channel
    scope
    priority
    recordedOn
    wisherLabel
    wisherName
    supporterCount
    answerDueAt
    firstAnsweredAt
    isOverdue
    version
    category {
      id
      label {
        zh
        en
      }
    }
    orgUnit {
      id
      name
    }
    escalatedTo {
      id
      name
    }
    demand {
      id
      title
    }
  }
`);

export const InboxDocument = graphql(`
  query Inbox($filter: WishFilter, $sort: WishSort, $first: Int!, $after: String) {
    wishes(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...WishRow
        }
      }
    }
  }
`);

export const InboxCountsDocument = graphql(`
  query InboxCounts($filter: WishFilter) {
    wishCounts(filter: $filter) {
      key
      count
    }
  }
`);

export const WishDocument = graphql(`
  query Wish($id: ID!) {
    wish(id: $id) {
      ...WishRow
      isPublic
      isHeldBack
      wisherPhone
      unlistedReason
      createdAt
      recordedBy {
        id
        name
      }
      mergedInto {
        id
        words
      }
      project {
        id
        name
      }
      photos(first: 6) {
        edges {
          cursor
          node {
            id
            version
            width
            height
            isHidden
            hiddenReason
            mayHide
          }
        }
      }
      answers(first: 50) {
        edges {
          cursor
          node {
            id
            state
            words
            answeredByLabel
            at
          }
        }
      }
      availableSteps {
        name
        to
        allowed
        reason
        label {
          zh
          en
        }
      }
      history(first: 50) {
        edges {
          cursor
          node {
            id
            name
            at
            changes
            words
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

export const OpenDemandsDocument = graphql(`
  query OpenDemands($filter: DemandFilter) {
    demands(first: 20, filter: $filter) {
      edges {
        cursor
        node {
          id
          title
          wishCount
        }
      }
    }
  }
`);

export const FindWishesDocument = graphql(`
  query FindWishes($filter: WishFilter) {
    wishes(first: 20, filter: $filter) {
      edges {
        cursor
        node {
          id
          number
          words
        }
      }
    }
  }
`);

export const WishStepsOfDocument = graphql(`
  query WishStepsOf($ids: [ID!]!) {
    wishes(first: 100, filter: { ids: $ids }) {
      nodes {
        id
        availableSteps {
          name
          allowed
          reason
        }
      }
    }
  }
`);
