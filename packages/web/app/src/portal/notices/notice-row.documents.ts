import { graphql } from '../generated/index.js';

export const NoticeRowFragment = graphql(`
  fragment NoticeRow on Notice {
    id
    number
    title
    publishedAt
  }
`);
