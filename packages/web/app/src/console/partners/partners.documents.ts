import { graphql } from '../generated/index.js';

export const PartnersDocument = graphql(`
  query Partners($filter: PartnerFilter, $sort: PartnerSort, $first: Int!, $after: String) {
    partners(filter: $filter, sort: $sort, first: $first, after: $after) {
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
          creditCode
          kindLabel {
            zh
            en
          }
          category
          state
          admittedOn
        }
      }
    }
  }
`);

export const PartnerDocument = graphql(`
  query Partner($id: ID!, $today: Date!) {
    partner(id: $id) {
      id
      name
      creditCode
      kindLabel {
        zh
        en
      }
      category
      direction
      contactName
      contactPhone
      state
      admittedOn
      removedOn
      version
      availableSteps {
        name
        allowed
        reason
        label {
          zh
          en
        }
      }
      representatives(first: 20, filter: { holdsOn: $today }) {
        totalCount
        nodes {
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
      projects(first: 100) {
        totalCount
        edges {
          cursor
          node {
            id
            code
            name
            state
            orgUnit {
              id
              name
            }
            latestRound {
              id
              month
              grade
            }
          }
        }
      }
      agreements(first: 100) {
        totalCount
        edges {
          cursor
          node {
            id
            signedOn
            content
            project {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const AdmitPartnerDocument = graphql(`
  mutation AdmitPartner($input: AdmitPartnerInput!) {
    admitPartner(input: $input) {
      partner {
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

export const StepPartnerDocument = graphql(`
  mutation StepPartner($input: StepPartnerInput!) {
    stepPartner(input: $input) {
      partner {
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

export const AppointRepresentativeDocument = graphql(`
  mutation AppointRepresentative($input: AppointRepresentativeInput!) {
    appointRepresentative(input: $input) {
      assignment {
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

export const DismissRepresentativeDocument = graphql(`
  mutation DismissRepresentative($input: DismissRepresentativeInput!) {
    dismissRepresentative(input: $input) {
      assignment {
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

export const EditPartnerDocument = graphql(`
  mutation EditPartner($input: EditPartnerInput!) {
    editPartner(input: $input) {
      partner {
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

export const PartnerStepsOfDocument = graphql(`
  query PartnerStepsOf($ids: [ID!]!) {
    partners(first: 100, filter: { ids: $ids }) {
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
