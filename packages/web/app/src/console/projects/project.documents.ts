import { graphql } from '../generated/index.js';

export const ProjectDocument = graphql(`
  query Project($id: ID!) {
    project(id: $id) {
      id
      code
      name
      type
      state
      typeLabel {
        zh
        en
      }
      mode
      leadName
      startsOn
      endsOn
      plan
      isPublic
      version
      aspect {
        id
        label {
          zh
          en
        }
      }
      category {
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
      lead {
        id
        name
      }
      partner {
        id
        name
        creditCode
        kindLabel {
          zh
          en
        }
        direction
      }
      demands(first: 20) {
        totalCount
        edges {
          cursor
          node {
            id
            title
            wishCount
          }
        }
      }
      agreements(first: 5) {
        totalCount
        edges {
          cursor
          node {
            id
            signedOn
            content
            frequency
            people
            venue
            standard
            source
            partner {
              id
              name
            }
          }
        }
      }
      activities(first: 8) {
        totalCount
        edges {
          cursor
          node {
            id
            name
            date
            visits
            minors
            quantity
            quantityUnit
            photos(first: 6) {
              edges {
                cursor
                node {
                  id
                  width
                  height
                  isHidden
                  hiddenReason
                }
              }
            }
            kind {
              id
              label {
                zh
                en
              }
            }
          }
        }
      }
      evaluationRounds(first: 12) {
        totalCount
        edges {
          cursor
          node {
            id
            month
            state
            excellent
            good
            pass
            fail
            votes
            grade
            satisfaction
          }
        }
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
      workflow {
        name
        version
        states {
          name
          label {
            zh
            en
          }
        }
        steps {
          name
          from
          to
          requires
          label {
            zh
            en
          }
        }
      }
      history(first: 50) {
        edges {
          cursor
          node {
            id
            name
            at
            changes
            words
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

export const MoreActivitiesDocument = graphql(`
  query MoreActivities($id: ID!, $first: Int!, $after: String) {
    project(id: $id) {
      id
      activities(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            name
            date
            visits
            minors
            quantity
            quantityUnit
            photos(first: 6) {
              edges {
                cursor
                node {
                  id
                  width
                  height
                  isHidden
                  hiddenReason
                }
              }
            }
            kind {
              id
              label {
                zh
                en
              }
            }
          }
        }
      }
    }
  }
`);

export const StepProjectDocument = graphql(`
  mutation StepProject($input: StepProjectInput!) {
    stepProject(input: $input) {
      project {
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

export const RecordAgreementDocument = graphql(`
  mutation RecordAgreement($input: RecordAgreementInput!) {
    recordAgreement(input: $input) {
      agreement {
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

export const RecordActivityDocument = graphql(`
  mutation RecordActivity($input: RecordActivityInput!) {
    recordActivity(input: $input) {
      activity {
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

export const RecordRoundDocument = graphql(`
  mutation RecordRound($input: RecordEvaluationRoundInput!) {
    recordEvaluationRound(input: $input) {
      evaluationRound {
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

export const PublishProjectDocument = graphql(`
  mutation PublishProject($input: PublishProjectInput!) {
    publishProject(input: $input) {
      project {
        id
        isPublic
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

export const EditProjectDocument = graphql(`
  mutation EditProject($input: EditProjectInput!) {
    editProject(input: $input) {
      project {
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

export const PartnerNameDocument = graphql(`
  fragment PartnerName on Partner {
    id
    name
  }
`);
