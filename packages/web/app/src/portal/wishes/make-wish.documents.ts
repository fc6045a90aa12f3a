import { graphql } from '../generated/index.js';

export const WishCategoriesDocument = graphql(`
  query WishCategories {
    vocabulary(kind: WISH_CATEGORY) {
      id
      key
      label {
        zh
        en
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
