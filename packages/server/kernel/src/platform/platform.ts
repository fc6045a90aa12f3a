import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Logger } from '../log.js';
import { refuse } from '../refusal.js';
import { Attempts } from '../request/attempts.js';
import { isPassword } from '../request/password.js';
import type { NewSession } from '../request/sessions.js';
import { namesPlatform, openOperatorSession, operatorOfSession } from './operator-session.js';
import { findOperator, operatorLogin, type Operator } from './operator.service.js';
import { PlatformTransaction } from './platform.transaction.js';

const failuresPerLoginAndAddress = 5;
const failuresPerLogin = 30;
/** Failures are counted in a table of tenants, under the id that no tenant has. */
export const noTenant = '00000000-0000-0000-0000-000000000000';

/** Who does something on the platform, and in which request. */
export interface PlatformCaller {
  requestId: string;
  /** Null: nobody who is known, or a command on the server's machine. */
  operator: Operator | null;
}

/** What those who run the platform do: it knows operators and the list of tenants, and nothing inside a tenant. */
export class Platform {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /**
   * One transaction on the platform's tables.
   * @example await platform.run('createOperator', { requestId, operator }, (tx) => createOperator(tx, input))
   */
  run<T>(purpose: string, { requestId, operator }: PlatformCaller, work: (tx: PlatformTransaction) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.database.onPlatform({ purpose, requestId, log: this.log }, (em) => work(new PlatformTransaction(em, now, requestId, operator?.id ?? null)));
  }

  /** Whose token this is; asked afresh on every request, so that a closed account is out at once. */
  async operatorOf(token: string | null, requestId: string): Promise<Operator | null> {
    if (!token || !namesPlatform(token)) return null;
    return this.run('identify', { requestId, operator: null }, (tx) => operatorOfSession(tx, token));
  }

  /**
   * Opens a session. Failures are counted and noted; successes are not counted.
   * @throws Refusal SIGN_IN_FAILED, SIGN_IN_THROTTLED.
   */
  async signIn(input: { login: string; password: string }, { requestId, clientAddress }: { requestId: string; clientAddress: string }): Promise<{ operator: Operator; session: NewSession }> {
    const caller: PlatformCaller = { requestId, operator: null };
    const login = operatorLogin(input.login).slice(0, 40);
    const attempts = new Attempts(this.database, noTenant, this.clock.now());
    const limits = { [`platform ${login} ${clientAddress}`]: failuresPerLoginAndAddress, [`platform ${login}`]: failuresPerLogin };
    // An attempt is a failure until it has succeeded: however many arrive at once, no more than these try a password.
    for (const [key, limit] of Object.entries(limits)) {
      const minutes = await attempts.minutesToWait(key, limit);
      if (minutes > 0 || (await attempts.fail(key)) > limit) throw refuse('SIGN_IN_THROTTLED', null, { minutes: Math.max(minutes, 1) });
    }
    const known = await this.run('signIn', caller, (tx) => findOperator(tx, login));
    if (!(await isPassword(known?.passwordHash ?? null, input.password)) || !known) {
      await this.run('signIn', caller, (tx) => tx.note({ action: 'operator.signInFailed', subject: login }));
      throw refuse('SIGN_IN_FAILED', 'password');
    }
    for (const key of Object.keys(limits)) await attempts.succeed(key);
    const { passwordHash: _, ...operator } = known;
    const session = await this.run('signIn', { requestId, operator }, async (tx) => {
      const opened = await openOperatorSession(tx, operator.id);
      await tx.note({ action: 'operator.signedIn', subject: login });
      return opened;
    });
    return { operator, session };
  }
}
