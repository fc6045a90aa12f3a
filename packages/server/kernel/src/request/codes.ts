import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database/database.js';
import { hashPassword, isPassword } from './password.js';

/** How long a code opens anything. */
export const codesLastForMinutes = 5;
/** How long it is remembered how many codes a number was sent. */
export const codesCountForHours = 24;
const tries = 5;
const secondsBetween = 60;
const codesADay = 8;

/** A code to be sent, or how long the number must wait for the next. */
export type DrawnCode = { code: string } | { waitSeconds: number };

/** Six-digit codes that prove a telephone number: kept hashed, short-lived, few tries, used once. */
export class OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly tenantId: string,
    private readonly now: Date,
  ) {}

  /** A new code for `key`; the one before opens nothing any more. One a minute and eight a day, however many ask at once. */
  async draw(key: string): Promise<DrawnCode> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const hash = await hashPassword(code);
    const [dayAgo, gapAgo] = [this.before(codesCountForHours * 3_600), this.before(secondsBetween)];
    const [drawn] = await this.inTenant((em) =>
      em.execute<unknown[]>(
        `insert into one_time_code (tenant_id, key, code_hash, tries, sent_at, sent, sent_since) values (?, ?, ?, 0, ?, 1, ?)
         on conflict (tenant_id, key) do update set code_hash = excluded.code_hash, tries = 0, sent_at = excluded.sent_at,
           sent = case when one_time_code.sent_since > ? then one_time_code.sent + 1 else 1 end,
           sent_since = case when one_time_code.sent_since > ? then one_time_code.sent_since else excluded.sent_since end
         where one_time_code.sent_at <= ? and (one_time_code.sent < ? or one_time_code.sent_since <= ?)
         returning 1`,
        [this.tenantId, key, hash, this.now, this.now, dayAgo, dayAgo, gapAgo, codesADay, dayAgo],
      ),
    );
    return drawn ? { code } : { waitSeconds: await this.secondsToWait(key) };
  }

  /** The hash of the waiting code if these are its digits, for {@link spend}; null when they are not. Each look is a try. */
  async check(key: string, digits: string): Promise<string | null> {
    const [row] = await this.inTenant((em) =>
      em.execute<{ code_hash: string }[]>(
        `update one_time_code set tries = tries + 1 where tenant_id = ? and key = ? and code_hash is not null and tries < ? and sent_at > ? returning code_hash`,
        [this.tenantId, key, tries, this.before(codesLastForMinutes * 60)],
      ),
    );
    const hash = row?.code_hash ?? null;
    return (await isPassword(hash, digits)) ? hash : null;
  }

  private async secondsToWait(key: string): Promise<number> {
    const [row] = await this.inTenant((em) =>
      em.execute<{ sent_at: string; sent: number; sent_since: string }[]>('select sent_at, sent, sent_since from one_time_code where tenant_id = ? and key = ?', [this.tenantId, key]),
    );
    if (!row) return 1;
    const until = row.sent >= codesADay ? new Date(row.sent_since).getTime() + codesCountForHours * 3_600_000 : 0;
    return Math.max(1, Math.ceil((Math.max(until, new Date(row.sent_at).getTime() + secondsBetween * 1_000) - this.now.getTime()) / 1_000));
  }

  private before(seconds: number): Date {
    return new Date(this.now.getTime() - seconds * 1_000);
  }

  private inTenant<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.inTenant(this.tenantId, work);
  }
}

/** Uses a code up, in the transaction of what it opens; false when another was faster, or a newer code was sent. */
export async function spendCode(em: EntityManager, tenantId: string, key: string, hash: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>('update one_time_code set code_hash = null where tenant_id = ? and key = ? and code_hash = ? returning 1', [tenantId, key, hash]);
  return rows.length > 0;
}
