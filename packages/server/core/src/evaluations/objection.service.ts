import { refuse, requiredWords, stepTo, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { Project } from '../projects/project.entity.js';
import { actingPerson } from '../wishes/acting-person.js';
import { ObjectionState, RoundState } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import type { AnswerObjectionInput, RaiseObjectionInput } from './objection.inputs.js';
import { Objection } from './objection.entity.js';
import { objectionLife } from './objection.workflow.js';
import { Rating } from './rating.entity.js';
import { recountRound } from './round-closing.service.js';

const limit = 1000;

/** Objects to a published grade; one open objection a person and round. The round's lock lets none come in while it is made final. */
export async function raiseObjection(tx: Transaction, input: RaiseObjectionInput): Promise<Objection> {
  const round = await tx.load(EvaluationRound, input.round, 'object', { field: 'round' });
  const person = actingPerson(tx);
  if (!person) throw refuse('NOT_FOUND', 'round');
  const today = dateIn(tx.now, tx.tenant.timeZone);
  if (round.state !== RoundState.PUBLISHED || !round.objectionsUntil || round.objectionsUntil < today) throw refuse('OBJECTIONS_OVER', 'round');
  const words = requiredWords(input.words, 'words', limit);
  if ((await tx.em.count(Objection, { round, person, state: ObjectionState.OPEN })) > 0) throw refuse('OBJECTION_OPEN', 'round');
  const project = await tx.em.findOneOrFail(Project, { id: round.project.id });
  const { orgUnit, orgPath } = round;
  const objection = tx.create(Objection, { project, round, person, orgUnit, orgPath, words });
  tx.announce('objection.raised', objection);
  return objection;
}

/** Answers an objection with reasons. Upheld: the ratings it took out no longer count, the round is recounted, a further notice says so. */
export async function answerObjection(tx: Transaction, input: AnswerObjectionInput): Promise<Objection> {
  const objection = await tx.load(Objection, input.id, 'answer', input);
  // Answers to one round take turns, like its voters and its closing.
  const round = await tx.load(EvaluationRound, objection.round.id, 'read');
  const project = await tx.em.findOneOrFail(Project, { id: round.project.id });
  const person = actingPerson(tx);
  if (person && (objection.person.id === person.id || project.lead?.id === person.id)) throw refuse('OBJECTION_TO_YOURSELF', 'id');
  const words = requiredWords(input.words, 'words', limit);
  const excluded = await ratingsOf(tx, round, input);
  const next = stepTo(tx, objectionLife, input.isUpheld ? 'uphold' : 'reject', { state: objection.state, path: objection.orgPath, own: ['evaluation.answer'] }, { words });
  objection.state = ObjectionState[next as ObjectionState]; // the workflow's states are the enum's
  Object.assign(objection, { answer: words, answeredBy: person, answeredAt: tx.now });
  tx.announce('objection.answered', objection, { state: objection.state });
  for (const rating of excluded) rating.isExcluded = true;
  if (input.isUpheld) await recountRound(tx, round, words);
  return objection;
}

/** The ratings to take out; upholding an objection without any would correct nothing. */
async function ratingsOf(tx: Transaction, round: EvaluationRound, { isUpheld, excludedRatings }: AnswerObjectionInput): Promise<Rating[]> {
  const ids = [...new Set(excludedRatings ?? [])];
  if (!isUpheld) {
    if (ids.length > 0) throw refuse('REJECTED_CHANGES_NOTHING', 'excludedRatings');
    return [];
  }
  if (round.state !== RoundState.PUBLISHED) throw refuse('OBJECTIONS_OVER', 'id');
  if (ids.length === 0) throw refuse('UPHELD_CHANGES_NOTHING', 'excludedRatings');
  const ratings = await Promise.all(ids.map((id) => tx.refer(Rating, id, 'excludedRatings')));
  if (ratings.some((rating) => rating.round.id !== round.id || rating.isExcluded)) throw refuse('NOT_FOUND', 'excludedRatings');
  return ratings;
}
