import { graphql } from '../generated/index.js';

export const UnitBranchDocument = graphql(`
  fragment UnitBranch on OrgUnit {
    id
    code
    name
    isClosed
    childCount
    kind {
      id
      label {
        zh
        en
      }
    }
  }
`);

export const TopUnitsDocument = graphql(`
  query TopUnits($filter: OrgUnitFilter) {
    orgUnits(first: 100, filter: $filter) {
      totalCount
      edges {
        cursor
        node {
          ...UnitBranch
        }
      }
    }
  }
`);

export const TopUnitDocument = graphql(`
  query TopUnit($id: ID!) {
    orgUnit(id: $id) {
      ...UnitBranch
    }
  }
`);

export const FoundUnitsDocument = graphql(`
  query FoundUnits($filter: OrgUnitFilter, $after: String) {
    orgUnits(first: 50, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...UnitBranch
          above {
            id
            name
          }
        }
      }
    }
  }
`);

export const UnitAboveDocument = graphql(`
  query UnitAbove($id: ID!) {
    orgUnit(id: $id) {
      id
      above {
        id
        name
      }
    }
  }
`);

export const UnitChildrenDocument = graphql(`
  query UnitChildren($id: ID!, $after: String) {
    orgUnit(id: $id) {
      id
      children(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...UnitBranch
          }
        }
      }
    }
  }
`);

export const UnitDocument = graphql(`
  query Unit($id: ID!) {
    orgUnit(id: $id) {
      ...UnitBranch
      version
      headName
      phone
      opensOn
      closedOn
      isReorganisable
      parent {
        id
        name
      }
      mergedInto {
        id
        name
      }
      wishes(first: 1) {
        totalCount
      }
      projects(first: 1) {
        totalCount
      }
      reorganisations(first: 20) {
        edges {
          cursor
          node {
            id
            version
            kind
            state
            effectiveOn
            basis
            recordsMoved
            isCancelable
            failure {
              zh
              en
            }
            target {
              id
              name
            }
            formerlyBelow {
              id
              name
            }
          }
        }
      }
      history(first: 20) {
        totalCount
        edges {
          cursor
          node {
            id
            name
            at
            words
            changes
            actor {
              id
              name
            }
          }
        }
      }
    }
    wishes(first: 1, filter: { within: $id }) {
      totalCount
    }
    projects(first: 1, filter: { within: $id }) {
      totalCount
    }
  }
`);

export const CreateUnitDocument = graphql(`
  mutation CreateUnit($input: CreateOrgUnitInput!) {
    createOrgUnit(input: $input) {
      orgUnit {
        ...UnitBranch
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const EditUnitDocument = graphql(`
  mutation EditUnit($input: EditOrgUnitInput!) {
    editOrgUnit(input: $input) {
      orgUnit {
        ...UnitBranch
        version
        headName
        phone
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

/** A unit as somebody else left it, with who and when. */
export const UnitAgainDocument = graphql(`
  query UnitAgain($id: ID!) {
    orgUnit(id: $id) {
      id
      version
      name
      headName
      phone
      history(first: 1) {
        edges {
          cursor
          node {
            id
            at
            actor {
              id
              name
            }
          }
        }
      }
    }
  }
`);
