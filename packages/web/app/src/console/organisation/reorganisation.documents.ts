import { graphql } from '../generated/index.js';

export const ForeseenDocument = graphql(`
  fragment Foreseen on ReorganisationPreview {
    effectiveOn
    units
    people
    records
    openWishes
    wishesAwaitingAnswer
    openProjects
    roles
    endingRoles {
      ...SightOfRole
    }
    gaining {
      ...SightOfRole
    }
    gainingCount
    losing {
      ...SightOfRole
    }
    losingCount
    refusals {
      code
      message
      field
    }
  }
`);

export const SightOfRoleDocument = graphql(`
  fragment SightOfRole on RoleAssignment {
    id
    roleLabel {
      zh
      en
    }
    person {
      id
      name
    }
    orgUnit {
      id
      name
    }
  }
`);

export const MovePreviewDocument = graphql(`
  query MovePreview($input: MoveOrgUnitInput!) {
    preview: moveOrgUnitPreview(input: $input) {
      ...Foreseen
    }
  }
`);

export const MergePreviewDocument = graphql(`
  query MergePreview($input: MergeOrgUnitsInput!) {
    preview: mergeOrgUnitsPreview(input: $input) {
      ...Foreseen
    }
  }
`);

export const SplitPreviewDocument = graphql(`
  query SplitPreview($input: SplitOrgUnitInput!) {
    preview: splitOrgUnitPreview(input: $input) {
      ...Foreseen
    }
  }
`);

export const ClosePreviewDocument = graphql(`
  query ClosePreview($input: CloseOrgUnitInput!) {
    preview: closeOrgUnitPreview(input: $input) {
      ...Foreseen
    }
  }
`);

export const MoveUnitDocument = graphql(`
  mutation MoveUnit($input: MoveOrgUnitInput!) {
    moveOrgUnit(input: $input) {
      reorganisation {
        id
        state
        effectiveOn
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const MergeUnitsDocument = graphql(`
  mutation MergeUnits($input: MergeOrgUnitsInput!) {
    mergeOrgUnits(input: $input) {
      reorganisations {
        id
        state
        effectiveOn
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const SplitUnitDocument = graphql(`
  mutation SplitUnit($input: SplitOrgUnitInput!) {
    splitOrgUnit(input: $input) {
      reorganisation {
        id
        state
        effectiveOn
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const CloseUnitDocument = graphql(`
  mutation CloseUnit($input: CloseOrgUnitInput!) {
    closeOrgUnit(input: $input) {
      reorganisation {
        id
        state
        effectiveOn
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const CancelReorganisationDocument = graphql(`
  mutation CancelReorganisation($input: CancelReorganisationInput!) {
    cancelReorganisation(input: $input) {
      reorganisation {
        id
        state
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
