import { reach, within, type DefineAbilities } from '@weixiang/kernel';
import { conditionsOf } from '../projects/project.abilities.js';

/** Notices are for everybody, account or not. Whose project it is, or whose notice, is who speaks about it. */
export const noticeAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Notice');
  can('publishNotice', 'OrgUnit', { orgPath: within(reach(actor, 'notice.publish')) });
  for (const condition of conditionsOf(actor, 'notice.publish', 'type')) can('publishNotice', 'Project', condition);
};
