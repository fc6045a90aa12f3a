import { graphql } from '../generated/index.js';

export const DemandsDocument = graphql(`
  query Demands($filter: DemandFilter, $sort: DemandSort, $first: Int!, $after: String) {
    demands(filter: $filter, sort: $sort, first: $first, after: $after) {
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
          number
          title
          state
          wishCount
          orgUnit {
            id
            name
          }
          category {
            id
            label {
              zh
              en
            }
          }
          project {
            id
            name
          }
        }
      }
    }
  }
`);

export const DemandDocument = graphql(`
  query Demand($id: ID!) {
    demand(id: $id) {
      id
      number
      title
      state
      wishCount
      version
      orgUnit {
        id
        name
      }
      category {
        id
        label {
          zh
          en
        }
      }
      project {
        id
        name
        state
      }
      availableSteps {
        name
        allowed
        reason
        label {
          zh
          en
        }
      }
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
      wishes(first: 100) {
        totalCount
        edges {
          cursor
          node {
            ...WishRow
          }
        }
      }
    }
  }
`);

export const CreateDemandDocument = graphql(`
  mutation CreateDemand($input: CreateDemandInput!) {
    createDemand(input: $input) {
      demand {
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

export const CloseDemandDocument = graphql(`
  mutation CloseDemand($input: CloseDemandInput!) {
    closeDemand(input: $input) {
      demand {
        id
        state
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

export const EditDemandDocument = graphql(`
  mutation EditDemand($input: EditDemandInput!) {
    editDemand(input: $input) {
      demand {
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

export const DemandStepsOfDocument = graphql(`
  query DemandStepsOf($ids: [ID!]!) {
    demands(first: 100, filter: { ids: $ids }) {
      nodes {
        id
        availableSteps {
          name
          allowed
          reason
        }
      }
    }
  }
`);
