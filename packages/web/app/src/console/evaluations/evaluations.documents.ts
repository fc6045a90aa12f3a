import { graphql } from '../generated/index.js';

export const EvaluationsDocument = graphql(`
  query Evaluations($first: Int!, $after: String, $filter: EvaluationRoundFilter, $within: ID, $sort: EvaluationRoundSort) {
    evaluationRounds(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          month
          state
          closesAt
          objectionsUntil
          turnout
          openObjectionCount
          excellent
          good
          pass
          fail
          votes
          grade
          satisfaction
          policy {
            quorum
          }
          project {
            id
            name
          }
        }
      }
    }
    evaluationRoundCounts(filter: { within: $within }) {
      key
      count
    }
  }
`);

export const WaitingOnEvaluationDocument = graphql(`
  query WaitingOnEvaluation {
    evaluationProposals(first: 20, filter: { state: [PROPOSED] }, sort: OLDEST) {
      totalCount
      nodes {
        id
        kind
        createdAt
        dueOn
        deciders {
          zh
          en
        }
        availableSteps {
          name
          allowed
        }
        project {
          id
          name
        }
        round {
          id
          month
          grade
        }
      }
    }
    objections(first: 20, filter: { state: [OPEN] }, sort: OLDEST) {
      totalCount
      nodes {
        id
        words
        createdAt
        project {
          id
          name
        }
        round {
          id
          month
        }
      }
    }
  }
`);

export const EvaluationDocument = graphql(`
  query Evaluation($id: ID!) {
    evaluationRound(id: $id) {
      id
      month
      state
      source
      openedAt
      closesAt
      objectionsUntil
      turnout
      excellent
      good
      pass
      fail
      votes
      score
      grade
      satisfaction
      policy {
        residentsWeight
        othersWeight
        expertsWeight
        quorum
      }
      parties {
        party
        excellent
        good
        pass
        fail
        votes
      }
      ballot {
        parties
        reason
        grade
        party
        words
      }
      project {
        id
        name
      }
      orgUnit {
        id
        name
      }
      notices(first: 10) {
        nodes {
          id
          number
          title
          publishedAt
        }
      }
      objections(first: 50) {
        nodes {
          ...ObjectionRow
        }
      }
      proposals(first: 5) {
        nodes {
          ...ProposalRow
        }
      }
      ratings(first: 100) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            ...RatingRow
          }
        }
      }
    }
  }
`);

export const RatingRowFragment = graphql(`
  fragment RatingRow on Rating {
    id
    party
    grade
    words
    isExcluded
  }
`);

export const ObjectionRowFragment = graphql(`
  fragment ObjectionRow on Objection {
    id
    version
    words
    state
    createdAt
    answer
    answeredAt
    person {
      id
      name
    }
    answeredBy {
      id
      name
    }
  }
`);

export const ProposalRowFragment = graphql(`
  fragment ProposalRow on EvaluationProposal {
    id
    version
    kind
    state
    dueOn
    words
    decidedAt
    deciders {
      zh
      en
    }
    partner {
      id
      name
    }
    decidedBy {
      id
      name
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
  }
`);

export const RateDocument = graphql(`
  mutation Rate($input: RateProjectInput!) {
    rateProject(input: $input) {
      evaluationRound {
        id
        turnout
        ballot {
          parties
          reason
          grade
          party
          words
        }
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const AnswerObjectionDocument = graphql(`
  mutation AnswerObjection($input: AnswerObjectionInput!) {
    answerObjection(input: $input) {
      objection {
        ...ObjectionRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const DecideProposalDocument = graphql(`
  mutation DecideProposal($input: DecideProposalInput!) {
    decideEvaluationProposal(input: $input) {
      evaluationProposal {
        ...ProposalRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const EvaluationPolicyDocument = graphql(`
  query EvaluationPolicy {
    tenant {
      id
      version
    }
    evaluationPolicy {
      residentsWeight
      othersWeight
      expertsWeight
      quorum
      excellentFrom
      goodFrom
      passFrom
      daysOpen
      objectionDays
      correctionDays
    }
  }
`);

export const EditEvaluationPolicyDocument = graphql(`
  mutation EditEvaluationPolicy($input: EditEvaluationPolicyInput!) {
    editEvaluationPolicy(input: $input) {
      evaluationPolicy {
        residentsWeight
        othersWeight
        expertsWeight
        quorum
        excellentFrom
        goodFrom
        passFrom
        daysOpen
        objectionDays
        correctionDays
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
