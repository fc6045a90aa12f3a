import { registerEnumType } from 'type-graphql';

/** What is done to a unit. */
export enum ReorganisationKind {
  MOVE = 'MOVE',
  MERGE = 'MERGE',
  SPLIT = 'SPLIT',
  CLOSE = 'CLOSE',
}
registerEnumType(ReorganisationKind, {
  name: 'ReorganisationKind',
  description: 'What is done to a unit.',
  valuesConfig: {
    MOVE: { description: 'It goes below another unit, with everything below it (迁移).' },
    MERGE: { description: 'It becomes part of another unit and is closed (合并).' },
    SPLIT: { description: 'A new unit beside it takes some of the units below it (拆分).' },
    CLOSE: { description: 'It is closed; its records stay (撤销).' },
  },
});

/** How far a reorganisation is. */
export enum ReorganisationState {
  PLANNED = 'PLANNED',
  FOLLOWING = 'FOLLOWING',
  DONE = 'DONE',
  CANCELED = 'CANCELED',
  FAILED = 'FAILED',
}
registerEnumType(ReorganisationState, {
  name: 'ReorganisationState',
  description: 'How far a reorganisation is.',
  valuesConfig: {
    PLANNED: { description: 'Waits for its day; it can be called off (待生效).' },
    FOLLOWING: { description: 'The tree has changed; the records follow (记录跟进中).' },
    DONE: { description: 'The tree has changed and every record has followed (已完成).' },
    CANCELED: { description: 'Called off before its day (已取消).' },
    FAILED: { description: 'On its day it could not be done; `failure` says why (未能办理).' },
  },
});
