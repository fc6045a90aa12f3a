import { registerEnumType } from 'type-graphql';

/** Where a record comes from. */
export enum RecordSource {
  ENTERED = 'ENTERED',
  LEDGER = 'LEDGER',
}
registerEnumType(RecordSource, {
  name: 'RecordSource',
  description: 'Where a record comes from.',
  valuesConfig: {
    ENTERED: { description: 'Somebody entered it here.' },
    LEDGER: { description: 'A district’s ledger was imported.' },
  },
});
