import { graphql } from '../generated/index.js';

export const ChildDocument = graphql(`
  query Child($id: ID!) {
    enrolment(id: $id) {
      id
      state
      version
      learnerName
      isMinor
      isLocked
      lessonsAttended
      hoursAttended
      term {
        id
        name
        course {
          id
          name
        }
      }
    }
    pickUpPeople(filter: { enrolment: $id, isNamed: true }, first: 10) {
      nodes {
        id
        version
        name
        relation
        phone
      }
    }
    certificates(filter: { enrolment: $id }, first: 5) {
      nodes {
        id
        number
        hours
        issuedOn
        isValid
      }
    }
    attendances(filter: { enrolment: $id }, first: 100, sort: NEWEST) {
      nodes {
        id
        mark
        handedOverAt
        handedOverTo
        lesson {
          id
          startsAt
          endsAt
          number
        }
      }
    }
  }
`);

export const MakeFamilyCodeDocument = graphql(`
  mutation MakeFamilyCode($input: MakeFamilyCodeInput!) {
    makeFamilyCode(input: $input) {
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

export const NamePickUpPersonDocument = graphql(`
  mutation NamePickUpPerson($input: NamePickUpPersonInput!) {
    namePickUpPerson(input: $input) {
      pickUpPerson {
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

export const RemovePickUpPersonDocument = graphql(`
  mutation RemovePickUpPerson($input: RemovePickUpPersonInput!) {
    removePickUpPerson(input: $input) {
      pickUpPerson {
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

export const CheckInDocument = graphql(`
  mutation CheckIn($input: CheckInInput!) {
    checkIn(input: $input) {
      attendance {
        id
        mark
        enrolment {
          id
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

export const MyPlacesDocument = graphql(`
  query MyPlaces {
    enrolments(first: 50, filter: { mine: true, state: [CONFIRMED] }) {
      nodes {
        id
        learnerName
        term {
          id
          name
          course {
            id
            name
          }
        }
      }
    }
  }
`);

export const DisclosuresDocument = graphql(`
  query Disclosures($of: [ID!]!) {
    disclosures(of: $of) {
      reader
      roles {
        zh
        en
      }
      units
      purpose
      at
      times
      isInEmergency
      records
    }
  }
`);

export const CertificateCheckDocument = graphql(`
  query CertificateCheck($code: String!) {
    certificateCheck(code: $code) {
      number
      learner
      courseName
      termName
      hours
      issuer
      issuedOn
      isValid
    }
  }
`);
