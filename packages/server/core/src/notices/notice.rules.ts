import { createHash } from 'node:crypto';
import { toTypeId } from '@weixiang/shared';

/** Hash before the first notice. */
export const beginning = '0'.repeat(64);

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
  const { number, title, body, kind, publishedAt, orgUnitId, correctsId } = notice;
  const ids = [orgUnitId && toTypeId('unit', orgUnitId), correctsId && toTypeId('notice', correctsId)];
  const content = JSON.stringify([number, title, body, kind, publishedAt.toISOString(), ...ids]);
  return createHash('sha256').update(`${previousHash}\n${content}`).digest('hex');
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
