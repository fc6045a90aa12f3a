import type { RequestContext } from '@weixiang/kernel';
import { say, type Text } from '@weixiang/shared';
import DataLoader from 'dataloader';
import { Ballot } from './ballot.type.js';
import { type Grade, type RatingParty, RoundState } from './evaluation.enums.js';
import type { EvaluationRound } from './evaluation-round.entity.js';
import { partiesOf } from './rating.rules.js';

/** What of a round its ballot goes by. */
export type BallotFacts = Pick<EvaluationRound, 'id' | 'state' | 'closesAt' | 'orgPath' | 'projectType'>;

/** Properties of a round that hold them. */
export const ballotFacts = ['id', 'state', 'closesAt', 'orgPath', 'projectType'] as const satisfies readonly (keyof BallotFacts)[];

interface Given {
  id: string;
  is_lead: boolean;
  grade: Grade | null;
  party: RatingParty | null;
  words: string | null;
}

const reasons = {
  closed: { zh: '本月评议已经结束', en: 'This month’s ratings have ended' },
  signedOut: { zh: '登录后可以评议', en: 'Sign in to rate' },
  own: { zh: '项目负责人不评自己的项目', en: 'Who leads a project does not rate it' },
  elsewhere: { zh: '这个项目由它所服务的居民和有关各方来评', en: 'The residents whom this project serves rate it, and the parties concerned' },
} as const satisfies Record<string, Text>;

/** The ballot of who asks, for one round; those of one answer are looked up together. */
export async function ballotFor(context: RequestContext, round: BallotFacts): Promise<Ballot> {
  const given = context.actor.personId === null ? null : await loaderOf(context).load(round.id);
  const mine = { grade: given?.grade ?? null, party: given?.party ?? null, words: given?.words ?? null };
  const parties = given && !given.is_lead ? partiesOf(context.actor, round) : [];
  const reason = reasonOf(context, round, given, parties);
  return reason ? { ...mine, parties: [], reason: say(reason, context.language) } : { ...mine, parties, reason: null };
}

function reasonOf({ now, actor }: RequestContext, { state, closesAt }: BallotFacts, given: Given | null, parties: readonly RatingParty[]): Text | null {
  if (state !== RoundState.OPEN || !closesAt || new Date(closesAt) <= now) return reasons.closed;
  if (actor.personId === null) return reasons.signedOut;
  if (given?.is_lead) return reasons.own;
  return parties.length === 0 ? reasons.elsewhere : null;
}

const loaders = new WeakMap<RequestContext, DataLoader<string, Given | null>>();

function loaderOf(context: RequestContext): DataLoader<string, Given | null> {
  const known = loaders.get(context);
  if (known) return known;
  const loader = new DataLoader((ids: readonly string[]) => givenIn(context, ids));
  loaders.set(context, loader);
  return loader;
}

async function givenIn({ kernel, tenant, actor }: RequestContext, ids: readonly string[]): Promise<(Given | null)[]> {
  const rows = await kernel.database.inTenant(tenant.id, (em) =>
    em.execute<Given[]>(
      `select round.id, coalesce(project.lead_id = ?, false) as is_lead, given.grade, given.party, given.words
       from evaluation_round round
       join project on project.tenant_id = round.tenant_id and project.id = round.project_id
       left join rating given on given.tenant_id = round.tenant_id and given.round_id = round.id and given.person_id = ?
       where round.tenant_id = ? and round.id in (${ids.map(() => '?').join(', ')})`,
      [actor.personId, actor.personId, tenant.id, ...ids],
    ),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
