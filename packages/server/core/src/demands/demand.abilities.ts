import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Everybody sees what is asked for; which wishes are behind it is the wishes' affair. */
export const demandAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Demand');
  can(['manage', 'join'], 'Demand', { orgPath: within(reach(actor, 'demand.manage')) });
  can('answer', 'Demand', { orgPath: within(reach(actor, 'demand.answer')) });
};
