import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { keptAlive } from '../database/lasting.js';
import type { Logger } from '../log.js';

/** How the sessions of listening processes begin in PostgreSQL's activity. */
const listeners = 'weixiang listener';

/** Called with the payload of a notification, and with null after a reconnect: something may have been missed. */
export type OnNotify = (payload: string | null) => void;

/** Listens to PostgreSQL's notifications on a connection of its own, and connects again when it breaks. */
export class Listener {
  private client: Client | null = null;
  private closed = false;
  private readonly handlers = new Map<string, OnNotify[]>();
  private readonly reconnected: (() => void)[] = [];

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    /** What tells processes that write the same from others. */
    private readonly edition: string,
  ) {}

  private get name(): string {
    return `${listeners} ${this.edition}`;
  }

  /** Whether a process of another edition is running: each listens as long as it lives. */
  async hearsOthers(em: EntityManager): Promise<boolean> {
    const [row] = await em.execute<{ others: boolean }[]>(
      `select exists (select from pg_stat_activity where datname = current_database() and application_name like ? and application_name <> ?) as others`,
      [`${listeners} %`, this.name],
    );
    return row?.others === true;
  }

  on(channel: string, handler: OnNotify): void {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), handler]);
  }

  /** Called each time the database was away and is back. */
  onReconnect(handler: () => void): void {
    this.reconnected.push(handler);
  }

  /** Connects; from then on notifications arrive until {@link close}. */
  async start(): Promise<void> {
    const client = new Client({ ...keptAlive, connectionString: this.url, application_name: this.name });
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''));
    client.on('error', (error) => this.log.warn({ err: error }, 'the listening connection broke'));
    client.on('end', () => void this.restart(client));
    await client.connect();
    for (const channel of this.handlers.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    this.client = client;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private tell(channel: string, payload: string | null): void {
    for (const handler of this.handlers.get(channel) ?? []) handler(payload);
  }

  private async restart(ended: Client): Promise<void> {
    if (this.client !== ended) return;
    while (!this.closed) {
      await wait(500);
      if (this.closed) return;
      try {
        await this.start();
        for (const channel of this.handlers.keys()) this.tell(channel, null);
        for (const handler of this.reconnected) handler();
        return;
      } catch {
        this.log.warn('the database does not answer; listening again in a moment');
      }
    }
  }
}
