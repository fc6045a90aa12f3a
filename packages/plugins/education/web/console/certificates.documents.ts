import { graphql } from '../generated/index.js';

export const TermCertificatesDocument = graphql(`
  query TermCertificates($term: ID!) {
    certificates(filter: { term: $term }, first: 100) {
      totalCount
      nodes {
        id
        version
        number
        learnerName
        enrolment {
          id
          isMinor
          guardianName
        }
        hours
        lessons
        isValid
        reason
      }
    }
  }
`);

export const IssueCertificatesDocument = graphql(`
  mutation IssueCertificates($input: IssueCertificatesInput!) {
    issueCertificates(input: $input) {
      issued
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const RevokeCertificateDocument = graphql(`
  mutation RevokeCertificate($input: RevokeCertificateInput!) {
    revokeCertificate(input: $input) {
      certificate {
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
