import type { Transaction } from '@weixiang/kernel';
import type { Person } from './person.entity.js';

/** From now on another's role may count for this person: who lends one or lets one be taken says so, or it counts for nothing. */
export async function noteBorrower(tx: Transaction, { id, hasBorrowed }: Person): Promise<void> {
  if (hasBorrowed) return;
  await tx.em.execute('update person set has_borrowed = true where tenant_id = ? and id = ? and not has_borrowed', [tx.tenant.id, id]);
}
