import type { ConsumedEvent, NotificationKind, Recipients, Transaction } from '@weixiang/kernel';
import { nearest, ofRecords } from '../notifications/recipients.js';
import { ProposalKind } from './evaluation.enums.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { Objection } from './objection.entity.js';

/** Whoever leads the project that was rated. */
async function leadsOfRounds(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const rounds = await tx.em.find(EvaluationRound, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { populate: ['project'] });
  return ofRecords(events, new Map(rounds.map(({ id, project }) => [id, project.lead?.id])));
}

/** Whoever objected. */
async function objectors(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const objections = await tx.em.find(Objection, { id: { $in: events.map(({ subjectId }) => subjectId) } }, { fields: ['person'] });
  return ofRecords(events, new Map(objections.map(({ id, person }) => [id, person.id])));
}

/** Whoever decides on what is proposed, nearest to the project. */
async function deciders(tx: Transaction, events: readonly ConsumedEvent[]): Promise<Recipients> {
  const corrections = events.filter(({ payload }) => payload?.['kind'] === ProposalKind.CORRECTION);
  const others = events.filter((event) => !corrections.includes(event));
  return new Map([...(await nearest('project.supervise')(tx, corrections)), ...(await nearest('project.decide')(tx, others))]);
}

/** What people are told of evaluations. */
export const evaluationNotifications: readonly NotificationKind[] = [
  {
    name: 'evaluation.opened',
    label: { zh: '我负责的项目开始月评', en: 'Ratings of my project opened' },
    one: { zh: '您负责的项目开始月评', en: 'Ratings of your project opened' },
    events: ['evaluationRound.opened'],
    recipients: leadsOfRounds,
  },
  {
    name: 'evaluation.graded',
    label: { zh: '我负责的项目有了等次', en: 'My project was graded' },
    one: { zh: '您负责的项目有了新的等次', en: 'Your project has a new grade' },
    events: ['evaluationRound.recorded', 'evaluationRound.published', 'evaluationRound.recounted', 'evaluationRound.finalised'],
    recipients: leadsOfRounds,
  },
  {
    name: 'evaluation.proposed',
    label: { zh: '整改、清退或表彰等我决定', en: 'A correction, removal or commendation waits for my decision' },
    one: { zh: '有一项处理建议等您决定', en: 'A consequence of a grade waits for your decision' },
    many: { zh: '有 {count} 项处理建议等您决定', en: '{count} consequences of grades wait for your decision' },
    page: '/evaluations',
    events: ['evaluationProposal.proposed'],
    recipients: deciders,
  },
  {
    name: 'objection.waiting',
    label: { zh: '有人对等次有异议，等我答复', en: 'An objection waits for my answer' },
    one: { zh: '有一条异议等您答复', en: 'An objection waits for your answer' },
    many: { zh: '有 {count} 条异议等您答复', en: '{count} objections wait for your answer' },
    page: '/evaluations',
    events: ['objection.raised'],
    recipients: nearest('evaluation.answer'),
  },
  {
    name: 'objection.answered',
    label: { zh: '我提的异议有了答复', en: 'My objection was answered' },
    one: { zh: '您提的异议有了答复', en: 'Your objection was answered' },
    events: ['objection.answered'],
    recipients: objectors,
  },
];
