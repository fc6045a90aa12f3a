import { indexOf, stepTo, type Case, type FeatureSet, type Transaction } from '@weixiang/kernel';
import type { Workflow } from '@weixiang/shared';
import { termLife } from '../../shared/term.workflow.js';
import { TermState, type Term } from './term.entity.js';

/** What of a term decides its steps. */
export type TermFacts = Pick<Term, 'state' | 'orgPath' | 'workflowVersion'>;

/** The life that the term began with. */
export function workflowOfTerm(features: FeatureSet, { workflowVersion }: Pick<Term, 'workflowVersion'>): Workflow {
  return indexOf(features).workflows.at(termLife.name, workflowVersion);
}

export function caseOfTerm({ state, orgPath }: TermFacts): Case {
  return { state, path: orgPath };
}

/** Takes a step: the only place where a term's state changes. */
export function takeTermStep(tx: Transaction, term: Term, step: string, input: Readonly<Record<string, unknown>> = {}): void {
  const next = stepTo(tx, workflowOfTerm(tx.features, term), step, caseOfTerm(term), input);
  if (!isTermState(next)) throw new Error(`${next} is no state of a term.`);
  term.state = next;
}

function isTermState(text: string): text is TermState {
  return Object.hasOwn(TermState, text);
}
