import { conditionsOf } from '@weixiang/core';
import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Courses of public projects everybody sees; who sees a project otherwise sees its courses too. */
export const courseAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Course', { isPublic: true });
  for (const condition of conditionsOf(actor, 'project.read', 'projectType')) can('read', 'Course', condition);
  const isMine = { orgPath: within(reach(actor, 'course.open')) };
  can('openCourse', 'Project', isMine);
  can(['edit', 'openTerm'], 'Course', isMine);
};
