import { reach, within, type DefineAbilities } from '@weixiang/kernel';
import { conditionsOf } from '../projects/project.abilities.js';

/** Agreements are for staff: in their subtree, and for departments over their types of work. */
export const agreementAbilities: DefineAbilities = (actor, { can }) => {
  for (const condition of conditionsOf(actor, 'agreement.read', 'projectType')) can('read', 'Agreement', condition);
  can('agree', 'Project', { orgPath: within(reach(actor, 'agreement.record')) });
};
