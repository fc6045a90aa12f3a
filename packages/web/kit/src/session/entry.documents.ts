import { graphql } from '../generated/index.js';

export const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      person {
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

export const SignOutDocument = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      isSignedOut
    }
  }
`);
