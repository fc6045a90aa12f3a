/** Hash before the first notice. */
export const SERIES_BEGINNING = '0'.repeat(64);

/** What of a notice its hash covers, as the API and the export show it. */
export interface SeriesContent {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly publishedAt: string;
  /** Opaque ids of the unit that speaks and of the notice that is corrected. */
  readonly orgUnit: string | null;
  readonly corrects: string | null;
}

/** A notice with the hashes that it carries. */
export interface SeriesNotice extends SeriesContent {
  readonly previousHash: string;
  readonly hash: string;
}

/** How far the series reached when somebody looked: printed on every notice, told by `noticeHead`. */
export interface SeriesHead {
  readonly number: number;
  /** Null where the notice that should be there is gone. */
  readonly hash: string | null;
}

/** What is wrong with a series, and at which number. */
export type SeriesFault =
  | { readonly kind: 'edited' | 'missing' | 'unlinked'; readonly number: number }
  /** It carries the number of another: two were swapped. */
  | { readonly kind: 'misplaced'; readonly number: number; readonly belongsAt: number }
  /** The end is gone: `until` was published. */
  | { readonly kind: 'cutOff'; readonly number: number; readonly until: number }
  /** It is not the notice that a head was taken of. */
  | { readonly kind: 'replaced'; readonly number: number };

/** What a verification found. */
export interface SeriesVerdict {
  readonly length: number;
  readonly head: string;
  readonly faults: readonly SeriesFault[];
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export type Digest = (text: string) => Promise<string>;

/** The text whose SHA-256 is a notice's hash: the hash before, a line feed, a JSON array of its content. */
export function sealedText(previousHash: string, { number, title, body, kind, publishedAt, orgUnit, corrects }: SeriesContent): string {
  return `${previousHash}\n${JSON.stringify([number, title, body, kind, publishedAt, orgUnit, corrects])}`;
}

/**
 * Recomputes a series from its first notice to its last, and compares it with heads that were taken of it, now or
 * earlier. Finds what was edited, what is missing in the middle or at the end, and what was swapped.
 * @example const { faults } = await verifySeries(notices, [head], sha256)
 */
export async function verifySeries(notices: readonly SeriesNotice[], heads: readonly SeriesHead[], sha256: Digest): Promise<SeriesVerdict> {
  const faults: SeriesFault[] = [];
  const broken: SeriesNotice[] = [];
  let expected = 1;
  let previous: string | null = SERIES_BEGINNING;
  for (const notice of notices) {
    for (; expected < notice.number; expected += 1, previous = null) faults.push({ kind: 'missing', number: expected });
    const isBroken = (await sha256(sealedText(notice.previousHash, notice))) !== notice.hash;
    if (isBroken) broken.push(notice);
    else if (previous !== null && notice.previousHash !== previous) faults.push({ kind: 'unlinked', number: notice.number });
    previous = isBroken ? null : notice.hash; // what follows a broken one is judged by itself
    expected = notice.number + 1;
  }
  for (const notice of broken) faults.push(await whatBroke(notice, broken, sha256));
  const last = notices.at(-1);
  const until = Math.max(0, ...heads.map(({ number }) => number));
  if (until >= expected) faults.push({ kind: 'cutOff', number: expected, until });
  const hashes = new Map(notices.map(({ number, hash }) => [number, hash]));
  for (const { number, hash } of heads) {
    if (hash !== null && hashes.has(number) && hashes.get(number) !== hash) faults.push({ kind: 'replaced', number });
  }
  return { length: notices.length, head: last?.hash ?? SERIES_BEGINNING, faults: faults.toSorted((a, b) => a.number - b.number) };
}

/** A notice that fits under another's number was swapped with it; any other was edited. */
async function whatBroke(notice: SeriesNotice, broken: readonly SeriesNotice[], sha256: Digest): Promise<SeriesFault> {
  for (const other of broken) {
    if (other === notice) continue;
    const there = { ...notice, number: other.number };
    const hashes = await Promise.all([sha256(sealedText(notice.previousHash, there)), sha256(sealedText(other.previousHash, there))]);
    if (hashes.includes(notice.hash) || hashes.includes(other.hash)) return { kind: 'misplaced', number: notice.number, belongsAt: other.number };
  }
  return { kind: 'edited', number: notice.number };
}
