// A line may end behind the dot and never before it.
const dot = '\u2060·\u200b';

/**
 * What is short and stands in one line, parted by dots; what is missing is left out.
 * @example dotted('光明社区', undefined, '11月24日') // “光明社区·11月24日”
 */
export function dotted(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(dot);
}
