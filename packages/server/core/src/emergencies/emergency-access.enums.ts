import { registerEnumType } from 'type-graphql';

/** How far an emergency access is. */
export enum EmergencyState {
  OPEN = 'OPEN',
  ENDED = 'ENDED',
  JUSTIFIED = 'JUSTIFIED',
  UNJUSTIFIED = 'UNJUSTIFIED',
}
registerEnumType(EmergencyState, {
  name: 'EmergencyState',
  description: 'How far an emergency access is.',
  valuesConfig: {
    OPEN: { description: 'It lasts, or has just run out (进行中).' },
    ENDED: { description: 'It is over and waits for its review (待复核).' },
    JUSTIFIED: { description: 'Somebody else reviewed it: it was justified (复核合理).' },
    UNJUSTIFIED: { description: 'Somebody else reviewed it: it was not justified (复核不合理).' },
  },
});
