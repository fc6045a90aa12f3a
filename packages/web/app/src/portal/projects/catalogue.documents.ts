import { graphql } from '../generated/index.js';

/** How many public projects stand behind each choice; every facet is counted under the other filters. */
export const CatalogueDocument = graphql(`
  query PortalCatalogue($level: ProjectFilter, $aspect: ProjectFilter, $type: ProjectFilter) {
    level: projectsByLevel(filter: $level) {
      key
      count
    }
    aspect: projectsByAspect(filter: $aspect) {
      key
      count
    }
    type: projectsByType(filter: $type) {
      key
      count
    }
    projectTypes {
      name
      label {
        zh
        en
      }
    }
    kinds: vocabulary(first: 100, filter: { kind: ORG_UNIT_KIND }) {
      nodes {
        id
        label {
          zh
          en
        }
      }
    }
    aspects: vocabulary(first: 100, filter: { kind: PROJECT_ASPECT }) {
      nodes {
        id
        label {
          zh
          en
        }
      }
    }
  }
`);
