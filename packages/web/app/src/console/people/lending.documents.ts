import { graphql } from '../generated/index.js';

export const DelegateRoleDocument = graphql(`
  mutation DelegateRole($input: DelegateRoleInput!) {
    delegateRole(input: $input) {
      delegation {
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

export const EndDelegationDocument = graphql(`
  mutation EndDelegation($input: EndDelegationInput!) {
    endDelegation(input: $input) {
      delegation {
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

export const ExplainAccessDocument = graphql(`
  query ExplainAccess($person: ID!, $record: ID) {
    explainAccess(person: $person, record: $record) {
      isClosed
      person {
        id
        name
      }
      grants {
        ...AccessGrantParts
        permissions {
          name
          label {
            zh
            en
          }
          level
        }
      }
      record {
        record {
          id
        }
        orgUnit {
          id
          name
        }
        actions {
          action
          isAllowed
          cause
          fields
          permission {
            name
            label {
              zh
              en
            }
          }
          grants {
            ...AccessGrantParts
          }
        }
      }
    }
  }
`);

export const AccessGrantPartsDocument = graphql(`
  fragment AccessGrantParts on AccessGrant {
    assignment
    delegation
    lentUntil
    emergency
    takenUntil
    holder {
      id
      name
    }
    label {
      zh
      en
    }
    orgUnit {
      id
      name
    }
    lender {
      id
      name
    }
  }
`);
