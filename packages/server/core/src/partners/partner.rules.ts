import { namesOf, PARTNER_KINDS, parseCreditCode, sameText, type Text } from '@weixiang/shared';
import { refuse } from '@weixiang/kernel';

const kindsByName: ReadonlyMap<string, string> = namesOf(PARTNER_KINDS);

/** The key of a kind of partner that is called so, or the words themselves. `kindOf('企业') // 'company'` */
export function kindOf(words: string | null): string | null {
  return words === null ? null : (kindsByName.get(words) ?? words);
}

/** What a kind of partner is called. `kindLabel('company').zh // '企业'` */
export function kindLabel(kind: string): Text {
  const labels: Readonly<Record<string, Text>> = PARTNER_KINDS;
  return (Object.hasOwn(labels, kind) ? labels[kind] : undefined) ?? sameText(kind);
}

/** @throws Refusal CREDIT_CODE_INVALID when there are words and they are no code. */
export function creditCodeOf(words: string | null | undefined): string | null {
  if (!words?.trim()) return null;
  const code = parseCreditCode(words);
  if (code === null) throw refuse('CREDIT_CODE_INVALID', 'creditCode');
  return code;
}
