import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** People see themselves; staff see the people of their subtree; names and telephones in full need a permission of their own. */
export const peopleAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Person', { orgPath: within(reach(actor, 'person.read')) });
  can('reveal', 'Person', { orgPath: within(reach(actor, 'person.reveal')) });
  can('manage', 'Person', { orgPath: within(reach(actor, 'person.manage')) });
  can('read', 'RoleAssignment', { orgPath: within(reach(actor, 'person.read')) });
  can('grant', 'OrgUnit', { orgPath: within(reach(actor, 'role.grant')) });
  can(['revoke', 'delegate'], 'RoleAssignment', { orgPath: within(reach(actor, 'role.grant')) });
  can('read', 'Delegation', { orgPath: within(reach(actor, 'person.read')) });
  can('end', 'Delegation', { orgPath: within(reach(actor, 'role.grant')) });
  if (actor.personId === null) return;
  can('read', 'Person', { id: actor.personId });
  can('reveal', 'Person', { id: actor.personId });
  can(['read', 'delegate'], 'RoleAssignment', { person: actor.personId });
  can('read', 'Delegation', { person: actor.personId });
  can(['read', 'end'], 'Delegation', { lender: actor.personId });
};
