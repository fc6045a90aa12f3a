import type { Transaction } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { type VocabularyKind, VocabularyTerm } from './vocabulary-term.entity.js';

/** The terms of one list by key. */
export async function termsOf(tx: Transaction, kind: VocabularyKind): Promise<Map<string, VocabularyTerm>> {
  const terms = await tx.em.find(VocabularyTerm, { kind });
  return new Map(terms.map((term) => [term.key, term]));
}

/** The term of a list that a word means, by its key or its label. */
export function termCalled(terms: ReadonlyMap<string, VocabularyTerm>, word: string): VocabularyTerm | undefined {
  return terms.get(word) ?? [...terms.values()].find(({ label }) => label.zh === word);
}

/**
 * The term that a ledger means by a word, and whether it is new to the tenant. A new one gets the word as its label.
 * @param terms what {@link termsOf} gave; the new term is added to it.
 */
export function termFor(tx: Transaction, kind: VocabularyKind, terms: Map<string, VocabularyTerm>, word: string): { term: VocabularyTerm; isNew: boolean } {
  const known = termCalled(terms, word);
  if (known) return { term: known, isNew: false };
  const term = addTerm(tx, kind, word, { zh: word, en: word }, terms.size + 1);
  terms.set(word, term);
  return { term, isNew: true };
}

/** Adds a term to a list of the tenant's vocabulary. */
export function addTerm(tx: Transaction, kind: VocabularyKind, key: string, label: Text, position: number): VocabularyTerm {
  return tx.create(VocabularyTerm, { kind, key, label, position });
}
