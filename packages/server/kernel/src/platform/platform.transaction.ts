import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@weixiang/shared';

/** What a note in the platform's audit is about. */
export interface PlatformNote {
  /** operator.signedIn, tenant.created. */
  action: string;
  /** Slug or login. */
  subject: string;
  /** Never a secret, never a resident. */
  detail?: Record<string, string | null>;
}

/** One transaction on the platform's own tables. */
export class PlatformTransaction {
  constructor(
    readonly em: EntityManager,
    readonly now: Date,
    private readonly requestId: string,
    private readonly operatorId: string | null,
  ) {}

  /** Adds to the audit; the database lets nobody change or delete what is in it. */
  async note({ action, subject, detail = {} }: PlatformNote, operatorId: string | null = this.operatorId): Promise<void> {
    await this.em.execute('insert into platform_event (id, at, operator_id, action, subject, detail, request_id) values (?, ?, ?, ?, ?, ?, ?)', [
      newId(),
      this.now,
      operatorId,
      action,
      subject,
      JSON.stringify(detail),
      this.requestId,
    ]);
  }
}
