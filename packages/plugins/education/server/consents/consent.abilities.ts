import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Whether and to what a guardian agreed is for the guardian and for who reads the enrolment. */
export const consentAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Consent', { orgPath: within(reach(actor, 'enrolment.read')) });
  if (actor.personId !== null) can('read', 'Consent', { guardian: actor.personId });
};
