import { graphql } from '../generated/index.js';

/** Who is here and whose house this is: the first thing either surface asks. */
export const SessionDocument = graphql(`
  query Session {
    tenant {
      id
      slug
      brandName
      seal
      timeZone
      answerWithinWorkingDays
      isDemo
      sendsMessages
      name {
        zh
        en
      }
      rootUnit {
        id
        name
      }
      colors {
        brand
        brandStrong
        brandTint
        brandLine
        onBrand
        onBrand2
        brandInk
      }
    }
    viewer {
      plugins
      abilities
      permissions
      today
      person {
        id
        name
        orgUnit {
          id
          name
          kind {
            id
            position
          }
        }
      }
      roles {
        id
        role
        label {
          zh
          en
        }
        orgUnit {
          id
          name
        }
        partner {
          id
          name
        }
        emergency
        takenUntil
      }
    }
  }
`);
