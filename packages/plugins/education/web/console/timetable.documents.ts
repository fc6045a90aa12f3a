import { graphql } from '../generated/index.js';

export const MovedLessonDocument = graphql(`
  fragment MovedLesson on Lesson {
    id
    version
    startsAt
    endsAt
    notice
    teacher {
      id
      name
    }
    room {
      id
      name
    }
  }
`);

export const TimetableDocument = graphql(`
  query Timetable($filter: LessonFilter) {
    lessons(filter: $filter, first: 100) {
      totalCount
      nodes {
        ...MovedLesson
        number
        isCancelled
        movedFrom
        orgUnit {
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
  }
`);

export const RoomsDocument = graphql(`
  query Rooms {
    rooms(first: 100) {
      nodes {
        id
        name
        seats
        orgUnit {
          id
          name
        }
      }
    }
  }
`);

export const TeachersDocument = graphql(`
  query Teachers($search: String) {
    people(first: 100, filter: { search: $search }) {
      nodes {
        id
        name
        orgUnit {
          id
          name
        }
      }
    }
  }
`);

export const AddRoomDocument = graphql(`
  mutation AddRoom($input: AddRoomInput!) {
    addRoom(input: $input) {
      room {
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

export const PlanLessonsDocument = graphql(`
  mutation PlanLessons($input: PlanLessonsInput!) {
    planLessons(input: $input) {
      planned
      skipped
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const MoveLessonDocument = graphql(`
  mutation MoveLesson($input: MoveLessonInput!) {
    moveLesson(input: $input) {
      lesson {
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

export const CancelLessonDocument = graphql(`
  mutation CancelLesson($input: CancelLessonInput!) {
    cancelLesson(input: $input) {
      lesson {
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

export const EditTermDocument = graphql(`
  mutation EditTerm($input: EditTermInput!) {
    editTerm(input: $input) {
      term {
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

export const WordingsDocument = graphql(`
  query Wordings {
    consentWordings(first: 20) {
      nodes {
        id
        number
        purpose
        words
        createdAt
        publishedBy {
          id
          name
        }
      }
    }
  }
`);

export const PublishWordingDocument = graphql(`
  mutation PublishWording($input: PublishConsentWordingInput!) {
    publishConsentWording(input: $input) {
      consentWording {
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

/** A lesson as somebody else left it. */
export const LessonAgainDocument = graphql(`
  query LessonAgain($id: ID!) {
    lesson(id: $id) {
      ...MovedLesson
    }
  }
`);

/** A term as somebody else left it. */
export const TermAgainDocument = graphql(`
  query TermAgain($id: ID!) {
    term(id: $id) {
      id
      version
      name
      capacity
      acceptWithinHours
      pickUpMinutes
      teacher {
        id
        name
      }
    }
  }
`);
