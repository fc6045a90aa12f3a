import { conditionsOf } from '@weixiang/core';
import { reach, within, type DefineAbilities } from '@weixiang/kernel';

/** Lessons are public from the moment their term is; who runs the course plans and changes them, and a teacher sees their own. */
export const lessonAbilities: DefineAbilities = (actor, { can }) => {
  can('read', 'Lesson', { isPublic: true, isAnnounced: true });
  for (const condition of conditionsOf(actor, 'project.read', 'projectType')) can('read', 'Lesson', condition);
  const isMine = { orgPath: within(reach(actor, 'course.open')) };
  can('planLessons', 'Term', isMine);
  can(['move', 'cancel'], 'Lesson', isMine);
  if (actor.personId !== null) can('read', 'Lesson', { teacher: actor.personId });
};
