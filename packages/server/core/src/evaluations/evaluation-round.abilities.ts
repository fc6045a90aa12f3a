import type { Actor, DefineAbilities } from '@weixiang/kernel';
import { conditionsOf } from '../projects/project.abilities.js';
import { ProposalState } from './evaluation.enums.js';
import { fewestToTell } from './evaluation-round.rules.js';

/** What everybody sees of a public round, however few rated. */
const publicFields = [
  'id', 'version', 'createdAt', 'orgUnit', 'project', 'month', 'state', 'openedAt', 'closesAt', 'objectionsUntil', 'grade', 'source', 'policy', 'openObjectionCount', 'ballot',
  'ratings', 'objections', 'proposals', 'notices',
] as const;

/** Counts, which a handful of ratings would make tell-tale. */
const countFields = [...publicFields, 'excellent', 'good', 'pass', 'fail', 'votes', 'satisfaction'] as const;

/** Residents in such numbers could be told from the rest by their weight. */
const tellTale = Array.from({ length: fewestToTell - 1 }, (_, at) => at + 1);

/**
 * Grades of public projects are public (晾晒), their counts from five ratings on. Staff see counts, and ratings without
 * who gave them once the round is closed. Who delivers a project neither records nor decides on its grades.
 */
export const evaluationRoundAbilities: DefineAbilities = (actor, { can, cannot }) => {
  can('read', 'EvaluationRound', { isPublic: true }, publicFields);
  can('read', 'EvaluationRound', { isPublic: true, votes: { $gte: fewestToTell } }, countFields);
  can('read', 'EvaluationRound', { isPublic: true, votes: { $gte: fewestToTell }, residentVotes: { $nin: tellTale } }, [...countFields, 'score']);
  can('read', 'EvaluationProposal', { isPublic: true, state: ProposalState.CONFIRMED });
  for (const condition of conditionsOf(actor, 'evaluation.read', 'projectType')) {
    can('read', 'EvaluationRound', condition);
    can(['read', 'reveal'], 'Rating', { ...condition, isCounted: true });
    can('read', 'Objection', condition);
    can('read', 'EvaluationProposal', condition);
  }
  for (const condition of conditionsOf(actor, 'evaluation.record', 'type')) can('evaluate', 'Project', condition);
  for (const condition of conditionsOf(actor, 'evaluation.answer', 'projectType')) can('answer', 'Objection', condition);
  for (const permission of ['project.supervise', 'project.decide']) {
    const kinds = permission === 'project.decide' ? ['REMOVAL', 'COMMENDATION'] : ['CORRECTION'];
    for (const condition of conditionsOf(actor, permission, 'projectType')) can('decide', 'EvaluationProposal', { ...condition, kind: { $in: kinds } });
  }
  if (actor.personId === null) return;
  cannot('evaluate', 'Project', { lead: actor.personId });
  can(['read', 'reveal'], 'Rating', { person: actor.personId });
  can('read', 'Objection', { person: actor.personId });
  if (['evaluation.rate', 'evaluation.rateForOthers', 'evaluation.rateAsExpert'].some((permission) => holds(actor, permission))) can('rate', 'EvaluationRound');
  if (holds(actor, 'evaluation.object')) can('object', 'EvaluationRound', { isPublic: true });
};

function holds({ grants }: Actor, permission: string): boolean {
  return grants.some(({ permissions }) => permissions.has(permission));
}
