import type { EvidenceStatement } from '../request/authority.js';
import { Lru } from './lru.js';
import type { ReadStatement } from './pool.js';

const texts = new Lru<string>(2_000);

/**
 * The statements and the one that tells who asks, whose answer comes first. It goes into the first of them where that is
 * planned once, as a column before: a statement of its own costs as much again as most records do.
 */
export function groundedOn(evidence: EvidenceStatement, statements: readonly ReadStatement[]): ReadStatement[] {
  const [first, ...others] = statements;
  if (!first || (first.planning ?? 'once') !== 'once') return [evidence, ...statements];
  return [{ name: `${evidence.name} ${first.name}`, text: textOf(evidence, first), values: [...first.values, ...evidence.values.slice(1)] }, ...others];
}

/** Both are one expression, and `$1` of both is the tenant. */
function textOf(evidence: EvidenceStatement, { name, text, values }: ReadStatement): string {
  const key = `${evidence.name} ${name}`;
  const known = texts.get(key);
  if (known) return known;
  const told = selected(evidence.text).replaceAll(/\$(\d+)/g, (place, number: string) => (number === '1' ? place : `$${values.length + Number(number) - 1}`));
  const both = `select (${told}), (${selected(text)})`;
  texts.set(key, both);
  return both;
}

function selected(text: string): string {
  if (!text.startsWith('select ')) throw new Error('A read is one expression.');
  return text.slice('select '.length);
}
