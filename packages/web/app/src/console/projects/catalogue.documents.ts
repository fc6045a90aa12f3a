import { graphql } from '../generated/index.js';

/** How many projects stand behind each choice; every facet is counted under the other filters. */
export const CatalogueDocument = graphql(`
  query Catalogue($level: ProjectFilter, $aspect: ProjectFilter, $type: ProjectFilter, $state: ProjectFilter) {
    levels: projectsByLevel(filter: $level) {
      key
      count
    }
    aspects: projectsByAspect(filter: $aspect) {
      key
      count
    }
    types: projectsByType(filter: $type) {
      key
      count
    }
    states: projectCounts(filter: $state) {
      key
      count
    }
  }
`);
