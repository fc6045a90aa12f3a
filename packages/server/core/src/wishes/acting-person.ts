import type { Transaction } from '@weixiang/kernel';
import { Person } from '../people/person.entity.js';

/** The person who acts, to point at; not loaded. Null for nobody and for the product itself. */
export function actingPerson(tx: Transaction): Person | null {
  return tx.actor.personId === null ? null : tx.em.getReference(Person, [tx.tenant.id, tx.actor.personId]);
}
