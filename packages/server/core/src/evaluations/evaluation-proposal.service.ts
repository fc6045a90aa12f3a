import { holdsAt, optionalWords, refuse, stepTo, type Transaction } from '@weixiang/kernel';
import { dateIn, daysAfter, EVALUATION_POLICY } from '@weixiang/shared';
import { postNotice } from '../notices/notice.service.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Partner, PartnerState } from '../partners/partner.entity.js';
import { leadPartner } from '../partners/partner.service.js';
import { Project } from '../projects/project.entity.js';
import { ProjectState } from '../projects/project.enums.js';
import { leadProject } from '../projects/project.service.js';
import { actingPerson } from '../wishes/acting-person.js';
import { ProposalKind, ProposalState, RoundState } from './evaluation.enums.js';
import type { DecideProposalInput } from './evaluation-proposal.inputs.js';
import { EvaluationProposal } from './evaluation-proposal.entity.js';
import { proposalKindAfter } from './evaluation-proposal.rules.js';
import { decisionWords } from './proposal-notice.words.js';
import { proposalLives } from './evaluation-proposal.workflow.js';
import { EvaluationRound } from './evaluation-round.entity.js';

/** Proposes what follows from a grade that has just become final; nothing when the same is waiting for a decision already. */
export async function proposeFrom(tx: Transaction, round: EvaluationRound): Promise<void> {
  const project = await tx.em.findOneOrFail(Project, { id: round.project.id });
  const before = await tx.em.find(EvaluationProposal, { project }, { orderBy: { createdAt: 'desc' } });
  const kind = proposalKindAfter(round, await gradedBefore(tx, round), before);
  if (!kind || before.some((proposal) => proposal.kind === kind && proposal.state === ProposalState.PROPOSED)) return;
  const { orgUnit, orgPath, ownPolicy } = round;
  const { correctionDays } = ownPolicy ?? EVALUATION_POLICY;
  const dueOn = kind === ProposalKind.CORRECTION ? daysAfter(dateIn(tx.now, tx.tenant.timeZone), correctionDays) : null;
  const proposal = tx.create(EvaluationProposal, { project, round, partner: project.partner, orgUnit, orgPath, kind, dueOn });
  tx.announce('evaluationProposal.proposed', proposal, { kind });
}

/** The project's final grades before this one, latest first. */
function gradedBefore(tx: Transaction, { project, month }: EvaluationRound): Promise<EvaluationRound[]> {
  return tx.em.find(EvaluationRound, { project, month: { $lt: month }, state: RoundState.FINAL, grade: { $ne: null } }, { orderBy: { month: 'desc' }, limit: 24 });
}

/** Decides on a proposal. Confirmed, it takes effect in order and is made public with its reason. */
export async function decideProposal(tx: Transaction, input: DecideProposalInput): Promise<EvaluationProposal> {
  const proposal = await tx.load(EvaluationProposal, input.id, 'decide', input);
  const project = await tx.load(Project, proposal.project.id, 'read');
  const person = actingPerson(tx);
  if (person && project.lead?.id === person.id) throw refuse('PROPOSAL_ABOUT_YOURSELF', 'id');
  const words = optionalWords(input.words, 'words', 1000);
  const own = mayDecide(tx, proposal) ? [needsOf(proposal)] : [];
  const next = stepTo(tx, proposalLives[proposal.kind], input.isConfirmed ? 'confirm' : 'decline', { state: proposal.state, path: proposal.orgPath, own }, { words });
  proposal.state = ProposalState[next as ProposalState]; // the workflow's states are the enum's
  Object.assign(proposal, { words, decidedBy: person, decidedAt: tx.now });
  tx.announce(`evaluationProposal.${next.toLowerCase()}`, proposal, { kind: proposal.kind });
  if (proposal.state === ProposalState.CONFIRMED) await carryOut(tx, proposal, project, input);
  return proposal;
}

/** Whether the actor may decide on this kind where the project is, or over work of its type. */
export function mayDecide({ ability, actor }: Pick<Transaction, 'ability' | 'actor'>, proposal: Pick<EvaluationProposal, 'kind' | 'orgPath'>): boolean {
  return holdsAt(actor, needsOf(proposal), proposal.orgPath) || (actor.kind === 'person' && ability.can('decide', Object.assign(new EvaluationProposal(), proposal)));
}

function needsOf({ kind }: Pick<EvaluationProposal, 'kind'>): string {
  return proposalLives[kind].steps['confirm']?.needs ?? '';
}

async function carryOut(tx: Transaction, proposal: EvaluationProposal, project: Project, input: DecideProposalInput): Promise<void> {
  if (proposal.kind === ProposalKind.CORRECTION) await correct(tx, proposal, project, input);
  if (proposal.kind === ProposalKind.REMOVAL) await remove(tx, proposal, project);
  const orgUnit = await tx.peek(OrgUnit, project.orgUnit.id);
  const partner = proposal.partner && (await tx.peek(Partner, proposal.partner.id));
  const round = await tx.em.findOneOrFail(EvaluationRound, { id: proposal.round.id });
  const posted = decisionWords({ ...proposal, project, partner, round });
  await postNotice(tx, { ...posted, kind: 'EVALUATION', orgUnit, project, corrects: null });
}

// The proposal is the proof that the steps' own conditions ask for.
const proven = { failedLately: true, failedAgain: true } as const;

async function correct(tx: Transaction, proposal: EvaluationProposal, project: Project, { dueOn }: DecideProposalInput): Promise<void> {
  if (dueOn != null) proposal.dueOn = dueOn;
  if (proposal.dueOn === null || proposal.dueOn <= dateIn(tx.now, tx.tenant.timeZone)) throw refuse('DUE_IN_PAST', 'dueOn');
  if (project.state === ProjectState.CORRECTION) return; // somebody ordered it by hand meanwhile
  await leadProject(tx, project, 'correct', { words: proposal.words, guards: proven, entitled: ['project.supervise'] });
}

/** The project ends, then its partner goes; what else the partner delivers is handed over first, by whoever is responsible for it. */
async function remove(tx: Transaction, proposal: EvaluationProposal, project: Project): Promise<void> {
  const options = { words: proposal.words, guards: proven, entitled: ['project.supervise', 'project.decide'] };
  if (project.state !== ProjectState.CORRECTION) await leadProject(tx, project, 'correct', options);
  await leadProject(tx, project, 'terminate', options);
  const partner = proposal.partner && (await tx.load(Partner, proposal.partner.id, 'read'));
  if (!partner || partner.state === PartnerState.REMOVED) return;
  if (!tx.may('step', partner)) throw refuse('PARTNER_NOT_YOURS', 'id');
  const going = [ProjectState.CLOSED, ProjectState.BRAND, ProjectState.TERMINATED];
  const [other] = await tx.em.find(Project, { partner, id: { $ne: project.id }, state: { $nin: going } }, { limit: 1, orderBy: { createdAt: 'asc' } });
  if (other) throw refuse('HAND_OVER_FIRST', 'id', { project: tx.may('read', other) ? other.name : '—' });
  leadPartner(tx, partner, 'remove', proposal.words);
}
