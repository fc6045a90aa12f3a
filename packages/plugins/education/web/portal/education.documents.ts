import { graphql } from '../generated/index.js';

export const TermFragment = graphql(`
  fragment TermRow on Term {
    id
    name
    state
    startsOn
    endsOn
    weekdays
    startsAt
    endsAt
    capacity
    seatsLeft
  }
`);

export const CourseFragment = graphql(`
  fragment CourseRow on Course {
    id
    name
    audience
    fee
    place
    teacherName
    project {
      id
      name
      orgUnit {
        id
        name
      }
    }
    terms(first: 10) {
      nodes {
        ...TermRow
      }
    }
  }
`);

export const OpenCoursesDocument = graphql(`
  query OpenCourses($first: Int!, $after: String, $filter: CourseFilter) {
    courses(first: $first, after: $after, filter: $filter) {
      totalCount
      nodes {
        ...CourseRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const CoursePageDocument = graphql(`
  query CoursePage($id: ID!) {
    course(id: $id) {
      ...CourseRow
    }
  }
`);

export const MyEnrolmentsDocument = graphql(`
  query MyEnrolments($after: String) {
    enrolments(first: 20, after: $after, filter: { mine: true }) {
      totalCount
      nodes {
        ...EnrolmentRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const EnrolmentFragment = graphql(`
  fragment EnrolmentRow on Enrolment {
    id
    state
    version
    learnerName
    isMinor
    isLocked
    reason
    waitingPosition
    offerUntil
    needsConsentAgain
    consent {
      id
      isGiven
      purpose
    }
    term {
      ...TermRow
      course {
        id
        name
        place
      }
    }
    availableSteps {
      name
      allowed
      reason
    }
  }
`);

export const LessonFragment = graphql(`
  fragment LessonRow on Lesson {
    id
    startsAt
    endsAt
    number
    isCancelled
    movedFrom
    notice
    room {
      id
      name
    }
  }
`);

export const LessonsDocument = graphql(`
  query Lessons($term: ID!, $first: Int!, $after: String) {
    term(id: $term) {
      id
      name
      course {
        id
        name
        place
      }
    }
    lessons(filter: { term: $term }, first: $first, after: $after) {
      totalCount
      nodes {
        ...LessonRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const WordingDocument = graphql(`
  query Wording {
    consentWordings(first: 1) {
      nodes {
        id
        number
        purpose
        words
      }
    }
  }
`);

export const AcceptPlaceDocument = graphql(`
  mutation AcceptPlace($input: AcceptPlaceInput!) {
    acceptPlace(input: $input) {
      enrolment {
        ...EnrolmentRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const RequestEnrolmentDocument = graphql(`
  mutation RequestEnrolment($input: RequestEnrolmentInput!) {
    requestEnrolment(input: $input) {
      enrolment {
        ...EnrolmentRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const WithdrawEnrolmentDocument = graphql(`
  mutation WithdrawEnrolment($input: WithdrawEnrolmentInput!) {
    withdrawEnrolment(input: $input) {
      enrolment {
        ...EnrolmentRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const GiveConsentDocument = graphql(`
  mutation GiveConsent($input: GiveConsentInput!) {
    giveConsent(input: $input) {
      enrolment {
        ...EnrolmentRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const WithdrawConsentDocument = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      enrolment {
        ...EnrolmentRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
