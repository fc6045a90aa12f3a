import { reach, spokenFor, type Actor, type DefineAbilities } from '@weixiang/kernel';
import { PartnerState } from './partner.entity.js';

/** What is public of a partner: who it is and what it does, never whom to call. */
const publicFields = [
  'id', 'name', 'creditCode', 'kind', 'kindLabel', 'category', 'direction', 'state', 'admittedOn', 'removedOn', 'version', 'createdAt', 'projects', 'agreements', 'representatives', 'availableSteps',
] as const;

/** Partners belong to the whole tenant. */
export const partnerAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Partner', { state: PartnerState.ADMITTED }, publicFields);
  if (reach(actor, 'partner.read').length > 0) can('read', 'Partner');
  const own = { id: { $in: ownPartners(actor) } };
  if (own.id.$in.length > 0) can(['read', 'reveal'], 'Partner', own);
  if (reach(actor, 'partner.reveal').length > 0) can('reveal', 'Partner');
  if (reach(actor, 'partner.admit').length > 0) can(['admit', 'edit', 'step', 'appoint'], 'Partner');
};

/** The partners for which the actor speaks. */
export function ownPartners(actor: Actor): string[] {
  return spokenFor(actor, 'partner.represent');
}
