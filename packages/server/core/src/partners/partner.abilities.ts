import { reach, type DefineAbilities } from '@weixiang/kernel';
import { PartnerState } from './partner.entity.js';

/** What is public of a partner: who it is and what it does, never whom to call. */
const publicFields = [
  'id', 'name', 'creditCode', 'kind', 'kindLabel', 'category', 'direction', 'state', 'admittedOn', 'removedOn', 'version', 'createdAt', 'projects', 'agreements', 'availableSteps',
] as const;

/** Partners belong to the whole tenant. */
export const partnerAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Partner', { state: PartnerState.ADMITTED }, publicFields);
  if (reach(actor, 'partner.read').length > 0) can('read', 'Partner');
  if (reach(actor, 'partner.reveal').length > 0) can('reveal', 'Partner');
  if (reach(actor, 'partner.admit').length > 0) can(['admit', 'edit', 'step'], 'Partner');
};
