import { graphql } from '../generated/index.js';

export const EditedCourseDocument = graphql(`
  fragment EditedCourse on Course {
    id
    version
    name
    audience
    fee
    place
    teacherName
  }
`);

export const StaffCoursesDocument = graphql(`
  query StaffCourses($id: ID!) {
    project(id: $id) {
      id
      ... on EducationProject {
        courses(first: 50) {
          totalCount
          edges {
            cursor
            node {
              ...EditedCourse
              terms(first: 20) {
                edges {
                  cursor
                  node {
                    id
                    name
                    startsOn
                    endsOn
                    startsAt
                    endsAt
                    weekdays
                    capacity
                    enrolledCount
                    seatsLeft
                    state
                    version
                    acceptWithinHours
                    pickUpMinutes
                    teacher {
                      id
                      name
                    }
                    lessons(first: 1) {
                      totalCount
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
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const StaffEnrolmentsDocument = graphql(`
  query StaffEnrolments($filter: EnrolmentFilter, $first: Int!, $after: String) {
    enrolments(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          learnerName
          learnerBirthYear
          isMinor
          isLocked
          reason
          state
          waitingPosition
          lessonsAttended
          hoursAttended
          offerUntil
          needsConsentAgain
          guardianName
          guardianPhone
          version
          consent {
            isGiven
            purpose
            givenAt
            withdrawnAt
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
      }
    }
  }
`);

export const OpenCourseDocument = graphql(`
  mutation StaffOpenCourse($input: OpenCourseInput!) {
    openCourse(input: $input) {
      course {
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

export const OpenTermDocument = graphql(`
  mutation StaffOpenTerm($input: OpenTermInput!) {
    openTerm(input: $input) {
      term {
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

export const ConfirmEnrolmentDocument = graphql(`
  mutation StaffConfirmEnrolment($input: ConfirmEnrolmentInput!) {
    confirmEnrolment(input: $input) {
      enrolment {
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

export const DeclineEnrolmentDocument = graphql(`
  mutation StaffDeclineEnrolment($input: DeclineEnrolmentInput!) {
    declineEnrolment(input: $input) {
      enrolment {
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

export const StaffWithdrawEnrolmentDocument = graphql(`
  mutation StaffWithdrawEnrolment($input: WithdrawEnrolmentInput!) {
    withdrawEnrolment(input: $input) {
      enrolment {
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

export const StepTermDocument = graphql(`
  mutation StaffStepTerm($input: StepTermInput!) {
    stepTerm(input: $input) {
      term {
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

/** A course as somebody else left it. */
export const CourseAgainDocument = graphql(`
  query CourseAgain($id: ID!) {
    course(id: $id) {
      ...EditedCourse
    }
  }
`);

export const EditCourseDocument = graphql(`
  mutation EditCourse($input: EditCourseInput!) {
    editCourse(input: $input) {
      course {
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
