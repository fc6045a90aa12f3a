import { reach, within, type DefineAbilities } from '@weixiang/kernel';
import { ownPartners } from '../partners/partner.abilities.js';
import { conditionsOf } from '../projects/project.abilities.js';

/** Agreements are for staff, in their subtree and for departments over their types of work, and for the partner that signed. */
export const agreementAbilities: DefineAbilities = (actor, { can }) => {
  for (const condition of conditionsOf(actor, 'agreement.read', 'projectType')) can('read', 'Agreement', condition);
  const partners = ownPartners(actor);
  if (partners.length > 0) can('read', 'Agreement', { partner: { $in: partners } });
  can('agree', 'Project', { orgPath: within(reach(actor, 'agreement.record')) });
};
