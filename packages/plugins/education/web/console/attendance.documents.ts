import { graphql } from '../generated/index.js';

export const LessonPageDocument = graphql(`
  query LessonPage($id: ID!) {
    lesson(id: $id) {
      id
      startsAt
      endsAt
      number
      isCancelled
      notice
      room {
        id
        name
      }
      teacher {
        id
        name
      }
      course {
        id
        name
      }
      term {
        id
        name
      }
      project {
        id
      }
    }
  }
`);

export const RosterDocument = graphql(`
  query Roster($lesson: ID!, $term: ID!) {
    enrolments(filter: { term: $term, state: [CONFIRMED, COMPLETED] }, first: 100, sort: OLDEST) {
      totalCount
      nodes {
        id
        learnerName
        isMinor
        isLocked
        guardianName
        guardianPhone
      }
    }
    attendances(filter: { lesson: $lesson }, first: 100) {
      nodes {
        id
        version
        mark
        handedOverAt
        handedOverTo
        handedOverWay
        enrolment {
          id
        }
      }
    }
    pickUpAlerts(filter: { lesson: $lesson }, first: 100) {
      nodes {
        id
        version
        isOpen
        createdAt
        escalatedAt
        resolvedAt
        resolution
        resolvedBy {
          id
          name
        }
        enrolment {
          id
        }
      }
    }
  }
`);

export const PickUpPeopleDocument = graphql(`
  query PickUpPeople($enrolment: ID!) {
    pickUpPeople(filter: { enrolment: $enrolment, isNamed: true }, first: 10) {
      nodes {
        id
        name
        phone
        relation
      }
    }
  }
`);

export const LessonsTodayDocument = graphql(`
  query LessonsToday($from: DateTime!, $to: DateTime!) {
    lessons(filter: { from: $from, to: $to, isCancelled: false }, first: 50) {
      nodes {
        id
        startsAt
        endsAt
        course {
          id
          name
        }
        term {
          id
          name
        }
      }
    }
  }
`);

export const MarkAttendanceDocument = graphql(`
  mutation MarkAttendance($input: MarkAttendanceInput!) {
    markAttendance(input: $input) {
      marked
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const MakeRoomCodeDocument = graphql(`
  mutation MakeRoomCode($input: MakeRoomCodeInput!) {
    makeRoomCode(input: $input) {
      code
      expiresAt
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ScanFamilyCodeDocument = graphql(`
  mutation ScanFamilyCode($input: ScanFamilyCodeInput!) {
    scanFamilyCode(input: $input) {
      attendance {
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

export const HandOverDocument = graphql(`
  mutation HandOver($input: HandOverInput!) {
    handOver(input: $input) {
      attendance {
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

export const UndoHandOverDocument = graphql(`
  mutation UndoHandOver($input: UndoHandOverInput!) {
    undoHandOver(input: $input) {
      attendance {
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

export const ResolvePickUpAlertDocument = graphql(`
  mutation ResolvePickUpAlert($input: ResolvePickUpAlertInput!) {
    resolvePickUpAlert(input: $input) {
      pickUpAlert {
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
