import { graphql } from '../generated/index.js';

export const ProjectsDocument = graphql(`
  query Projects($filter: ProjectFilter, $sort: ProjectSort, $first: Int!, $after: String) {
    projects(filter: $filter, sort: $sort, first: $first, after: $after) {
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
          isPublic
          code
          name
          typeLabel {
            zh
            en
          }
          state
          mode
          leadName
          startsOn
          aspect {
            id
            label {
              zh
              en
            }
          }
          orgUnit {
            id
            name
          }
          partner {
            id
            name
          }
          latestRound {
            id
            month
            grade
            satisfaction
          }
        }
      }
    }
  }
`);

export const ProjectTypesDocument = graphql(`
  query ProjectTypes {
    projectTypes {
      name
      plugin
      label {
        zh
        en
      }
    }
  }
`);

export const CreateProjectDocument = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
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

export const DemandOfProjectDocument = graphql(`
  query DemandOfProject($id: ID!) {
    demand(id: $id) {
      id
      title
      wishCount
      orgUnit {
        id
        name
      }
    }
  }
`);

export const FindPartnersDocument = graphql(`
  query FindPartners($filter: PartnerFilter) {
    partners(first: 20, filter: $filter) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

export const AgreementsDocument = graphql(`
  query Agreements($filter: AgreementFilter, $sort: AgreementSort, $first: Int!, $after: String) {
    agreements(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          signedOn
          content
          frequency
          project {
            id
            name
          }
          partner {
            id
            name
          }
        }
      }
    }
  }
`);

export const ProjectStepsOfDocument = graphql(`
  query ProjectStepsOf($ids: [ID!]!) {
    projects(first: 100, filter: { ids: $ids }) {
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
