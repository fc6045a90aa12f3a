import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  isCompositeType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { defaultPageSize, type ListDefinition, maxPageSize } from '../entity/list.js';
import { badInput } from './bad-input.js';
import type { Json } from './json-sql.js';
import { valueObject } from './json-object.js';
import { Page, type PageSource } from './page.js';
import type { Row } from './row.js';
import { argumentsOf, NotCompilable, type Scope } from './scope.js';
import { type SelectedField, selectFields, subselections } from './selection.js';

/** The compiler of one row, which lists are made of. */
export type RecordCompiler = (scope: Scope, row: Row, fits: GraphQLCompositeType, sets: readonly SelectionSetNode[]) => Json;

/** A list field that is selected: at the root, or of a record that its rows point back to. */
export interface ListRequest {
  list: ListDefinition;
  field: SelectedField;
  definition: GraphQLField<unknown, unknown>;
  via?: PageSource['via'];
}

/** A page of a list, as far as its connection is selected. */
export function listFieldJson(scope: Scope, { list, field, definition, via }: ListRequest, record: RecordCompiler): Json {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new NotCompilable(field.name);
  const args = argumentsOf(scope, definition, field.node);
  const source = { list, rows: scope.model.rowsOf(list.of()), args, via };
  const page = new Page(scope, source, pageSize(args.now['first']), asksForNext(scope, type, field));
  return page.over(connectionJson(scope, page, type, field, record));
}

function connectionJson(scope: Scope, page: Page, type: GraphQLObjectType, field: SelectedField, record: RecordCompiler): Json {
  return valueObject(scope, type, field, (name, memberType, member) => {
    const named = getNamedType(memberType);
    if (name === 'totalCount') return page.total();
    if (name === 'nodes' && isCompositeType(named)) return page.array(() => record(scope, page.row, named, subselections(member.nodes)));
    if (name === 'edges' && isObjectType(named)) return page.array(() => edgeJson(scope, page, named, member, record));
    return name === 'pageInfo' && isObjectType(named) ? pageInfoJson(scope, page, named, member) : undefined;
  });
}

function edgeJson(scope: Scope, page: Page, type: GraphQLObjectType, field: SelectedField, record: RecordCompiler): Json {
  return valueObject(scope, type, field, (name, memberType, member) => {
    if (name === 'cursor') return page.cursor;
    const node = getNamedType(memberType);
    return name === 'node' && isCompositeType(node) ? record(scope, page.row, node, subselections(member.nodes)) : undefined;
  });
}

function pageInfoJson(scope: Scope, page: Page, type: GraphQLObjectType, field: SelectedField): Json {
  return valueObject(scope, type, field, (name) => {
    if (name === 'hasNextPage') return page.hasNext();
    if (name === 'hasPreviousPage') return page.hasPrevious();
    if (name === 'startCursor') return page.firstCursor();
    return name === 'endCursor' ? page.lastCursor() : undefined;
  });
}

function asksForNext(scope: Scope, connection: GraphQLObjectType, field: SelectedField): boolean {
  return selectFields(scope, connection, subselections(field.nodes)).some(({ name, nodes }) => {
    const type = getNamedType(connection.getFields()[name]?.type);
    return name === 'pageInfo' && isObjectType(type) && selectFields(scope, type, subselections(nodes)).some((member) => member.name === 'hasNextPage');
  });
}

/** @throws GraphQLError BAD_USER_INPUT */
function pageSize(first: unknown): number {
  if (first === undefined || first === null) return defaultPageSize;
  if (typeof first === 'number' && Number.isInteger(first) && first >= 1 && first <= maxPageSize) return first;
  throw badInput(`first must be a whole number from 1 to ${maxPageSize}.`);
}
