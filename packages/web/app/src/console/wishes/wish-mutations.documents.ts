import { graphql } from '../generated/index.js';

export const MakeWishDocument = graphql(`
  mutation MakeWish($input: MakeWishInput!) {
    makeWish(input: $input) {
      wish {
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

export const AnswerWishDocument = graphql(`
  mutation AnswerWish($input: AnswerWishInput!) {
    answerWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const AcceptWishDocument = graphql(`
  mutation AcceptWish($input: AcceptWishInput!) {
    acceptWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const DeclineWishDocument = graphql(`
  mutation DeclineWish($input: DeclineWishInput!) {
    declineWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ListWishDocument = graphql(`
  mutation ListWish($input: ListWishInput!) {
    listWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const MergeWishDocument = graphql(`
  mutation MergeWish($input: MergeWishInput!) {
    mergeWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const FulfilWishDocument = graphql(`
  mutation FulfilWish($input: FulfilWishInput!) {
    fulfilWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const ConfirmWishDocument = graphql(`
  mutation ConfirmWish($input: ConfirmWishInput!) {
    confirmWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const AssignWishDocument = graphql(`
  mutation AssignWish($input: AssignWishInput!) {
    assignWish(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const SetWishPriorityDocument = graphql(`
  mutation SetWishPriority($input: SetWishPriorityInput!) {
    setWishPriority(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const JoinDemandDocument = graphql(`
  mutation JoinDemand($input: JoinDemandInput!) {
    joinDemand(input: $input) {
      wish {
        ...WishRow
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const EditWishDocument = graphql(`
  mutation EditWish($input: EditWishInput!) {
    editWish(input: $input) {
      wish {
        id
        version
        isPublic
        isHeldBack
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
