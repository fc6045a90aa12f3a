import { graphql } from '../generated/index.js';

export const PluginsDocument = graphql(`
  query Plugins {
    plugins {
      name
      isEnabled
      label {
        zh
        en
      }
      description {
        zh
        en
      }
    }
  }
`);

export const EnablePluginDocument = graphql(`
  mutation EnablePlugin($input: PluginInput!) {
    enablePlugin(input: $input) {
      plugin {
        name
        isEnabled
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const DisablePluginDocument = graphql(`
  mutation DisablePlugin($input: PluginInput!) {
    disablePlugin(input: $input) {
      plugin {
        name
        isEnabled
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const TenantSettingsDocument = graphql(`
  query TenantSettings {
    tenant {
      id
      version
      brandName
      seal
      answerWithinWorkingDays
      keepRefusedRowsDays
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
  }
`);

export const EditTenantDocument = graphql(`
  mutation EditTenant($input: EditTenantInput!) {
    editTenant(input: $input) {
      tenant {
        id
        version
        brandName
        seal
        answerWithinWorkingDays
        keepRefusedRowsDays
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
      refusals {
        code
        message
        field
      }
    }
  }
`);

export const UnitKindsDocument = graphql(`
  query UnitKinds {
    vocabulary(filter: { kind: ORG_UNIT_KIND }, first: 100) {
      edges {
        cursor
        node {
          id
          version
          namesPeople
          label {
            zh
            en
          }
        }
      }
    }
  }
`);

export const EditUnitKindDocument = graphql(`
  mutation EditUnitKind($input: EditUnitKindInput!) {
    editUnitKind(input: $input) {
      kind {
        id
        version
        namesPeople
      }
      refusals {
        code
        message
        field
      }
    }
  }
`);
