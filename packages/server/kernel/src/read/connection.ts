import { getNamedType, type GraphQLField, type GraphQLObjectType, isCompositeType, isObjectType } from 'graphql';
import { defaultPageSize, type ListDefinition, maxPageSize } from '../entity/list.js';
import type { UnionListDefinition } from '../entity/union.js';
import { badInput } from './bad-input.js';
import type { Json } from './json-sql.js';
import { valueObject } from './json-object.js';
import { Page, type PageSource } from './page.js';
import type { PageParts } from './page-parts.js';
import type { RecordCompiler } from './record.js';
import { argumentsOf, NotCompilable, type Scope } from './scope.js';
import { type SelectedField, selectFields, subselections } from './selection.js';
import { SearchPage } from './search-page.js';
import { branchesOf, UnionPage } from './union-page.js';

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
  const page = new Page(scope, source, record, pageSize(args.now['first']), asksForNext(scope, type, field));
  return page.over(connectionJson(scope, page, type, field));
}

/** A page of a list over the records of a union, as far as its connection is selected. */
export function unionListJson(scope: Scope, list: UnionListDefinition, field: SelectedField, definition: ListRequest['definition'], record: RecordCompiler): Json {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new NotCompilable(field.name);
  const args = argumentsOf(scope, definition, field.node);
  const request = { args, size: pageSize(args.now['first']), looksAhead: asksForNext(scope, type, field) };
  const { order, branches } = branchesOf(scope, list, args);
  const page = new UnionPage(scope, branches, record, { ...request, order });
  return page.over(connectionJson(scope, page, type, field));
}

/** A page of what a search finds, as far as its connection is selected. */
export function searchJson(scope: Scope, field: SelectedField, definition: ListRequest['definition'], record: RecordCompiler): Json {
  const type = getNamedType(definition.type);
  if (!isObjectType(type)) throw new NotCompilable(field.name);
  const args = argumentsOf(scope, definition, field.node);
  const page = new SearchPage(scope, args, record, { size: pageSize(args.now['first']), looksAhead: asksForNext(scope, type, field) });
  return page.over(connectionJson(scope, page, type, field));
}

function connectionJson(scope: Scope, page: PageParts, type: GraphQLObjectType, field: SelectedField): Json {
  return valueObject(scope, type, field, (name, memberType, member) => {
    const named = getNamedType(memberType);
    if (name === 'totalCount') return page.total();
    if (name === 'nodes' && isCompositeType(named)) return page.array(() => page.record(named, member));
    if (name === 'edges' && isObjectType(named)) return page.array(() => edgeJson(scope, page, named, member));
    return name === 'pageInfo' && isObjectType(named) ? pageInfoJson(scope, page, named, member) : undefined;
  });
}

function edgeJson(scope: Scope, page: PageParts, type: GraphQLObjectType, field: SelectedField): Json {
  return valueObject(scope, type, field, (name, memberType, member) => {
    if (name === 'cursor') return page.cursor;
    const node = getNamedType(memberType);
    return name === 'node' && isCompositeType(node) ? page.record(node, member) : page.edgeMember(name, memberType);
  });
}

function pageInfoJson(scope: Scope, page: PageParts, type: GraphQLObjectType, field: SelectedField): Json {
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
