import { createHash } from 'node:crypto';
import type { ReadActorContext } from './reads.js';

/** What one execution of a plan binds its values from. */
export interface Run {
  context: ReadActorContext;
  /** Arguments of the plan's fields, coerced, by their place in the plan. */
  args: readonly Readonly<Record<string, unknown>>[];
  /** UUIDs of the records that a resolver named. */
  from: readonly string[];
}

/** Gives one bound value of an execution. */
export type Binder = (run: Run) => unknown;

/** One statement of a plan. */
export interface PlannedStatement {
  /** Name it is prepared under: follows from its text. */
  name: string;
  text: string;
  binders: readonly Binder[];
}

/** The values and aliases of a statement in the making. `$1` is the tenant, in every query block. */
export class StatementBuilder {
  readonly tenant = '$1';
  private readonly placeholders = new Map<string, string>();
  private readonly binders: Binder[] = [({ context }) => context.tenantId];
  private aliases = 0;

  /**
   * Binds a value and returns its placeholder; the same key is bound once.
   * @example bind('actor', ({ context }) => context.actor.personId) // '$2'
   */
  bind(key: string, binder: Binder): string {
    let placeholder = this.placeholders.get(key);
    if (placeholder === undefined) {
      placeholder = `$${this.binders.push(binder)}`;
      this.placeholders.set(key, placeholder);
    }
    return placeholder;
  }

  /** A new alias for a table: `wish1`. */
  alias(table: string): string {
    this.aliases += 1;
    return `${table}${this.aliases}`;
  }

  /** The finished statement, which answers with one text. */
  finish(sql: string): PlannedStatement {
    const text = `select ${sql}`;
    const name = `r${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
    return { name, text, binders: this.binders };
  }
}

/** A value as PostgreSQL reads it from text; dates in UTC. */
export function toSqlValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(toSqlValue) : value;
}
