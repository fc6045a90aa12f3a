import { graphql } from '../generated/index.js';

export const NoticesDocument = graphql(`
  query Notices($filter: NoticeFilter, $sort: NoticeSort, $first: Int!, $after: String) {
    notices(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          number
          title
          kind
          publishedAt
          orgUnit {
            id
            name
          }
          corrects {
            id
            number
          }
        }
      }
    }
    noticeChain {
      length
      intact
      brokenAt
    }
  }
`);

export const NoticeDocument = graphql(`
  query Notice($id: ID!) {
    notice(id: $id) {
      id
      number
      title
      body
      kind
      publishedAt
      hash
      previousHash
      orgUnit {
        id
        name
      }
      project {
        id
        name
      }
      corrects {
        id
        number
        title
      }
    }
  }
`);

export const PublishNoticeDocument = graphql(`
  mutation PublishNotice($input: PublishNoticeInput!) {
    publishNotice(input: $input) {
      notice {
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
