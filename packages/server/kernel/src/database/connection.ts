import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { QueryResult } from 'pg';
import { Exchange } from './exchange.js';
import { isUnasked } from './gathered.js';
import { isOfOneRow, prepared, writtenOut } from './prepared.js';

type Execute = PostgreSqlConnection['execute'];

/** What the ORM makes of an answer. */
interface Answer {
  rows: unknown[];
  numAffectedRows?: number | null;
}

/** The ORM's connection to PostgreSQL: its statements go by the {@link Exchange} of their transaction, others by one each. */
export class ExchangeConnection extends PostgreSqlConnection {
  override async execute<T extends Awaited<ReturnType<Execute>>>(...[query, params = [], method = 'all', ctx, context]: Parameters<Execute>): Promise<T> {
    if (typeof query !== 'string' || !Array.isArray(params)) throw new Error('A statement is a text, and the values of its places.');
    const sql = isOfOneRow(query, params) ? prepared(query) : query;
    const text = writtenOut(sql, params) ?? this.platform.formatQuery(sql, params);
    return this.executeQuery(this.getSql(sql, text, context), async () => this.transformRawResult<T>(await this.answerTo(text, ctx), method), { params, ...context });
  }

  override async close(force?: boolean): Promise<void> {
    const pool = await this.getNativeClient();
    await super.close(force);
    if (!pool.ending) await pool.end(); // the query builder ends what it has used
  }

  private async answerTo(text: string, transaction: unknown): Promise<Answer> {
    if (transaction instanceof Exchange) return said(transaction, text);
    const exchange = await Exchange.on(await this.getNativeClient());
    try {
      return answerOf(await exchange.ask(text));
    } finally {
      exchange.end();
    }
  }
}

async function said(exchange: Exchange, text: string): Promise<Answer> {
  if (isUnasked(text)) {
    exchange.tell(text);
    return { rows: [] };
  }
  if (!/^rollback\b/i.test(text)) return answerOf(await exchange.ask(text));
  await exchange.rollback(text);
  return { rows: [] };
}

function answerOf({ rows, rowCount }: QueryResult): Answer {
  return { rows, numAffectedRows: rowCount };
}
