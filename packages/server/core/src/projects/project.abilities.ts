import { overseen, reach, within, type Actor, type DefineAbilities } from '@weixiang/kernel';
import { ownPartners } from '../partners/partner.abilities.js';

/** Permissions whose holders may take some step of a project. */
const stepping = ['project.edit', 'project.review', 'project.run', 'project.supervise', 'project.decide'] as const;

/** Where and over what an actor holds a permission on facts about projects: in subtrees, and over types of work everywhere. */
export function conditionsOf(actor: Actor, permission: string, type: 'type' | 'projectType') {
  const types = overseen(actor, permission);
  return [{ orgPath: within(reach(actor, permission)) }, ...(types.length > 0 ? [{ [type]: { $in: types } }] : [])];
}

/** What is public everybody sees; staff see their subtree, departments the work of their types, leads their own, partners theirs. */
export const projectAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Project', { isPublic: true });
  for (const condition of conditionsOf(actor, 'project.read', 'type')) can('read', 'Project', condition);
  can('create', 'Project', { orgPath: within(reach(actor, 'project.create')) });
  can('edit', 'Project', { orgPath: within(reach(actor, 'project.edit')) });
  can('publish', 'Project', { orgPath: within(reach(actor, 'project.publish')) });
  for (const permission of stepping) {
    for (const condition of conditionsOf(actor, permission, 'type')) can('step', 'Project', condition);
  }
  if (actor.personId !== null) can(['read', 'edit', 'step'], 'Project', { lead: actor.personId });
  const partners = ownPartners(actor);
  if (partners.length > 0) can('read', 'Project', { partner: { $in: partners } });
};
