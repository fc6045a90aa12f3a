import { graphql } from '../generated/index.js';

export const RecordChangedDocument = graphql(`
  subscription RecordChanged($id: ID!) {
    recordChanged(id: $id) {
      name
      at
    }
  }
`);

export const WishesChangedDocument = graphql(`
  subscription WishesChanged($within: ID) {
    wishesChanged(within: $within) {
      name
      wish {
        ...WishRow
      }
    }
  }
`);
