import { LockMode } from '@mikro-orm/core';
import { stepTo, type Transaction } from '@weixiang/kernel';
import { dateIn, daysAfter, EVALUATION_POLICY, type Tally } from '@weixiang/shared';
import { Notice } from '../notices/notice.entity.js';
import { postNotice } from '../notices/notice.service.js';
import { Project } from '../projects/project.entity.js';
import { RatingParty, RoundState } from './evaluation.enums.js';
import { proposeFrom } from './evaluation-proposal.service.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { counted, nobody } from './evaluation-round.rules.js';
import { showLatest } from './evaluation-round.service.js';
import { evaluationRoundLife } from './evaluation-round.workflow.js';
import { annulledWords, correctedWords, gradedWords } from './round-notice.words.js';

/** Closes a round whose time is up: counts it, publishes its grade or says that there is none. A second run changes nothing. */
export async function closeRound(tx: Transaction, id: string): Promise<void> {
  const round = await hold(tx, id, RoundState.OPEN);
  if (!round?.closesAt || round.closesAt > tx.now) return;
  await countRound(tx, round);
  await tx.em.execute('update rating set is_counted = true where tenant_id = ? and round_id = ?', [tx.tenant.id, round.id]);
  if (round.grade === null) {
    step(tx, round, 'lapse');
    tx.announce('evaluationRound.lapsed', round, { votes: round.votes });
    return;
  }
  step(tx, round, 'publish');
  round.objectionsUntil = objectionsEnd(tx, round);
  await tx.em.flush();
  await showLatest(tx, [round.project.id]);
  await publish(tx, round, gradedWords(round), null);
  tx.announce('evaluationRound.published', round, { grade: round.grade });
}

/** Counts a round again after ratings were taken out; a further notice corrects the latest, and may be objected to like it. */
export async function recountRound(tx: Transaction, round: EvaluationRound, reason: string): Promise<void> {
  const corrects = await tx.em.findOne(Notice, { round }, { orderBy: { number: 'desc' } });
  await tx.em.flush();
  await countRound(tx, round);
  const isAnnulled = round.grade === null;
  step(tx, round, isAnnulled ? 'annul' : 'recount');
  round.objectionsUntil = isAnnulled ? null : objectionsEnd(tx, round);
  await tx.em.flush();
  await showLatest(tx, [round.project.id]);
  await publish(tx, round, isAnnulled ? annulledWords(round, reason) : correctedWords(round, reason), corrects);
  tx.announce('evaluationRound.recounted', round, { grade: round.grade });
}

/** Makes a published grade final when its days for objections are over and every objection is answered; then proposes what follows. */
export async function finaliseRound(tx: Transaction, id: string): Promise<void> {
  const round = await hold(tx, id, RoundState.PUBLISHED);
  const today = dateIn(tx.now, tx.tenant.timeZone);
  if (!round?.objectionsUntil || round.objectionsUntil >= today) return;
  const [open] = await tx.em.execute<{ id: string }[]>(`select id from objection where tenant_id = ? and round_id = ? and state = 'OPEN' limit 1`, [tx.tenant.id, round.id]);
  if (open) return;
  step(tx, round, 'finalise');
  tx.announce('evaluationRound.finalised', round, { grade: round.grade });
  await proposeFrom(tx, round);
}

/** The round, locked; null when it no longer stands so, or another run has it. */
function hold(tx: Transaction, id: string, state: RoundState): Promise<EvaluationRound | null> {
  return tx.em.findOne(EvaluationRound, { id, state }, { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE });
}

function step(tx: Transaction, round: EvaluationRound, name: string): void {
  const own = ['evaluation.answer']; // who answers was asked before: the job, or who may answer the objection
  const next = stepTo(tx, evaluationRoundLife, name, { state: round.state, path: round.orgPath, own });
  round.state = RoundState[next as RoundState]; // the workflow's states are the enum's
}

async function countRound(tx: Transaction, round: EvaluationRound): Promise<void> {
  await tx.em.findOneOrFail(Project, { id: round.project.id }); // its name is in the notice
  const rows = await tx.em.execute<{ party: RatingParty; grade: keyof Tally; count: string }[]>(
    'select party, grade, count(*) as count from rating where tenant_id = ? and round_id = ? and not is_excluded group by party, grade',
    [tx.tenant.id, round.id],
  );
  const tallies: Record<RatingParty, Record<keyof Tally, number>> = { RESIDENT: { ...nobody }, OTHER: { ...nobody }, EXPERT: { ...nobody } };
  for (const { party, grade, count } of rows) tallies[party][grade] = Number(count);
  Object.assign(round, { tallies }, counted(tallies, round.ownPolicy ?? EVALUATION_POLICY));
}

function objectionsEnd(tx: Transaction, { ownPolicy }: EvaluationRound): string {
  return daysAfter(dateIn(tx.now, tx.tenant.timeZone), (ownPolicy ?? EVALUATION_POLICY).objectionDays);
}

async function publish(tx: Transaction, round: EvaluationRound, words: { title: string; body: string }, corrects: Notice | null): Promise<void> {
  const { project, orgUnit } = round;
  await postNotice(tx, { ...words, kind: 'GRADE', orgUnit, project, round, corrects });
}
