import { reach, within, type DefineAbilities } from '@weixiang/kernel';
import { ownPartners } from '../partners/partner.abilities.js';
import { conditionsOf } from '../projects/project.abilities.js';

/** Activities of public projects everybody sees; a lead records those of the own project, a partner those of the projects that it delivers. */
export const activityAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Activity', { isPublic: true });
  for (const condition of conditionsOf(actor, 'activity.read', 'projectType')) can('read', 'Activity', condition);
  can('recordActivity', 'Project', { orgPath: within(reach(actor, 'activity.record')) });
  if (actor.personId !== null) can('recordActivity', 'Project', { lead: actor.personId });
  const partners = ownPartners(actor);
  if (partners.length > 0) can('recordActivity', 'Project', { partner: { $in: partners } });
};
