import { graphql } from '../generated/index.js';

/** People as lists show them: with the roles that they hold today or will. */
export const PeopleDocument = graphql(`
  query People($filter: PersonFilter, $sort: PersonSort, $first: Int!, $after: String, $today: Date) {
    people(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          version
          name
          phone
          hasLogin
          isClosed
          orgUnit {
            id
            name
          }
          assignments(first: 5, filter: { holdsOn: $today }) {
            edges {
              cursor
              node {
                id
                role
                since
                until
                roleLabel {
                  zh
                  en
                }
                orgUnit {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const PersonDocument = graphql(`
  query Person($id: ID!, $today: Date) {
    person(id: $id) {
      id
      version
      name
      phone
      hasLogin
      isClosed
      orgUnit {
        id
        name
      }
      assignments(first: 50) {
        totalCount
        edges {
          cursor
          node {
            id
            role
            since
            until
            version
            roleLabel {
              zh
              en
            }
            orgUnit {
              id
              name
            }
            isTakeable
            emergencies(first: 3, filter: { state: [OPEN] }) {
              nodes {
                id
                isOpen
                until
                person {
                  id
                  name
                }
              }
            }
            delegations(first: 5, filter: { lastsOn: $today }) {
              edges {
                cursor
                node {
                  id
                  version
                  since
                  until
                  person {
                    id
                    name
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const FindPeopleDocument = graphql(`
  query FindPeople($filter: PersonFilter) {
    people(first: 20, filter: $filter) {
      edges {
        cursor
        node {
          id
          name
          phone
        }
      }
    }
  }
`);

export const CreatePersonDocument = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person {
        id
        name
      }
      oneTimePassword
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ResetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      person {
        id
      }
      oneTimePassword
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const GrantRoleDocument = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      assignment {
        id
        version
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const RevokeRoleDocument = graphql(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      assignment {
        id
        version
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ClosePersonDocument = graphql(`
  mutation ClosePerson($input: ClosePersonInput!) {
    closePerson(input: $input) {
      person {
        id
        version
        isClosed
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
