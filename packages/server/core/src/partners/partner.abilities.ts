import { reach, type DefineAbilities } from '@weixiang/kernel';
import { PartnerState } from './partner.entity.js';

/** Partners belong to the whole tenant. Who takes part is public, how to reach them is not. */
export const partnerAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Partner', { state: PartnerState.ADMITTED });
  if (reach(actor, 'partner.read').length > 0) can('read', 'Partner');
  if (reach(actor, 'partner.reveal').length > 0) can('reveal', 'Partner');
  if (reach(actor, 'partner.admit').length > 0) can(['admit', 'edit', 'step'], 'Partner');
};
