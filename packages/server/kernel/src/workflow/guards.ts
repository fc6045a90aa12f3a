import type { EntityManager } from '@mikro-orm/postgresql';
import { guardsFrom, type Reason, type Workflow } from '@weixiang/shared';
import DataLoader from 'dataloader';
import { indexOf } from '../features/feature-index.js';
import type { FeatureSet } from '../features/feature-set.js';
import type { RequestContext } from '../request/context.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import type { Transaction } from '../write/transaction.js';

/** What a guard may look at. */
export interface GuardScope {
  em: EntityManager;
  tenant: Tenant;
  now: Date;
}

/**
 * Answers one condition of a workflow for several cases at once: UUID → true, or the reason why not.
 * @example const hasAgreement: Guard = async ({ em }, ids) => answersFor(ids, await signed(em, ids), reason)
 */
export type Guard = (scope: GuardScope, ids: readonly string[]) => Promise<ReadonlyMap<string, true | Reason>>;

/** The answers for one case, by the guard's name; what `stepTo` and `stepsOf` take as `guards`. */
export type GuardAnswers = Readonly<Record<string, true | Reason>>;

/** Answers of the guards that the case's next steps ask for, inside a write. */
export async function guardsIn(tx: Transaction, workflow: Workflow, { id, state }: { id: string; state: string }): Promise<GuardAnswers> {
  const entries = guardsFrom(workflow, state).map(async (name) => [name, (await ask(tx.features, name, tx, [id])).get(id) ?? unanswered(name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The same for a computed field; the cases of one answer are asked together, one look at the database a guard. */
export async function guardsFor(context: RequestContext, workflow: Workflow, { id, state }: { id: string; state: string }): Promise<GuardAnswers> {
  const names = guardsFrom(workflow, state);
  if (names.length === 0) return {};
  const answers = await loaderOf(context).loadMany(names.map((name) => `${name} ${id}`));
  return Object.fromEntries(names.map((name, at) => [name, answerOf(answers[at])]));
}

const loaders = new WeakMap<RequestContext, DataLoader<string, true | Reason>>();

function loaderOf(context: RequestContext): DataLoader<string, true | Reason> {
  const known = loaders.get(context);
  if (known) return known;
  const loader = new DataLoader((keys: readonly string[]) => answerAll(context, keys));
  loaders.set(context, loader);
  return loader;
}

async function answerAll({ kernel, tenant, features, now }: RequestContext, keys: readonly string[]): Promise<(true | Reason)[]> {
  const asked = new Map<string, string[]>();
  const questions = keys.map((key) => key.split(' ') as [string, string]); // made by guardsFor, a name and an id
  for (const [name, id] of questions) asked.set(name, [...(asked.get(name) ?? []), id]);
  return kernel.database.inTenant(tenant.id, async (em) => {
    const answers = new Map<string, ReadonlyMap<string, true | Reason>>();
    for (const [name, ids] of asked) answers.set(name, await ask(features, name, { em, tenant, now }, ids));
    return questions.map(([name, id]) => answers.get(name)?.get(id) ?? unanswered(name));
  });
}

async function ask(features: FeatureSet, name: string, scope: GuardScope, ids: readonly string[]): Promise<ReadonlyMap<string, true | Reason>> {
  const guard = indexOf(features).guards.get(name);
  return guard ? guard(scope, ids) : new Map();
}

function answerOf(answer: true | Reason | Error | undefined): true | Reason {
  if (answer instanceof Error) throw answer;
  return answer ?? unanswered('');
}

/** A guard whose feature is not there holds nobody up with a riddle: it says what is missing. */
function unanswered(name: string): Reason {
  return { zh: `无法核对条件${name}`, en: `The condition ${name} cannot be checked` };
}
