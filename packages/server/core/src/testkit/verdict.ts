import type { ApiAnswer } from '@weixiang/kernel/testkit';

/**
 * What became of a mutation in one word: `done`, the code of its first refusal (`NOT_FOUND project`, with the field to
 * blame), or the code of its error (`FORBIDDEN`).
 * @example expect(verdict(await worker.ask(createProject, { input }))).toBe('FORBIDDEN')
 */
export function verdict({ data, errors }: ApiAnswer): string {
  if (errors?.[0]) return String(errors[0].extensions?.['code'] ?? errors[0].message);
  const [payload] = Object.values(Object(data));
  const [refusal] = Object(payload).refusals ?? [];
  return refusal ? [refusal.code, refusal.field].filter(Boolean).join(' ') : 'done';
}
