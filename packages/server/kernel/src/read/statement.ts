import { createHash } from 'node:crypto';
import type { Planning } from './pool.js';
import type { ReadActorContext } from './reads.js';

/** What one execution of a plan binds its values from. */
export interface Run {
  context: ReadActorContext;
  /** Arguments of the plan's fields, coerced, by their place in the plan. */
  args: readonly Readonly<Record<string, unknown>>[];
  /** UUIDs of the records that a resolver named. */
  from: readonly string[];
  /** Paths of the units whose subtrees the arguments ask for, by UUID. */
  paths: ReadonlyMap<string, string>;
}

/** Gives one bound value of an execution. */
export type Binder = (run: Run) => unknown;

/** One statement of a plan. */
export interface PlannedStatement {
  /** Name it is prepared under: follows from its text. */
  name: string;
  text: string;
  binders: readonly Binder[];
  planning: Planning;
}

// Stands for a bound value until the statement is finished; a control character is in no SQL of ours.
const pending = '\u0005';
const pendingValues = new RegExp(`${pending}(\\d+);`, 'g');

/** The values and aliases of a statement in the making. `$1` is the tenant, in every query block. */
export class StatementBuilder {
  readonly tenant = '$1';
  private readonly placeholders = new Map<string, string>();
  private readonly binders: Binder[] = [];
  private aliases = 0;
  private goesByPaths = false;
  private goesByValues = false;
  private goesByWords = false;

  /**
   * Binds a value and returns what stands for it in the statement; the same key is bound once.
   * @example bind('actor', ({ context }) => context.actor.personId) // becomes $2
   */
  bind(key: string, binder: Binder): string {
    let placeholder = this.placeholders.get(key);
    if (placeholder === undefined) {
      placeholder = `${pending}${this.binders.push(binder) - 1};`;
      this.placeholders.set(key, placeholder);
    }
    return placeholder;
  }

  /** Its rows are those below some units. What is planned for a community would read a whole district row by row. */
  readsBelowUnits(): void {
    this.goesByPaths = true;
  }

  /** Its rows are those with some values, which may be many or few: PostgreSQL weighs planning against that. */
  readsByValues(): void {
    this.goesByValues = true;
  }

  /** Its rows are those that words find, by their rows in the index alone. It is long: planning takes longer than finding. */
  readsByWords(): void {
    this.goesByWords = true;
  }

  /** A new alias for a table: `wish1`. */
  alias(table: string): string {
    this.aliases += 1;
    return `${table}${this.aliases}`;
  }

  /** The finished statement, which answers with one text. PostgreSQL refuses values that are not used, so those are left out. */
  finish(sql: string): PlannedStatement {
    const binders: Binder[] = [({ context }) => context.tenantId];
    const numbers = new Map<string, number>();
    const body = sql.replace(pendingValues, (placeholder, index: string) => {
      const binder = this.binders[Number(index)];
      const number = numbers.get(placeholder) ?? (binder ? binders.push(binder) : 0);
      numbers.set(placeholder, number);
      return `$${number}`;
    });
    const text = `select ${body}`;
    const name = `r${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
    return { name, text, binders, planning: this.planning() };
  }

  private planning(): Planning {
    if (this.goesByPaths) return 'anew';
    return this.goesByValues && !this.goesByWords ? 'byCost' : 'once';
  }
}

/** A value as PostgreSQL reads it from text; dates in UTC. */
export function toSqlValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(toSqlValue) : value;
}
