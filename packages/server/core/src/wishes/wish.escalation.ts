import { LockMode } from '@mikro-orm/core';
import type { CronDefinition, Transaction } from '@weixiang/kernel';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Wish } from './wish.entity.js';
import { WishState } from './wish.enums.js';
import { answerDeadline } from './wish.deadline.js';

const wishesARun = 500;

/**
 * Sends wishes that nobody answered in time one unit up, and a deadline later one more, until the root. Its time moves
 * on under the row's lock, so whatever runs twice escalates once; what another run holds is left to it.
 */
export const escalateWishes: CronDefinition = {
  name: 'wish.escalate',
  everyMinutes: 5,
  when: 'exists (select from wish where tenant_id = $1 and escalates_at < $2)',
  async run(tx) {
    const late = await tx.em.find(
      Wish,
      { state: WishState.SUBMITTED, escalatesAt: { $lt: tx.now } },
      { limit: wishesARun, orderBy: { escalatesAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    const above = await parentsOf(tx, late.map((wish) => unitOf(wish).id));
    for (const wish of late) escalate(tx, wish, above.get(unitOf(wish).id));
  },
};

/** The unit that should have answered. */
function unitOf(wish: Wish): OrgUnit {
  return wish.escalatedTo ?? wish.orgUnit;
}

function escalate(tx: Transaction, wish: Wish, to: OrgUnit | undefined): void {
  wish.isOverdue = true;
  wish.escalatesAt = to?.parent ? answerDeadline(tx.tenant, tx.now) : null;
  if (!to) return;
  wish.escalatedTo = to;
  wish.escalatedAt = tx.now;
  tx.announce('wish.escalated', wish, { orgUnit: to.id });
}

/** Units by the id of one below them; none for the root. */
async function parentsOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, OrgUnit>> {
  const units = await tx.em.find(OrgUnit, { id: { $in: [...new Set(ids)] } }, { populate: ['parent'] });
  return new Map(units.flatMap(({ id, parent }) => (parent ? [[id, parent] as const] : [])));
}
