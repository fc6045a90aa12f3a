import { registerEnumType } from 'type-graphql';

/** What has become of a demand. */
export enum DemandState {
  OPEN = 'OPEN',
  LISTED = 'LISTED',
  IN_PROJECT = 'IN_PROJECT',
  MET = 'MET',
  CLOSED = 'CLOSED',
}
registerEnumType(DemandState, {
  name: 'DemandState',
  description: 'What has become of a demand.',
  valuesConfig: {
    OPEN: { description: 'Wishes are being gathered (归集中).' },
    LISTED: { description: 'On the demand list (已列入清单).' },
    IN_PROJECT: { description: 'A project answers it (已立项).' },
    MET: { description: 'Its project has met it (已满足).' },
    CLOSED: { description: 'Closed without a project (已关闭).' },
  },
});
