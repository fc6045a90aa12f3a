import { graphql } from '../generated/index.js';

export const WishCardFragment = graphql(`
  fragment WishCard on Wish {
    id
    words
    state
    wisherLabel
    recordedOn
    answerDueAt
    supporterCount
    isSupportedByMe
    isMine
    firstPhotos: photos(first: 3) {
      nodes {
        id
        isHidden
      }
    }
    lastAnswer {
      id
      words
      answeredByLabel
    }
  }
`);
