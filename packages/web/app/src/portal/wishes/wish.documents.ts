import { graphql } from '../generated/index.js';

export const WishPageDocument = graphql(`
  query WishPage($id: ID!) {
    wish(id: $id) {
      ...WishCard
      channel
      isPublic
      version
      firstAnsweredAt
      orgUnit {
        id
        name
      }
      recordedBy {
        id
        name
      }
      escalatedTo {
        id
        name
      }
      mergedInto {
        id
        words
      }
      demand {
        id
        title
        wishCount
      }
      project {
        id
        name
        state
        latestRound {
          id
          month
          grade
          satisfaction
          votes
        }
        activities(first: 1) {
          totalCount
        }
      }
      photos(first: 6) {
        nodes {
          id
          width
          height
          isHidden
          hiddenReason
        }
      }
      answers(first: 50) {
        nodes {
          id
          state
          words
          answeredByLabel
          at
          isFromLedger
        }
      }
      availableSteps {
        name
        allowed
        reason
      }
    }
  }
`);

export const ConfirmWishDocument = graphql(`
  mutation ConfirmWish($input: ConfirmWishInput!) {
    confirmWish(input: $input) {
      wish {
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
