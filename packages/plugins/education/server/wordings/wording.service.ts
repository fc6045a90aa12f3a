import { Person } from '@weixiang/core';
import { requiredWords, type Transaction } from '@weixiang/kernel';
import type { PublishConsentWordingInput } from './wording.resolver.js';
import { ConsentWording } from './wording.entity.js';

/** Version of the wording in force: the tenant's latest, or 1 while it has written none. */
export async function currentWording(tx: Transaction): Promise<number> {
  const [latest] = await tx.em.find(ConsentWording, {}, { orderBy: { number: 'desc' }, limit: 1 });
  return latest?.number ?? 1;
}

/** Puts a renewed wording in force; guardians who agreed to an earlier one are asked again. */
export async function publishConsentWording(tx: Transaction, input: PublishConsentWordingInput): Promise<ConsentWording> {
  tx.require('publish', 'ConsentWording');
  const wording = tx.create(ConsentWording, {
    number: (await currentWording(tx)) + 1,
    purpose: requiredWords(input.purpose, 'purpose', 500),
    words: requiredWords(input.words, 'words', 2_000),
    publishedBy: tx.actor.personId === null ? null : await tx.peek(Person, tx.actor.personId),
  });
  tx.announce('consentWording.published', wording, { number: wording.number });
  return wording;
}
