import { graphql } from '../generated/index.js';

export const ProjectRowFragment = graphql(`
  fragment ProjectRow on Project {
    id
    name
    state
    leadName
    orgUnit {
      id
      name
    }
    latestRound {
      id
      grade
    }
  }
`);
