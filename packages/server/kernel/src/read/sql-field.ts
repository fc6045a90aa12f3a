import { getNamedType, getNullableType, type GraphQLOutputType, isEnumType, isLeafType, isListType } from 'graphql';
import type { ActorValue, SqlField } from '../entity/registry.js';
import type { SqlSource } from './leaf.js';
import type { ColumnFamily } from './model.js';
import { columnOf, type Row } from './row.js';
import type { Scope } from './scope.js';
import { actorId } from './visibility.js';

/** The value of a field that is declared as SQL over its row. */
export function sqlFieldSource(scope: Scope, row: Row, { sql }: SqlField, type: GraphQLOutputType): SqlSource {
  const value = sql({ alias: row.alias, column: (property) => columnOf(row, property), param: (name) => actorValue(scope, name) });
  return { sql: `(${value})`, family: familyOf(type), isArray: isListType(getNullableType(type)) && isLeafType(getNamedType(type)), nullable: true };
}

function actorValue(scope: Scope, name: ActorValue): string {
  switch (name) {
    case 'actor.personId':
      return actorId(scope);
    case 'tenant.id':
      return `${scope.statement.tenant}::uuid`;
    case 'now':
      return `${scope.statement.bind('now', ({ context }) => context.now.toISOString())}::timestamptz`;
  }
}

const byScalar: Record<string, ColumnFamily> = { Boolean: 'boolean', Int: 'integer', Float: 'float', ID: 'other', String: 'text', Date: 'date', DateTime: 'instant', DateTimeISO: 'instant' };

/** An SQL field's column type is not declared; its type in the schema says how it looks. */
function familyOf(type: GraphQLOutputType): ColumnFamily {
  const named = getNamedType(type);
  if (isEnumType(named)) return 'text';
  return byScalar[named.name] ?? (isLeafType(named) ? 'other' : 'json');
}
