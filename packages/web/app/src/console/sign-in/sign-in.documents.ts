import { graphql } from '../generated/index.js';

export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      person {
        id
        name
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
