import { createHash } from 'node:crypto';
import { sealedText, SERIES_BEGINNING, toTypeId, type SeriesContent } from '@weixiang/shared';

/** Hash before the first notice. */
export const beginning = SERIES_BEGINNING;

/** What of a notice its hash covers. */
export interface NoticeContent {
  number: number;
  title: string;
  body: string;
  kind: string;
  publishedAt: Date;
  /** UUIDs. */
  orgUnitId: string | null;
  correctsId: string | null;
}

/**
 * SHA-256, hexadecimal, of the hash before, a line feed, and a JSON array of number, title, body, kind, publishedAt and
 * the ids of the unit and of the corrected notice, as the API shows them. Anybody can recompute the series: that is why
 * the project is left out, which not everybody may see.
 */
export function noticeHash(previousHash: string, notice: NoticeContent): string {
  return createHash('sha256').update(sealedText(previousHash, shownContent(notice))).digest('hex');
}

/** The content as the API and the export show it. */
export function shownContent({ number, title, body, kind, publishedAt, orgUnitId, correctsId }: NoticeContent): SeriesContent {
  return {
    number,
    title,
    body,
    kind,
    publishedAt: publishedAt.toISOString(),
    orgUnit: orgUnitId && toTypeId('unit', orgUnitId),
    corrects: correctsId && toTypeId('notice', correctsId),
  };
}

/** A notice with the hashes that it carries. */
export interface LinkedNotice extends NoticeContent {
  previousHash: string;
  hash: string;
}

/** Walks a series of notices in their order. */
export class ChainWalk {
  length = 0;
  head = beginning;
  /** Number of the first notice that does not fit; null while all do. */
  brokenAt: number | null = null;

  take(notice: LinkedNotice): void {
    const expected = this.length + 1;
    const fits = notice.number === expected && notice.previousHash === this.head && notice.hash === noticeHash(this.head, notice);
    if (!fits) this.brokenAt ??= Math.min(expected, notice.number);
    this.length = expected;
    this.head = notice.hash;
  }

  /** @param published how many were ever published. */
  end(published: number): this {
    if (this.length < published) this.brokenAt ??= this.length + 1;
    return this;
  }
}
