import { graphql } from '../generated/index.js';

export const NoticesPageDocument = graphql(`
  query NoticesPage($after: String) {
    notices(first: 20, after: $after) {
      totalCount
      nodes {
        ...NoticeRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const NoticePageDocument = graphql(`
  query NoticePage($id: ID!) {
    notice(id: $id) {
      ...NoticeRow
      body
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
      round {
        id
      }
      corrects {
        id
        number
        title
      }
    }
  }
`);
