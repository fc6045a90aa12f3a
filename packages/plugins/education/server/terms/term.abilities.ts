import { conditionsOf } from '@weixiang/core';
import { reach, within, type DefineAbilities } from '@weixiang/kernel';
import { TermState } from './term.entity.js';

const announced: readonly TermState[] = [TermState.OPEN, TermState.RUNNING, TermState.FINISHED, TermState.CANCELLED];

/** Terms of public projects everybody sees once they were opened; the signed-in enrol in them. */
export const termAbilities: DefineAbilities = (actor, { can }) => {
  const isAnnounced = { isPublic: true, state: { $in: announced } };
  can('read', 'Term', isAnnounced);
  for (const condition of conditionsOf(actor, 'project.read', 'projectType')) can('read', 'Term', condition);
  can(['step', 'edit'], 'Term', { orgPath: within(reach(actor, 'course.open')) });
  if (reach(actor, 'enrolment.request').length > 0) can('enrol', 'Term', isAnnounced);
};
