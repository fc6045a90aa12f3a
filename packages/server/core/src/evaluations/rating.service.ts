import { refuse, optionalWords, type Transaction } from '@weixiang/kernel';
import { randomUUID } from 'node:crypto';
import { Project } from '../projects/project.entity.js';
import { actingPerson } from '../wishes/acting-person.js';
import { RoundState } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import type { RateProjectInput } from './rating.inputs.js';
import { Rating } from './rating.entity.js';
import { partiesOf } from './rating.rules.js';

/**
 * Rates a project in its open round; again, it changes the rating. The round's lock makes voters of one project take
 * turns, so two ratings of one voter at once are one row, and none slips in while the round is being closed.
 */
export async function rateProject(tx: Transaction, input: RateProjectInput): Promise<EvaluationRound> {
  const round = await tx.load(EvaluationRound, input.round, 'rate', { field: 'round' });
  const person = actingPerson(tx);
  if (!person) throw refuse('NOT_FOUND', 'round');
  const project = await tx.peek(Project, round.project.id);
  if (!project || project.lead?.id === person.id) throw refuse('RATING_OWN_PROJECT', 'round');
  if (!partiesOf(tx.actor, round).includes(input.party)) throw refuse('PARTY_NOT_YOURS', 'party');
  if (round.state !== RoundState.OPEN || !round.closesAt || round.closesAt <= tx.now) throw refuse('ROUND_CLOSED', 'round');
  const words = optionalWords(input.words, 'words', 500);
  const given = await tx.em.findOne(Rating, { round, person });
  if (given) {
    Object.assign(given, { party: input.party, grade: input.grade, words });
    return round;
  }
  const { orgUnit, orgPath, createdAt } = round;
  tx.create(Rating, { id: randomUUID(), createdAt, project, orgUnit, orgPath, round, person, party: input.party, grade: input.grade, words });
  return round;
}
