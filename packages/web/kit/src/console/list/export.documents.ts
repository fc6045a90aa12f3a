import { graphql } from '../../generated/index.js';

export const ExportableLedgersDocument = graphql(`
  query ExportableLedgers {
    exportableLedgers
    forPurpose: exportableLedgers(needsPurpose: true)
  }
`);
