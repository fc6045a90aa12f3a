import { graphql } from '../generated/index.js';

export const RequestSignInCodeDocument = graphql(`
  mutation RequestSignInCode($input: RequestSignInCodeInput!) {
    requestSignInCode(input: $input) {
      isSent
      shownMessage
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const SignInWithCodeDocument = graphql(`
  mutation SignInWithCode($input: SignInWithCodeInput!) {
    signInWithCode(input: $input) {
      person {
        id
      }
      choices {
        id
        name
        unitName
      }
      needsName
      refusals {
        code
        message
        field
      }
    }
  }
`);
