import { graphql } from '../generated/index.js';

export const WishCategoriesDocument = graphql(`
  query WishCategories {
    vocabulary(first: 100, filter: { kind: WISH_CATEGORY }) {
      nodes {
        id
        label {
          zh
          en
        }
      }
    }
  }
`);

export const MakeWishDocument = graphql(`
  mutation MakeWish($input: MakeWishInput!) {
    makeWish(input: $input) {
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
