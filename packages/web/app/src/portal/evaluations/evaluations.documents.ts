import { graphql } from '../generated/index.js';

export const RoundsToRateDocument = graphql(`
  query RoundsToRate {
    roundsToRate(first: 5) {
      id
      month
      closesAt
      project {
        id
        name
      }
      orgUnit {
        id
        name
      }
    }
  }
`);

export const RatePageDocument = graphql(`
  query RatePage($id: ID!) {
    project(id: $id) {
      id
      name
      orgUnit {
        id
        name
      }
      evaluationRounds(first: 1, filter: { state: [OPEN] }) {
        nodes {
          ...OpenRound
        }
      }
    }
  }
`);

export const OpenRoundFragment = graphql(`
  fragment OpenRound on EvaluationRound {
    id
    month
    closesAt
    ballot {
      parties
      reason
      grade
      words
    }
  }
`);

export const RateProjectDocument = graphql(`
  mutation RateProject($input: RateProjectInput!) {
    rateProject(input: $input) {
      evaluationRound {
        ...OpenRound
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const RoundHistoryDocument = graphql(`
  query RoundHistory($id: ID!) {
    project(id: $id) {
      id
      evaluationRounds(first: 12) {
        nodes {
          ...OpenRound
          state
          grade
          votes
          satisfaction
          objectionsUntil
          notices(first: 1) {
            nodes {
              id
              number
            }
          }
        }
      }
    }
  }
`);

export const RoundOfNoticeDocument = graphql(`
  query RoundOfNotice($id: ID!, $isSignedIn: Boolean!) {
    notice(id: $id) {
      id
      round {
        id
        state
        objectionsUntil
        openObjectionCount
        notices(first: 1) {
          nodes {
            id
          }
        }
        objections(first: 5, filter: { isMine: true }) @include(if: $isSignedIn) {
          nodes {
            id
            state
            words
            answer
            answeredAt
          }
        }
      }
    }
  }
`);

export const RaiseObjectionDocument = graphql(`
  mutation RaiseObjection($input: RaiseObjectionInput!) {
    raiseObjection(input: $input) {
      objection {
        id
        state
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
