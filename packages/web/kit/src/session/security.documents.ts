import { graphql } from '../generated/index.js';

export const MySessionsDocument = graphql(`
  query MySessions {
    mySessions {
      id
      device
      openedAt
      isCurrent
    }
    viewer {
      person {
        id
        hasLogin
      }
    }
  }
`);

export const EndSessionDocument = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      sessions {
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

export const ChangePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
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
