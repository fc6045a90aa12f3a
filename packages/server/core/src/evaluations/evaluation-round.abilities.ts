import { type DefineAbilities } from '@weixiang/kernel';
import { conditionsOf } from '../projects/project.abilities.js';

/** Grades of public projects are public (晾晒). Who delivers a project does not record its grades. */
export const evaluationRoundAbilities: DefineAbilities = (actor, { can, cannot }) => {
  can('read', 'EvaluationRound', { isPublic: true });
  for (const condition of conditionsOf(actor, 'evaluation.read', 'projectType')) can('read', 'EvaluationRound', condition);
  for (const condition of conditionsOf(actor, 'evaluation.record', 'type')) can('evaluate', 'Project', condition);
  if (actor.personId !== null) cannot('evaluate', 'Project', { lead: actor.personId });
};
