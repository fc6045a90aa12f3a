import { graphql } from '../generated/index.js';

export const SupportWishDocument = graphql(`
  mutation SupportWish($input: SupportWishInput!) {
    supportWish(input: $input) {
      wish {
        id
        supporterCount
        isSupportedByMe
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const WithdrawSupportDocument = graphql(`
  mutation WithdrawSupport($input: WithdrawSupportInput!) {
    withdrawSupport(input: $input) {
      wish {
        id
        supporterCount
        isSupportedByMe
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
