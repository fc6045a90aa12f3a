import { isOneOf } from './branches.js';
import type { ReadRows } from './model.js';
import type { Row } from './row.js';
import type { Scope } from './scope.js';
import { mayRead } from './visibility.js';

/** Which rows of a table the actor may read: the tenant's, of the type that is meant, and what the rules allow. */
export function readableConditions(scope: Scope, { table, only }: ReadRows, row: Row, ...further: readonly string[]): string[] {
  const readable = mayRead(scope, row);
  return [
    `${row.alias}.tenant_id = ${scope.statement.tenant}`,
    ...further,
    ...(only ? [isOneOf(row, [only], scope.model.typesOf(table).filter((type) => type !== only))] : []),
    ...(readable === true ? [] : [String(readable)]),
  ];
}
