import { graphql } from '../generated/index.js';

export const HomePageDocument = graphql(`
  query HomePage($place: ID, $isSignedIn: Boolean!) {
    wall: wishes(first: 3, filter: { within: $place }) {
      totalCount
      nodes {
        ...WishCard
      }
    }
    answered: wishes(first: 1, filter: { within: $place, isUnanswered: false, state: [ACCEPTED, LISTED, IN_PROJECT, FULFILLED, CONFIRMED] }) {
      nodes {
        ...WishCard
      }
    }
    mine: wishes(first: 1, filter: { isMine: true }) @include(if: $isSignedIn) {
      nodes {
        id
        words
        state
        lastAnswer {
          id
          words
        }
      }
    }
    example: wishes(first: 1, filter: { state: [CONFIRMED] }) {
      nodes {
        id
      }
    }
    projects(first: 3, filter: { within: $place }) {
      totalCount
      nodes {
        ...ProjectRow
      }
    }
    notices(first: 2) {
      nodes {
        ...NoticeRow
      }
    }
  }
`);
