import { graphql } from '../generated/index.js';

export const VocabularyDocument = graphql(`
  query Vocabulary($kind: VocabularyKind!) {
    vocabulary(filter: { kind: $kind }, first: 100) {
      edges {
        cursor
        node {
          id
          key
          label {
            zh
            en
          }
        }
      }
    }
  }
`);
