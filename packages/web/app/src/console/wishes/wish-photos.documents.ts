import { graphql } from '../generated/index.js';

export const HidePhotoDocument = graphql(`
  mutation HidePhoto($input: HidePhotoInput!) {
    hidePhoto(input: $input) {
      photo {
        id
        version
        isHidden
        hiddenReason
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ShowPhotoDocument = graphql(`
  mutation ShowPhoto($input: ShowPhotoInput!) {
    showPhoto(input: $input) {
      photo {
        id
        version
        isHidden
        hiddenReason
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
